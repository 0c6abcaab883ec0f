//! Sources, entities, the map, and what `pack.json` says of the whole.

use super::map;
use super::resolve::inside;
use super::{Build, Files, Named, shown, shown_all, shown_if};
use crate::pack::check;
use crate::pack::geo::Geo;
use crate::pack::ids::{EntityId, SourceId};
use crate::pack::kind::Kind;
use crate::pack::limits::MOST_MEMBERS;
use crate::pack::model::{About, Alias, Entity, Figure, Office, Position, Precision, Target};
use crate::pack::name::{Name, Person};
use crate::pack::problem::File;
use crate::pack::raw::{self, List, Str};
use crate::pack::rule::{Rule, quoted};
use crate::pack::source::Source;
use crate::pack::surprise;
use crate::pack::text::Text;
use crate::pack::versions::FORMAT;

/// An office as its file has it.
pub(super) struct Held<'a> {
    title: Str,
    of: EntityId,
    head: bool,
    file: &'a File,
}

/// What ties an entity to others, as the file has it.
pub(super) struct Ties {
    of: EntityId,
    offices: List<raw::Office>,
    relations: List<raw::Relation>,
    places: List<Str>,
    who: List<raw::Part>,
    figures: List<raw::Figure>,
    reach: List<Str>,
}

impl<'a> Build<'a> {
    pub(super) fn source(&mut self, file: &'a File, source: raw::Source) {
        let target = SourceId::new(self.sources.len());
        self.rules(file, check::source(&source));
        let key = &source.key;
        match self.keys.get(&key.value) {
            _ if key.is_absent() => self.names_unread = true,
            Some(other) => {
                let first = other.file.place(other.span.start);
                self.tell(file, key.span, Rule::DuplicateId { id: quoted(key), first });
            }
            None => {
                self.keys.insert(key.value.clone(), Named { target, file, span: key.span });
            }
        }
        self.works.extend(source.same_work_as.clone());
        self.sources.push(shown_source(source));
    }

    /// Reports records that are said to be of a work that there is none of.
    pub(super) fn same_works(&mut self, file: &File) {
        for work in std::mem::take(&mut self.works).into_iter().filter(|work| !work.is_absent()) {
            let Some(named) = self.source_named(file, work.span, &work) else { continue };
            // One record stands for all of a work: a chain of them, or a loop, has none.
            if let Some(further) = self.sources[named.index()].same_work_as.clone() {
                self.tell(file, work.span, Rule::WorkOfWork { key: quoted(&work), further: quoted(&further) });
            }
        }
    }

    /// Gives an entity its place, so that links can point at those that come later. What ties it to others waits.
    pub(super) fn entity(&mut self, kind: Kind, file: &'a File, record: raw::Entity) -> Ties {
        let id = EntityId::new(self.entities.len());
        let when = self.when(file, record.when.as_ref());
        self.rules(file, check::entity(&record));
        let own_id = self.name(file, &record.id, Target::Entity(id));
        let aliases = record.aliases.value.into_iter().map(|it| Alias {
            when: self.when(file, it.when.as_ref()),
            name: shown(it.name),
            lang: shown_if(it.lang),
        });
        let aliases = aliases.collect();
        let lies = |at: &[f64; 2]| check::is_position(*at);
        let positions = record.positions.value.into_iter().filter(|it| lies(&it.at)).map(|it| Position {
            at: *it.at,
            when: self.when(file, it.when.as_ref()),
            precision: it.precision.map(|precision| *precision),
        });
        let positions = positions.collect();
        // A position that is none is told of, and nothing else is lost with it.
        let at = record.at.map(|at| *at).filter(lies);
        let ids = record.ids.as_ref().map_or_else(Vec::new, |ids| self.external_ids(file, ids));
        self.entities.push(Entity {
            id: own_id,
            kind,
            name: shown(record.name),
            aliases,
            role: shown_if(record.role),
            when,
            at,
            precision: at.map(|_| record.precision.map_or(Precision::Approximate, |precision| *precision)),
            positions,
            offices: Vec::new(),
            relations: Vec::new(),
            subtype: shown_if(record.subtype),
            places: Vec::new(),
            who: Vec::new(),
            outcome: shown_if(record.outcome),
            figures: Vec::new(),
            reach: record.reach.iter().map(|id| id.value.clone()).collect(),
            wikipedia: shown_if(record.wikipedia),
            ids,
            group: shown_if(record.group),
            note: shown_if(record.note),
        });
        let raw::Entity { offices, relations, places, who, figures, reach, .. } = record;
        Ties { of: id, offices, relations, places, who, figures, reach }
    }

