//! `config.toml`: how the reader wants griot to look and which keys run what.
//!
//! Every line that is right holds, whatever else is wrong; where one is not, what griot does without it holds. Nothing is
//! parsed where there is no file.

mod file;
mod keys;
mod read;
mod reader;
mod table;
mod write;

use std::path::{Path, PathBuf};

use griot_pack::clean::clean;
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{Place, SourceLine};
use griot_pack::when::Language;

use super::keymap::{Keymap, Rebinding};
use super::settings::Settings;
use super::theme::{Depth, OwnColours, Theme};
use super::views::map::Marker;
use table::Value;

/// The name of the file, by which it is told of.
pub const NAME: &str = "config.toml";

/// What the reader set, and what of it could not be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    /// Where the file belongs; nothing where there is no home.
    pub path: Option<PathBuf>,
    /// Whether there is one.
    pub found: bool,
    /// What was set, by name, in the order of the table.
    values: Vec<(&'static str, Value)>,
    /// Roles and the colours that they were given, as they were written.
    colours: Vec<(&'static str, String)>,
    /// The same as colours.
    own: OwnColours,
    keys: Vec<Rebinding>,
    /// All keys, the reader’s own among them, where there are such.
    keymap: Option<Keymap>,
    /// All that is wrong with it, in the order of its lines.
    pub mistakes: Vec<Mistake>,
}

/// Something in the file that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where it is.
    pub place: Place,
    /// The line, unless the whole file is meant.
    pub source: Option<SourceLine>,
    /// What is wrong and what to do, in a sentence.
    pub what: String,
}

/// What was set of the looks, which goes before what was remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looks {
    /// The colours.
    pub theme: Option<Theme>,
    /// The most columns of text.
    pub measure: Option<u16>,
    /// The columns of the sidebar.
    pub sidebar: Option<u16>,
}

impl Looks {
    /// Puts what was set in the place of what else would hold.
    pub fn over(self, settings: &mut Settings) {
        settings.theme = self.theme.unwrap_or(settings.theme);
        settings.measure = self.measure.unwrap_or(settings.measure);
        settings.sidebar = self.sidebar.or(settings.sidebar);
    }
}

impl Config {
    /// Reads the file in the place that the XDG rules name, if there is one.
    #[must_use]
    pub fn open() -> Self {
        let Some(path) = file::place() else { return Self::default() };
        let config = match file::read(&path) {
            Ok(None) => return Self { path: Some(path), ..Self::default() },
            Ok(Some(text)) => Self::of(&text),
            Err(why) => Self { mistakes: vec![Mistake::of_file(&why)], ..Self::default() },
        };
        Self { path: Some(path), found: true, ..config }
    }

    /// Reads a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        read::config(text)
    }

    /// The keys, with the reader’s own.
    #[must_use]
    pub fn keymap(&self) -> Keymap {
        self.keymap.clone().unwrap_or_default()
    }

    /// The same for who wants them once.
    #[must_use]
    pub fn take_keymap(&mut self) -> Keymap {
        self.keymap.take().unwrap_or_default()
    }

    /// What was set of the looks.
    #[must_use]
    pub fn looks(&self) -> Looks {
        Looks {
            theme: self.word("theme").and_then(Theme::named),
            measure: self.number("width"),
            sidebar: self.number("sidebar"),
        }
    }

    /// The colours that were set, as a terminal has them.
    #[must_use]
    pub fn colours(&self, depth: Depth) -> OwnColours {
        self.own.in_depth(depth)
    }

    /// Whether griot takes the mouse.
    #[must_use]
    pub fn mouse(&self) -> Option<bool> {
        self.is_set("mouse")
    }

    /// Whether the lists beside the text are shown at first.
    #[must_use]
    pub fn panes(&self) -> Option<bool> {
        self.is_set("panes")
    }

    /// What the map is drawn with.
    #[must_use]
    pub fn marker(&self) -> Option<Marker> {
        Marker::named(self.word("marker")?)
    }

    /// Which signs are shown.
    #[must_use]
    pub fn glyphs(&self) -> Glyphs {
        Glyphs::of(self.is_set("ascii") == Some(true))
    }

    /// The language to read in where a pack is told in it, by its code.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.word("language")
    }

    /// The language that dates are shown in.
    #[must_use]
    pub fn date_language(&self) -> Option<Language> {
        Language::of_code(self.word("date-language")?)
    }

    /// How many lines of the file hold.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.values.len() + self.colours.len() + self.keys.len()
    }

    /// One line for a reader who has to know that not all of the file holds.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        let first = self.mistakes.first()?;
        Some(match self.mistakes.len() - 1 {
            0 => format!("{first}; griot config tells it"),
            more => format!("{first}; and {more} more: griot config"),
        })
    }

    fn value(&self, name: &str) -> Option<&Value> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    fn word(&self, name: &str) -> Option<&str> {
        match self.value(name)? {
            Value::Word(word) => Some(word),
            Value::Number(_) | Value::Is(_) => None,
        }
    }

    fn number(&self, name: &str) -> Option<u16> {
        match self.value(name)? {
            Value::Number(number) => Some(*number),
            Value::Word(_) | Value::Is(_) => None,
        }
    }

    fn is_set(&self, name: &str) -> Option<bool> {
        match self.value(name)? {
            Value::Is(is) => Some(*is),
            Value::Word(_) | Value::Number(_) => None,
        }
    }

    /// The whole file as it holds now, with a word on each setting; what is not set stands behind `#`.
    #[must_use]
    pub fn written(&self) -> String {
        write::file(self)
    }

    /// Where the file belongs, for people.
    #[must_use]
    pub fn shown_path(&self) -> String {
        self.path.as_deref().map_or_else(|| NAME.to_owned(), |path: &Path| clean(&path.to_string_lossy()).into_owned())
    }
}

impl Mistake {
    fn of_file(what: &str) -> Self {
        let place = Place { file: NAME.to_owned(), line: 0, column: 0 };
        Self { place, source: None, what: what.to_owned() }
    }
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.place.line {
            0 => write!(f, "{NAME} {}", self.what),
            line => write!(f, "{NAME}, line {line}: {}", self.what),
        }
    }
}

#[cfg(test)]
mod tests;
