//! The whole state of the program, and the only writer of it: what each action does.
//!
//! An action is reduced, whatever view it goes to, and then all that follows from the new state is brought up to date
//! once. What has to be done outside, by the terminal, comes back as an [`Effect`].

mod language;
mod navigation;
mod pointer;
mod reply;

use griot_history::quote::Form;
use griot_pack::pack::Pack;
use ratatui::layout::Size;

use super::action::{Action, Context, Effect};
use super::commands::Command;
use super::held::Held;
use super::keymap::Keymap;
use super::overlays::{self, Overlay, Then};
use super::screens::Screen;
use super::settings::Settings;
use super::shared::{Next, Shared};
use super::views::{View, Views};
use super::widgets::input::Input;
use super::widgets::list::List;
pub use reply::Reply;

/// Everything that the screen shows follows from this.
#[derive(Debug)]
pub struct App {
    /// What all views share.
    pub shared: Shared,
    /// What each view has of its own.
    pub views: Views,
    /// What lies on top, if anything.
    pub overlay: Option<Overlay>,
    /// What the pointer holds while its button is down.
    pub held: Option<Held>,
    /// Whether what lies beneath the search may have changed since it was painted: most keys there change its rows alone.
    pub beneath_changed: bool,
}

impl App {
    /// Opens a pack at its first era.
    #[must_use]
    pub fn new(pack: Pack, size: Size, settings: Settings) -> Self {
        Self::with_keys(pack, size, settings, Keymap::default())
    }

    /// The same with the reader's keys.
    #[must_use]
    pub fn with_keys(pack: Pack, size: Size, settings: Settings, keymap: Keymap) -> Self {
        let mut app = Self {
            shared: Shared::new(pack, size, settings, keymap),
            views: Views::default(),
            overlay: None,
            held: None,
            beneath_changed: true,
        };
        app.refresh();
        app
    }

    /// Gives the program its first size.
    pub fn open_at(&mut self, size: Size) {
        self.beneath_changed = true;
        self.shared.size = size;
        self.refresh();
    }

    /// Brings all that follows from the state up to date; what depends on nothing that has changed is left as it is.
    pub fn refresh(&mut self) {
        self.views.fit(&mut self.shared);
        if let Some(overlay) = &mut self.overlay {
            overlay.fit(&self.shared);
        }
    }

    /// Whether nothing is typed, chosen, dragged or selected that would be lost with the page.
    #[must_use]
    pub const fn is_at_rest(&self) -> bool {
        self.overlay.is_none() && self.held.is_none() && self.shared.reader.selected.is_none()
    }

    /// Which keys hold now.
    #[must_use]
    pub fn context(&self) -> Context {
        self.overlay.as_ref().map_or_else(|| self.view_context(), Overlay::context)
    }

    /// Which keys hold in the view beneath any popup.
    #[must_use]
    pub fn view_context(&self) -> Context {
        self.views.context(&self.shared)
    }

    /// Changes the state; what the terminal is to do besides drawing it anew.
    pub fn update(&mut self, action: Action) -> Effect {
        let effect = self.reduce(action);
        self.refresh();
        effect
    }

    /// Runs a command by its name, in a view where it holds.
    pub fn perform(&mut self, command: &Command) -> Effect {
        self.beneath_changed = true;
        self.shared.message = None;
        let effect = self.run(command);
        self.refresh();
        effect
    }

    /// Finds the answer of a search that was given up for a key, where that key has changed nothing.
    pub fn catch_up(&mut self) {
        if let Some(overlay @ Overlay::Search(_)) = &mut self.overlay {
            overlay.catch_up(&self.shared);
            overlay.fit(&self.shared);
        }
    }

    /// Reads what the next key may want, now that all is shown and nobody waits.
    pub fn prepare(&self) {
        if let (Some(index), Some(Overlay::Search(_))) = (&self.shared.index, &self.overlay) {
            index.prepare(&self.shared.pack);
        }
    }

    /// Types a text into the prompt that is open, as one change; elsewhere it means nothing.
    pub fn type_in(&mut self, text: &str) {
        self.beneath_changed |= !matches!(self.overlay, Some(Overlay::Search(_)));
        self.shared.message = None;
        if let Some(overlay) = &mut self.overlay {
            overlays::type_in(overlay, &mut self.shared, text);
        }
        self.refresh();
    }

