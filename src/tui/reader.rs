//! The page being read: where the reader is in it, and every way of moving.

mod links;
mod selection;

use griot_history::text::page::{Page, PageOf};
use griot_history::text::{Anchor, Layout, Measure};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{Pack, StatementId};
pub use links::jump_labels;
pub use selection::Selection;

/// Lines of the old page that stay in sight when it is turned.
const KEPT: usize = 2;

/// A page with the reader's place in it.
#[derive(Debug)]
pub struct Reader {
    /// What is read.
    pub page: Page,
    /// The same as lines.
    pub layout: Layout,
    /// Rows of the pane.
    pub height: usize,
    /// The place at the top of the pane. The top line is derived from it and never stored.
    pub top: Anchor,
    /// The statement that was gone to, until the text is scrolled.
    pub current: Option<StatementId>,
    /// The focused link, as an index into the layout's links.
    pub link: Option<usize>,
    /// The footnote in focus: a statement and which of its footnotes.
    pub note: Option<(StatementId, usize)>,
    /// The words that are selected.
    pub selected: Option<Selection>,
    /// What was last searched for.
    pub find: Option<Find>,
    /// The line at which the page ended before it was turned.
    pub ended: Option<Anchor>,
    /// At which edge of the era scrolling paused: −1 or 1, or 0 for none.
    pub edge: i32,
}

/// A search whose hits are lit in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    pub typed: String,
    /// Folded words that are lit.
    pub words: Vec<String>,
    /// In reading order.
    pub statements: Vec<StatementId>,
}

impl Reader {
    #[must_use]
    pub fn new(pack: &Pack, of: PageOf, geo: Option<&Geo>) -> Self {
        let page = Page::new(pack, of, geo);
        let measure = Measure { width: 0, glyphs: Glyphs::All };
        Self {
            page,
            layout: Layout::empty(measure),
            height: 1,
            top: Anchor::default(),
            current: None,
            link: None,
            note: None,
            selected: None,
            find: None,
            ended: None,
            edge: 0,
        }
    }

    /// Lays the page out for a pane, unless it is already.
    pub fn fit(&mut self, width: u16, height: u16, glyphs: Glyphs) {
        let measure = Measure { width, glyphs };
        self.height = usize::from(height.max(1));
        if self.layout.measure != measure || self.layout.lines.is_empty() {
            self.layout = Layout::new(&self.page.blocks, measure);
        }
    }

    /// Lays out what the first frame shows; the rest follows with the first action.
    pub fn fit_opening(&mut self, width: u16, height: u16, glyphs: Glyphs) {
        let measure = Measure { width, glyphs };
        self.height = usize::from(height.max(1));
        self.layout = Layout::opening(&self.page.blocks, measure, self.top, self.height);
    }

    /// Lays out the rest of the page, where only its opening is.
    pub fn complete(&mut self) {
        if !self.layout.is_whole() {
            self.layout = Layout::new(&self.page.blocks, self.layout.measure);
        }
    }

    /// Turns to another page, at its top.
    pub fn open_page(&mut self, pack: &Pack, of: PageOf, geo: Option<&Geo>) {
        let measure = self.layout.measure;
        self.page = Page::new(pack, of, geo);
        // Before the first size is known nothing is laid out.
        self.layout = if measure.width > 0 { Layout::new(&self.page.blocks, measure) } else { Layout::empty(measure) };
        self.top = Anchor::default();
        self.reset();
    }

    /// Makes a statement the current one while another view is shown. Its page is built and laid out when the text is next
    /// seen: stepping through time must not wait for it.
    pub fn point_to(&mut self, of: PageOf, statement: StatementId) {
        if self.page.of != of {
            self.page = Page { of, blocks: Vec::new() };
            // The measure stays: what turns the page for good lays it out at once.
            (self.layout.lines, self.layout.links) = (Vec::new(), Vec::new());
            self.top = Anchor::default();
        }
        self.reset();
        self.current = Some(statement);
    }

    /// Builds the page that was only pointed to.
    pub fn build(&mut self, pack: &Pack) {
        if self.page.blocks.is_empty() {
            self.page = Page::new(pack, self.page.of, None);
        }
    }

    /// Builds the page anew: the pack is read in another language. The first sentence that begins in sight stays at the
    /// top, in the same words of another language.
    pub fn translate(&mut self, pack: &Pack, geo: Option<&Geo>) {
        if self.page.blocks.is_empty() {
            return;
        }
        let top = self.top;
        let sentences = self.page.blocks.get(top.block as usize).map_or(&[][..], |block| &block.sentences);
        let first = sentences.iter().find(|it| it.range.start >= top.offset).or(sentences.last()).map(|it| it.id);
        let current = self.current;
        self.open_page(pack, self.page.of, geo);
        let there = first.and_then(|id| self.page.anchor_of(id)).filter(|there| there.block == top.block);
        (self.top, self.current) = (there.unwrap_or(Anchor { offset: 0, ..top }), current);
    }

