//! What a plain file may have that surprises, and what is said of it.

use std::fmt::{self, Display, Formatter};

use super::words::did_you_mean;

/// What is wrong with how a plain file is written: what it says is read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plain {
    /// A head that never ends.
    OpenHead,
    /// A line of the head that says nothing.
    HeadLine,
    /// A key of the head that nothing reads.
    HeadKey {
        /// As it is written.
        key: String,
        /// The key that comes near.
        nearest: Option<&'static str>,
    },
    /// A heading with nothing to read below it.
    NothingBelow,
    /// A mark of a note that is not there.
    NoSuchNote {
        /// What it is called.
        label: String,
        /// The one that comes near.
        nearest: Option<String>,
    },
    /// A bibliography that the head names, or that is called as the file is, and that cannot be read.
    NoBibliography {
        /// The file.
        name: String,
        /// Why.
        why: String,
    },
    /// What could not be read of a bibliography, in a sentence.
    OfBibliography(String),
    /// What stands where a position is wanted, and is none.
    NoPosition(String),
    /// An office, while it is not said of what.
    OfWhat(String),
    /// A word that is none of those that may stand there.
    NoSuchWord {
        /// As it is written.
        word: String,
        /// The one that comes near.
        nearest: Option<&'static str>,
        /// All that may stand there.
        known: &'static [&'static str],
    },
    /// A name that is described a second time, and no id tells the two apart.
    DescribedTwice(String),
    /// A note with the label of another: that it is not read.
    RepeatedNote(String),
    /// A note that says nothing.
    EmptyNote,
    /// A name that is described nowhere, while one like it is.
    Undescribed {
        /// As it is written.
        name: String,
        /// The one that comes near.
        nearest: String,
    },
}

impl Plain {
    /// The short name of the rule.
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::OpenHead => "open-head",
            Self::HeadLine => "head-line",
            Self::HeadKey { .. } => "head-key",
            Self::NothingBelow => "nothing-below",
            Self::NoSuchNote { .. } => "no-such-note",
            Self::NoBibliography { .. } => "no-bibliography",
            Self::OfBibliography(_) => "of-bibliography",
            Self::NoPosition(_) => "no-position",
            Self::OfWhat(_) => "of-what",
            Self::NoSuchWord { .. } => "unknown-word",
            Self::DescribedTwice(_) => "described-twice",
            Self::RepeatedNote(_) => "repeated-note",
            Self::EmptyNote => "empty-note",
            Self::Undescribed { .. } => "undescribed",
        }
    }
}

impl Display for Plain {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::OpenHead => f.write_str("the head that opens here never ends: close it with a line ---"),
            Self::HeadLine => f.write_str("this line of the head says nothing: write key: value"),
            Self::HeadKey { key, nearest } => {
                write!(f, "nobody reads {key:?} in the head")?;
                did_you_mean(f, *nearest)
            }
            Self::NothingBelow => f.write_str("nothing stands below this heading yet"),
            Self::NoSuchNote { label, nearest } => {
                write!(f, "no note and no source is called {label:?}, and its mark is shown as it stands")?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::NoBibliography { name, why } => write!(f, "no bibliography could be read from {name:?}: it {why}"),
            Self::OfBibliography(what) => f.write_str(what),
            Self::NoPosition(written) => {
                write!(f, "{written:?} is no latitude and longitude, such as 44.84, 0.21: it is kept as words")
            }
            Self::OfWhat(title) => {
                write!(f, "it is not said of what {title:?} is an office: write Mayor of [[Town]]; it is kept as words")
            }
            Self::NoSuchWord { word, nearest, known } => {
                write!(f, "{word:?} is none of {}", known.join(", "))?;
                did_you_mean(f, *nearest)
            }
            Self::DescribedTwice(name) => {
                write!(f, "{name:?} is described already, and its name means the first: write {name} {{#an-id}} here")
            }
            Self::RepeatedNote(label) => {
                write!(f, "there is a note {label:?} already, which its marks mean: this one is left out")
            }
            Self::EmptyNote => f.write_str("the note says nothing: its label stands for what it is to say"),
            Self::Undescribed { name, nearest } => {
                write!(f, "{name:?} is described nowhere; did you mean {nearest:?}?")
            }
        }
    }
}
