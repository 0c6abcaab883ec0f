//! What all views share: the pack, the page being read, the way back, and what was last said.

mod location;
mod steps;

use std::collections::BTreeMap;
use std::sync::Arc;

use griot_history::chronicle;
use griot_history::map::world;
use griot_history::scale::Story;
use griot_history::search::Index;
use griot_history::text::page::PageOf;
use griot_history::text::{Goal, Outside};
use griot_history::timeline::model;
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{EntityId, EraId, Pack, SourceId, StatementId, Target};
use ratatui::layout::Size;

use super::action::Effect;
use super::browser::Browser;
use super::keymap::Keymap;
use super::layout::{Chrome, Regions, regions};
use super::reader::Reader;
use super::screens::Screen;
use super::settings::Settings;
pub use location::{History, Location, Selected};

/// What all views share.
#[derive(Debug)]
pub struct Shared {
    /// What is read.
    pub pack: Arc<Pack>,
    /// Of the terminal, in cells.
    pub size: Size,
    /// How it looks.
    pub settings: Settings,
    /// Which keys run which commands.
    pub keymap: Keymap,
    /// Which view is shown.
    pub screen: Screen,
    /// The page being read: the one place in history that all views share.
    pub reader: Reader,
    /// What the last view had chosen: changing the view keeps it.
    pub selected: Selected,
    /// What the list of the present view is filtered by; empty shows all.
    pub filter: String,
    /// The ways back and forward.
    pub history: History,
    /// Places that were marked, in the order of marking.
    pub marks: Vec<Location>,
    /// The reader’s notes on statements.
    pub notes: BTreeMap<StatementId, String>,
    /// Recent searches, the newest first.
    pub recent: Vec<String>,
    /// One line for the reader; the next key takes it away.
    pub message: Option<String>,
    /// Whether something is being done that may be given up.
    pub working: bool,
    /// What shows URLs in the terminal itself, where there is no desktop to open them on.
    pub browser: Option<Browser>,
    /// What notes are written in: a program and its arguments.
    pub editor: Vec<String>,
    /// Read at the first look at a place.
    pub geo: Option<Geo>,
    /// Made at the first need of an axis.
    pub story: Option<Story>,
    /// Prepared at the first search.
    pub index: Option<Index>,
    /// Tells whether keys wait, for whom an answer may be given up.
    pub waiting: Waiting,
}

/// How it is asked whether something was typed that was not read yet: not at all, where there is no terminal.
#[derive(Default)]
pub struct Waiting(pub Option<Box<dyn Fn() -> bool>>);

impl Waiting {
    /// Whether something was typed.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.0.as_ref().is_some_and(|ask| ask())
    }
}

impl std::fmt::Debug for Waiting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Waiting").field(&self.0.is_some()).finish()
    }
}

/// What a view or a popup asks of the program after an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Nothing more.
    Stay,
    /// Something of the terminal.
    Effect(Effect),
    /// To go to what a link or an id names, and keep the way back.
    Open(Target),
    /// To go to a statement, with the link to an entity in it in focus.
    OpenLink(StatementId, EntityId),
    /// To show a source where it stands among the others.
    OpenSource(SourceId),
    /// To show the URL and ask before it is opened.
    Ask(String),
    /// To show the card on top, where there is no room beside the text.
    Peek,
    /// To put labels on the links in sight.
    JumpLabels,
    /// To choose a type of event from a list, and which is shown now.
    Types(Vec<String>, usize),
    /// To go back.
    Back,
}

impl Shared {
    /// A pack at its first era.
    #[must_use]
    pub fn new(pack: Pack, size: Size, settings: Settings, keymap: Keymap) -> Self {
        let pack = Arc::new(pack);
        let reader = Reader::new(&pack, PageOf::Era(pack.first_era()), None);
        Self {
            pack,
            size,
            settings,
            keymap,
            screen: Screen::Read,
            reader,
            selected: Selected::default(),
            filter: String::new(),
            history: History::default(),
            marks: Vec::new(),
            notes: BTreeMap::new(),
            recent: Vec::new(),
            message: None,
            working: false,
            browser: None,
            editor: vec!["vi".to_owned()],
            geo: None,
            story: None,
            index: None,
            waiting: Waiting::default(),
        }
    }

    /// Says something to the reader in the last line.
    pub fn say(&mut self, message: impl Into<String>) {
        self.message = Some(message.into());
    }

    /// The key of a command, for messages.
    #[must_use]
    pub fn key(&self, command: &str) -> String {
        self.keymap.key(command)
    }

    /// Where everything is on the screen, unless it is too small.
    #[must_use]
    pub fn regions(&self) -> Option<Regions> {
        self.regions_with(false)
    }

