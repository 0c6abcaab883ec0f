//! What a line that was typed asks for.

use griot_history::text::Goal;
use griot_history::text::page::PageOf;
use griot_pack::pack::Target;

use super::{Choice, Then, Visit};
use crate::cli::Context as CliContext;
use crate::cli::{notes::Remarks, typed};
use crate::place;
use crate::tui::action::{Action, Context, Effect};
use crate::tui::app::Reply;
use crate::tui::commands::{self, LANGUAGE};
use crate::tui::key::Key;
use crate::tui::overlays::{self, Overlay};
use crate::tui::screens::Screen;
use crate::tui::store::Warning;

impl Visit {
    /// Does what a line asks, and tells what came of it.
    pub(super) fn answer(&mut self, line: &str) -> Then {
        if line.is_empty() {
            self.read_on();
            return Then::GoOn;
        }
        self.waiting.clear();
        if let Ok(number) = line.parse::<usize>() {
            return self.choose(number);
        }
        let typed = line.strip_prefix(':').map_or(line, str::trim);
        if self.app.overlay.is_some() {
            self.app.update(Action::Escape);
            if matches!(typed, "Esc" | "escape" | "close") {
                self.say("closed");
                return Then::GoOn;
            }
        }
        let (verb, rest) = typed.split_once(' ').map_or((typed, ""), |(verb, rest)| (verb, rest.trim()));
        match (verb, rest) {
            ("help" | "?", "") => self.help(),
            ("keys", "") => self.keys(),
            ("note" | "n", number) if number.parse::<u32>().is_ok() => self.note(number),
            (word, "") if word.starts_with('[') && word.ends_with(']') => self.note(word),
            ("a" | "note", words) if !words.is_empty() => self.keep_note(words),
            ("search", words) if !words.is_empty() => self.search(words),
            ("filter", words) if !words.is_empty() => self.filter(words),
            ("open", place) if !place.is_empty() => self.go(place),
            _ if line.starts_with('/') => self.search(line[1..].trim()),
            _ if typed.starts_with(LANGUAGE) => {
                self.app.read_in(rest);
                self.here = None;
                self.tell();
            }
            _ => return self.command(typed),
        }
        Then::GoOn
    }

    /// A key or a command of the explorer, a question, a command of the shell’s griot, or a place.
    fn command(&mut self, line: &str) -> Then {
        let key = line.parse::<Key>().ok();
        let context = self.app.context();
        if let Some(action) = key.and_then(|key| self.app.shared.keymap.action(context, key)) {
            return self.act(action);
        }
        if let Some(command) = commands::named(line) {
            if command.holds_in(self.app.context()) {
                return self.act(command.action);
            }
            if self.answers_by_itself(command.action) {
                return Then::GoOn;
            }
            let effect = self.app.perform(command);
            self.listed_anew(command.action);
            return self.after(effect);
        }
        if key.is_some() {
            self.say(&format!("{line} is no key here; help tells what there is"));
        } else if line.ends_with('?') {
            self.shell(&format!("ask {line}"));
        } else if !self.shell(line) {
            self.go(line);
        }
        Then::GoOn
    }

    /// Does what a key asks.
    fn act(&mut self, action: Action) -> Then {
        let reads = self.app.context() == Context::View(Screen::Read);
        let action = match action {
            // A passage is what is told at a time.
            Action::Lines(by) | Action::HalfPages(by) | Action::Pages(by) if reads => Action::Passages(by.signum()),
            Action::Bottom if reads => return self.go_to_the_last(),
            action if self.answers_by_itself(action) => return Then::GoOn,
            action => action,
        };
        let effect = self.app.update(action);
        self.listed_anew(action);
        if matches!(action, Action::Passages(_)) && reads && self.here == Some(self.at()) {
            self.app.shared.say("there is no more this way");
        }
        self.after(effect)
    }

    /// Sorts, sets and filters change a list whole.
    fn listed_anew(&mut self, action: Action) {
        let lists = matches!(action, Action::Cycle | Action::NextTable | Action::ShowAll | Action::Escape);
        if lists && self.app.shared.screen != Screen::Read {
            self.here = None;
        }
    }

    /// Answers what means something else where there are lines and no screen; whether it is such.
    fn answers_by_itself(&mut self, action: Action) -> bool {
        match action {
            Action::Panes(_)
            | Action::Wider(_)
            | Action::Sidebar(_)
            | Action::OnlyText
            | Action::NextTheme
            | Action::Marker
            | Action::Mouse
            | Action::Redraw
            | Action::Suspend => self.say("this changes what a screen looks like, and here is none"),
            Action::JumpLabels => self.place(),
            Action::Links(_) | Action::Peek if matches!(self.app.shared.screen, Screen::Who | Screen::Sources) => {
                self.detail();
            }
            Action::Note => self.say("a and words keep a note on this statement, as: a compare with 1.30"),
            Action::Filter => self.say("filter and words, in a list, as: filter battle"),
            Action::Search => self.say("/ and words, as: /timbuktu"),
            Action::Help => self.help(),
            Action::Palette => self.keys(),
            _ => return false,
        }
        true
    }

