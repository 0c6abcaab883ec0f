//! What lies on top of a view: search, help, peek, labels, marks, the copy menu, a question, and the line of a filter.

pub mod help;
mod paint;
mod prompt;
pub mod search;
mod search_paint;
mod search_update;
mod update;
mod words;

use griot_history::quote::Form;
use griot_history::text::{Measure, width};
use ratatui::layout::{Position, Rect};

pub use paint::{Floor, paint};
pub use update::{close, type_in, update};
pub use words::{Said, words};

use super::action::{Action, Context};
use super::commands::Command;
use super::shared::{Location, Next, Shared};
use super::subject::Subject;
use super::widgets::detail::Detail;
use super::widgets::input::Input;
use super::widgets::list::List;
use search::Finder;
use search_update::catch_up;

/// What lies on top of the view; never more than one.
#[derive(Debug)]
pub enum Overlay {
    /// The search.
    Search(Box<Finder>),
    /// The key table: of the context it was called from, or every command.
    Help {
        /// What was typed to narrow the rows.
        input: Input,
        /// Which row is chosen.
        list: List,
        /// Whose keys; none for every command.
        context: Option<Context>,
    },
    /// The card, on screens that have no room for it.
    Peek(Box<Detail>),
    /// Labels on the links, and what of them has been typed.
    JumpLabels(String),
    /// The list of marks.
    Marks(List),
    /// The forms of a copy, and what each gives of what is chosen.
    CopyMenu {
        /// Which form is chosen.
        list: List,
        /// A line for each.
        labels: [&'static str; Form::ALL.len()],
    },
    /// The types of event, each with how many there are.
    Types {
        /// Which is chosen.
        list: List,
        /// A line for each.
        rows: Vec<String>,
    },
    /// A URL that waits for a yes.
    Ask(String),
    /// A line in which the view's list is filtered as one types.
    Filter(Input),
}

/// What follows from a key in an overlay.
#[derive(Debug)]
pub enum Then {
    /// It stays on top.
    Stay(Overlay),
    /// It is gone, and something is asked of the program.
    Close(Next),
    /// It is gone, and the reader returns to a marked place.
    Return(Location),
    /// It is gone, and what is chosen is copied in a form.
    CopyAs(Form),
    /// It is gone, and a command is run.
    Run(&'static Command),
    /// It is gone, and the pack is read in the language of a code.
    Language(String),
    /// It is gone, and the reader goes to a place that was typed.
    Place(String),
    /// It is gone, and the view beneath does what was chosen.
    Do(Action),
    /// It stays on top, and the view beneath does what the key asks.
    Pass(Overlay, Action),
}

#[deny(clippy::wildcard_enum_match_arm)]
impl Overlay {
    /// The key table of a context, or of everything.
    #[must_use]
    pub fn help(context: Option<Context>) -> Self {
        Self::Help { input: Input::default(), list: List::default(), context }
    }

    /// What is at hand, for screens without room for the card.
    #[must_use]
    pub fn peek(shared: &Shared) -> Self {
        let mut page = Detail::default();
        let blocks = Subject::of(shared).map(|subject| subject.told(shared)).unwrap_or_default();
        page.show(blocks, Measure { width: 60, glyphs: shared.settings.glyphs });
        Self::Peek(Box::new(page))
    }

    /// Which keys hold.
    #[must_use]
    pub const fn context(&self) -> Context {
        match self {
            Self::Search(_) | Self::Help { .. } | Self::Filter(_) => Context::Prompt,
            Self::JumpLabels(_) => Context::JumpLabels,
            Self::Peek(_) | Self::Marks(_) | Self::CopyMenu { .. } | Self::Types { .. } | Self::Ask(_) => Context::Pick,
        }
    }

    /// Finds what a search still owes.
    pub fn catch_up(&mut self, shared: &Shared) {
        if let Self::Search(finder) = self {
            catch_up(finder, shared);
        }
    }

