//! A view with a list, as one of the views: its keys and its mouse.

use griot_history::quote::Form;
use griot_history::text::Block;
use ratatui::layout::Position;

use super::super::{Entry, View};
use super::{ListView, Listing};
use crate::tui::action::{Action, Button};
use crate::tui::shared::{Next, Shared};
use crate::tui::travel;
use crate::tui::widgets::list::Motion;
use crate::tui::widgets::pen::Pen;

/// What a view with a list has of its own; the rest is the same for all of them.
pub trait ListingView: Listing + Sized {
    /// The view is shown again.
    fn enter(view: &mut ListView<Self>, shared: &mut Shared, entry: Entry);

    /// Does what one of the view’s own keys does; nothing for any other.
    fn act(view: &mut ListView<Self>, shared: &mut Shared, action: Action) -> Option<Next>;

    /// Paints the body of the screen; where the cursor belongs.
    fn paint(view: &ListView<Self>, shared: &Shared, pen: &mut Pen) -> Option<Position>;

    /// What is chosen, for the clipboard.
    fn copy(view: &ListView<Self>, shared: &Shared, form: Form) -> Option<String>;

    /// What a form of copy gives here.
    fn copy_label(view: &ListView<Self>, form: Form) -> &'static str;

    /// Where one is, in a line for small screens.
    fn place(view: &ListView<Self>, shared: &Shared) -> String;
}

impl<L: ListingView> View for ListView<L> {
    fn enter(&mut self, shared: &mut Shared, entry: Entry) {
        L::enter(self, shared, entry);
    }

    /// The view’s own keys come after those of the page beside the list.
    fn update(&mut self, shared: &mut Shared, action: Action) -> Next {
        self.listing.fill(shared, &mut self.list);
        if self.in_detail
            && let Some(next) = self.update_detail(shared, action)
        {
            return next;
        }
        if let Some(next) = L::act(self, shared, action) {
            return next;
        }
        match action {
            Action::Lines(by) => self.go(shared, Motion::Rows(by)),
            Action::HalfPages(by) => self.go(shared, Motion::HalfPages(by)),
            Action::Pages(by) => self.go(shared, Motion::Pages(by)),
            Action::Top => self.go(shared, Motion::Top),
            Action::Bottom => self.go(shared, Motion::Bottom),
            Action::Passages(by) => self.go(shared, Motion::Groups(by)),
            Action::Links(1..) => {
                self.in_detail = true;
                self.refresh(shared);
                self.step_link(shared, 1);
            }
            Action::Panes(by) => self.in_detail = by > 0,
            Action::Peek => self.in_detail = true,
            Action::Open => return self.open(shared),
            action => return travel(shared, action),
        }
        Next::Stay
    }

    fn escape(&mut self, _shared: &mut Shared) -> bool {
        self.leave_detail()
    }

    fn click(&mut self, shared: &mut Shared, at: Position, _button: Button) -> Next {
        self.click_at(shared, at)
    }

    fn wheel(&mut self, shared: &mut Shared, at: Position, lines: i32) {
        self.wheel_at(shared, at, lines);
    }

    fn forget(&mut self) {
        self.forget_words();
    }

    fn fit(&mut self, shared: &mut Shared) {
        self.refresh(shared);
    }

    fn paint(&self, shared: &Shared, pen: &mut Pen) -> Option<Position> {
        L::paint(self, shared, pen)
    }

    fn copy(&self, shared: &Shared, form: Form) -> Option<String> {
        L::copy(self, shared, form)
    }

    fn copy_label(&self, _shared: &Shared, form: Form) -> &'static str {
        L::copy_label(self, form)
    }

    fn place(&self, shared: &Shared) -> String {
        L::place(self, shared)
    }

    fn words(&self, _shared: &Shared) -> Vec<Block> {
        self.detail.blocks.clone()
    }
}

/// Goes through the text, which is not in sight: where that led is said.
fn travel(shared: &mut Shared, action: Action) -> Next {
    let next = travel::update(shared, action).unwrap_or(Next::Stay);
    if matches!(action, Action::Dated(_))
        && shared.message.is_none()
        && let Some(statement) = shared.reader.statement()
    {
        let statement = &shared.pack[statement];
        let when = statement.when.map_or_else(String::new, |when| format!("{} · ", shared.pack.date(&when)));
        shared.say(format!("{when}{} · {}", shared.pack.told_at(statement.passage), statement.text));
    }
    next
}
