//! The rank of an answer: what stands before what, and why.

use std::cmp::Reverse;

use griot_pack::pack::Kind;
use griot_pack::when::Day;

/// How something answers a query, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The whole name.
    Exact,
    /// The query is a time, and the entity is of that time.
    Date,
    /// Who held the office, or played the part, that is asked for.
    Role,
    /// The name begins with the query.
    Prefix,
    /// Every word of the query begins a word of the name.
    Words,
    /// The first letters of the name’s words.
    Initials,
    /// Every word is said of the entity in its record: its type, its offices, who and where.
    Record,
    /// Every word stands in a statement, or in the name of what it links.
    Text,
    /// Every word begins one of a source’s authors, title and date.
    Source,
    /// The letters stand in the name in order.
    Fuzzy,
    /// A letter or two are wrong: “did you mean”.
    Typo,
}

impl Tier {
    /// The tier's word in JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Date => "date",
            Self::Role => "role",
            Self::Prefix => "prefix",
            Self::Words => "word-prefix",
            Self::Initials => "initials",
            Self::Record => "record",
            Self::Text => "text",
            Self::Source => "source",
            Self::Fuzzy => "fuzzy",
            Self::Typo => "typo",
        }
    }
}

/// What decides the order of answers. The first criterion in which two differ decides, the lesser stands before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// How much of the query it does not answer: rare words weigh more than common ones, and any word more than the date.
    pub lost: u16,
    /// How it answers.
    pub tier: Tier,
    /// How far it is from the kind of answer that was asked for: somebody, a place, a coup.
    pub kind_asked: u8,
    /// How well its date fits that of the query; the years between them where it does not.
    pub date: u16,
    /// How far from the name, and in how different a form, the words stand.
    pub distance: u16,
    /// How much of the name was typed, or how little of it misspelt.
    pub closeness: Reverse<i64>,
    /// The order of time where that was asked for, by its first day or against it.
    pub time: i64,
    /// In the order of lists.
    pub kind: Option<Kind>,
    /// How often the text speaks of it.
    pub mentions: Reverse<u32>,
    /// Its first day.
    pub first: Option<Day>,
    /// Its place in the pack.
    pub place: u32,
}

impl Rank {
    /// The rank of what answers so, and of which nothing else is known.
    pub(super) const fn of(tier: Tier) -> Self {
        Self {
            lost: 0,
            tier,
            kind_asked: 0,
            date: 0,
            distance: 0,
            closeness: Reverse(0),
            time: 0,
            kind: None,
            mentions: Reverse(0),
            first: None,
            place: 0,
        }
    }
}
