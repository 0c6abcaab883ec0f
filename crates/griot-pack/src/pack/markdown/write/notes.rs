//! The notes of a plain file: labels that say which source is meant, and what stands behind them.

use crate::order::InOrder;
use std::collections::{BTreeMap, HashSet};

use super::entries::part;
use crate::pack::excerpt::Excerpt;
use crate::pack::ids::{NoteId, SourceId};
use crate::pack::kind::Kind;
use crate::pack::markdown::escape::line;
use crate::pack::model::Pack;
use crate::pack::name::{Name, Person};
use crate::pack::source::Source;
use crate::pack::text::Text;
use crate::pack::write::word;

/// The labels of notes, and which number each has where the file is read: there they are counted anew.
#[derive(Debug)]
pub(super) struct Notes(BTreeMap<NoteId, (usize, String)>);

impl Notes {
    /// A label for each: the key of the source and, behind `@`, the place in it.
    pub fn new(pack: &Pack, excerpt: &Excerpt) -> Self {
        let (mut notes, mut taken) = (BTreeMap::new(), HashSet::new());
        for id in in_order(pack, excerpt) {
            let number = notes.len();
            notes.entry(id).or_insert_with(|| (number, label(pack, (id, number + 1), &mut taken)));
        }
        Self(notes)
    }

    /// The marks of notes behind a text.
    pub fn marks(&self, notes: &[NoteId]) -> String {
        let mut notes: Vec<&(usize, String)> = notes.iter().filter_map(|id| self.0.get(id)).collect();
        notes.order_by_key(|(number, _)| *number);
        notes.into_iter().flat_map(|(_, label)| ["[^", label, "]"]).collect()
    }

    /// What stands behind each: the sources, and each with the places in it that are cited.
    pub fn definitions(&self, pack: &Pack, excerpt: &Excerpt, out: &mut String) {
        let mut places: BTreeMap<SourceId, Vec<(NoteId, &str)>> = BTreeMap::new();
        for (id, (_, label)) in &self.0 {
            if pack[*id].place.is_some() {
                places.entry(pack[*id].source).or_default().push((*id, label));
            }
        }
        for id in &excerpt.sources {
            let source = &pack[*id];
            let title = format!("“{}”", part(&source.title));
            out.push_str(&format!("\n[^{}]: {title}{}\n", source.key, fields(source)));
            for (note, label) in places.get(id).into_iter().flatten() {
                let place = pack[*note].place.as_deref().unwrap_or_default();
                out.push_str(&format!("\n[^{label}]: {}; {title}\n", line(&part(place))));
            }
        }
    }
}

/// The notes in the order in which a reader of the file meets them: of the text, of the entities, of remarks.
fn in_order(pack: &Pack, excerpt: &Excerpt) -> Vec<NoteId> {
    let told = || excerpt.statements(pack);
    let mut notes: Vec<NoteId> = told().flat_map(|id| &pack[id].cites).copied().collect();
    for kind in Kind::ALL {
        let of_kind = excerpt.entities.iter().filter(|id| pack[**id].kind == kind);
        notes.extend(of_kind.flat_map(|id| &pack[*id].figures).flat_map(|figure| &figure.cites));
    }
    notes.extend(told().flat_map(|id| &pack[id].note_cites));
    notes
}

fn label(pack: &Pack, (id, number): (NoteId, usize), taken: &mut HashSet<String>) -> String {
    let note = &pack[id];
    let mut label = pack[note.source].key.to_string();
    let Some(place) = &note.place else { return label };
    label.push('@');
    label.extend(place.chars().filter(|c| c.is_alphanumeric() || ".,–-:/".contains(*c)));
    // Two places of the same letters are told apart by their numbers.
    if !taken.insert(label.to_lowercase()) {
        label.push_str(&format!("@{number}"));
    }
    label
}

/// What is known of a source beside its title, each behind its word.
fn fields(it: &Source) -> String {
    let told = |text: &Option<Text>| text.as_ref().filter(|text| !text.trim().is_empty()).map(|text| part(text));
    let followed = |url: &Option<Text>| url.as_ref().map(|url| address(url));
    let mut said: Vec<(&str, Option<String>)> = Vec::new();
    said.extend(it.authors.iter().map(|name| ("by", Some(person(name)))));
    said.extend(it.editors.iter().map(|name| ("ed", Some(person(name)))));
    said.extend([
        ("in", told(&it.within)),
        ("publisher", told(&it.publisher)),
        ("place", told(&it.place)),
        ("series", told(&it.series)),
        ("date", told(&it.date)),
        ("kind", Some(word(it.kind))),
        ("rank", it.rank.map(|rank| rank.name().to_owned())),
        ("pages", told(&it.pages)),
        ("volume", told(&it.volume)),
        ("issue", told(&it.issue)),
        ("doi", told(&it.doi)),
        ("isbn", told(&it.isbn)),
        ("issn", told(&it.issn)),
        ("jstor", told(&it.jstor)),
        ("url", followed(&it.url)),
        ("archive", followed(&it.archive)),
        ("accessed", told(&it.accessed)),
        ("lang", told(&it.lang)),
        ("same work as", told(&it.same_work_as)),
        ("unresolved", it.unresolved.then(|| "yes".to_owned())),
        ("note", told(&it.note)),
    ]);
    let said = said.into_iter().filter_map(|(key, value)| Some(format!("; {key}: {}", value?)));
    said.collect()
}

/// An address that can be followed; one that griot would not open is a text.
fn address(url: &str) -> String {
    let plain = !url.contains(['<', '>', ' ', '"', '\\', '[', ']', ';']) && crate::url::allowed(url).is_ok();
    if plain { format!("<{url}>") } else { part(url) }
}

/// `Family, Given, Suffix`, with particles as in `(De) Sciascia, Maria` and `Beethoven, Ludwig (van)`; a name that has no
/// parts has no comma.
fn person(name: &Name) -> String {
    let part = |text: &str| part(text).replace(',', "\\,").replace('(', "\\(");
    let person = match name {
        Name::Literal { literal } => return part(literal),
        Name::Person(person) => person,
    };
    let Person { family, given, non_dropping_particle, dropping_particle, suffix } = person;
    let before = non_dropping_particle.as_ref().map_or_else(String::new, |it| format!("({}) ", part(it)));
    let given = given.as_ref().map_or_else(String::new, |it| format!(" {}", part(it)));
    let behind = dropping_particle.as_ref().map_or_else(String::new, |it| format!(" ({})", part(it)));
    let suffix = suffix.as_ref().map_or_else(String::new, |it| format!(", {}", part(it)));
    format!("{before}{},{given}{behind}{suffix}", part(family))
}