    /// Resolves what ties entities to others: offices, places, who took part, figures and their sources, outlines.
    pub(super) fn tie_entities(&mut self, file: &'a File, ties: Vec<Ties>, has_map: bool) {
        for ties in ties {
            let mut offices = Vec::with_capacity(ties.offices.len());
            for office in ties.offices.value {
                let when = self.when(file, office.when.as_ref());
                if let Some(of) = self.resolve(file, &office.of) {
                    self.offices.push(Held { title: office.title.clone(), of, head: office.head, file });
                    offices.push(Office { title: shown(office.title), of, when, head: office.head });
                }
            }
            let relations = self.relations(file, ties.of, ties.relations);
            let places = ties.places.iter().filter_map(|id| self.resolve(file, id)).collect();
            let mut who = Vec::with_capacity(ties.who.len());
            for one in ties.who.value {
                if let Some(entity) = self.resolve(file, &one.entity) {
                    who.push((entity, shown_if(one.as_what)));
                }
            }
            let mut figures = Vec::with_capacity(ties.figures.len());
            for figure in ties.figures.value {
                let cites = self.cites(file, &figure.cites);
                let cites = self.numbers(cites);
                figures.push(Figure { value: shown(figure.value), by: shown_if(figure.by), cites });
            }
            let entity = &mut self.entities[ties.of.index()];
            (entity.offices, entity.relations) = (offices, relations);
            (entity.places, entity.who, entity.figures) = (places, who, figures);
            let outlines = std::mem::take(&mut self.outlines);
            for id in ties.reach.iter().filter(|id| has_map && !outlines.contains(&id.value)) {
                self.unknown_in_geo(file, "outline", id, outlines.iter().map(Text::as_str));
            }
            self.outlines = outlines;
        }
    }

    /// Reports the offices of rulers that are not said to be that: where others of the same title are, and where nobody
    /// is of a polity, or of a place that had several. Of a neighbour that had one, nothing need be said.
    pub(super) fn heads(&mut self) {
        let offices = std::mem::take(&mut self.offices);
        let rules = |it: &&Held| surprise::is_rulers(&it.title, &self.entities[it.of.index()].name);
        let mut told = Vec::new();
        for (at, it) in offices.iter().enumerate().filter(|(_, it)| !it.head) {
            let same = || offices.iter().filter(|other| other.of == it.of);
            let inconsistent = same().any(|other| other.head && other.title.value == it.title.value);
            let unsaid = || {
                let polity = self.entities[it.of.index()].kind == Kind::Polity;
                rules(&it) && !same().any(|other| other.head) && (polity || same().filter(rules).count() > 1)
            };
            if inconsistent || unsaid() {
                told.push(at);
            }
        }
        for it in told.into_iter().map(|at| &offices[at]) {
            let of = self.entities[it.of.index()].name.to_string();
            self.tell(it.file, it.title.span, Rule::NoHead { title: it.title.to_string(), of });
        }
    }

