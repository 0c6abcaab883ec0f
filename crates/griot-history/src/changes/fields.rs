//! What records tell, field by field, in words that people read.

use griot_pack::pack::{
    Alias, ChapterId, Entity, EntityId, EraId, Figure, Name, NoteId, Office, Pack, Rank, Source, StatementId, Text,
};
use griot_pack::when::When;

use super::Record;
use crate::sources::kind;

/// Something that a record tells; empty where it does not.
pub(super) struct Field {
    pub name: &'static str,
    pub value: String,
}

fn fields<const N: usize>(list: [(&'static str, String); N]) -> Vec<Field> {
    list.into_iter().map(|(name, value)| Field { name, value }).collect()
}

fn said(text: Option<&Text>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn date(when: Option<When>) -> String {
    when.map(|when| when.to_string()).unwrap_or_default()
}

fn list<T>(items: &[T], say: impl Fn(&T) -> String) -> String {
    items.iter().map(say).collect::<Vec<_>>().join("; ")
}

fn id_of(pack: &Pack, id: EntityId) -> String {
    pack[id].id.to_string()
}

fn cited(pack: &Pack, notes: &[NoteId]) -> String {
    list(notes, |id| {
        let note = &pack[*id];
        let key = &pack[note.source].key;
        note.place.as_ref().map_or_else(|| key.to_string(), |place| format!("{key}, {place}"))
    })
}

pub(super) fn of_pack(pack: &Pack) -> Record {
    let it = &pack.about;
    let fields = fields([
        ("id", it.id.to_string()),
        ("title", it.title.to_string()),
        ("language", it.language.to_string()),
        ("revision", it.revision.to_string()),
        ("as of", it.as_of.to_string()),
        ("licence", it.licence.to_string()),
        ("corrects", it.corrects.as_deref().unwrap_or_default().to_owned()),
        ("credits", list(&it.credits, ToString::to_string)),
    ]);
    Record { id: it.id.to_string(), name: it.title.to_string(), fields }
}

pub(super) fn of_era(pack: &Pack, id: EraId) -> Record {
    let it = &pack[id];
    let fields = fields([
        ("title", it.title.to_string()),
        ("short title", it.short.to_string()),
        ("date", it.when.to_string()),
        ("summary", it.summary.to_string()),
    ]);
    Record { id: it.id.to_string(), name: it.title.to_string(), fields }
}

pub(super) fn of_chapter(pack: &Pack, id: ChapterId) -> Record {
    let it = &pack[id];
    let fields =
        fields([("title", it.title.to_string()), ("date", date(it.when)), ("era", pack[it.era].id.to_string())]);
    Record { id: it.id.to_string(), name: it.title.to_string(), fields }
}

pub(super) fn of_statement(pack: &Pack, id: StatementId) -> Record {
    let it = &pack[id];
    let links: Vec<EntityId> = it.links().collect();
    let fields = fields([
        ("text", it.text.to_string()),
        ("date", it.when.map_or_else(|| said(it.unread.as_ref()), |when| when.to_string())),
        ("standing", it.standing.name().to_owned()),
        ("sources", cited(pack, &it.cites)),
        ("note", said(it.note.as_ref())),
        ("sources of the note", cited(pack, &it.note_cites)),
        ("instead of", said(it.instead_of.as_ref())),
        ("links", list(&links, |id| id_of(pack, *id))),
        ("chapter", pack[pack.chapter_of(id)].id.to_string()),
    ]);
    Record { id: pack.statement_id(id), name: it.text.to_string(), fields }
}

pub(super) fn of_entity(pack: &Pack, id: EntityId) -> Record {
    let it = &pack[id];
    let office = |office: &Office| {
        let of = id_of(pack, office.of);
        format!("{}, {of} {}", office.title, date(office.when)).trim_end().to_owned()
    };
    let who = |(who, part): &(EntityId, Option<Text>)| match part {
        Some(part) => format!("{} ({part})", id_of(pack, *who)),
        None => id_of(pack, *who),
    };
    let figure = |figure: &Figure| {
        format!("{} {} {}", figure.value, said(figure.by.as_ref()), cited(pack, &figure.cites)).trim_end().to_owned()
    };
    let alias = |alias: &Alias| match &alias.lang {
        Some(lang) => format!("{} ({lang})", alias.name),
        None => alias.name.to_string(),
    };
    let fields = fields([
        ("name", it.name.to_string()),
        ("kind", it.kind.name().to_owned()),
        ("type", said(it.subtype.as_ref())),
        ("other names", list(&it.aliases, alias)),
        ("role", said(it.role.as_ref())),
        ("date", date(it.when)),
        ("position", position(it)),
        ("offices", list(&it.offices, office)),
        ("where", list(&it.places, |id| id_of(pack, *id))),
        ("who", list(&it.who, who)),
        ("outcome", said(it.outcome.as_ref())),
        ("figures", list(&it.figures, figure)),
        ("outlines", list(&it.reach, ToString::to_string)),
        ("article", said(it.wikipedia.as_ref())),
        ("note", said(it.note.as_ref())),
    ]);
    Record { id: it.id.to_string(), name: it.name.to_string(), fields }
}

fn position(it: &Entity) -> String {
    let Some([lat, lon]) = it.at else { return String::new() };
    let precision = it.precision.map_or_else(String::new, |precision| format!(" {precision:?}").to_lowercase());
    format!("{lat}, {lon}{precision}")
}

pub(super) fn of_source(it: &Source) -> Record {
    let fields = fields([
        ("title", it.title.to_string()),
        ("kind", kind(it.kind).to_owned()),
        ("rank", it.rank.map_or("", Rank::name).to_owned()),
        ("authors", list(&it.authors, Name::in_full)),
        ("editors", list(&it.editors, Name::in_full)),
        ("in", said(it.within.as_ref())),
        ("date", said(it.date.as_ref())),
        ("pages", said(it.pages.as_ref())),
        ("volume", said(it.volume.as_ref())),
        ("issue", said(it.issue.as_ref())),
        ("DOI", said(it.doi.as_ref())),
        ("ISBN", said(it.isbn.as_ref())),
        ("ISSN", said(it.issn.as_ref())),
        ("JSTOR", said(it.jstor.as_ref())),
        ("URL", said(it.url.as_ref())),
        ("archive", said(it.archive.as_ref())),
        ("accessed", said(it.accessed.as_ref())),
        ("language", said(it.lang.as_ref())),
        ("same work as", said(it.same_work_as.as_ref())),
        ("note", said(it.note.as_ref())),
    ]);
    Record { id: it.key.to_string(), name: it.title.to_string(), fields }
}
