//! Sources, entities, and what `pack.json` and `geo.json` say of the whole.

use super::files::{File, Files};
use super::report::unknown_among;
use super::{At, Build};
use crate::pack::problem::Path;
use crate::pack::{
    About, Alias, Entity, EntityId, Figure, Kind, Office, Source, SourceId, Target, Text, check, geo, raw,
};

/// What ties an entity to others, as the file has it.
pub(super) struct Ties<'a> {
    of: EntityId,
    offices: Vec<raw::Office<'a>>,
    places: Vec<raw::Text<'a>>,
    who: Vec<raw::Part<'a>>,
    figures: Vec<raw::Figure<'a>>,
}

impl<'a> Build<'a> {
    pub(super) fn source(&mut self, file: File, source: raw::Source<'a>) {
        let root = At { file, path: Path::ROOT };
        let index = self.sources.len();
        let at = root.index(index);
        self.count(root, index, "sources");
        check::id(&source.key).unwrap_or_else(|m| self.problem(at.key("key"), m));
        self.rules(at, check::source(&source));
        if self.keys.insert(source.key.clone(), SourceId::new(index)).is_some() {
            self.problem(at.key("key"), format!("the key {:?} stands twice", source.key));
        }
        self.sources.push(source);
    }

    /// Reports records that are said to be of a work that there is none of.
    pub(super) fn same_works(&mut self, file: File) {
        let root = At { file, path: Path::ROOT };
        for i in 0..self.sources.len() {
            if let Some(key) = self.sources[i].same_work_as.clone()
                && !self.keys.contains_key(key.as_str())
            {
                let message = self.unknown("source", &key);
                let at = root.index(i);
                self.missing(at.key("same_work_as"), &key, message);
            }
        }
    }

