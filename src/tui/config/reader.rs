//! A text while it is read: what was found in it so far, and what was wrong.

use std::ops::Range;

use griot_pack::clean::clean;
use griot_pack::pack::nearest;
use toml::Spanned;
use toml::de::{DeString, DeValue};

use super::Config;

pub(super) type Name<'t, 'i> = &'t Spanned<DeString<'i>>;
pub(super) type Given<'t, 'i> = &'t Spanned<DeValue<'i>>;

/// What is wrong, and the stretch of the text that it is about.
pub(super) type Wrong = (Range<usize>, String);

/// A text that is being read.
pub(super) struct Reader {
    pub config: Config,
    pub wrong: Vec<Wrong>,
    /// Where each of the keys stands that the configuration has.
    pub key_lines: Vec<Range<usize>>,
}

impl Reader {
    pub(super) fn mistake<T>(&mut self, at: &Spanned<T>, what: impl Into<String>) {
        self.wrong.push((at.span(), what.into()));
    }

    /// A name that is none of those known.
    pub(super) fn unknown(&mut self, name: Name, what: &str, known: impl IntoIterator<Item = &'static str>) {
        let typed = name.get_ref();
        let near = nearest(typed, known).map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
        self.mistake(name, format!("there is no {what} \"{}\"{near}", clean(typed)));
    }
}
