//! The mouse. Every position is checked against the regions: terminals report anything.

use ratatui::layout::Position;

use super::App;
use crate::tui::action::{Action, Button, Effect};
use crate::tui::header;
use crate::tui::held::{Drag, Held};
use crate::tui::overlays::{self, Under};
use crate::tui::views::View;

impl App {
    /// The button went down: on what can be dragged it waits for the pointer to move, on all else it is a click.
    pub(super) fn press(&mut self, at: Position) -> Effect {
        let grip = if self.overlay.is_none() { self.views.grip(&self.shared, at) } else { None };
        let Some(what) = grip else { return self.click(at, Button::Left) };
        self.shared.reader.selected = None;
        self.held = Some(Held { at, moved: false, what });
        Effect::None
    }

    /// The pointer moved with the button down.
    pub(super) fn drag(&mut self, at: Position) -> Effect {
        let (Some(held), Some(_)) = (self.held, self.shared.regions()) else { return Effect::None };
        if at == held.at && !held.moved {
            return Effect::None;
        }
        self.shared.message = None;
        self.held = Some(Held { moved: true, ..held });
        let drag = Drag { what: held.what, from: held.at, to: at, first: !held.moved };
        let next = self.views.drag(&mut self.shared, &drag);
        self.follow(next)
    }

    /// The button went up: without a move it was a click where it had gone down.
    pub(super) fn release(&mut self, at: Position) -> Effect {
        if self.held.is_some_and(|held| !held.moved) {
            // A quick hand may move and let go between two reports.
            self.drag(at);
        }
        let Some(held) = self.held.take() else { return Effect::None };
        if !held.moved {
            self.shared.message = None;
            return self.click(held.at, Button::Left);
        }
        let next = self.views.release(&mut self.shared, held.what);
        self.follow(next)
    }

    /// A button went down and up again.
    pub(super) fn click(&mut self, at: Position, button: Button) -> Effect {
        self.shared.reader.selected = None;
        let Some(regions) = self.shared.regions() else { return Effect::None };
        if self.overlay.is_some() {
            return self.click_overlay(at);
        }
        if regions.header.contains(at) && regions.tabs {
            if let Some(screen) = header::tab_at(&self.shared, &regions, at.x) {
                self.show(screen);
            } else if let Some(action) = header::key_at(&self.shared, &regions, at.x) {
                return self.key(action);
            }
        } else if regions.body.contains(at) || regions.ribbon.is_some_and(|ribbon| ribbon.contains(at)) {
            let next = self.views.click(&mut self.shared, at, button);
            return self.follow(next);
        }
        Effect::None
    }

    fn click_overlay(&mut self, at: Position) -> Effect {
        let Some(overlay) = &mut self.overlay else { return Effect::None };
        match overlays::under(overlay, &self.shared, at) {
            // A click beside the popup closes it.
            Under::Outside => self.close(),
            Under::Inside => {}
            Under::Row(row) => {
                overlays::choose(overlay, row);
                return self.key(Action::Open);
            }
        }
        Effect::None
    }

    /// The wheel turned at a cell, in lines.
    pub(super) fn wheel(&mut self, at: Position, lines: i32) {
        if self.shared.regions().is_none() {
            return;
        }
        if self.overlay.is_some() {
            self.key(Action::Lines(lines.signum()));
        } else {
            self.views.wheel(&mut self.shared, at, lines);
        }
    }
}
