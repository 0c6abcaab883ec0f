//! The rules of a pack that its types do not hold.

mod text;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::limits::MOST_MEMBERS;
use super::place::Span;
use super::raw::{self, List, Str};
use super::registry::ExternalId;
use super::rule::{Rule, quoted};
use super::source::{SourceKind, date_of};
use super::standing::Standing;
use super::surprise;
use crate::url;
pub use text::{acceptable, text};

/// The longest id.
const LONGEST_ID: usize = 64;
/// Rules that a record breaks, and where.
pub type Broken = Vec<(Span, Rule)>;

/// Whether an id is of the form `[a-z0-9-]{1,64}`.
#[must_use]
pub fn is_id(id: &str) -> bool {
    matches!(id.len(), 1..=LONGEST_ID) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The rule that an id breaks. It is told in letters that an id may have, where these leave nothing out.
pub fn bad_id(id: &str) -> Rule {
    let plain = id.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).take(2 * LONGEST_ID);
    let nearest: String = plain.map(|c| if matches!(c, ' ' | '_') { '-' } else { c }).collect();
    Rule::BadId { id: quoted(id), nearest: is_id(&nearest).then_some(nearest) }
}

pub fn about(about: &raw::About) -> Broken {
    let mut rules = Rules::default();
    rules.id(&about.id);
    rules.named("a pack", "title", &about.title);
    // It becomes part of addresses.
    if !about.language.is_absent() && !is_language(&about.language) {
        rules.broken(about.language.span, Rule::Language);
    }
    rules.texts([&about.revision, &about.licence].into_iter().chain(&about.corrects));
    for era in about.eras.iter().take(MOST_MEMBERS) {
        rules.id(era);
    }
    if !about.eras.is_absent() && about.eras.is_empty() {
        rules.broken(about.eras.span, Rule::NoEras);
    }
    rules.list(&about.credits);
    rules.0
}

pub fn era(era: &raw::Era) -> Broken {
    let mut rules = Rules::default();
    rules.named("an era", "title", &era.title);
    rules.named("an era", "short", &era.short);
    rules.texts([&era.summary]);
    rules.children(&era.chapters, "era", "chapter");
    rules.0
}

pub fn chapter(chapter: &raw::Chapter) -> Broken {
    let mut rules = Rules::default();
    rules.named("a chapter", "title", &chapter.title);
    rules.children(&chapter.passages, "chapter", "passage");
    rules.0
}

pub fn passage(passage: &raw::Passage) -> Broken {
    let mut rules = Rules::default();
    rules.children(&passage.statements, "passage", "statement");
    rules.0
}

pub fn statement(statement: &raw::Statement) -> Broken {
    let mut rules = Rules::default();
    rules.named("a statement", "text", &statement.text);
    rules.texts(statement.note.iter().chain(&statement.instead_of).chain(&statement.origin));
    rules.texts(statement.group.iter().chain(&statement.shown));
    statement.picture.iter().for_each(|picture| rules.picture(picture));
    rules.list(&statement.cites);
    rules.list(&statement.note_cites);
    if !statement.whole {
        return rules.0;
    }
    let standing = &statement.standing;
    match (statement.cites.is_empty(), standing.is_unsourced()) {
        // Who remembers need not have written.
        (true, false) if **standing == Standing::Oral => {}
        (true, false) => rules.broken(statement.text.span, Rule::NoCites),
        (false, true) => rules.broken(standing.span, Rule::CitesUncited),
        _ => {}
    }
    if matches!(**standing, Standing::Disputed | Standing::Corrected) && statement.note.is_none() {
        rules.broken(standing.span, Rule::NoNote);
    }
    rules.0
}