    /// Types a text that was pasted. Line ends and tabs part words, as a list that was copied is meant.
    pub fn paste(&mut self, text: &str) {
        let pieces: Vec<&str> = text.split(['\r', '\n', '\t']).map(str::trim).filter(|it| !it.is_empty()).collect();
        self.type_in(&pieces.join(" "));
    }

    fn reduce(&mut self, action: Action) -> Effect {
        let before = std::mem::replace(&mut self.beneath_changed, true);
        match action {
            Action::Drag { column, row } => return self.drag((column, row).into()),
            Action::Release { column, row } => return self.release((column, row).into()),
            // The wheel may turn while something is dragged; all else ends that.
            Action::Wheel { .. } => {}
            _ => self.held = None,
        }
        if let Action::Resize(size) = action {
            self.shared.size = size;
            return Effect::None;
        }
        self.shared.message = None;
        match action {
            Action::QuitNow if self.context() == Context::Prompt => self.close(),
            Action::Quit | Action::QuitNow => return Effect::Quit,
            Action::Suspend => return Effect::Suspend,
            Action::Redraw => return Effect::Redraw,
            Action::Mouse => return self.take_mouse(),
            Action::Click { column, row, button } => return self.click((column, row).into(), button),
            Action::Press { column, row } => return self.press((column, row).into()),
            Action::Wheel { column, row, lines } => self.wheel((column, row).into(), lines),
            _ => {
                self.beneath_changed = before;
                return self.key(action);
            }
        }
        Effect::None
    }

    /// Does what a key asks: of what lies on top, or else of the view.
    fn key(&mut self, action: Action) -> Effect {
        let Some(overlay) = self.overlay.take() else {
            self.beneath_changed = true;
            return self.in_view(action);
        };
        let then = overlays::update(overlay, &mut self.shared, action);
        self.beneath_changed |= !matches!(then, Then::Stay(Overlay::Search(_)));
        match then {
            Then::Stay(overlay) => self.overlay = Some(overlay),
            Then::Pass(overlay, action) => {
                self.overlay = Some(overlay);
                let next = self.views.update(&mut self.shared, action);
                return self.follow(next);
            }
            Then::Close(next) => return self.follow(next),
            Then::Return(location) => {
                self.shared.remember();
                self.restore(location);
            }
            Then::CopyAs(form) => return self.copy(form),
            Then::Run(command) => return self.run(command),
            Then::Language(code) => self.read_in(&code),
            Then::Place(words) => self.go_to(&words),
            Then::Do(action) => {
                let next = self.views.update(&mut self.shared, action);
                return self.follow(next);
            }
        }
        Effect::None
    }

    /// Closes what lies on top.
    fn close(&mut self) {
        if let Some(overlay) = self.overlay.take() {
            overlays::close(overlay, &mut self.shared);
        }
    }

    /// Runs a command in a view where it holds.
    fn run(&mut self, command: &Command) -> Effect {
        let of_view = |context: &Context| match context {
            Context::View(screen) => Some(*screen),
            Context::Select => Some(Screen::Read),
            Context::Any | Context::Pick | Context::Prompt | Context::JumpLabels => None,
        };
        if !command.holds_in(self.view_context())
            && let Some(screen) = command.contexts.first().and_then(of_view)
        {
            self.show(screen);
        }
        self.reduce(command.action)
    }