    /// Gives an entity its place, so that links can point at those that come later. What ties it to others waits.
    pub(super) fn entity(&mut self, kind: Kind, file: File, index: usize, record: raw::Entity<'a>) -> Ties<'a> {
        let root = At { file, path: Path::ROOT };
        let at = root.index(index);
        let id = EntityId::new(self.entities.len());
        self.count(root, id.index(), "entities");
        let when = self.when(at.key("when"), record.when.as_deref());
        self.rules(at, check::entity(&record));
        let own_id = self.name(at, record.id, Target::Entity(id));
        let alias = |a: raw::Alias<'a>| Alias { name: self.shown(a.name), lang: self.shown_if(a.lang) };
        let entity = Entity {
            id: own_id,
            kind,
            name: self.shown(record.name),
            aliases: record.aliases.into_iter().map(alias).collect(),
            role: self.shown_if(record.role),
            when,
            at: record.at,
            precision: record.precision,
            offices: Vec::new(),
            subtype: self.shown_if(record.subtype),
            places: Vec::new(),
            who: Vec::new(),
            outcome: self.shown_if(record.outcome),
            figures: Vec::new(),
            reach: record.reach.into_iter().map(self.keep).collect(),
            wikipedia: self.shown_if(record.wikipedia),
            note: self.shown_if(record.note),
        };
        self.entities.push(entity);
        let raw::Entity { offices, places, who, figures, .. } = record;
        Ties { of: id, offices, places, who, figures }
    }

    /// Resolves what ties entities to others: offices, places, who took part, figures and their sources.
    pub(super) fn tie_entities(&mut self, file: File, ties: Vec<Ties<'a>>) {
        let root = At { file, path: Path::ROOT };
        for (i, ties) in ties.into_iter().enumerate() {
            let at = root.index(i);
            let (offices, places, who) = (at.key("offices"), at.key("where"), at.key("who"));
            let mut held = Vec::with_capacity(ties.offices.len());
            for (n, office) in ties.offices.into_iter().enumerate() {
                let at = offices.index(n);
                let when = self.when(at.key("when"), office.when.as_deref());
                if let Some(of) = self.resolve(at.key("of"), &office.of) {
                    held.push(Office { title: self.shown(office.title), of, when, head: office.head });
                }
            }
            let found = |work: &mut Self, (n, id): (usize, &raw::Text)| work.resolve(places.index(n), id);
            let places = ties.places.iter().enumerate().filter_map(|it| found(self, it)).collect();
            let mut took_part = Vec::with_capacity(ties.who.len());
            for (n, one) in ties.who.into_iter().enumerate() {
                let at = who.index(n);
                if let Some(entity) = self.resolve(at.key("entity"), &one.entity) {
                    took_part.push((entity, self.shown_if(one.part)));
                }
            }
            let figures = at.key("figures");
            let mut given = Vec::with_capacity(ties.figures.len());
            for (n, figure) in ties.figures.into_iter().enumerate() {
                let at = figures.index(n);
                let cites = self.cites(at.key("cites"), &figure.cites);
                let cites = self.numbers(cites);
                given.push(Figure { value: self.shown(figure.value), by: self.shown_if(figure.by), cites });
            }
            let entity = &mut self.entities[ties.of.index()];
            (entity.offices, entity.places, entity.who, entity.figures) = (held, places, took_part, given);
        }
    }

    /// What the pack says of itself; `eras` are the ids that its eras give themselves, as far as they could be read.
    pub(super) fn about(&mut self, files: &Files<File>, about: raw::About<'a>, eras: &[Option<Text>]) {
        let at = At { file: files.about, path: Path::ROOT };
        if !(1..=raw::FORMAT).contains(&about.format) {
            let message =
                format!("format {} is not known; this griot reads formats 1 and {}", about.format, raw::FORMAT);
            self.problem(at.key("format"), message);
        }
        self.rules(at, check::about(&about));
        let as_of = self.when(at.key("as_of"), Some(&about.as_of));
        if about.eras.is_empty() {
            self.problem(at.key("eras"), "a pack needs at least one era");
        }
        let order = at.key("eras");
        for (i, wanted) in about.eras.iter().enumerate() {
            if let (Some(file), Some(Some(own))) = (files.eras.get(i), eras.get(i))
                && *own != wanted.as_str()
            {
                let message = format!("{} holds the era {own:?}, not {wanted:?}", file.name);
                self.problem(order.index(i), message);
            }
        }
        self.about = as_of.map(|as_of| About {
            id: self.shown(about.id),
            title: self.shown(about.title),
            language: self.shown(about.language),
            revision: self.shown(about.revision),
            as_of,
            licence: self.shown(about.licence),
            credits: about.credits.into_iter().map(|c| self.shown(c)).collect(),
        });
    }

    pub(super) fn check_geo(&mut self, files: &Files<File>) {
        let Some(file) = files.geo else { return };
        let (read, problems) = geo::read(file.name, file.text);
        self.problems.extend(problems);
        let Some(read) = read else { return };
        for (_, file) in &files.entities {
            let Ok(records) = serde_json::from_str::<Vec<raw::Entity>>(file.text) else { continue };
            let root = At { file: *file, path: Path::ROOT };
            for (i, record) in records.iter().enumerate() {
                let at = root.index(i);
                let reach = at.key("reach");
                for (n, id) in record.reach.iter().enumerate() {
                    if !read.reaches.iter().any(|r| r.id == *id) {
                        let known = read.reaches.iter().map(|r| r.id.as_str());
                        self.problem(reach.index(n), unknown_among("outline", id, known));
                    }
                }
            }
        }
        let root = At { file, path: Path::ROOT };
        if let Some(capital) = &read.capital {
            self.resolve(root.key("capital"), capital);
        }
        if let Some(river) = read.river.filter(|id| !read.waters.iter().any(|water| water.id == *id)) {
            let known = read.waters.iter().map(|water| water.id.as_str());
            self.problem(root.key("river"), unknown_among("water", &river, known));
        }
    }

    /// A source as it may be shown.
    pub(super) fn shown_source(&self, source: raw::Source<'a>) -> Source {
        let one = |text| self.shown(text);
        let some = |text: Option<raw::Text<'a>>| text.map(one);
        Source {
            key: one(source.key),
            kind: source.kind,
            authors: source.authors.into_iter().map(one).collect(),
            editors: source.editors.into_iter().map(one).collect(),
            title: one(source.title),
            within: some(source.within),
            date: some(source.date),
            pages: some(source.pages),
            volume: some(source.volume),
            issue: some(source.issue),
            doi: some(source.doi),
            isbn: some(source.isbn),
            issn: some(source.issn),
            jstor: some(source.jstor),
            // An address that had to be cleaned is refused when it is to be opened.
            url: some(source.url),
            archive: some(source.archive),
            accessed: some(source.accessed),
            lang: some(source.lang),
            same_work_as: some(source.same_work_as),
            unresolved: source.unresolved,
            note: some(source.note),
        }
    }
}
