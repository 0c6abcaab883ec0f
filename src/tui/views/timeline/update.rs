//! The keys of the timeline.

use griot_history::quote::Form;
use griot_history::text::{Block, Shape, page};
use griot_history::timeline::{What, copy};
use ratatui::layout::Position;

use super::super::{Entry, View};
use super::moves::{
    choose, choose_at_place, dated, eras, events, open, outside, pan_from, row_of_entity, rows, to_era, zoom,
};
use super::{Timeline, paint, pointer};
use crate::tui::action::{Action, Button};
use crate::tui::held::{Drag, Grip};
use crate::tui::screens::Screen;
use crate::tui::shared::{Next, Shared};
use crate::tui::widgets::pen::Pen;

impl View for Timeline {
    fn enter(&mut self, shared: &mut Shared, entry: Entry) {
        self.refresh(shared);
        // Who’s who hands over a person or a thing; every other view a place in the text.
        let entity = shared.selected.entity.filter(|_| entry == Entry::From(Screen::Who));
        match entity.and_then(|entity| row_of_entity(self, shared, entity)) {
            Some(row) => choose(self, shared, row),
            None => choose_at_place(self, shared),
        }
    }

    fn update(&mut self, shared: &mut Shared, action: Action) -> Next {
        let page = usize::from(self.drawn.places.list.height).max(2) as i32;
        match action {
            Action::Lines(by) => rows(self, shared, by),
            Action::HalfPages(by) => rows(self, shared, by * (page / 2)),
            Action::Pages(by) => rows(self, shared, by * (page - 1)),
            Action::Top => choose(self, shared, 0),
            Action::Bottom => choose(self, shared, self.len().saturating_sub(1)),
            Action::Links(by) => events(self, shared, by),
            Action::Dated(by) => dated(self, shared, by),
            Action::Eras(by) => eras(self, shared, by),
            Action::Era(number) => match shared.pack.eras().nth(usize::from(number).wrapping_sub(1)) {
                Some(era) => to_era(self, shared, era),
                None => shared.say(format!("there are {} eras", shared.pack.eras().len())),
            },
            Action::Cycle => {
                self.kind = self.kind.next();
                shared.say(format!("{} scale: {}", self.kind.name(), self.kind.explained()));
            }
            Action::NextTable => {
                self.shown = self.shown.next(self.model.as_ref().is_some_and(|model| !model.groups.is_empty()));
                shared.say(format!("shown: {}", self.shown.explained()));
            }
            Action::Wider(by) => {
                let around = self.chosen().map(|row| row.at);
                zoom(self, shared, around, if by > 0 { 0.5 } else { 2.0 });
            }
            Action::Pan(by, _) => {
                let window = self.window_of(shared);
                pan_from(self, shared, window, f64::from(by) / 4.0);
            }
            Action::ShowAll => self.window = None,
            Action::Open => return open(self, shared),
            Action::OpenOutside => return outside(self, shared),
            _ => {}
        }
        Next::Stay
    }

    fn click(&mut self, shared: &mut Shared, at: Position, button: Button) -> Next {
        pointer::click(self, shared, at, button)
    }

    fn wheel(&mut self, shared: &mut Shared, at: Position, lines: i32) {
        pointer::wheel(self, shared, at, lines);
    }

    fn grip(&self, _shared: &Shared, at: Position) -> Option<Grip> {
        pointer::axis_at(self, at).map(Grip::Axis)
    }

    fn drag(&mut self, shared: &mut Shared, drag: &Drag) -> Next {
        if let Grip::Axis(begun) = drag.what {
            pointer::drag_axis(self, shared, begun, i32::from(drag.to.x) - i32::from(drag.from.x));
        }
        Next::Stay
    }

    /// When the filter or the set has changed, what is nearest to the place in the text is chosen again.
    fn fit(&mut self, shared: &mut Shared) {
        let before = self.filled_for.clone();
        self.refresh(shared);
        if before.is_some() && self.filled_for != before {
            choose_at_place(self, shared);
            self.refresh(shared);
        }
    }

    fn forget(&mut self) {
        self.model = None;
        self.filled_for = None;
        self.drawn_for = None;
    }

    fn paint(&self, shared: &Shared, pen: &mut Pen) -> Option<Position> {
        paint::paint(self, shared, pen)
    }

    fn copy(&self, shared: &Shared, form: Form) -> Option<String> {
        copy::of_row(&shared.pack, self.chosen()?.what, form)
    }

    fn copy_label(&self, _shared: &Shared, form: Form) -> &'static str {
        match form {
            Form::Quote => "the row with its citations",
            Form::Plain => "the row alone",
            Form::Citation | Form::Bibtex | Form::Ris | Form::Csl | Form::Address => form.name(),
        }
    }

    fn place(&self, shared: &Shared) -> String {
        shared.screen.name().to_owned()
    }

    /// The timeline has no share of the text to tell.
    fn clock(&self, shared: &Shared) -> String {
        shared.year().unwrap_or_else(|| shared.clock())
    }

    fn words(&self, shared: &Shared) -> Vec<Block> {
        let rows = (0..self.len()).filter_map(|at| self.row(at));
        let words = |what: What| {
            let when = what.when(&shared.pack).map_or_else(String::new, |when| shared.pack.date(&when));
            Block {
                gap: false,
                shape: Shape::Entry { label: when },
                ..page::plain(Shape::Passage, what.text(&shared.pack))
            }
        };
        rows.map(|row| words(row.what)).collect()
    }
}
