//! Whether all that a pack from a file points at is there: a sum is soon made right by whoever wants to do harm.

use std::ops::Range;

use crate::clean::first_forbidden;
use crate::pack::ids::NoteId;
use crate::pack::model::translation::Translation;
use crate::pack::model::{Entity, Mark, MarkKind, Pack, Target};
use crate::pack::name::Name;
use crate::pack::source::Source;
use crate::pack::text::Text;

/// Whether every id, range and mark of the pack leads somewhere, and its text can be shown.
pub(super) fn is_sound(pack: &Pack) -> bool {
    let notes = |ids: &[NoteId]| ids.iter().all(|id| id.index() < pack.notes.len());
    narrative_is_sound(pack)
        && pack.entities.iter().all(|it| {
            it.offices.iter().all(|office| office.of.index() < pack.entities.len())
                && it.places.iter().chain(it.who.iter().map(|(who, _)| who)).all(|id| id.index() < pack.entities.len())
                && it.figures.iter().all(|figure| notes(&figure.cites))
        })
        && pack.statements.iter().all(|it| notes(&it.cites) && notes(&it.note_cites))
        && pack.notes.iter().all(|note| note.source.index() < pack.sources.len())
        && pack.mention_ends.len() == pack.entities.len()
        && pack.mention_ends.is_sorted()
        && pack.mention_ends.last().map_or(0, |end| *end as usize) == pack.mentions.len()
        && pack.mentions.iter().chain(&pack.chronology).all(|id| id.index() < pack.statements.len())
        && pack.chronology.iter().all(|id| pack[*id].when.is_some())
        && pack.ids.iter().all(|target| leads_somewhere(pack, *target))
        && texts_are_shown(pack)
        && map_is_sound(pack)
        && translations_are_sound(pack)
}

/// Whether the map can be read, and lies on the globe.
fn map_is_sound(pack: &Pack) -> bool {
    let Ok(geo) = pack.geo() else { return false };
    let on_globe = |[lon, lat]: &[f64; 2]| lon.abs() <= 180.0 && lat.abs() <= 90.0;
    let paths = geo.lines.iter().map(|it| &it.paths).chain(geo.waters.iter().map(|it| &it.paths));
    let texts = geo.waters.iter().flat_map(|it| [&it.id, &it.name]).chain(geo.labels.iter().map(|it| &it.name));
    let reaches = geo.reaches.iter().flat_map(|it| std::iter::once(&it.id).chain(&it.note));
    paths.flatten().flatten().chain(geo.reaches.iter().flat_map(|it| &it.outline)).all(on_globe)
        && geo.labels.iter().all(|it| on_globe(&it.at))
        && pack.entities.iter().filter_map(|it| it.at).all(|[lat, lon]| on_globe(&[lon, lat]))
        && [&geo.credit, &geo.country].into_iter().chain(texts).chain(reaches).all(is_shown)
}

/// Whether what other languages say stands for what is there, in order, and can be shown.
fn translations_are_sound(pack: &Pack) -> bool {
    let Some(stored) = &pack.translations else { return true };
    let Ok(all) = stored.read::<Vec<Translation>>() else { return false };
    let optional = |texts: &[&Option<Text>]| texts.iter().copied().flatten().all(is_shown);
    all.iter().all(|it| {
        [&it.language.code, &it.language.name].into_iter().all(is_shown)
            && it.statements.is_sorted_by_key(|(id, _)| *id)
            && it.eras.iter().all(|(id, words)| {
                id.index() < pack.eras.len() && optional(&[&words.title, &words.short, &words.summary])
            })
            && it.chapters.iter().all(|(id, title)| id.index() < pack.chapters.len() && is_shown(title))
            && it.entities.iter().all(|(id, name)| id.index() < pack.entities.len() && is_shown(name))
            && it.offices.iter().all(|((id, _), title)| id.index() < pack.entities.len() && is_shown(title))
            && it.statements.iter().all(|(id, words)| {
                id.index() < pack.statements.len()
                    && is_shown(&words.text)
                    && marks_are_sound(pack, &words.text, &words.marks)
                    && optional(&[&words.note, &words.instead_of])
            })
    })
}

