//! What ties the entities of a draft together: offices, relations, figures.

use std::collections::HashSet;

use griot_pack::pack::{RelationKind, acceptable};
use griot_pack::when::When;

use super::Draft;

/// An office that a person held.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    /// As the holder bore it.
    pub title: String,
    /// Id of what it is an office of.
    pub of: String,
    /// The term.
    pub when: Option<When>,
    /// Whether its holder rules.
    pub head: bool,
}

/// That an entity has another for a parent, a spouse or a successor.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// What the other is.
    pub kind: RelationKind,
    /// Id of the other.
    pub who: String,
    /// For how long, or from when.
    pub when: Option<When>,
    /// What a reader should know of it.
    pub note: Option<String>,
}

/// A figure of an event and who gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number with what it counts.
    pub value: String,
    /// Who gives it.
    pub by: Option<String>,
    /// `source-key` or `source-key, p. 2`.
    pub cites: Vec<String>,
}

/// What became of a relation that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Related {
    /// It is told now, or was told already.
    Told,
    /// The record that would tell it stands in the pack, of which nothing changes.
    Kept,
    /// Somebody would descend from themselves.
    Impossible,
}

impl Relation {
    /// One without dates or a note.
    #[must_use]
    pub fn new(kind: RelationKind, who: impl Into<String>) -> Self {
        Self { kind, who: who.into(), when: None, note: None }
    }
}

impl Draft {
    /// Adds to an entity that another is its parent, its spouse or its successor.
    pub fn relate(&mut self, of: &str, mut relation: Relation) -> Related {
        relation.note = relation.note.as_deref().map(acceptable).filter(|note| !note.trim().is_empty());
        if relation.who == of || relation.kind == RelationKind::Parent && self.descends(&relation.who, of) {
            return Related::Impossible;
        }
        if relation.kind == RelationKind::Spouse && self.says(&relation.who, relation.kind, of) {
            return Related::Told;
        }
        let Some(own) = self.entity_of(of) else { return Related::Kept };
        let known = own.relations.iter_mut().find(|it| it.kind == relation.kind && it.who == relation.who);
        match known {
            Some(known) if known.when.is_none() || relation.when.is_none() || known.when == relation.when => {
                known.when = known.when.or(relation.when);
                known.note = known.note.take().or(relation.note);
            }
            _ => own.relations.push(relation),
        }
        Related::Told
    }

    fn says(&mut self, of: &str, kind: RelationKind, who: &str) -> bool {
        self.entity_of(of).is_some_and(|it| it.relations.iter().any(|it| it.kind == kind && it.who == who))
    }

    /// Whether somebody has another among their parents, these among theirs, and so on.
    fn descends(&mut self, of: &str, from: &str) -> bool {
        let mut seen: HashSet<String> = HashSet::new();
        let mut waiting = vec![of.to_owned()];
        while let Some(id) = waiting.pop() {
            let Some(it) = self.entity_of(&id) else { continue };
            let parents = it.relations.iter().filter(|it| it.kind == RelationKind::Parent).map(|it| it.who.clone());
            for parent in parents.collect::<Vec<_>>() {
                if parent == from {
                    return true;
                }
                if seen.insert(parent.clone()) {
                    waiting.push(parent);
                }
            }
        }
        false
    }
}
