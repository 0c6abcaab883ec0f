//! How entities belong together: relations resolved, and what of them cannot be.

use std::collections::HashMap;

use super::{Build, shown_if};
use crate::pack::ids::EntityId;
use crate::pack::kind::Kind;
use crate::pack::place::Span;
use crate::pack::problem::File;
use crate::pack::raw::{self, List};
use crate::pack::registry::ExternalId;
use crate::pack::relation::{Relation, RelationKind};
use crate::pack::rule::{Kin, Rule};
use crate::when::Moment;

/// That somebody is a parent of somebody, and where that is said.
#[derive(Clone, Copy)]
pub(super) struct Descent<'a> {
    child: EntityId,
    parent: EntityId,
    file: &'a File,
    span: Span,
}

impl<'a> Build<'a> {
    pub(super) fn relations(&mut self, file: &'a File, of: EntityId, raw: List<raw::Relation>) -> Vec<Relation> {
        let mut relations = Vec::with_capacity(raw.len());
        for it in raw.value {
            let when = self.when(file, it.when.as_ref());
            let Some(who) = self.resolve(file, &it.who).filter(|_| !it.kind.is_absent()) else { continue };
            let (kind, span) = (*it.kind, it.who.span);
            if who == of {
                self.tell(file, span, Rule::Kin(Kin::Own { kind: kind.name() }));
                continue;
            }
            let no_person = [of, who].into_iter().find(|id| self.entities[id.index()].kind != Kind::Person);
            if let Some(other) = no_person.filter(|_| kind.is_of_people()) {
                let (name, is) = (self.name_of(other), self.entities[other.index()].kind.name());
                self.tell(file, span, Rule::Kin(Kin::NoPerson { kind: kind.name(), name, is }));
            } else if kind == RelationKind::Parent {
                self.descents.push(Descent { child: of, parent: who, file, span });
            }
            relations.push(Relation { kind, who, when, note: shown_if(it.note) });
        }
        relations
    }

    /// Reports children who were there before their parents, and people who descend from themselves.
    pub(super) fn descents(&mut self) {
        let descents = std::mem::take(&mut self.descents);
        for it in &descents {
            let dates = [it.child, it.parent].map(|id| self.entities[id.index()].when);
            let [Some(child), Some(parent)] = dates else { continue };
            // Even the latest day on which the child's time may have begun comes before any on which the parent's did.
            let began = child.moments().next().map_or_else(|| child.last(), Moment::last);
            if began < parent.first() {
                let said = |id, dates: crate::when::When| format!("{} ({})", self.name_of(id), dates.on_screen());
                let (child, parent) = (said(it.child, child), said(it.parent, parent));
                self.tell(it.file, it.span, Rule::Kin(Kin::BeforeParent { child, parent }));
            }
        }
        for (closing, names) in circles(&descents) {
            let names = names.into_iter().map(|id| self.name_of(id)).collect();
            self.tell(closing.file, closing.span, Rule::Kin(Kin::Circle(names)));
        }
    }

    fn name_of(&self, id: EntityId) -> String {
        self.entities[id.index()].name.to_string()
    }

    /// The numbers of an entity in catalogues; one that another has already is told.
    pub(super) fn external_ids(&mut self, file: &'a File, ids: &raw::Ids) -> Vec<ExternalId> {
        let mut all = Vec::new();
        for (registry, id) in ids.all() {
            let Some(id) = id.filter(|id| registry.is_id(id)) else { continue };
            let it = ExternalId { registry, id: id.value.clone() };
            let key = (registry, id.value.clone());
            if let Some((first, span)) = self.external.get(&key).copied() {
                let said = format!("{} {}", registry.title(), it.id);
                self.tell(file, id.span, Rule::SameExternalId { id: said, first: first.place(span.start) });
            } else {
                self.external.insert(key, (file, id.span));
            }
            all.push(it);
        }
        all
    }
}

/// Where the parents of people lead back to themselves: the descent that closes each circle, and who is in it, with the
/// first again at the end.
fn circles<'d, 'a>(descents: &'d [Descent<'a>]) -> Vec<(&'d Descent<'a>, Vec<EntityId>)> {
    let mut parents: HashMap<EntityId, Vec<&Descent>> = HashMap::new();
    for it in descents {
        parents.entry(it.child).or_default().push(it);
    }
    let above = |id: EntityId, at: usize| parents.get(&id).and_then(|all| all.get(at)).copied();
    let mut found = Vec::new();
    // Whoever was left behind leads into no circle that was not found.
    let mut done: HashMap<EntityId, bool> = HashMap::new();
    for start in descents.iter().map(|it| it.child) {
        let mut way: Vec<(EntityId, usize)> = Vec::new();
        if done.insert(start, false).is_none() {
            way.push((start, 0));
        } else {
            done.insert(start, true);
        }
        while let Some((here, at)) = way.last_mut() {
            let (id, next) = (*here, above(*here, *at));
            *at += 1;
            let Some(descent) = next else {
                done.insert(id, true);
                way.pop();
                continue;
            };
            match done.get(&descent.parent) {
                None => {
                    done.insert(descent.parent, false);
                    way.push((descent.parent, 0));
                }
                Some(false) => {
                    let from = way.iter().position(|(id, _)| *id == descent.parent).unwrap_or(0);
                    let names = way[from..].iter().map(|(id, _)| *id).chain([descent.parent]).collect();
                    found.push((descent, names));
                }
                Some(true) => {}
            }
        }
    }
    found
}
