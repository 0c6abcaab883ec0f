//! The views: a folder each, with its state, what changes it, what paints it and what it copies.

pub mod list_view;
pub mod map;
pub mod read;
pub mod sources;
pub mod timeline;
pub mod who;

use griot_history::quote::Form;
use griot_history::text::Block;
use ratatui::layout::Position;

use super::action::{Action, Button, Context};
use super::held::{Drag, Grip};
use super::screens::{Screen, for_each_view};
use super::shared::{Next, Shared};
use super::widgets::pen::Pen;

/// How a view comes to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// From another view, whose choice it takes over.
    From(Screen),
    /// As it was left: by going back.
    Return,
}

/// What a view does. It changes itself and what is shared, and asks for the rest.
pub trait View {
    /// It is about to be shown.
    fn enter(&mut self, shared: &mut Shared, entry: Entry);

    /// Another view is about to be shown.
    fn leave(&mut self, _shared: &mut Shared) {}

    /// Does what a key does that comes before those of every view; nothing, for any other.
    fn intercept(&mut self, _shared: &mut Shared, _action: Action) -> Option<Next> {
        None
    }

    /// Does what a key does.
    fn update(&mut self, shared: &mut Shared, action: Action) -> Next;

    /// Leaves the innermost thing that has the keys; whether there was one.
    fn escape(&mut self, _shared: &mut Shared) -> bool {
        false
    }

    /// A button went down and up again at a cell of the view.
    fn click(&mut self, shared: &mut Shared, at: Position, button: Button) -> Next;

    /// The wheel turned at a cell of the view, in lines.
    fn wheel(&mut self, shared: &mut Shared, at: Position, lines: i32);

    /// What can be dragged at a cell.
    fn grip(&self, _shared: &Shared, _at: Position) -> Option<Grip> {
        None
    }

    /// The pointer was dragged with what it has gripped.
    fn drag(&mut self, _shared: &mut Shared, _drag: &Drag) -> Next {
        Next::Stay
    }

    /// What was gripped is let go after it has moved.
    fn release(&mut self, _shared: &mut Shared, _grip: Grip) -> Next {
        Next::Stay
    }

    /// Brings all that follows from the state, the size and the filter up to date: nothing is done twice for the same.
    fn fit(&mut self, shared: &mut Shared);

    /// The pack is read in another language: forgets what was made of its words. What is chosen stays.
    fn forget(&mut self);

    /// Paints the body of the screen; where the cursor belongs.
    fn paint(&self, shared: &Shared, pen: &mut Pen) -> Option<Position>;

    /// What is chosen, for the clipboard.
    fn copy(&self, shared: &Shared, form: Form) -> Option<String>;

    /// What a form of copy gives here, for the copy menu.
    fn copy_label(&self, _shared: &Shared, form: Form) -> &'static str {
        form.name()
    }

    /// Where one is, in a line for small screens.
    fn place(&self, shared: &Shared) -> String;

    /// How far one is, for the end of the last line.
    fn clock(&self, shared: &Shared) -> String {
        shared.clock()
    }

    /// Which keys hold.
    fn context(&self, shared: &Shared) -> Context {
        Context::View(shared.screen)
    }

    /// Whether a hint of the footer has something to do now.
    fn hints(&self, _shared: &Shared, _command: &str) -> bool {
        true
    }

    /// What is shown, in words alone: for readers without a screen, and for other forms of the same page.
    fn words(&self, shared: &Shared) -> Vec<Block>;
}

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident, $module:ident, $($rest:literal),*;)*) => {
        /// The state of every view.
        #[derive(Debug, Default)]
        pub struct Views {
            $($(#[$doc])* pub $module: $module::$name),*
        }
    };
}
for_each_view!(views);

/// The one place where a call is handed over to the view that is shown.
macro_rules! shown {
    ($self:ident.$method:ident $args:tt of $screen:expr;
        $($(#[$doc:meta])* $name:ident, $module:ident, $($rest:literal),*;)*) => {
        match $screen {
            $(Screen::$name => $self.$module.$method $args),*
        }
    };
}

/// Calls what is the same for every view.
macro_rules! each {
    ($self:ident.$method:ident $args:tt; $($(#[$doc:meta])* $name:ident, $module:ident, $($rest:literal),*;)*) => {
        $($self.$module.$method $args;)*
    };
}

/// The view that is shown. A view that is added is asked for in every call: none is passed over by a wildcard.
#[deny(clippy::wildcard_enum_match_arm)]
impl View for Views {
    fn forget(&mut self) {
        for_each_view!(each self.forget(););
    }

    fn enter(&mut self, shared: &mut Shared, entry: Entry) {
        for_each_view!(shown self.enter(shared, entry) of shared.screen;);
    }

    fn leave(&mut self, shared: &mut Shared) {
        for_each_view!(shown self.leave(shared) of shared.screen;);
    }

    fn intercept(&mut self, shared: &mut Shared, action: Action) -> Option<Next> {
        for_each_view!(shown self.intercept(shared, action) of shared.screen;)
    }

    fn update(&mut self, shared: &mut Shared, action: Action) -> Next {
        for_each_view!(shown self.update(shared, action) of shared.screen;)
    }

    fn escape(&mut self, shared: &mut Shared) -> bool {
        for_each_view!(shown self.escape(shared) of shared.screen;)
    }

    fn click(&mut self, shared: &mut Shared, at: Position, button: Button) -> Next {
        for_each_view!(shown self.click(shared, at, button) of shared.screen;)
    }

    fn wheel(&mut self, shared: &mut Shared, at: Position, lines: i32) {
        for_each_view!(shown self.wheel(shared, at, lines) of shared.screen;);
    }

    fn grip(&self, shared: &Shared, at: Position) -> Option<Grip> {
        for_each_view!(shown self.grip(shared, at) of shared.screen;)
    }

    fn drag(&mut self, shared: &mut Shared, drag: &Drag) -> Next {
        for_each_view!(shown self.drag(shared, drag) of shared.screen;)
    }

    fn release(&mut self, shared: &mut Shared, grip: Grip) -> Next {
        for_each_view!(shown self.release(shared, grip) of shared.screen;)
    }

    fn fit(&mut self, shared: &mut Shared) {
        for_each_view!(shown self.fit(shared) of shared.screen;);
    }

    fn paint(&self, shared: &Shared, pen: &mut Pen) -> Option<Position> {
        for_each_view!(shown self.paint(shared, pen) of shared.screen;)
    }

    fn copy(&self, shared: &Shared, form: Form) -> Option<String> {
        for_each_view!(shown self.copy(shared, form) of shared.screen;)
    }

    fn copy_label(&self, shared: &Shared, form: Form) -> &'static str {
        for_each_view!(shown self.copy_label(shared, form) of shared.screen;)
    }

    fn place(&self, shared: &Shared) -> String {
        for_each_view!(shown self.place(shared) of shared.screen;)
    }

    fn clock(&self, shared: &Shared) -> String {
        for_each_view!(shown self.clock(shared) of shared.screen;)
    }

    fn context(&self, shared: &Shared) -> Context {
        for_each_view!(shown self.context(shared) of shared.screen;)
    }

    fn hints(&self, shared: &Shared, command: &str) -> bool {
        for_each_view!(shown self.hints(shared, command) of shared.screen;)
    }

    fn words(&self, shared: &Shared) -> Vec<Block> {
        for_each_view!(shown self.words(shared) of shared.screen;)
    }
}
