//! Words that ask who came next in an office, or had come before.

/// Which of two in an order of office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Side {
    Next,
    Before,
}

impl Side {
    pub(in crate::search) const fn other(self) -> Self {
        match self {
            Self::Next => Self::Before,
            Self::Before => Self::Next,
        }
    }
}

/// How a word of succession stands to the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Speech {
    /// Before the name: `after Keïta`.
    Preposition,
    /// Before or behind it: `successor of Keïta`, `Keïta successor`.
    Noun,
    /// Behind it, it asks the other way: `who succeeded Keïta`, `whom did Keïta succeed`.
    Verb,
}

/// Words for who came next in an office, and who had come before.
pub(in crate::search) const SUCCESSION: &[(Side, Speech, &[&str])] = &[
    (Side::Next, Speech::Preposition, &["after", "apres"]),
    (Side::Before, Speech::Preposition, &["before", "avant"]),
    (Side::Next, Speech::Noun, &["successor", "successors", "successeur", "successeurs"]),
    (Side::Before, Speech::Noun, &["predecessor", "predecessors", "predecesseur", "predecesseurs"]),
    (
        Side::Next,
        Speech::Verb,
        &["succeeded", "succeed", "followed", "follow", "replaced", "replace", "succede", "succeda", "remplace"],
    ),
    (Side::Before, Speech::Verb, &["preceded", "precede", "precedait"]),
];