pub fn entity(entity: &raw::Entity) -> Broken {
    let mut rules = Rules::default();
    rules.named("an entity", "name", &entity.name);
    let texts = [&entity.role, &entity.outcome, &entity.note, &entity.wikipedia, &entity.subtype];
    rules.texts(texts.into_iter().flatten());
    rules.texts(entity.aliases.iter().flat_map(|alias| std::iter::once(&alias.name).chain(&alias.lang)));
    rules.texts(entity.relations.iter().filter_map(|relation| relation.note.as_ref()).chain(&entity.group));
    rules.texts(entity.offices.iter().map(|office| &office.title));
    rules.texts(entity.who.iter().filter_map(|part| part.as_what.as_ref()));
    rules.texts(entity.figures.iter().flat_map(|figure| std::iter::once(&figure.value).chain(&figure.by)));
    match (&entity.at, &entity.precision) {
        (Some(at), _) if !at.is_absent() && !is_position(**at) => rules.broken(at.span, Rule::Position(**at)),
        (Some(at), None) => {
            let needs = "precision: city, site, region or approximate";
            rules.broken(at.span, Rule::Unpaired { what: "position", needs });
        }
        (None, Some(precision)) => {
            rules.broken(precision.span, Rule::Unpaired { what: "precision", needs: "position: at" });
        }
        _ => {}
    }
    for at in entity.positions.iter().map(|it| &it.at).filter(|at| !at.is_absent() && !is_position(***at)) {
        rules.broken(at.span, Rule::Position(**at));
    }
    for (registry, id) in entity.ids.iter().flat_map(raw::Ids::all) {
        let Some(id) = id.filter(|id| !id.is_absent() && !registry.is_id(id)) else { continue };
        let nearest = ExternalId::in_address(id).filter(|it| it.registry == registry).map(|it| it.id.to_string());
        rules.broken(id.span, Rule::ExternalId { registry, id: quoted(id), nearest });
    }
    rules.0
}

/// Whether a latitude and a longitude are of the earth.
pub fn is_position([lat, lon]: [f64; 2]) -> bool {
    (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)
}

pub fn source(source: &raw::Source) -> Broken {
    let mut rules = Rules::default();
    rules.id(&source.key);
    rules.named("a source", "title", &source.title);
    rules.names(&source.authors);
    rules.names(&source.editors);
    rules.dates(source.date.iter().chain(&source.accessed));
    let texts = [
        &source.within,
        &source.publisher,
        &source.place,
        &source.series,
        &source.date,
        &source.pages,
        &source.volume,
        &source.issue,
        &source.doi,
        &source.isbn,
        &source.issn,
        &source.jstor,
        &source.accessed,
        &source.lang,
        &source.note,
    ];
    rules.texts(texts.into_iter().flatten());
    if let Some(lacks) = lacks(source) {
        rules.broken(source.key.span, Rule::Anonymous(lacks));
    }
    rules.addresses(source.url.iter().chain(&source.archive));
    rules.0
}

/// A translation: its language, and every text of it.
pub fn translation(it: &raw::Translation) -> Broken {
    let mut rules = Rules::default();
    if !it.language.is_absent() && !is_language(&it.language) {
        rules.broken(it.language.span, Rule::Language);
    }
    rules.named("a translation", "name", &it.name);
    rules.texts(it.eras.iter().flat_map(|era| [&era.title, &era.short, &era.summary]).flatten());
    it.chapters.iter().for_each(|it| rules.named("a chapter", "title", &it.title));
    it.statements.iter().for_each(|it| rules.named("a statement", "text", &it.text));
    rules.texts(it.statements.iter().flat_map(|it| [&it.note, &it.instead_of]).flatten());
    it.entities.iter().for_each(|it| rules.named("an entity", "name", &it.name));
    it.offices.iter().for_each(|it| rules.named("an office", "title", &it.title));
    rules.0
}