    /// Brings what follows from the size and from the chosen row up to date.
    pub fn fit(&mut self, shared: &Shared) {
        let popup = Popup::of(self, shared);
        if let Self::Peek(page) = self {
            let columns = popup.map_or(60, |popup| popup.rows.width);
            page.fit(Measure { width: columns, glyphs: shared.settings.glyphs });
        } else if let Self::Search(finder) = self
            && let Some(room) = popup.and_then(|popup| popup.preview)
        {
            let measure = Measure { width: room.width, glyphs: shared.settings.glyphs };
            finder.fit(&shared.pack, (measure, usize::from(room.height)));
        }
    }
}

/// Where a popup lies: its frame, the line to type in, the rows and the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Popup {
    /// All of it.
    pub frame: Rect,
    /// Whether there is room for a border.
    pub border: bool,
    /// The line to type in.
    pub input: Option<Rect>,
    /// The rows of its list.
    pub rows: Rect,
    /// What the chosen row leads to: beside the rows, or under them where there is no room beside.
    pub preview: Option<Rect>,
    /// The line for hints.
    pub foot: Rect,
}

#[deny(clippy::wildcard_enum_match_arm)]
impl Popup {
    /// Where the popup of an overlay lies; labels and the line of a filter have none.
    #[must_use]
    pub fn of(overlay: &Overlay, shared: &Shared) -> Option<Self> {
        let all = shared.regions()?.all;
        let (columns, rows) = match overlay {
            Overlay::JumpLabels(_) | Overlay::Filter(_) => return None,
            Overlay::Search(_) => (104, 34),
            Overlay::Help { .. } => (100, 36),
            Overlay::Peek(page) => (64, (page.layout.lines.len() as u16 + 3).min(30)),
            Overlay::Marks(list) => (70, (shared.marks.len() + shared.notes.len()).max(list.chosen) as u16 + 4),
            Overlay::CopyMenu { labels, .. } => (56, labels.len() as u16 + 4),
            Overlay::Types { rows, .. } => (44, rows.len() as u16 + 4),
            Overlay::Ask(url) => (80, 6 + (width(url) / 70) as u16),
        };
        let border = all.width >= 50 && all.height >= 14;
        let (frame, inside) = if border {
            let size = Rect { width: columns.min(all.width - 2), height: rows.min(all.height - 2), ..all };
            let frame = Rect { x: (all.width - size.width) / 2, y: (all.height - size.height) / 2, ..size };
            (frame, Rect { x: frame.x + 2, y: frame.y + 1, width: frame.width - 4, height: frame.height - 2 })
        } else {
            (all, all)
        };
        let typed = matches!(overlay, Overlay::Search(_) | Overlay::Help { .. });
        let foot = Rect { y: inside.bottom() - 1, height: 1, ..inside };
        let head = if typed { 2 } else { 0 };
        let mut list = Rect { y: inside.y + head, height: inside.height.saturating_sub(head + 1), ..inside };
        let mut preview = None;
        if matches!(overlay, Overlay::Search(_)) && inside.width >= 96 {
            let left = inside.width / 2 + 2;
            preview = Some(Rect { x: inside.x + left + 2, width: inside.width - left - 2, ..list });
            list.width = left;
        } else if matches!(overlay, Overlay::Search(finder) if finder.has_found()) && list.height >= 15 {
            // Under the rows, with a rule between.
            let below = list.height / 3;
            list.height -= below + 1;
            preview = Some(Rect { y: list.bottom() + 1, height: below, ..list });
        }
        let input = typed.then_some(Rect { height: 1, ..inside });
        Some(Self { frame, border, input, rows: list, preview, foot })
    }

    /// How many rows of its list it shows.
    #[must_use]
    pub fn height(&self) -> usize {
        usize::from(self.rows.height.max(1))
    }
}

/// What a cell means to a popup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// It lies beside it.
    Outside,
    /// It lies in it, and on no row that can be chosen.
    Inside,
    /// A row of its list.
    Row(usize),
}

/// What lies under a cell.
#[must_use]
#[deny(clippy::wildcard_enum_match_arm)]
pub fn under(overlay: &Overlay, shared: &Shared, at: Position) -> Under {
    let Some(popup) = Popup::of(overlay, shared).filter(|popup| popup.frame.contains(at)) else {
        return Under::Outside;
    };
    if !popup.rows.contains(at) {
        return Under::Inside;
    }
    let offset = usize::from(at.y - popup.rows.y);
    let row_of = |list: &List, count: usize| {
        let row = list.first_shown(count, usize::from(popup.rows.height)) + offset;
        (row < count).then_some(row)
    };
    let row = match overlay {
        Overlay::Search(finder) => {
            let row = row_of(&finder.list, finder.rows.len());
            row.filter(|row| finder.rows[*row].goal().is_some())
        }
        Overlay::Help { list, input, context } => {
            let rows = help::rows(shared, input.text(), *context);
            row_of(list, rows.len()).filter(|row| rows[*row].can_be_chosen())
        }
        Overlay::Marks(list) => row_of(list, shared.marks.len() + shared.notes.len()),
        Overlay::CopyMenu { list, labels } => row_of(list, labels.len()),
        Overlay::Types { list, rows } => row_of(list, rows.len()),
        Overlay::Peek(_) | Overlay::JumpLabels(_) | Overlay::Ask(_) | Overlay::Filter(_) => None,
    };
    row.map_or(Under::Inside, Under::Row)
}

/// Chooses a row of an overlay's list.
#[deny(clippy::wildcard_enum_match_arm)]
pub fn choose(overlay: &mut Overlay, row: usize) {
    match overlay {
        Overlay::Search(finder) => {
            // What is clicked at is what is shown, whatever answer is still due.
            (finder.list.chosen, finder.is_behind) = (row, false);
        }
        Overlay::Help { list, .. }
        | Overlay::Marks(list)
        | Overlay::CopyMenu { list, .. }
        | Overlay::Types { list, .. } => list.chosen = row,
        Overlay::Peek(_) | Overlay::JumpLabels(_) | Overlay::Ask(_) | Overlay::Filter(_) => {}
    }
}
