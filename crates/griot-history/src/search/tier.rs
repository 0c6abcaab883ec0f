//! The tiers of an answer.

/// How a name answers a query, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The whole name.
    Exact,
    /// The query is a time, and the entity is of that time.
    Date,
    /// The name begins with the query.
    Prefix,
    /// Every word of the query begins a word of the name.
    Words,
    /// The first letters of the name's words.
    Initials,
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
            Self::Prefix => "prefix",
            Self::Words => "word-prefix",
            Self::Initials => "initials",
            Self::Fuzzy => "fuzzy",
            Self::Typo => "typo",
        }
    }
}
