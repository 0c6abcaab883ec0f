//! What relations may have that cannot be, and what is said of it.

use std::fmt::{self, Display, Formatter};

/// What is wrong with how somebody is said to be related.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kin {
    /// To themselves.
    Own {
        /// What they would be to themselves.
        kind: &'static str,
    },
    /// Somebody who is no person, as a parent or a spouse, or with one.
    NoPerson {
        /// What only people have.
        kind: &'static str,
        /// The name of what is none.
        name: String,
        /// The sort of thing that it is.
        is: &'static str,
    },
    /// People who are each a parent of the next, and the last of the first: the first stands at the end again.
    Circle(Vec<String>),
    /// A child that was there before a parent.
    BeforeParent {
        /// The child with its dates.
        child: String,
        /// The parent with theirs.
        parent: String,
    },
}

impl Kin {
    /// The short name of the rule.
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::Own { .. } => "own-relative",
            Self::NoPerson { .. } => "no-person",
            Self::Circle(_) => "parent-circle",
            Self::BeforeParent { .. } => "before-parent",
        }
    }
}

impl Display for Kin {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own { kind } => write!(f, "nobody is a {kind} of their own: name the other"),
            Self::NoPerson { kind, name, is } => {
                let article = if is.starts_with(['e', 'o']) { "an" } else { "a" };
                write!(f, "only people have a {kind}, and {name:?} is {article} {is}")
            }
            Self::Circle(names) => {
                write!(f, "each would be a parent of the one before: {}", names.join(" ← "))
            }
            Self::BeforeParent { child, parent } => {
                write!(f, "{child} was there before the parent {parent}: one of the dates, or the relation, is not so")
            }
        }
    }
}
