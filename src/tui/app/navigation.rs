//! Going to another view or another place, and the way back.

use griot_history::chronicle;
use griot_history::text::Anchor;
use griot_history::text::page::PageOf;
use griot_pack::pack::{EntityId, SourceId, StatementId, Target};

use super::App;
use crate::place::{self, Found, Place};
use crate::tui::screens::Screen;
use crate::tui::shared::Location;
use crate::tui::views::{Entry, View};

impl App {
    /// Shows another view, which takes over what was chosen.
    pub(super) fn show(&mut self, screen: Screen) {
        let from = self.shared.screen;
        if from == screen {
            return;
        }
        self.shared.remember();
        self.views.leave(&mut self.shared);
        self.shared.screen = screen;
        self.shared.filter.clear();
        self.views.enter(&mut self.shared, Entry::From(from));
    }

    pub(super) fn back(&mut self) {
        match self.shared.history.back.pop() {
            Some(location) => {
                let here = self.shared.here();
                self.shared.history.forward.push(here);
                self.restore(location);
            }
            None => self.shared.say("no earlier place"),
        }
    }

    pub(super) fn forward(&mut self) {
        match self.shared.history.forward.pop() {
            Some(location) => {
                let here = self.shared.here();
                self.shared.history.back.push(here);
                self.restore(location);
            }
            None => self.shared.say("no later place"),
        }
    }

    /// Returns to a place exactly as it was.
    pub(super) fn restore(&mut self, location: Location) {
        let shared = &mut self.shared;
        shared.screen = location.screen;
        shared.selected = location.selected;
        shared.filter = location.filter;
        shared.open_page(location.page);
        let reader = &mut shared.reader;
        reader.start_at(location.top);
        (reader.current, reader.link) = (location.current, location.link);
        (reader.note, reader.ended) = (location.note, location.ended);
        self.views.enter(&mut self.shared, Entry::Return);
    }

    /// Goes to what an id names, and keeps the way back.
    pub fn open(&mut self, target: Target) {
        self.beneath_changed = true;
        self.go(target);
        self.refresh();
    }

    /// Goes to a place that was typed.
    pub(super) fn go_to(&mut self, words: &str) {
        match place::find(&self.shared.pack, words) {
            Ok(found) => self.open_place(found),
            Err(lost) => {
                // What the shell would do is of no use here.
                let what = lost.message.split("; griot ").next().unwrap_or_default();
                let search = self.shared.key("search");
                self.shared.say(format!("{what}; {search} searches everything"));
            }
        }
    }

    /// Goes to a place, and says in a line what it was taken for.
    pub fn open_place(&mut self, found: Found) {
        let Found { place, hint } = found;
        self.shared.message = hint;
        match place {
            Place::Target(target) => self.open(target),
            Place::Eras(eras) => {
                if let Some(era) = eras.first() {
                    self.open(Target::Era(*era));
                }
            }
            Place::Passages(passages) => {
                if let Some(passage) = passages.first() {
                    self.open(Target::Passage(*passage));
                }
            }
            Place::Source(source) => self.open_source(source),
            Place::Text(statements) => {
                if let Some(first) = statements.first() {
                    self.open(Target::Statement(*first));
                    let (count, search) = (statements.len(), self.shared.key("search"));
                    self.shared.say(format!("in the text in {count} places; {search} finds them all"));
                }
            }
            Place::Time(when) => {
                let moment = chronicle::at(&self.shared.pack, &when);
                // A picture of the time is no place to begin reading of it.
                let told = |id: &&StatementId| self.shared.pack[self.shared.pack[**id].passage].number.is_some();
                let exact = moment.statements.iter().find(told).or(moment.statements.first()).copied();
                if let Some(nearest) = exact.or(moment.before).or(moment.after) {
                    self.open(Target::Statement(nearest));
                }
                if exact.is_none() {
                    let when = self.shared.pack.date_in_words(&when);
                    self.shared.say(format!("the text dates nothing to {when}; this is the nearest"));
                }
            }
        }
    }

    /// Shows a source where it stands among the others.
    pub fn open_source(&mut self, source: SourceId) {
        self.beneath_changed = true;
        self.go_to_source(source);
        self.refresh();
    }

    /// Begins where a session was left.
    pub fn resume(&mut self, location: Location) {
        self.beneath_changed = true;
        self.restore(location);
        self.refresh();
    }

    pub(super) fn go(&mut self, target: Target) {
        self.shared.remember();
        self.shared.screen = Screen::Read;
        self.shared.filter.clear();
        self.views.read.give_keys_to_text();
        match target {
            Target::Entity(entity) => self.open_page(PageOf::Entity(entity)),
            Target::Era(era) => self.open_page(PageOf::Era(era)),
            Target::Chapter(_) | Target::Passage(_) => {
                if let Some(statement) = self.shared.pack.first_statement(target) {
                    self.shared.step_to(statement);
                    self.shared.reader.go_to_top(statement);
                }
                if matches!(target, Target::Chapter(_)) {
                    // A chapter begins with its heading in sight.
                    self.shared.reader.show_heading();
                }
            }
            Target::Statement(statement) => self.shared.step_to(statement),
        }
    }

    fn open_page(&mut self, page: PageOf) {
        self.shared.open_page(page);
        self.shared.reader.start_at(Anchor::default());
    }

    /// Goes to a statement, with the link to an entity in it in focus.
    pub(super) fn open_link(&mut self, statement: StatementId, entity: EntityId) {
        self.go(Target::Statement(statement));
        let reader = &mut self.shared.reader;
        let layout = &reader.layout;
        let leads = |link: &griot_history::text::Link| {
            let at = link.pieces.first().and_then(|piece| layout.statement_at(piece.line, piece.column));
            link.goal == griot_history::text::Goal::entity(entity) && at == Some(statement)
        };
        if let Some(link) = layout.links.iter().position(leads) {
            let at = layout.links[link].at;
            reader.focus(at);
        }
    }

    pub(super) fn go_to_source(&mut self, source: SourceId) {
        if self.shared.screen == Screen::Sources {
            self.shared.remember();
        }
        self.show(Screen::Sources);
        self.views.sources.show_source(&mut self.shared, source);
    }
}
