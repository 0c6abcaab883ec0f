//! A small page: what is told of a chosen row, or of what is at hand, with links to step through.

use griot_history::text::{Block, Goal, Layout, Measure};
use griot_pack::glyphs::Glyphs;

/// A small page, laid out; where it stands and which of its links has the focus.
#[derive(Debug, Clone)]
pub struct Detail {
    pub blocks: Vec<Block>,
    pub layout: Layout,
    /// The focused link, as an index into the layout's links.
    pub link: Option<usize>,
    /// The first line in sight.
    pub top: usize,
}

impl Default for Detail {
    fn default() -> Self {
        let layout = Layout::new(&[], Measure { width: 0, glyphs: Glyphs::All });
        Self { blocks: Vec::new(), layout, link: None, top: 0 }
    }
}

impl Detail {
    /// Shows another page from its top.
    pub fn show(&mut self, blocks: Vec<Block>, measure: Measure) {
        let layout = Layout::new(&blocks, measure);
        *self = Self { blocks, layout, link: None, top: 0 };
    }

    /// Lays the page out for another width. Nothing else changes, so that the same page comes back with the width.
    pub fn fit(&mut self, measure: Measure) {
        if self.layout.measure != measure {
            self.layout = Layout::new(&self.blocks, measure);
        }
    }

    /// The first line in sight in a pane of `height` rows; the focused link is always in sight.
    #[must_use]
    pub fn top_in(&self, height: usize) -> usize {
        let top = self.top.min(self.layout.last_top(height));
        let Some(link) = self.link.and_then(|link| self.layout.links.get(link)) else { return top };
        match (link.pieces.first(), link.pieces.last()) {
            (Some(first), Some(last)) if first.line < top || last.line >= top + height => {
                first.line.saturating_sub(height / 3).min(self.layout.last_top(height))
            }
            _ => top,
        }
    }

    /// Scrolls by lines; a link that leaves the pane loses the focus.
    pub fn scroll(&mut self, by: i32, height: usize) {
        self.top = self.top_in(height).saturating_add_signed(by as isize).min(self.layout.last_top(height));
        if self.top_in(height) != self.top {
            self.link = None;
        }
    }

    /// Focuses the next or previous link; before the first there is none. Whether the focus moved.
    pub fn step(&mut self, by: i32, height: usize) -> bool {
        let next = match self.link {
            Some(link) if by < 0 => link.checked_sub(1),
            Some(link) => Some(link + 1),
            None if by > 0 => Some(0),
            None => return false,
        };
        if next.is_some_and(|next| next >= self.layout.links.len()) {
            return false;
        }
        self.link = next;
        self.top = if next.is_some() { self.top_in(height) } else { 0 };
        true
    }

    /// Where the focused link leads, or else the first one.
    #[must_use]
    pub fn goal(&self) -> Option<Goal> {
        Some(self.layout.links.get(self.link.unwrap_or(0))?.goal)
    }

    /// The link at a cell, counted from the upper left of the page in sight.
    #[must_use]
    pub fn link_at(&self, column: u16, row: u16, height: usize) -> Option<usize> {
        self.layout.link_at(self.top_in(height) + usize::from(row), column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use griot_history::text::page::{entry, plain};
    use griot_history::text::{MarkKind, Shape};
    use griot_pack::pack::Pack;
    use griot_pack::pack::Target;

    fn page(pack: &Pack, links: usize) -> Detail {
        let mut blocks = vec![plain(Shape::Title, "Title".into())];
        for (i, id) in pack.statements().take(links).enumerate() {
            let mut block = entry(&i.to_string(), "");
            block.add("some words to go to", Some(MarkKind::Link(Goal::Inside(Target::Statement(id)))));
            blocks.push(block);
        }
        let mut detail = Detail::default();
        detail.show(blocks, Measure { width: 30, glyphs: Glyphs::All });
        detail
    }

    #[test]
    fn every_link_is_reached_in_sight_and_back_to_none() {
        let pack = crate::built_in::pack().unwrap();
        let mut detail = page(&pack, 20);
        for at in 0..20 {
            assert!(detail.step(1, 5));
            assert_eq!(detail.link, Some(at));
            let line = detail.layout.links[at].pieces[0].line;
            assert!((detail.top..detail.top + 5).contains(&line), "{at}");
        }
        assert!(!detail.step(1, 5));
        for _ in 0..20 {
            assert!(detail.step(-1, 5));
        }
        assert_eq!((detail.link, detail.top), (None, 0));
        assert!(!detail.step(-1, 5));
    }

    #[test]
    fn a_page_without_links_has_nowhere_to_go() {
        let pack = crate::built_in::pack().unwrap();
        let mut detail = page(&pack, 0);
        assert!(!detail.step(1, 5) && detail.goal().is_none());
    }
}
