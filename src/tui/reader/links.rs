//! Links and footnotes of the page: which has the focus, and what stands next to it.

use super::Reader;
use griot_history::text::{Anchor, Goal, Link, Piece};
use griot_pack::pack::{NoteId, Pack, StatementId};

impl Reader {
    /// Where the focused link leads.
    #[must_use]
    pub fn focused(&self) -> Option<Goal> {
        self.page.link_at(self.link?)
    }

    /// Where the focused link stands, as far as it is near to what is seen.
    #[must_use]
    pub fn focused_pieces(&self) -> &[Piece] {
        let link = self.link.and_then(|link| self.layout.link_from(link));
        link.map_or(&[], |link| &self.layout.links[link].pieces)
    }

    /// The links in sight.
    #[must_use]
    pub fn links_in_sight(&self) -> Vec<&Link> {
        let window = self.window();
        let seen = |link: &&Link| link.pieces.iter().any(|piece| window.contains(&piece.line));
        self.layout.links.iter().filter(seen).collect()
    }

    /// Focuses the next or previous link; from the current statement, or else from the edge of the pane, when none has
    /// the focus. Whether there is one.
    pub fn step_link(&mut self, by: i32) -> bool {
        let forward = by > 0;
        let next = if let Some(link) = self.link {
            self.page.link_beside(link, forward)
        } else {
            // The current statement is where the reader looks, so the step goes from there.
            let from = self.current.and_then(|id| self.page.anchor_of(id)).unwrap_or_default();
            let seen = self.links_in_sight();
            let near = if forward {
                seen.iter().find(|link| link.at >= from)
            } else {
                seen.iter().rev().find(|link| from == Anchor::default() || link.at < from)
            };
            near.map(|link| link.at).or_else(|| self.link_beyond(forward))
        };
        let Some(next) = next else { return false };
        self.focus(next);
        true
    }

    fn link_beyond(&self, after: bool) -> Option<Anchor> {
        let window = self.window();
        let edge = if after { window.end.saturating_sub(1) } else { window.start };
        self.page.link_beside(self.layout.lines.get(edge)?.start, after)
    }

    /// Focuses the link that begins at an anchor, and brings it into sight.
    pub fn focus(&mut self, link: Anchor) {
        self.note = None;
        self.link = Some(link);
        if !self.focused_pieces().first().is_some_and(|piece| self.window().contains(&piece.line)) {
            self.put_at_top(link, self.height / 3);
            self.current = None;
        }
    }

    pub(super) fn drop_hidden_link(&mut self) {
        if self.link.is_some_and(|link| !self.links_in_sight().iter().any(|seen| seen.at == link)) {
            self.link = None;
        }
    }

    /// The footnote in focus.
    #[must_use]
    pub fn focused_note(&self, pack: &Pack) -> Option<NoteId> {
        let (statement, which) = self.note?;
        pack[statement].cites.get(which).copied()
    }

    /// Where the next or previous footnote stands, in the order of the page.
    #[must_use]
    pub fn next_note(&self, pack: &Pack, forward: bool) -> Option<(StatementId, usize)> {
        if let Some((statement, which)) = self.note {
            let next = if forward { Some(which + 1) } else { which.checked_sub(1) };
            if let Some(next) = next.filter(|n| *n < pack[statement].cites.len()) {
                return Some((statement, next));
            }
        } else if let Some(here) = self.statement().filter(|here| forward && !pack[*here].cites.is_empty()) {
            return Some((here, 0));
        }
        let statement = self.neighbour(pack, forward, |id| !pack[id].cites.is_empty())?;
        Some((statement, if forward { 0 } else { pack[statement].cites.len() - 1 }))
    }
}

/// Short labels for `count` links, all of one length.
#[must_use]
pub fn jump_labels(count: usize) -> Vec<String> {
    const LETTERS: &[u8] = b"asdfghjklwertyuiopzxcvbnm";
    let letter = |at: usize| char::from(LETTERS[at % LETTERS.len()]);
    if count <= LETTERS.len() {
        return (0..count).map(|i| letter(i).to_string()).collect();
    }
    (0..count.min(LETTERS.len() * LETTERS.len()))
        .map(|i| [letter(i / LETTERS.len()), letter(i)].iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::jump_labels;

    #[test]
    fn labels_are_distinct_and_none_begins_another() {
        for count in [0, 1, 25, 26, 300, 625] {
            let labels = jump_labels(count);
            assert_eq!(labels.len(), count);
            for (i, a) in labels.iter().enumerate() {
                assert!(labels[i + 1..].iter().all(|b| !b.starts_with(a.as_str())));
                assert!(!a.contains('q'), "q closes the letters");
            }
        }
    }
}
