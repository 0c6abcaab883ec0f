//! The kinds of entity.

/// The nine kinds of entity, in the order in which search shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Kind {
    /// One human being.
    #[default]
    Person,
    /// A town, a river, a region.
    Place,
    /// A state, an empire, a colony.
    Polity,
    /// A people or its language.
    People,
    /// An armed group, a party, a movement.
    Group,
    /// A court, a union of states, a company.
    Organization,
    /// What happened at a time.
    Event,
    /// An idea, a good, a custom.
    Concept,
    /// A book, a song, a law.
    Work,
}

impl Kind {
    /// In the order in which lists show them.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Place,
        Self::Polity,
        Self::People,
        Self::Group,
        Self::Organization,
        Self::Event,
        Self::Concept,
        Self::Work,
    ];

    /// The word for one of the kind.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.names().0
    }

    /// The word for several; also the name of the file that holds them.
    #[must_use]
    pub const fn plural(self) -> &'static str {
        self.names().1
    }

    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Person => ("person", "people"),
            Self::Place => ("place", "places"),
            Self::Polity => ("polity", "polities"),
            Self::People => ("people", "peoples"),
            Self::Group => ("group", "groups"),
            Self::Organization => ("organization", "organizations"),
            Self::Event => ("event", "events"),
            Self::Concept => ("concept", "concepts"),
            Self::Work => ("work", "works"),
        }
    }

    /// The heading of a list of the kind.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Person => "People",
            Self::Place => "Places",
            Self::Polity => "Polities",
            Self::People => "Peoples",
            Self::Group => "Groups",
            Self::Organization => "Organizations",
            Self::Event => "Events",
            Self::Concept => "Concepts",
            Self::Work => "Works",
        }
    }
}