    /// The same, where the sidebar is called for although there is no room beside the text.
    #[must_use]
    pub fn regions_with(&self, sidebar_over: bool) -> Option<Regions> {
        let reading = self.screen == Screen::Read;
        let chrome = Chrome {
            only_text: self.settings.only_text && reading,
            sidebar_over,
            reading,
            measure: self.settings.measure,
            sidebar: self.settings.sidebar,
        };
        regions(self.size, chrome)
    }

    /// Where the reader is.
    #[must_use]
    pub fn here(&self) -> Location {
        let reader = &self.reader;
        Location {
            screen: self.screen,
            page: reader.page.of,
            top: reader.top,
            statement: reader.current.or_else(|| reader.page.statement_near(reader.top)),
            current: reader.current,
            link: reader.link,
            note: reader.note,
            ended: reader.ended,
            selected: self.selected,
            filter: self.filter.clone(),
        }
    }

    /// Keeps the present place for the way back.
    pub fn remember(&mut self) {
        let here = self.here();
        self.history.remember(here);
    }

    /// The era at hand: the one being read, or that of the last place before an entity's page.
    #[must_use]
    pub fn era(&self) -> EraId {
        let of = |page: PageOf| match page {
            PageOf::Era(era) => Some(era),
            PageOf::Entity(_) => None,
        };
        let before = || self.history.back.iter().rev().find_map(|location| of(location.page));
        of(self.reader.page.of).or_else(before).unwrap_or_else(|| self.pack.first_era())
    }

    /// The entity whose page is read.
    #[must_use]
    pub const fn page_entity(&self) -> Option<EntityId> {
        match self.reader.page.of {
            PageOf::Entity(entity) => Some(entity),
            PageOf::Era(_) => None,
        }
    }

    /// The entity that the focused link leads to.
    #[must_use]
    pub fn focused_entity(&self) -> Option<EntityId> {
        match self.reader.focused()? {
            Goal::Inside(Target::Entity(entity)) => Some(entity),
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
        match self.reader.statement() {
            Some(statement) if last > 0 => (statement.index() * 100 / last) as u32,
            _ => 0,
        }
    }

    /// The date of the reader's statement, or of the nearest dated one before it, no finer than a year.
    #[must_use]
    pub fn year(&self) -> Option<String> {
        chronicle::reading(&self.pack, self.reader.statement()?).map(|when| self.pack.date(&when.to_the_year()))
    }

    /// `1591 · 71 %`: how far the reader is.
    #[must_use]
    pub fn clock(&self) -> String {
        let percent = format!("{} %", self.percent());
        self.year().map_or_else(|| percent.clone(), |year| format!("{year} · {percent}"))
    }

    /// The URL of the article on an entity, or of its page in a catalogue, where it has one.
    #[must_use]
    pub fn page_outside(&self, entity: EntityId) -> Option<String> {
        Outside::of_entity(&self.pack, entity).next()?.address(&self.pack)
    }

    /// What opening a link asks for.
    #[must_use]
    pub fn follow(&self, goal: Goal) -> Next {
        match goal {
            Goal::Inside(target) => Next::Open(target),
            Goal::Outside(outside) => outside.address(&self.pack).map_or(Next::Stay, Next::Ask),
        }
    }

    /// Reads the map at the first need, and what stands under it. A pack that was opened has one that can be read.
    pub fn read_geo(&mut self) {
        if self.geo.is_none() {
            self.geo = self.pack.geo().ok().map(world::under);
        }
    }

    /// The story of the pack, made at the first need.
    pub fn story(&mut self) -> &Story {
        self.story.get_or_insert_with(|| model::stored_story(&self.pack))
    }

    /// Opens a page, if it is another; the place on it stays for the caller to set.
    pub fn open_page(&mut self, page: PageOf) {
        if self.reader.page.of == page && self.reader.page.is_built() {
            self.reader.reset();
            return;
        }
        if matches!(page, PageOf::Entity(_)) {
            self.read_geo();
        }
        self.reader.open_page(&self.pack, page, self.geo.as_ref());
    }

    /// Lays the text out for its pane, unless it is already.
    pub fn fit_reader(&mut self) {
        if self.screen != Screen::Read {
            return;
        }
        self.reader.build(&self.pack);
        if let Some(regions) = self.regions() {
            self.reader.fit(regions.text.width, regions.text.height, self.settings.glyphs);
        }
    }

    /// Hands a text to the terminal's clipboard, as much of it as may go there; `message` makes one of how many
    /// words that was and of what was cut.
    pub fn hand_over(&mut self, text: &str, message: impl Fn(&str, &str) -> String) -> Effect {
        let (text, cut) = griot_history::quote::capped(text);
        let count = text.split_whitespace().count();
        let words = if count == 1 { "1 word".to_owned() } else { format!("{count} words") };
        self.say(message(&words, if cut { "; cut at 4 KiB, griot read prints it all" } else { "" }));
        Effect::Copy(text)
    }
}
