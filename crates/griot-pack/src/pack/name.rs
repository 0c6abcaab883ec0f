//! Names of authors and editors, in the parts that citation styles know them by.

use serde::Serialize;

use super::text::Text;

/// The name of an author or an editor, as the Citation Style Language has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Name {
    /// A person whose name has parts.
    Person(Person),
    /// A body, a person of one name, or a name that nobody has taken apart.
    Literal {
        /// The name as it is said.
        literal: Text,
    },
}

/// The parts of a person's name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Person {
    /// What lists are sorted by: `Huysecom`, `Ortega y Gasset`.
    pub family: Text,
    /// As the bearer writes it: `Eric`, `M.`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<Text>,
    /// Stays with the family name wherever that stands alone: the `De` of De Sciascia.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub non_dropping_particle: Option<Text>,
    /// Is left out where the family name stands alone: the `van` of Ludwig van Beethoven.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dropping_particle: Option<Text>,
    /// `Jr.`, `III`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<Text>,
}

impl Name {
    /// A body, or a person of one name.
    pub fn literal(name: impl Into<Text>) -> Self {
        Self::Literal { literal: name.into() }
    }

    /// The name as it is said: `Ludwig van Beethoven`, `Martin Luther King Jr.`
    #[must_use]
    pub fn in_full(&self) -> String {
        match self {
            Self::Literal { literal } => literal.to_string(),
            Self::Person(person) => {
                let Person { family, given, non_dropping_particle, dropping_particle, suffix } = person;
                joined([given, dropping_particle, non_dropping_particle, &Some(family.clone()), suffix])
            }
        }
    }

    /// For narrow places: the family name of a person, a body in full.
    #[must_use]
    pub fn short(&self) -> String {
        match self {
            Self::Literal { literal } => literal.to_string(),
            Self::Person(person) => joined([&person.non_dropping_particle, &Some(person.family.clone())]),
        }
    }

    /// Its parts, in no order that means anything.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Text> {
        let (person, literal) = match self {
            Self::Person(person) => (Some(person), None),
            Self::Literal { literal } => (None, Some(literal)),
        };
        literal.into_iter().chain(person.into_iter().flat_map(Person::parts))
    }
}

impl Person {
    fn parts(&self) -> impl Iterator<Item = &Text> {
        let more = [&self.given, &self.non_dropping_particle, &self.dropping_particle, &self.suffix];
        std::iter::once(&self.family).chain(more.into_iter().flatten())
    }
}

fn joined<const N: usize>(parts: [&Option<Text>; N]) -> String {
    let mut out = String::new();
    for part in parts.into_iter().flatten() {
        // `d’` and `al-` lean on what follows them.
        if !out.is_empty() && !out.ends_with(['’', '\'', '-']) {
            out.push(' ');
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(family: &'static str, given: &'static str) -> Person {
        Person { family: family.into(), given: Some(given.into()), ..Person::default() }
    }

    #[test]
    fn people_are_called_by_their_family_names_and_bodies_in_full() {
        let king = Person { suffix: Some("Jr.".into()), ..person("King", "Martin Luther") };
        let beethoven = Person { dropping_particle: Some("van".into()), ..person("Beethoven", "Ludwig") };
        let sciascia = Person { non_dropping_particle: Some("De".into()), ..person("Sciascia", "Maria") };
        let alembert = Person { dropping_particle: Some("d’".into()), ..person("Alembert", "Jean") };
        for (name, full, short) in [
            (Name::Person(king), "Martin Luther King Jr.", "King"),
            (Name::Person(beethoven), "Ludwig van Beethoven", "Beethoven"),
            (Name::Person(sciascia), "Maria De Sciascia", "De Sciascia"),
            (Name::Person(alembert), "Jean d’Alembert", "Alembert"),
            (
                Name::literal("Ministry of Health and Welfare"),
                "Ministry of Health and Welfare",
                "Ministry of Health and Welfare",
            ),
        ] {
            assert_eq!((name.in_full().as_str(), name.short().as_str()), (full, short));
        }
    }
}
