//! Translations written back, with the stamps of what they translate.

use std::collections::BTreeSet;

use super::json::{Fields, Json};
use crate::pack::excerpt::Excerpt;
use crate::pack::ids::StatementId;
use crate::pack::language::{StatementWords, Translation, stamp};
use crate::pack::model::Pack;

/// As much of a translation as an excerpt needs.
pub(super) fn json(pack: &Pack, excerpt: &Excerpt, it: &Translation) -> Json {
    let eras = it.eras.iter().filter(|(id, _)| excerpt.eras.contains(id)).map(|(id, words)| {
        let own = &pack[*id];
        Fields::default()
            .text("id", &own.id)
            .text("of", &words.stamp(own))
            .text_if("title", words.title.as_ref())
            .text_if("short", words.short.as_ref())
            .text_if("summary", words.summary.as_ref())
            .object()
    });
    let chapters = it.chapters.iter().filter(|(id, _)| excerpt.eras.contains(&pack[*id].era));
    let chapters = chapters.map(|(id, title)| {
        let own = &pack[*id];
        Fields::default().text("id", &own.id).text("of", &stamp([own.title.as_str()])).text("title", title).object()
    });
    let told: BTreeSet<StatementId> = excerpt.statements(pack).collect();
    let statements = it.statements.iter().filter(|(id, _)| told.contains(id));
    let entities = it.entities.iter().filter(|(id, _)| excerpt.entities.contains(id)).map(|(id, name)| {
        let own = &pack[*id];
        Fields::default().text("id", &own.id).text("of", &stamp([own.name.as_str()])).text("name", name).object()
    });
    Fields::default()
        .text("language", &it.language.code)
        .text("name", &it.language.name)
        .list("eras", eras)
        .list("chapters", chapters)
        .list("statements", statements.map(|(id, words)| statement(pack, *id, words)))
        .list("entities", entities)
        .list("offices", offices(pack, excerpt, it).into_iter())
        .object()
}

fn statement(pack: &Pack, id: StatementId, words: &StatementWords) -> Json {
    Fields::default()
        .text("id", &pack.statement_id(id))
        .text("of", &words.stamp(&pack[id]))
        .text("text", &pack.marked_up(&words.text, &words.marks))
        .text_if("note", words.note.as_ref())
        .text_if("instead_of", words.instead_of.as_ref())
        .object()
}

/// Each title once.
fn offices(pack: &Pack, excerpt: &Excerpt, it: &Translation) -> Vec<Json> {
    let held = it.offices.iter().filter(|((holder, _), _)| excerpt.entities.contains(holder));
    let titles: BTreeSet<(&str, &str)> = held
        .filter_map(|((holder, at), title)| Some((&*pack[*holder].offices.get(*at as usize)?.title, title.as_str())))
        .collect();
    let office = |(of, title): (&str, &str)| Fields::default().text("of", of).text("title", title).object();
    titles.into_iter().map(office).collect()
}
