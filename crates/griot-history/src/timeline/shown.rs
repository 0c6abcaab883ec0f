//! The sets of rows and lanes that the timeline shows.

use super::model::What;

/// What the lanes and the list hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// Statements and events in the list; polities, offices and events in the lanes.
    #[default]
    All,
    /// Polities and the offices of those who ruled.
    Powers,
    /// Events, a lane for each type.
    Events,
    /// Dated statements, a lane for each era.
    Statements,
    /// What stands in groups, a lane for each.
    Groups,
}

impl Shown {
    /// In the order in which one follows another.
    pub const ALL: [Self; 5] = [Self::All, Self::Powers, Self::Events, Self::Statements, Self::Groups];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Powers => "powers",
            Self::Events => "events",
            Self::Statements => "statements",
            Self::Groups => "groups",
        }
    }

    /// The one that follows; packs without groups have no set of them.
    #[must_use]
    pub const fn next(self, has_groups: bool) -> Self {
        match self {
            Self::All => Self::Powers,
            Self::Powers => Self::Events,
            Self::Events => Self::Statements,
            Self::Statements if has_groups => Self::Groups,
            Self::Statements | Self::Groups => Self::All,
        }
    }

    /// What it holds, in words.
    #[must_use]
    pub const fn explained(self) -> &'static str {
        match self {
            Self::All => "statements and events",
            Self::Powers => "polities and those who ruled",
            Self::Events => "events by type",
            Self::Statements => "dated statements by era",
            Self::Groups => "statements and events by group",
        }
    }

    /// Whether every lane is laid out, and those around the chosen row are in sight; of everything, the lanes that fit
    /// are an overview.
    #[must_use]
    pub const fn has_all_lanes(self) -> bool {
        !matches!(self, Self::All)
    }

    /// Whether the list holds events.
    #[must_use]
    pub const fn holds_events(self) -> bool {
        matches!(self, Self::All | Self::Events | Self::Groups)
    }

    /// Whether the list holds statements.
    #[must_use]
    pub const fn holds_statements(self) -> bool {
        matches!(self, Self::All | Self::Statements | Self::Groups)
    }

    /// Whether the list holds such rows.
    #[must_use]
    pub const fn holds(self, what: What) -> bool {
        match what {
            What::Statement(_) => self.holds_statements(),
            What::Event(_) => self.holds_events(),
            What::Polity(_) | What::Office(..) => matches!(self, Self::Powers),
            What::Silence(..) => matches!(self, Self::All | Self::Statements),
        }
    }
}