    /// What follows from a change.
    pub(super) fn after(&mut self, effect: Effect) -> Then {
        let said = matches!(effect, Effect::Copy(_) | Effect::OpenUrl(_) | Effect::Run(_));
        let then = self.carry_out(effect);
        if then == Then::GoOn && !said {
            self.tell();
        }
        then
    }

    /// To the last passage of the page; once more, of all.
    fn go_to_the_last(&mut self) -> Then {
        let pack = &self.app.shared.pack;
        if let PageOf::Era(era) = self.app.shared.reader.page.of {
            let here = self.app.shared.reader.statement().map(|id| pack[id].passage);
            let last = |era| pack.passages_in(era).last();
            let last = last(era).filter(|last| Some(*last) != here).or_else(|| last(pack.last_era()));
            if let Some(passage) = last {
                self.app.open(Target::Passage(passage));
            }
        }
        self.after(Effect::None)
    }

    /// Goes on where what was told ends.
    fn read_on(&mut self) {
        if !self.waiting.is_empty() {
            return;
        }
        let shared = &self.app.shared;
        match (self.app.overlay.is_some(), shared.screen, shared.reader.page.of) {
            (true, ..) => self.say("a number chooses; anything else closes this"),
            (_, Screen::Read, PageOf::Entity(entity)) => {
                let text = format!("that is all on {}; {} goes back", shared.pack[entity].name, shared.key("back"));
                self.say(&text);
            }
            (_, Screen::Read, PageOf::Era(_)) => drop(self.act(Action::Passages(1))),
            _ => self.list(),
        }
    }

    /// What a number leads to.
    fn choose(&mut self, number: usize) -> Then {
        let Some(choice) = number.checked_sub(1).and_then(|at| self.choices.get(at)).copied() else {
            // A number that nothing was told by may be a year.
            self.go(&number.to_string());
            return Then::GoOn;
        };
        let effect = match choice {
            Choice::Link(Goal::Inside(target)) => {
                self.app.open(target);
                Effect::None
            }
            Choice::Link(Goal::Outside(outside)) => {
                if let Some(address) = outside.address(&self.app.shared.pack) {
                    self.say(&address);
                }
                return Then::GoOn;
            }
            Choice::Popup(row) => {
                if let Some(overlay) = &mut self.app.overlay {
                    overlays::choose(overlay, row);
                }
                self.app.update(Action::Open)
            }
            Choice::Row(by) => {
                self.app.update(Action::Lines(by));
                self.app.update(Action::Open)
            }
        };
        self.after(effect)
    }

    /// Searches, and tells what was found by numbers.
    fn search(&mut self, words: &str) {
        self.app.update(Action::Search);
        self.app.type_in(words);
        self.tell();
    }

    /// Narrows the list of the view.
    fn filter(&mut self, words: &str) {
        self.app.update(Action::Filter);
        if !matches!(self.app.overlay, Some(Overlay::Filter(_))) {
            return self.say("the text has no list to filter; / and words search it");
        }
        self.app.update(Action::EraseLine);
        self.app.type_in(words);
        let effect = self.app.update(Action::Open);
        self.here = None;
        self.after(effect);
    }

    /// Goes to a place by its address or its name.
    fn go(&mut self, words: &str) {
        match place::find(&self.app.shared.pack, words) {
            Ok(found) => {
                self.app.open_place(found);
                self.tell();
            }
            Err(lost) => self.say(&lost.to_string()),
        }
    }

    /// Runs a command as the shell has it, on the pack that is open; whether it is one.
    fn shell(&mut self, line: &str) -> bool {
        let words: Vec<String> = std::iter::once("griot".to_owned())
            .chain(line.split_whitespace().map(|word| word.replace('"', "")))
            .collect();
        let verb = words.get(1).map_or("", String::as_str);
        if !crate::cli::args::Command::is_named(verb) {
            return false;
        }
        let context = CliContext {
            pack: &self.app.shared.pack,
            style: self.style,
            json: false,
            clock: self.clock,
            command: "read",
        };
        match typed(context, &words) {
            Some(Ok(output)) => {
                self.say(&output.text);
                output.messages.iter().for_each(|message| self.say(message));
            }
            Some(Err(error)) => self.say(&error.message),
            None => self.say(&format!("griot {verb} is for the shell")),
        }
        true
    }

    /// Keeps a note on the statement at hand.
    fn keep_note(&mut self, words: &str) {
        let Some(statement) = self.app.shared.reader.statement() else { return self.say("there is no statement here") };
        match self.notes.keep(&self.app.shared.pack, statement, words) {
            Ok(()) => self.say("the note is kept"),
            Err(why) => self.say(&Warning::NoteNotKept(why).to_string()),
        }
        if let Ok(notes) = self.notes.of_pack(&self.app.shared.pack) {
            self.app.hear(Reply::Notes(notes));
        }
    }

    /// A footnote by its number.
    fn note(&mut self, number: &str) {
        let number = number.trim_matches(['[', ']', ' ']);
        let pack = &self.app.shared.pack;
        let told = number.parse().ok().and_then(|number| Remarks::new(pack).told(pack, number));
        match told {
            Some(text) => self.say(&format!("Note {number}: {text}")),
            None => self.say(&format!("there is no note {number}")),
        }
    }
}