/// Eras hold all chapters, those all passages, those all statements: one after the other, none empty.
fn narrative_is_sound(pack: &Pack) -> bool {
    let chapters = pack.eras.iter().map(|era| &era.chapters);
    let passages = pack.chapters.iter().map(|chapter| &chapter.passages);
    let statements = pack.passages.iter().map(|passage| &passage.statements);
    !pack.eras.is_empty()
        && follow(chapters, pack.chapters.len())
        && follow(passages, pack.passages.len())
        && follow(statements, pack.statements.len())
        && pack.chapters.iter().all(|it| it.era.index() < pack.eras.len())
        && pack.passages.iter().all(|it| it.chapter.index() < pack.chapters.len())
        && pack
            .statements
            .iter()
            .all(|it| it.passage.index() < pack.passages.len() && marks_are_sound(pack, &it.text, &it.marks))
}

fn follow<'a>(ranges: impl Iterator<Item = &'a Range<u32>>, count: usize) -> bool {
    let mut next = 0;
    for range in ranges {
        if range.start != next || range.end <= range.start {
            return false;
        }
        next = range.end;
    }
    next as usize == count
}

fn marks_are_sound(pack: &Pack, text: &Text, marks: &[Mark]) -> bool {
    marks.iter().all(|mark| {
        let there = text.get(mark.range.start as usize..mark.range.end as usize).is_some();
        there && !matches!(mark.what, MarkKind::Link(entity) if entity.index() >= pack.entities.len())
    })
}

const fn leads_somewhere(pack: &Pack, target: Target) -> bool {
    match target {
        Target::Era(id) => id.index() < pack.eras.len(),
        Target::Chapter(id) => id.index() < pack.chapters.len(),
        Target::Passage(id) => id.index() < pack.passages.len(),
        Target::Statement(id) => id.index() < pack.statements.len(),
        Target::Entity(id) => id.index() < pack.entities.len(),
    }
}

/// Whether a text does not act on a terminal.
fn is_shown(text: &Text) -> bool {
    first_forbidden(text).is_none()
}

fn texts_are_shown(pack: &Pack) -> bool {
    let shown = is_shown;
    let eras = pack.eras.iter().flat_map(|it| [&it.id, &it.title, &it.short, &it.summary]);
    let chapters = pack.chapters.iter().flat_map(|it| [&it.id, &it.title]);
    let about = &pack.about;
    let about =
        [&about.id, &about.title, &about.language, &about.revision, &about.licence].into_iter().chain(&about.credits);
    eras.chain(chapters).chain(about).chain(pack.passages.iter().map(|it| &it.id)).all(shown)
        && pack.statements.iter().all(|it| {
            shown(&it.text)
                && [&it.id, &it.unread, &it.note, &it.instead_of, &it.origin].into_iter().flatten().all(shown)
        })
        && pack.entities.iter().all(entity_is_shown)
        && pack.sources.iter().all(source_is_shown)
        && pack.notes.iter().filter_map(|it| it.place.as_ref()).all(shown)
}

fn entity_is_shown(it: &Entity) -> bool {
    let shown = is_shown;
    let texts = [&it.role, &it.subtype, &it.outcome, &it.wikipedia, &it.note].into_iter().flatten();
    shown(&it.id)
        && shown(&it.name)
        && texts.chain(&it.reach).all(shown)
        && it.aliases.iter().all(|alias| shown(&alias.name) && alias.lang.iter().all(shown))
        && it.offices.iter().all(|office| shown(&office.title))
        && it.who.iter().filter_map(|(_, part)| part.as_ref()).all(shown)
        && it.figures.iter().all(|figure| shown(&figure.value) && figure.by.iter().all(shown))
}

fn source_is_shown(it: &Source) -> bool {
    let shown = is_shown;
    let texts = [
        &it.within,
        &it.date,
        &it.pages,
        &it.volume,
        &it.issue,
        &it.doi,
        &it.isbn,
        &it.issn,
        &it.jstor,
        &it.url,
        &it.archive,
        &it.accessed,
        &it.lang,
        &it.same_work_as,
        &it.note,
    ];
    shown(&it.key)
        && shown(&it.title)
        && it.authors.iter().chain(&it.editors).flat_map(Name::parts).all(shown)
        && texts.into_iter().flatten().all(shown)
}