/// Whether a language is told by its code.
fn is_language(code: &str) -> bool {
    (2..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// What a published work has and its record does not tell. Papers do not sign every piece nor bodies every report, pages
/// of the web seldom tell when they were written, and a record with a note or of another's work has said what it is.
fn lacks(source: &raw::Source) -> Option<&'static str> {
    if !source.whole || source.note.is_some() || source.unresolved || source.same_work_as.is_some() {
        return None;
    }
    let (signed, dated) = (!source.authors.is_empty() || !source.editors.is_empty(), source.date.is_some());
    match *source.kind {
        // What is kept in an archive and what is seen seldom tells who made it, or when.
        SourceKind::Web
        | SourceKind::Encyclopedia
        | SourceKind::Wiki
        | SourceKind::Archive
        | SourceKind::Photograph
        | SourceKind::Map => None,
        _ if !signed && !dated => Some("author and no date"),
        SourceKind::Book | SourceKind::Chapter | SourceKind::Thesis if !signed => Some("author"),
        SourceKind::Book | SourceKind::Chapter | SourceKind::Thesis | SourceKind::Journal if !dated => Some("date"),
        _ => None,
    }
}

#[derive(Default)]
struct Rules(Broken);

impl Rules {
    fn broken(&mut self, span: Span, rule: Rule) {
        self.0.push((span, rule));
    }

    fn id(&mut self, id: &Str) {
        if !id.is_absent() && !is_id(id) {
            self.broken(id.span, bad_id(id));
        }
    }

    /// A text that nothing can be shown without.
    fn named(&mut self, what: &'static str, field: &'static str, text: &Str) {
        self.texts([text]);
        if !text.is_absent() && text.trim().is_empty() {
            self.broken(text.span, Rule::Empty { what, field });
        }
    }

    fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a Str>) {
        for it in texts {
            self.0.extend(text(it).map(|rule| (it.span, rule)));
            self.0.extend(surprise::html(it).map(|tag| (it.span, Rule::Html(tag.into()))));
        }
    }

    /// A bad address is never opened, so the pack can be read all the same.
    fn addresses<'a>(&mut self, all: impl Iterator<Item = &'a Str>) {
        for address in all.filter(|address| !address.is_absent()) {
            if let Err(reason) = url::allowed(address) {
                self.broken(address.span, Rule::Url(reason));
            }
        }
    }

    fn picture(&mut self, it: &raw::Picture) {
        self.addresses(std::iter::once(&it.url));
        self.texts([&it.caption, &it.credit, &it.alt].into_iter().flatten());
    }

    fn list(&mut self, texts: &List<Str>) {
        self.texts(texts.iter());
    }

    fn names(&mut self, names: &List<raw::Name>) {
        for name in names.iter() {
            match name {
                raw::Name::Text(text) if text.is_absent() => {}
                raw::Name::Text(text) => {
                    self.texts([text]);
                    self.broken(text.span, Rule::NameAsText);
                }
                raw::Name::Parts(parts) => self.name(parts),
            }
        }
    }

    /// A person has a family name, anyone else a literal one.
    fn name(&mut self, it: &raw::NameParts) {
        let of_people = [&it.family, &it.given, &it.non_dropping_particle, &it.dropping_particle, &it.suffix];
        self.texts(of_people.into_iter().chain([&it.literal]).flatten());
        let says = |part: &Option<Str>| part.as_ref().is_some_and(|part| !part.trim().is_empty());
        let sound = match &it.literal {
            Some(_) => says(&it.literal) && of_people.iter().all(|part| part.is_none()),
            None => says(&it.family),
        };
        if it.whole && !sound {
            self.broken(it.span, Rule::NameParts);
        }
    }

    fn dates<'a>(&mut self, dates: impl Iterator<Item = &'a Str>) {
        for date in dates.filter(|date| !date.is_absent()) {
            if let Err(error) = date_of(date) {
                self.broken(date.span, Rule::SourceDate(error));
            }
        }
    }

    fn children<T>(&mut self, list: &List<T>, what: &'static str, lacks: &'static str) {
        if !list.is_absent() && list.is_empty() {
            self.broken(list.span, Rule::Childless { what, lacks });
        }
    }
}
