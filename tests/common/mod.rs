//! The program without a terminal: keys go in, frames come out. No clock, no files, no threads.
#![allow(dead_code, clippy::allow_attributes, reason = "every test file takes from it what it needs")]

use griot::tui::action::{Action, Button, Effect};
use griot::tui::app::App;
use griot::tui::frame;
use griot::tui::settings::Settings;
use griot::tui::theme::{Depth, Ink};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};

/// The program at some size, and what it last asked of the terminal.
pub struct Harness {
    pub app: App,
    pub effect: Effect,
}

impl Harness {
    pub fn new(width: u16, height: u16) -> Self {
        Self::with(width, height, Settings::default())
    }

    pub fn with(width: u16, height: u16, settings: Settings) -> Self {
        let pack = griot::built_in::pack().expect("the built-in pack");
        Self::of(App::new(pack, Size { width, height }, settings))
    }

    pub const fn of(app: App) -> Self {
        Self { app, effect: Effect::None }
    }

    /// Presses keys by their names, parted by spaces; a word that names no key is typed letter by letter.
    pub fn keys(mut self, keys: &str) -> Self {
        for word in keys.split_whitespace() {
            let letters = || word.chars().map(String::from).collect();
            let names: Vec<String> =
                word.parse::<griot::tui::key::Key>().map_or_else(|_| letters(), |_| vec![word.into()]);
            for name in names {
                let action = self.app.shared.keymap.action(self.app.context(), name.parse().expect("a key"));
                self.effect = action.map_or(Effect::None, |action| self.app.update(action));
            }
        }
        self
    }

    /// Types a text as it is, spaces and all.
    pub fn type_in(mut self, typed: &str) -> Self {
        self.app.type_in(typed);
        self
    }

    pub fn act(mut self, action: Action) -> Self {
        self.effect = self.app.update(action);
        self
    }

    /// The screen is of some other sizes, and then of its own again.
    pub fn after_other_sizes(self) -> Self {
        let own = self.app.shared.size;
        let others = [(40, 12), (200, 60), (24, 6), (10, 3), (80, 24), (120, 30)].map(Size::from);
        others.into_iter().chain([own]).fold(self, |it, size| it.act(Action::Resize(size)))
    }

    /// Clicks at a cell.
    pub fn click(self, column: u16, row: u16) -> Self {
        self.act(Action::Click { column, row, button: Button::Left })
    }

    pub fn buffer(&self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::from((ratatui::layout::Position::ORIGIN, self.app.shared.size)));
        frame::paint(&self.app, &mut buffer);
        buffer
    }

    /// The rows of the screen.
    pub fn frame(&self) -> String {
        rows(&self.buffer(), |cell| cell.symbol().to_owned())
    }

    /// The rows of the screen, and under them the ink of every cell, one letter for each look.
    pub fn inked(&self) -> String {
        let theme = self.app.shared.settings.theme;
        let inks = rows(&self.buffer(), |cell| {
            let ink = theme.ink_of(cell, Depth::Full);
            INKS.iter().find(|known| Some(known.0) == ink).map_or('!', |known| known.1).to_string()
        });
        format!("{}\n{inks}", self.frame())
    }
}

/// A letter for each look, found by asking the theme; inks that look alike share the first one's.
const INKS: [(Ink, char); 19] = [
    (Ink::Body, ' '),
    (Ink::Title, 'T'),
    (Ink::Heading, 'H'),
    (Ink::Quiet, '.'),
    (Ink::Label, 'n'),
    (Ink::Emphasis, 'i'),
    (Ink::Link, '_'),
    (Ink::Focus, 'R'),
    (Ink::Match, 'M'),
    (Ink::Warning, 'W'),
    (Ink::Note, 'n'),
    (Ink::Rule, '.'),
    (Ink::Key, 'H'),
    (Ink::Group1, '1'),
    (Ink::Group2, '2'),
    (Ink::Group3, '3'),
    (Ink::Group4, '4'),
    (Ink::Group5, '5'),
    (Ink::Group6, '6'),
];

fn rows(buffer: &Buffer, of: impl Fn(&Cell) -> String) -> String {
    let width = usize::from(buffer.area.width).max(1);
    let row = |cells: &[Cell]| cells.iter().map(&of).collect::<String>().trim_end().to_owned();
    buffer.content.chunks(width).map(row).collect::<Vec<_>>().join("\n")
}
