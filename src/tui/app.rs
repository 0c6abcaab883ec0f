//! The whole state of the program.

mod held;
mod screen;
mod settings;

pub use held::{Grip, Held};
use ratatui::layout::Size;
pub use screen::{Pane, Screen};
pub use settings::{Clipboard, Settings};

pub use crate::tui::action::{Action, Context, Effect};
use crate::tui::bibliography::Bibliography;
use crate::tui::finder::Finder;
use crate::tui::input::Input;
use crate::tui::list::List;
use crate::tui::map::Map;
use crate::tui::reader::Reader;
use crate::tui::regions::{Chrome, Regions, regions};
use crate::tui::timeline::Timeline;
use crate::tui::who::Who;
use griot_history::search::Index;
use griot_history::text::Anchor;
use griot_history::text::page::PageOf;
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{EntityId, EraId, Pack, SourceId, StatementId, Target};

/// Everything that the screen shows follows from this.
#[derive(Debug)]
pub struct App {
    /// What is read.
    pub pack: Pack,
    /// Of the terminal, in cells.
    pub size: Size,
    /// How it looks.
    pub settings: Settings,
    /// Which of the five views is shown.
    pub screen: Screen,
    /// Which pane of the reading view has the keys.
    pub pane: Pane,
    /// The page being read: the one place in history that all views share.
    pub reader: Reader,
    /// State of the timeline.
    pub timeline: Timeline,
    /// State of the map.
    pub map: Map,
    /// State of who’s who.
    pub who: Who,
    /// State of the sources.
    pub bibliography: Bibliography,
    /// The entity that the last view had chosen: changing the view keeps it.
    pub in_hand: Option<EntityId>,
    /// What the list of the present view is filtered by; empty shows all.
    pub filter: String,
    /// The rows of the sidebar: eras, and the chapters of the one being read.
    pub sidebar: List,
    /// How far the card is scrolled.
    pub card_top: u16,
    /// The link of the card that has the focus, where the card has the keys.
    pub card_link: Option<usize>,
    /// What the pointer holds while its button is down.
    pub held: Option<Held>,
    /// What lies on top, if anything.
    pub overlay: Option<Overlay>,
    /// The way back, the latest last.
    pub past: Vec<Spot>,
    /// What back has left, the latest last.
    pub future: Vec<Spot>,
    /// Places that were marked, in the order of marking.
    pub marks: Vec<Spot>,
    /// Recent searches, the newest first.
    pub recent: Vec<String>,
    /// One line for the reader; the next key takes it away.
    pub message: Option<String>,
    /// Prepared at the first search.
    pub index: Option<Index>,
    /// Read at the first look at a place.
    pub geo: Option<Geo>,
}

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
    Peek {
        /// How far it is scrolled.
        top: u16,
    },
    /// Letters on the links, and what of them has been typed.
    Letters(String),
    /// The list of marks.
    Marks(List),
    /// The forms of a copy.
    CopyMenu(List),
    /// An address that waits for a yes.
    Ask(String),
    /// A line in which the view's list is filtered as one types.
    Filter(Input),
}

/// A place that can be returned to exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The view.
    pub screen: Screen,
    /// The page.
    pub of: PageOf,
    /// What stood at the top of the pane.
    pub top: Anchor,
    /// The statement in hand.
    pub hand: Option<StatementId>,
    /// The link in focus.
    pub link: Option<usize>,
    /// The footnote in focus.
    pub note: Option<(StatementId, usize)>,
    /// The line at which the page ended before it was turned.
    pub ended: Option<Anchor>,
    /// The entity in hand.
    pub in_hand: Option<EntityId>,
    /// The source that was chosen in the bibliography.
    pub source: Option<SourceId>,
}

impl App {
    /// Opens a pack at its first era.
    #[must_use]
    pub fn new(pack: Pack, size: Size, settings: Settings) -> Self {
        let first = PageOf::Era(pack.first_era());
        let reader = Reader::new(&pack, first, None);
        let mut app = Self {
            pack,
            size,
            settings,
            screen: Screen::Read,
            pane: Pane::Text,
            reader,
            timeline: Timeline::default(),
            map: Map::default(),
            who: Who::default(),
            bibliography: Bibliography::default(),
            in_hand: None,
            filter: String::new(),
            sidebar: List::default(),
            card_top: 0,
            card_link: None,
            held: None,
            overlay: None,
            past: Vec::new(),
            future: Vec::new(),
            marks: Vec::new(),
            recent: Vec::new(),
            message: None,
            index: None,
            geo: None,
        };
        app.timeline.prepare(&app.pack);
        app.fit();
        app
    }

