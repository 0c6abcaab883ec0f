//! A pack written back: the files that `load` makes the same pack of.

pub mod json;
mod map;
mod translation;

use std::fmt::Debug;

use json::{Fields, Json};

use super::excerpt::Excerpt;
use super::ids::{ChapterId, EntityId, EraId, NoteId, PassageId, StatementId};
use super::kind::Kind;
use super::markup;
use super::model::{Alias, Chapter, Figure, Mark, MarkKind, Office, Pack, Picture, Position, Precision};
use super::name::Name;
use super::relation::Relation;
use super::rule::Damage;
use super::source::{Rank, Source};
use super::standing::Standing;
use super::text::Text;
use super::versions::FORMAT;

/// A file of a pack: its name under the folder, with `/`, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFile {
    /// `pack.json`, `eras/1-first.json`.
    pub name: String,
    /// All that it holds.
    pub text: String,
}

impl Pack {
    /// The files of an excerpt: a folder that holds them is a pack. It is read in its own language.
    ///
    /// # Errors
    /// When the pack is compiled and its map was changed since.
    pub fn files(&self, excerpt: &Excerpt) -> Result<Vec<WrittenFile>, Damage> {
        let file = |name: &str, json: &Json| WrittenFile { name: name.to_owned(), text: json.file() };
        let mut files = vec![file("pack.json", &self.about_json(excerpt))];
        for (i, era) in excerpt.eras.iter().enumerate() {
            files.push(file(&format!("eras/{}-{}.json", i + 1, self[*era].id), &self.era_json(*era)));
        }
        for kind in Kind::ALL {
            let of_kind = excerpt.entities.iter().filter(|id| self[**id].kind == kind);
            let records: Vec<Json> = of_kind.map(|id| self.entity_json(*id)).collect();
            if !records.is_empty() {
                files.push(file(&format!("entities/{}.json", kind.plural()), &Json::List(records)));
            }
        }
        let sources = excerpt.sources.iter().map(|id| source(&self[*id])).collect();
        files.push(file("sources.json", &Json::List(sources)));
        if self.geo.is_some() {
            files.push(file("geo.json", &map::geo(self, excerpt, &self.geo()?)));
        }
        for it in self.translations() {
            let name = format!("translations/{}.json", it.language.code);
            files.push(file(&name, &translation::json(self, excerpt, &it)));
        }
        Ok(files)
    }

    fn about_json(&self, excerpt: &Excerpt) -> Json {
        let it = &self.about;
        Fields::default()
            .put("format", Json::number(FORMAT.into()))
            .text("id", &it.id)
            .text("title", &it.title)
            .text("language", &it.language)
            .text("revision", &it.revision)
            .text("as_of", &it.as_of)
            .text("licence", &it.licence)
            .text_if("corrects", it.corrects.as_ref())
            .list("credits", it.credits.iter().map(text))
            .list("eras", excerpt.eras.iter().map(|era| text(&self[*era].id)))
            .object()
    }

    fn era_json(&self, id: EraId) -> Json {
        let it = &self[id];
        Fields::default()
            .text("id", &it.id)
            .text("title", &it.title)
            .text("short", &it.short)
            .text("when", &it.when)
            .text("summary", &it.summary)
            .list("chapters", self.chapters_of(id).map(|chapter| self.chapter_json(chapter)))
            .object()
    }

    fn chapter_json(&self, id: ChapterId) -> Json {
        let Chapter { id: own, title, when, .. } = &self[id];
        let is_plate = |passage: &PassageId| self[*passage].number.is_none();
        let passages = self.passages_of(id).filter(|passage| !is_plate(passage)).map(|passage| {
            let statements = self.statements_of(passage).map(|id| self.statement_json(id));
            Fields::default().text("id", &self[passage].id).list("statements", statements).object()
        });
        let plates = self.passages_of(id).filter(is_plate).flat_map(|passage| self.statements_of(passage));
        Fields::default()
            .text("id", own)
            .text("title", title)
            .text_if("when", *when)
            // A chapter of plates alone has passages all the same: none.
            .put("passages", Json::List(passages.collect()))
            .list("plates", plates.map(|id| self.told_json(id, "caption")))
            .object()
    }

    fn statement_json(&self, id: StatementId) -> Json {
        self.told_json(id, "text")
    }

