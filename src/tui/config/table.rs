//! The settings: what each is called, what it does and what it takes. Reading and writing both go by this table.

use std::fmt::{self, Display, Formatter};
use std::ops::RangeInclusive;

use griot_pack::pack::nearest;
use toml::de::DeValue;

use crate::tui::layout::SIDEBARS;
use crate::tui::settings::Settings;

/// One line of the file outside of colours and keys.
pub(super) struct Setting {
    pub name: &'static str,
    /// What it does, in a phrase.
    pub does: &'static str,
    pub takes: Takes,
    /// What holds where neither this nor anything else was ever chosen, as it is written.
    pub at_first: &'static str,
}

/// What a setting takes.
pub(super) enum Takes {
    OneOf(&'static [&'static str]),
    Number(RangeInclusive<u16>),
    YesNo,
    /// The code of a language.
    Code,
}

/// What a setting was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Word(String),
    Number(u16),
    Is(bool),
}

pub(super) const SETTINGS: [Setting; 9] = [
    Setting {
        name: "theme",
        does: "Colours: auto takes the terminal’s own, light or dark",
        takes: Takes::OneOf(&["auto", "ink", "paper", "contrast"]),
        at_first: "\"auto\"",
    },
    Setting {
        name: "width",
        does: "The most columns of text",
        takes: Takes::Number(Settings::MEASURES),
        at_first: "64",
    },
    Setting {
        name: "sidebar",
        does: "Columns of the list of eras; unset, as many as suit the screen",
        takes: Takes::Number(SIDEBARS),
        at_first: "30",
    },
    Setting {
        name: "panes",
        does: "Whether lists stand beside the text at first; without them a line scrolled is all that any terminal is sent",
        takes: Takes::YesNo,
        at_first: "true",
    },
    Setting {
        name: "mouse",
        does: "Whether griot takes the mouse: without it, the terminal selects text as everywhere else",
        takes: Takes::YesNo,
        at_first: "true",
    },
    Setting {
        name: "marker",
        does: "What the map is drawn with; words tell it",
        takes: Takes::OneOf(&["braille", "blocks", "dots", "words"]),
        at_first: "\"braille\"",
    },
    Setting {
        name: "ascii",
        does: "Whether only ASCII is shown, for fonts that have little else",
        takes: Takes::YesNo,
        at_first: "false",
    },
    Setting {
        name: "language",
        does: "The language to read in, by its code, where a pack is told in it",
        takes: Takes::Code,
        at_first: "\"en\"",
    },
    Setting {
        name: "date-language",
        does: "What dates are shown in; unset, the language that is read, if it is one of these, or English",
        takes: Takes::OneOf(&["en", "fr"]),
        at_first: "\"en\"",
    },
];

impl Takes {
    /// Reads what a setting was given.
    ///
    /// # Errors
    /// What it takes, for a message.
    pub fn read(&self, value: &DeValue) -> Result<Value, String> {
        let found = || format!("it takes {}", self.told());
        match self {
            Self::OneOf(words) => {
                let word = value.as_str().ok_or_else(found)?;
                let near = || nearest(word, words.iter().copied());
                let hint = || near().map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
                words.iter().find(|known| **known == word).ok_or_else(|| found() + &hint())?;
                Ok(Value::Word(word.to_owned()))
            }
            Self::Number(range) => {
                let number = value.as_integer().and_then(|it| u16::from_str_radix(it.as_str(), it.radix()).ok());
                number.filter(|number| range.contains(number)).map(Value::Number).ok_or_else(found)
            }
            Self::YesNo => value.as_bool().map(Value::Is).ok_or_else(found),
            Self::Code => {
                let is_code = |word: &&str| {
                    !word.is_empty() && word.len() <= 35 && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                };
                value.as_str().filter(is_code).map(|word| Value::Word(word.to_owned())).ok_or_else(found)
            }
        }
    }

    /// In words.
    pub fn told(&self) -> String {
        match self {
            Self::OneOf(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
                words.split_last().map_or_else(String::new, |(last, rest)| format!("{} or {last}", rest.join(", ")))
            }
            Self::Number(range) => format!("a whole number from {} to {}", range.start(), range.end()),
            Self::YesNo => "true or false".to_owned(),
            Self::Code => "the code of a language, as \"fr\"".to_owned(),
        }
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => write!(f, "\"{word}\""),
            Self::Number(number) => write!(f, "{number}"),
            Self::Is(is) => write!(f, "{is}"),
        }
    }
}