    /// Where everything is on the screen, unless it is too small.
    #[must_use]
    pub fn regions(&self) -> Option<Regions> {
        regions(self.size, self.chrome())
    }

    const fn chrome(&self) -> Chrome {
        Chrome {
            only_text: self.settings.only_text && matches!(self.screen, Screen::Read),
            sidebar_over: matches!(self.pane, Pane::Sidebar),
            reading: matches!(self.screen, Screen::Read),
            measure: self.settings.measure,
            sidebar: self.settings.sidebar,
        }
    }

    /// Gives the program its first size: only what the first frame shows is laid out.
    pub fn fit_first(&mut self, size: Size) {
        self.size = size;
        if let Some(regions) = self.regions().filter(|_| self.screen == Screen::Read) {
            self.reader.build(&self.pack);
            self.reader.fit_opening(regions.text.width, regions.text.height, self.settings.ascii);
        }
        self.fit();
    }

    /// Lays out what the present size asks for. Everything that may change the size of a pane calls it.
    pub fn fit(&mut self) {
        if self.screen == Screen::Read {
            self.reader.build(&self.pack);
        }
        let Some(regions) = self.regions() else { return };
        if self.screen == Screen::Read {
            if self.pane == Pane::Card && regions.card.is_none() {
                self.pane = Pane::Text;
            }
            self.reader.fit(regions.text.width, regions.text.height, self.settings.ascii);
        }
        if let Some(ribbon) = regions.ribbon {
            self.timeline.fit_ribbon(&self.pack, ribbon);
        }
        if self.screen == Screen::Timeline && self.timeline.drawn.area != regions.body {
            self.timeline.fit(&self.pack, regions.body, &self.filter);
        }
        if self.screen == Screen::Who
            && let Some(places) = crate::tui::panes::lists::of_who(self)
        {
            self.who.fit(&self.pack, &places, self.settings.ascii);
        }
        if self.screen == Screen::Sources
            && let Some(places) = crate::tui::panes::lists::of_sources(self)
        {
            self.bibliography.fit(&self.pack, &places, self.settings.ascii);
        }
    }

    /// Which keys hold now.
    #[must_use]
    pub const fn context(&self) -> Context {
        match &self.overlay {
            Some(Overlay::Search(_) | Overlay::Help { .. } | Overlay::Filter(_)) => Context::Prompt,
            Some(Overlay::Letters(_)) => Context::Letters,
            Some(_) => Context::Pick,
            None => self.view_context(),
        }
    }

    /// Which keys hold in the view beneath any popup.
    #[must_use]
    pub const fn view_context(&self) -> Context {
        match self.screen {
            Screen::Read if self.reader.selects_by_keys() => Context::Select,
            Screen::Read => Context::Read,
            Screen::Timeline => Context::Timeline,
            Screen::Map => Context::Map,
            Screen::Who => Context::Who,
            Screen::Sources => Context::Sources,
        }
    }

    /// Where the reader is.
    #[must_use]
    pub const fn here(&self) -> Spot {
        Spot {
            screen: self.screen,
            of: self.reader.page.of,
            top: self.reader.top,
            hand: self.reader.hand,
            link: self.reader.link,
            note: self.reader.note,
            ended: self.reader.ended,
            in_hand: self.in_hand,
            source: self.bibliography.source,
        }
    }

    /// The era at hand: the one being read, or that of the last place before an entity's page.
    #[must_use]
    pub fn era(&self) -> EraId {
        let of = |spot: &Spot| match spot.of {
            PageOf::Era(era) => Some(era),
            PageOf::Entity(_) => None,
        };
        let before = || self.past.iter().rev().find_map(of);
        of(&self.here()).or_else(before).unwrap_or_else(|| self.pack.first_era())
    }

    /// The entity that the focused link leads to.
    #[must_use]
    pub fn focused_entity(&self) -> Option<EntityId> {
        match self.reader.focused()?.target {
            Target::Entity(entity) => Some(entity),
            _ => None,
        }
    }

    /// How far through the whole text the reader is, in percent.
    #[must_use]
    pub fn percent(&self) -> u32 {
        let at_the_end = self.reader.page.of == PageOf::Era(self.pack.last_era()) && self.reader.shows_its_end();
        if at_the_end {
            return 100;
        }
        let last = self.pack.statements().len().saturating_sub(1);
        match self.reader.eye(&self.pack) {
            Some(statement) if last > 0 => (statement.index() * 100 / last) as u32,
            _ => 0,
        }
    }
}