    /// A statement, or a plate, whose text has another name.
    fn told_json(&self, id: StatementId, prose: &'static str) -> Json {
        let it = &self[id];
        let standing = (it.standing != Standing::default()).then(|| it.standing.name().replace(' ', "-"));
        Fields::default()
            .text_if("id", it.id.as_ref())
            .text(prose, &self.marked_up(&it.text, &it.marks))
            .text_if("when", it.when.map(|when| when.to_string()).or_else(|| it.unread.as_ref().map(Text::to_string)))
            .list("cites", it.cites.iter().map(|note| self.cite_json(*note)))
            .text_if("standing", standing)
            .text_if("note", it.note.as_ref())
            .list("note_cites", it.note_cites.iter().map(|note| self.cite_json(*note)))
            .text_if("instead_of", it.instead_of.as_ref())
            .text_if("origin", it.origin.as_ref())
            .text_if("group", it.group.as_ref())
            .text_if("shown", it.shown.as_ref())
            .object_if("picture", it.picture.iter().flat_map(|it| picture(it)))
            .object()
    }

    /// The text with its markup. Marks that end where others begin are closed first, and a link stands inside the
    /// emphasis that it begins with.
    fn marked_up(&self, text: &str, marks: &[Mark]) -> String {
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        let mut ends: Vec<usize> = marks.iter().flat_map(|m| [m.range.start as usize, m.range.end as usize]).collect();
        ends.sort_unstable();
        ends.dedup();
        for at in ends {
            let stretch = text.get(done..at).unwrap_or_default();
            if is_web_link(marks, done) {
                markup::escape_all(stretch, &mut out);
            } else {
                markup::escape(stretch, true, &mut out);
            }
            done = at;
            let here = |end: u32| end as usize == at;
            let filled = marks.iter().filter(|mark| !mark.range.is_empty());
            for mark in filled.clone().filter(|mark| here(mark.range.end)) {
                match &mark.what {
                    MarkKind::Emphasis => out.push('*'),
                    MarkKind::Link(_) => out.push_str("]]"),
                    MarkKind::Address(address) => out.push_str(&format!("]({address})")),
                }
            }
            for _ in marks.iter().filter(|mark| mark.range.is_empty() && here(mark.range.start)) {
                out.push_str("**");
            }
            for mark in filled.rev().filter(|mark| here(mark.range.start)) {
                match mark.what {
                    MarkKind::Emphasis => out.push('*'),
                    MarkKind::Link(entity) => out.push_str(&format!("[[{}|", self[entity].id)),
                    MarkKind::Address(_) => out.push('['),
                }
            }
        }
        markup::escape(text.get(done..).unwrap_or_default(), false, &mut out);
        out
    }

    fn cite_json(&self, note: NoteId) -> Json {
        let it = &self[note];
        let key = &self[it.source].key;
        Json::Text(it.place.as_ref().map_or_else(|| key.to_string(), |place| format!("{key}, {place}")))
    }

    fn entity_json(&self, id: EntityId) -> Json {
        let it = &self[id];
        let id_of = |id: &EntityId| text(&self[*id].id);
        let who = it.who.iter().map(|(who, part)| {
            Fields::default().text("entity", &self[*who].id).text_if("part", part.as_ref()).object()
        });
        Fields::default()
            .text("id", &it.id)
            .text("name", &it.name)
            .list("aliases", it.aliases.iter().map(alias))
            .text_if("role", it.role.as_ref())
            .text_if("type", it.subtype.as_ref())
            .text_if("when", it.when)
            .list("at", it.at.iter().flatten().map(|number| Json::number(*number)))
            .text_if("precision", it.precision.map(Precision::name))
            .list("positions", it.positions.iter().map(position))
            .list("offices", it.offices.iter().map(|office| self.office_json(office)))
            .list("relations", it.relations.iter().map(|relation| self.relation_json(relation)))
            .list("where", it.places.iter().map(id_of))
            .list("who", who)
            .text_if("outcome", it.outcome.as_ref())
            .list("figures", it.figures.iter().map(|figure| self.figure_json(figure)))
            .list("reach", it.reach.iter().map(text))
            .text_if("wikipedia", it.wikipedia.as_ref())
            .object_if("ids", it.ids.iter().map(|it| (it.registry.name(), Json::text(it.id.as_str()))))
            .text_if("group", it.group.as_ref())
            .text_if("note", it.note.as_ref())
            .object()
    }

