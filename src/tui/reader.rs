//! The page being read: where the reader is in it, and every way of moving.

mod links;
mod selection;

use griot_history::text::page::{Page, PageOf};
use griot_history::text::{Anchor, Blocks, Layout, Measure};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{Pack, StatementId};
pub use links::jump_labels;
pub use selection::Selection;
use std::sync::Arc;

/// Lines of the old page that stay in sight when it is turned.
const KEPT: usize = 2;
/// The lines of a chapter's heading, with the gap below it.
const HEADING: usize = 2;

/// A page with the reader's place in it.
#[derive(Debug)]
pub struct Reader {
    /// What is read.
    pub page: Page,
    /// As much of it as lines as is near to what is seen.
    pub layout: Layout,
    /// Rows of the pane.
    pub height: usize,
    /// The place at the top of the pane. The top line is derived from it and never stored.
    pub top: Anchor,
    /// The statement that was gone to, until the text is scrolled.
    pub current: Option<StatementId>,
    /// Where the focused link begins.
    pub link: Option<Anchor>,
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

/// An end of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    First,
    Last,
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
    pub fn new(pack: &Arc<Pack>, of: PageOf, geo: Option<&Geo>) -> Self {
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

    /// Lays out what a pane shows of the page, unless it is already.
    pub fn fit(&mut self, width: u16, height: u16, glyphs: Glyphs) {
        let measure = Measure { width, glyphs };
        self.height = usize::from(height.max(1));
        if self.layout.measure != measure {
            self.layout = Layout::empty(measure);
        }
        self.reach(self.top, 0, 0);
    }

    /// Lays out the pane from an anchor on, and `above` and `below` lines over and under it. At the end of the page, the
    /// last lines that fill the pane. Before the first size is known nothing is laid out.
    fn reach(&mut self, at: Anchor, above: usize, below: usize) {
        if self.layout.measure.width == 0 {
            return;
        }
        let blocks = &self.page.blocks;
        // One line more tells whether anything follows.
        self.layout.reach(blocks, at, above, below + self.height + 1);
        if self.layout.ends() {
            self.layout.reach(blocks, at, above + self.height, 0);
        }
    }

    /// Turns to another page, at its top.
    pub fn open_page(&mut self, pack: &Arc<Pack>, of: PageOf, geo: Option<&Geo>) {
        self.page = Page::new(pack, of, geo);
        self.layout = Layout::empty(self.layout.measure);
        self.start_at(Anchor::default());
    }

    /// Makes a statement the current one while another view is shown. Its page is built and laid out when the text is next
    /// seen: stepping through time must not wait for it.
    pub fn point_to(&mut self, of: PageOf, statement: StatementId) {
        if self.page.of != of {
            self.page = Page::unbuilt(of);
            self.layout = Layout::empty(self.layout.measure);
            self.top = Anchor::default();
        }
        self.reset();
        self.current = Some(statement);
    }

    /// Builds the page that was only pointed to.
    pub fn build(&mut self, pack: &Arc<Pack>) {
        if !self.page.is_built() {
            self.page = Page::new(pack, self.page.of, None);
        }
    }

    /// Goes to a place on the page as to a new one.
    pub fn start_at(&mut self, top: Anchor) {
        self.reset();
        self.top = top;
        self.reach(top, 0, 0);
    }

    /// Reads the pack in another language, and builds the page anew. The first sentence that begins in sight stays at the
    /// top, in the same words of another language.
    pub fn translate(&mut self, pack: &mut Arc<Pack>, code: &str, geo: Option<&Geo>) {
        if !self.page.is_built() {
            read_in(pack, code);
            return;
        }
        let top = self.top;
        let sentences = &self.page.blocks.block(top.block as usize).sentences;
        let first = sentences.iter().find(|it| it.range.start >= top.offset).or(sentences.last()).map(|it| it.id);
        let current = self.current;
        self.page = Page::unbuilt(self.page.of);
        read_in(pack, code);
        self.open_page(pack, self.page.of, geo);
        let there = first.and_then(|id| self.page.anchor_of(id)).filter(|there| there.block == top.block);
        self.start_at(there.unwrap_or(Anchor { offset: 0, ..top }));
        self.current = current;
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

    /// Whether the first line is in sight.
    #[must_use]
    pub fn shows_its_beginning(&self) -> bool {
        self.layout.begins() && self.top_line() == 0
    }

    /// Whether the last line is in sight.
    #[must_use]
    pub fn shows_its_end(&self) -> bool {
        self.layout.ends() && self.window().end >= self.layout.lines.len()
    }

    /// The lines in sight.
    #[must_use]
    pub fn window(&self) -> std::ops::Range<usize> {
        let top = self.top_line();
        top..(top + self.height).min(self.layout.lines.len())
    }

    /// Scrolls by lines; how many lines it really was.
    pub fn scroll(&mut self, by: i32) -> i32 {
        let lines = by.unsigned_abs() as usize;
        // The next steps back find their lines laid out.
        let (above, below) = if by < 0 { (lines + 2 * self.height, 0) } else { (0, lines) };
        self.reach(self.top, above, below);
        let old = self.top_line();
        let new = old.saturating_add_signed(by as isize).min(self.layout.last_top(self.height));
        if new != old {
            self.scroll_to(self.layout.anchor_at(new));
        }
        new as i32 - old as i32
    }

    /// Puts a line at the top, as scrolling does.
    fn scroll_to(&mut self, top: Anchor) {
        self.top = top;
        self.reach(top, 0, 0);
        self.current = None;
        self.note = None;
        self.ended = None;
        self.edge = 0;
        self.drop_hidden_link();
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
    pub fn to_end(&mut self, end: End) -> bool {
        let before = self.layout.anchor_at(self.top_line());
        let last_block = (self.page.blocks.count() as u32).saturating_sub(1);
        let top = match end {
            End::First => {
                self.reach(Anchor::default(), 0, 0);
                self.layout.anchor_at(0)
            }
            End::Last => {
                self.reach(Anchor { block: last_block, offset: u32::MAX }, 0, 0);
                self.layout.anchor_at(self.layout.last_top(self.height))
            }
        };
        if top != before {
            self.scroll_to(top);
        }
        top != before
    }

    /// Makes a statement the current one and brings it into sight, with a little of what comes before.
    pub fn go(&mut self, statement: StatementId) {
        self.reset();
        self.current = Some(statement);
        let Some(anchor) = self.page.anchor_of(statement) else { return };
        let context = (self.height / 5).min(4);
        let (seen, line) = (self.window(), self.layout.line_at(anchor));
        let below = line + 2 <= seen.end.saturating_sub(self.height / 4);
        if !(self.layout.holds(anchor) && line >= seen.start + context.min(1) && below) {
            self.put_at_top(anchor, context);
        }
    }

    /// Scrolls so that an anchor stands under `context` lines at the top of the pane.
    fn put_at_top(&mut self, anchor: Anchor, context: usize) {
        self.reach(anchor, context, 0);
        self.top = self.layout.anchor_at(self.layout.line_at(anchor).saturating_sub(context));
        self.reach(self.top, 0, 0);
    }

    /// Puts a statement at the top of the pane.
    pub fn go_to_top(&mut self, statement: StatementId) {
        self.reset();
        self.current = Some(statement);
        if let Some(anchor) = self.page.anchor_of(statement) {
            self.put_at_top(anchor, 0);
        }
    }

    /// Brings the heading over a chapter's first statement, which stands at the top, into sight.
    pub fn show_heading(&mut self) {
        self.put_at_top(self.top, HEADING);
    }

    /// The statement that the reader is at: that of the focused link, the current one, or the first in sight.
    #[must_use]
    pub fn statement(&self) -> Option<StatementId> {
        if let Some(statement) = self.link.and_then(|link| self.page.statement_at(link)) {
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

/// Changes the language of a pack that no page holds any more.
fn read_in(pack: &mut Arc<Pack>, code: &str) {
    if let Some(pack) = Arc::get_mut(pack) {
        pack.read_in(code);
    }
}