    fn unknown_in_geo<'k>(&mut self, file: &File, what: &'static str, id: &Str, known: impl Iterator<Item = &'k str>) {
        if id.is_absent() || self.names_unread {
            return;
        }
        let nearest = self.nearest.of_sort(what, id, known);
        self.tell(file, inside(file, id.span, id), Rule::UnknownId { what, id: quoted(id), nearest });
    }

    /// What the pack says of itself; `eras` are the ids that its eras give themselves, as far as they could be read.
    pub(super) fn about(&mut self, files: &'a Files, about: raw::About, eras: &[Text]) {
        let file = &files.about;
        if file.name.is_empty() {
            return;
        }
        if !about.format.is_absent() && !(1..=FORMAT).contains(&*about.format) {
            self.tell(file, about.format.span, Rule::Format(*about.format));
        }
        self.rules(file, check::about(&about));
        let as_of = self.when(file, Some(&about.as_of));
        for (i, listed) in about.eras.iter().enumerate() {
            let again = about.eras[..i].iter().take(MOST_MEMBERS).find(|before| before.value == listed.value);
            if let Some(before) = again {
                let first = file.place(before.span.start);
                self.tell(file, listed.span, Rule::DuplicateId { id: quoted(listed), first });
            }
            let of_file =
                files.eras.iter().zip(eras).find(|(file, _)| file.name == format!("eras/{}-{}.json", i + 1, **listed));
            if let Some((of, holds)) = of_file.filter(|(_, own)| !own.is_empty() && **own != listed.value) {
                let (file_name, listed_as) = (of.name.clone(), quoted(listed));
                let rule = Rule::OtherEra { file: file_name, holds: quoted(holds), listed: listed_as };
                self.tell(file, listed.span, rule);
            }
        }
        self.about = as_of.map(|as_of| About {
            id: shown(about.id),
            title: shown(about.title),
            language: shown(about.language),
            revision: shown(about.revision),
            as_of,
            licence: shown(about.licence),
            corrects: about.corrects.map(shown),
            credits: shown_all(about.credits),
        });
    }

    /// The map, and whether what it names is there.
    pub(super) fn geo(&mut self, file: &File) -> Geo {
        let raw = self.read::<raw::Geo>(file);
        let (capital, river) = (raw.capital.clone(), raw.river.clone());
        self.outlines = raw.reaches.iter().map(|reach| reach.id.value.clone()).collect();
        let (geo, broken) = map::geo(raw);
        self.rules(file, broken);
        if let Some(capital) = capital {
            self.resolve(file, &capital);
        }
        if let Some(river) = river.filter(|id| !geo.waters.iter().any(|water| water.id == id.value)) {
            self.unknown_in_geo(file, "water", &river, geo.waters.iter().map(|water| water.id.as_str()));
        }
        geo
    }
}

/// A source as it may be shown.
fn shown_source(source: raw::Source) -> Source {
    Source {
        key: shown(source.key),
        kind: *source.kind,
        rank: source.rank.map(|rank| *rank),
        authors: source.authors.value.into_iter().map(shown_name).collect(),
        editors: source.editors.value.into_iter().map(shown_name).collect(),
        title: shown(source.title),
        within: shown_if(source.within),
        publisher: shown_if(source.publisher),
        place: shown_if(source.place),
        series: shown_if(source.series),
        date: shown_if(source.date),
        pages: shown_if(source.pages),
        volume: shown_if(source.volume),
        issue: shown_if(source.issue),
        doi: shown_if(source.doi),
        isbn: shown_if(source.isbn),
        issn: shown_if(source.issn),
        jstor: shown_if(source.jstor),
        // An address that had to be cleaned is refused when it is to be opened.
        url: shown_if(source.url),
        archive: shown_if(source.archive),
        accessed: shown_if(source.accessed),
        lang: shown_if(source.lang),
        same_work_as: shown_if(source.same_work_as),
        unresolved: source.unresolved,
        note: shown_if(source.note),
    }
}

/// A name as it may be shown. One text is not taken apart; nor is a name whose parts lack a family name.
fn shown_name(name: raw::Name) -> Name {
    let parts = match name {
        raw::Name::Text(literal) => return Name::literal(shown(literal)),
        raw::Name::Parts(parts) => parts,
    };
    match (parts.family, parts.literal) {
        (Some(family), _) => Name::Person(Person {
            family: shown(family),
            given: shown_if(parts.given),
            non_dropping_particle: shown_if(parts.non_dropping_particle),
            dropping_particle: shown_if(parts.dropping_particle),
            suffix: shown_if(parts.suffix),
        }),
        (None, literal) => Name::literal(shown(literal.or(parts.given).unwrap_or_default())),
    }
}