    fn relation_json(&self, it: &Relation) -> Json {
        Fields::default()
            .text("kind", it.kind.name())
            .text("who", &self[it.who].id)
            .text_if("when", it.when)
            .text_if("note", it.note.as_ref())
            .object()
    }

    fn office_json(&self, it: &Office) -> Json {
        Fields::default()
            .text("title", &it.title)
            .text("of", &self[it.of].id)
            .text_if("when", it.when)
            .flag("head", it.head)
            .object()
    }

    fn figure_json(&self, it: &Figure) -> Json {
        Fields::default()
            .text("value", &it.value)
            .text_if("by", it.by.as_ref())
            .list("cites", it.cites.iter().map(|note| self.cite_json(*note)))
            .object()
    }
}

/// Whether the words at a place lead to an address.
fn is_web_link(marks: &[Mark], at: usize) -> bool {
    let holds = |mark: &Mark| (mark.range.start as usize..mark.range.end as usize).contains(&at);
    marks.iter().any(|mark| matches!(mark.what, MarkKind::Address(_)) && holds(mark))
}

/// The fields of a picture.
pub fn picture(it: &Picture) -> impl Iterator<Item = (&'static str, Json)> + use<> {
    let fields = [
        ("url", Some(&it.url)),
        ("caption", it.caption.as_ref()),
        ("credit", it.credit.as_ref()),
        ("alt", it.alt.as_ref()),
    ];
    fields.map(|(key, value)| value.map(|value| (key, text(value)))).into_iter().flatten()
}

/// A record of `sources.json`.
#[must_use]
pub fn source(it: &Source) -> Json {
    let fields = Fields::default()
        .text("key", &it.key)
        .text("kind", &word(it.kind))
        .text_if("rank", it.rank.map(Rank::name))
        .list("authors", it.authors.iter().map(name))
        .list("editors", it.editors.iter().map(name))
        .text("title", &it.title);
    of_source(it)
        .into_iter()
        .fold(fields, |fields, (key, value)| fields.text_if(key, value.as_ref()))
        .flag("unresolved", it.unresolved)
        .text_if("note", it.note.as_ref())
        .object()
}

/// The fields of a source that are texts and may be missing.
const fn of_source(it: &Source) -> [(&'static str, &Option<Text>); 17] {
    [
        ("in", &it.within),
        ("publisher", &it.publisher),
        ("place", &it.place),
        ("series", &it.series),
        ("date", &it.date),
        ("pages", &it.pages),
        ("volume", &it.volume),
        ("issue", &it.issue),
        ("doi", &it.doi),
        ("isbn", &it.isbn),
        ("issn", &it.issn),
        ("jstor", &it.jstor),
        ("url", &it.url),
        ("archive", &it.archive),
        ("accessed", &it.accessed),
        ("lang", &it.lang),
        ("same_work_as", &it.same_work_as),
    ]
}

fn name(name: &Name) -> Json {
    match name {
        Name::Literal { literal } => Fields::default().text("literal", literal),
        Name::Person(it) => Fields::default()
            .text("family", &it.family)
            .text_if("given", it.given.as_ref())
            .text_if("non-dropping-particle", it.non_dropping_particle.as_ref())
            .text_if("dropping-particle", it.dropping_particle.as_ref())
            .text_if("suffix", it.suffix.as_ref()),
    }
    .object()
}

fn alias(it: &Alias) -> Json {
    Fields::default().text("name", &it.name).text_if("lang", it.lang.as_ref()).text_if("when", it.when).object()
}

/// A position as it stands in the files of a pack.
pub fn position(it: &Position) -> Json {
    Fields::default()
        .put("at", Json::List(it.at.iter().map(|number| Json::number(*number)).collect()))
        .text_if("when", it.when)
        .text_if("precision", it.precision.map(Precision::name))
        .object()
}

fn text(text: &Text) -> Json {
    Json::text(text.as_str())
}

/// The word of a file for a case that is named by one word.
pub(super) fn word(case: impl Debug) -> String {
    format!("{case:?}").to_lowercase()
}