    /// Forgets what belongs to the place that is left.
    pub const fn reset(&mut self) {
        self.current = None;
        self.link = None;
        self.note = None;
        self.selected = None;
        self.ended = None;
        self.edge = 0;
    }

    /// The first line in sight.
    #[must_use]
    pub fn top_line(&self) -> usize {
        self.layout.top(self.top, self.height)
    }

    /// Whether the last line is in sight.
    #[must_use]
    pub fn shows_its_end(&self) -> bool {
        self.layout.is_whole() && self.window().end >= self.layout.lines.len()
    }

    /// The lines in sight.
    #[must_use]
    pub fn window(&self) -> std::ops::Range<usize> {
        let top = self.top_line();
        top..(top + self.height).min(self.layout.lines.len())
    }

    /// Scrolls by lines; how many lines it really was.
    pub fn scroll(&mut self, by: i32) -> i32 {
        let old = self.top_line();
        let new = old.saturating_add_signed(by as isize).min(self.layout.last_top(self.height));
        if new != old {
            self.top = self.layout.anchor_at(new);
            self.current = None;
            self.note = None;
            self.ended = None;
            self.edge = 0;
            self.drop_hidden_link();
        }
        new as i32 - old as i32
    }

    /// Turns by pages, keeping two lines and marking where the last page ended.
    pub fn turn_page(&mut self, by: i32) -> i32 {
        let window = self.window();
        let edge = if by > 0 { window.end.saturating_sub(1) } else { window.start };
        let ended = self.layout.anchor_at(edge);
        let moved = self.scroll(by * self.height.saturating_sub(KEPT).max(1) as i32);
        if moved != 0 {
            self.ended = Some(ended);
        }
        moved
    }

    pub fn half_page(&mut self, by: i32) -> i32 {
        self.scroll(by * (self.height / 2).max(1) as i32)
    }

    /// To the first or last line of the page; whether that moved anything.
    pub fn to_end(&mut self, last: bool) -> bool {
        let lines = self.layout.lines.len() as i32;
        self.scroll(if last { lines } else { -lines }) != 0
    }

    /// Makes a statement the current one and brings it into sight, with a little of what comes before.
    pub fn go(&mut self, statement: StatementId) {
        self.reset();
        self.current = Some(statement);
        if let Some(anchor) = self.page.anchor_of(statement) {
            let line = self.layout.line_at(anchor);
            let context = (self.height / 5).min(4);
            let near = self.window();
            if line < near.start + context.min(1) || line + 2 > near.end.saturating_sub(self.height / 4) {
                self.top = self.layout.anchor_at(line.saturating_sub(context));
            }
        }
    }

    /// Puts a statement at the top of the pane.
    pub fn go_to_top(&mut self, statement: StatementId) {
        self.reset();
        self.current = Some(statement);
        if let Some(anchor) = self.page.anchor_of(statement) {
            self.top = self.layout.anchor_at(self.layout.line_at(anchor));
        }
    }

    /// The statement that the reader is at: that of the focused link, the current one, or the first in sight.
    #[must_use]
    pub fn statement(&self) -> Option<StatementId> {
        if let Some(link) = self.focused()
            && let Some(piece) = link.pieces.first()
            && let Some(statement) = self.layout.statement_at(piece.line, piece.column)
        {
            return Some(statement);
        }
        if let Some((statement, _)) = self.note {
            return Some(statement);
        }
        self.current.or_else(|| {
            let lines = &self.layout.lines[self.window()];
            lines.iter().find_map(griot_history::text::Line::statement).or_else(|| self.page.statement_near(self.top))
        })
    }

    /// The nearest statement before or after the reader's place for which `wanted` holds, in the order of the page; an era's page
    /// goes on in the next era.
    #[must_use]
    pub fn neighbour(&self, pack: &Pack, forward: bool, wanted: impl Fn(StatementId) -> bool) -> Option<StatementId> {
        let here = self.statement()?;
        if let PageOf::Era(_) = self.page.of {
            let mut at = here;
            loop {
                at = if forward { pack.next_statement(at)? } else { pack.statement_before(at)? };
                if wanted(at) {
                    return Some(at);
                }
            }
        }
        let order: Vec<StatementId> = self.page.blocks.iter().flat_map(|b| b.sentences.iter().map(|s| s.id)).collect();
        let at = order.iter().position(|id| *id == here)?;
        let found = if forward {
            order[at + 1..].iter().find(|id| wanted(**id))
        } else {
            order[..at].iter().rev().find(|id| wanted(**id))
        };
        found.copied()
    }
}