    /// What keys do that are the same in every view; the rest is the view's own.
    fn in_view(&mut self, action: Action) -> Effect {
        if action == Action::Escape && std::mem::take(&mut self.shared.working) {
            self.shared.say("given up");
            return Effect::GiveUp;
        }
        if let Some(next) = self.views.intercept(&mut self.shared, action) {
            return self.follow(next);
        }
        match action {
            Action::Search => self.overlay = Some(Overlay::search(&mut self.shared, "")),
            Action::Help => self.overlay = Some(Overlay::help(Some(self.view_context()))),
            Action::Palette => self.overlay = Some(Overlay::help(None)),
            Action::Marks => self.list_marks(),
            Action::CopyMenu => {
                let labels = Form::ALL.map(|form| self.views.copy_label(&self.shared, form));
                self.overlay = Some(Overlay::CopyMenu { list: List::default(), labels });
            }
            Action::Filter => self.overlay = Some(Overlay::Filter(Input::of(&self.shared.filter))),
            Action::Show(screen) => self.show(screen),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::Mark => return self.mark(),
            Action::Note => match self.shared.reader.statement() {
                Some(statement) => return Effect::Note(statement),
                None => self.shared.say("there is no statement here to write a note on"),
            },
            Action::Copy => return self.copy(Form::Quote),
            Action::NextLanguage => self.next_language(),
            Action::NextTheme => {
                self.shared.settings.theme = self.shared.settings.theme.next();
                self.shared.say(format!("theme: {}", self.shared.settings.theme.name()));
            }
            Action::Escape if self.shared.screen != Screen::Read => self.leave_filter(),
            action => {
                let next = self.views.update(&mut self.shared, action);
                return self.follow(next);
            }
        }
        Effect::None
    }

    /// Gives the keys back to the list of a view, or shows all of it again.
    fn leave_filter(&mut self) {
        if self.views.escape(&mut self.shared) {
            return;
        }
        if self.shared.filter.is_empty() {
            let (quit, back) = (self.shared.key("quit"), self.shared.key("back"));
            self.shared.say(format!("{quit} quits, {back} goes back"));
        }
        self.shared.filter.clear();
    }

    /// Does what a view or a popup has asked for.
    fn follow(&mut self, next: Next) -> Effect {
        match next {
            Next::Stay => {}
            Next::Effect(effect) => return effect,
            Next::Open(target) => self.go(target),
            Next::OpenLink(statement, entity) => self.open_link(statement, entity),
            Next::OpenSource(source) => self.go_to_source(source),
            Next::Ask(url) => self.overlay = Some(Overlay::Ask(url)),
            Next::Types(rows, chosen) => {
                self.overlay = Some(Overlay::Types { list: List { chosen, ..List::default() }, rows });
            }
            Next::Peek => self.overlay = Some(Overlay::peek(&self.shared)),
            Next::JumpLabels => self.overlay = Some(Overlay::JumpLabels(String::new())),
            Next::Back => self.back(),
        }
        Effect::None
    }

    fn list_marks(&mut self) {
        if self.shared.marks.is_empty() && self.shared.notes.is_empty() {
            let (mark, note) = (self.shared.key("mark"), self.shared.key("note"));
            self.shared.say(format!("no marks yet: {mark} makes one, {note} writes a note"));
        } else {
            self.overlay = Some(Overlay::Marks(List::default()));
        }
    }

    fn mark(&mut self) -> Effect {
        let here = self.shared.here();
        if let Some(at) = self.shared.marks.iter().position(|mark| mark.is_at(&here)) {
            self.shared.marks.remove(at);
            self.shared.say("the mark is taken away");
        } else {
            let near = self.shared.reader.page.statement_near(here.top);
            self.shared.marks.push(here);
            let by_words = near.is_some_and(|id| self.shared.pack[id].id.is_none());
            let how =
                if by_words { "marked by its words, for this pack gives its statements no ids" } else { "marked" };
            self.shared.say(format!("{how}; {} lists the marks", self.shared.key("list-marks")));
        }
        Effect::Marks
    }

    /// Copies what is chosen.
    fn copy(&mut self, form: Form) -> Effect {
        let Some(text) = self.views.copy(&self.shared, form) else {
            self.shared.say("there is nothing to copy here");
            return Effect::None;
        };
        let sent = self.shared.settings.clipboard.sent();
        self.shared.hand_over(&text, |words, cut| format!("{words} {sent}{cut}"))
    }

    fn take_mouse(&mut self) -> Effect {
        let taken = !self.shared.settings.mouse;
        self.shared.settings.mouse = taken;
        if taken {
            self.shared.say("mouse on");
        } else {
            self.shared.say(format!("mouse off: it is the terminal’s; {} turns it on", self.shared.key("mouse")));
        }
        Effect::Mouse(taken)
    }
}
