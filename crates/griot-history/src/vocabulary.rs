//! The one table of everyday words, in English and French: what is listed, searched and completed by them.
//!
//! A row holds words that mean the same, in the singular and parted by commas, then words that are near them, by which
//! search finds them as well. What a row names, it names by the first alone. A word may be near many rows, and
//! search never follows one row into another.

mod deeds;
mod forms;
mod listed;
mod things;

pub(crate) use forms::TOLD_OF_OTHERS;
use griot_pack::pack::Kind;

/// What the words of a row name in a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// Entities of a kind.
    Kind(Kind),
    /// Those who rule, whatever their title.
    Rulers,
    /// Polities that bear the word in their names.
    Polities,
    /// Titles of offices.
    Titles,
    /// Titles of offices, and the rulers of polities that bear one of these words.
    Over(&'static str),
    /// Types of entity.
    Types,
}

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) names: Names,
    words: &'static str,
    near: &'static str,
}

impl Row {
    /// The words that mean the same.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        parted(self.words)
    }

    /// They, and the words near them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'static str> {
        parted(self.words).chain(parted(self.near))
    }
}

/// The words of a list.
pub(crate) fn parted(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(", ").filter(|word| !word.is_empty())
}

const fn row(names: Names, words: &'static str, near: &'static str) -> Row {
    Row { names, words, near }
}

const fn kind(kind: Kind, words: &'static str, near: &'static str) -> Row {
    row(Names::Kind(kind), words, near)
}

const fn types(words: &'static str, near: &'static str) -> Row {
    row(Names::Types, words, near)
}

/// The rows that name something.
pub(crate) fn rows() -> impl Iterator<Item = &'static Row> {
    listed::LISTED.iter()
}

/// Lists of words that say the same and name nothing, and of the forms of a word.
pub(crate) fn alike() -> impl Iterator<Item = &'static str> {
    [deeds::DEEDS, things::THINGS, forms::FORMS, forms::SPELLINGS].into_iter().flat_map(lists)
}

/// Lists of the spellings of one name.
pub(crate) fn spellings() -> impl Iterator<Item = &'static str> {
    lists(forms::SPELLINGS)
}

fn lists(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}
