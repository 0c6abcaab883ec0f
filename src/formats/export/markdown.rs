//! The text as Markdown: headings, paragraphs, footnotes, and where it comes from.

use std::collections::BTreeSet;

use super::provenance;
use griot_history::cite;
use griot_pack::pack::{EraId, MarkKind, Pack, PassageId, Standing, StatementId};

pub fn export(pack: &Pack, eras: &[EraId]) -> String {
    let mut out = format!("# {}\n", escaped(&pack.about.title));
    for era in eras {
        let it = &pack[*era];
        out.push_str(&format!("\n## {} {}\n\n*{}*\n", era.index() + 1, escaped(&it.title), it.when.on_screen()));
        out.push_str(&format!("\n{}\n", escaped(&it.summary)));
        for chapter in pack.chapters_of(*era) {
            let when = pack[chapter].when.map_or_else(String::new, |when| format!(" ({})", when.on_screen()));
            out.push_str(&format!("\n### {}{when}\n", escaped(&pack[chapter].title)));
            for passage in pack.passages_of(chapter) {
                out.push_str(&paragraph(pack, passage));
            }
        }
        timeline(pack, *era, &mut out);
    }
    out.push_str("\n## Notes\n\n");
    for note in cite::notes_of(pack, eras.iter().flat_map(|era| pack.statements_in(*era))) {
        let it = &pack[note];
        let source = &pack[it.source];
        out.push_str(&format!("[^{}]: {}", note.number(), escaped(&cite::text(source, it.place.as_deref()))));
        if let Some(address) = source.url.as_ref().filter(|address| griot_pack::url::allowed(address).is_ok()) {
            out.push_str(&format!(" <{address}>"));
        }
        out.push('\n');
    }
    out.push_str(&format!("\n---\n\n{}", provenance(pack).replace('\n', "\n\n").trim_end()));
    out.push('\n');
    out
}

/// A passage with its footnotes, and beneath it what there is to say on single statements.
fn paragraph(pack: &Pack, passage: PassageId) -> String {
    let plate = if pack[passage].number.is_none() { "> Plate. " } else { "" };
    let words: Vec<String> = pack.statements_of(passage).map(|id| statement(pack, id)).collect();
    let mut out = format!("\n{plate}{}\n", words.join(" "));
    for id in pack.statements_of(passage) {
        let it = &pack[id];
        if it.note.is_none() && it.instead_of.is_none() {
            continue;
        }
        let word = if it.standing == Standing::Established { "note" } else { it.standing.name() };
        let mut remark = format!("*{word}:*");
        if let Some(note) = &it.note {
            remark.push_str(&format!(" {}{}", escaped(note), marks(it.note_cites.iter().map(|note| note.number()))));
        }
        if let Some(instead) = &it.instead_of {
            remark.push_str(&format!(" Instead of: {}", escaped(instead)));
        }
        out.push_str(&format!("\n> {remark}\n"));
    }
    out
}

fn statement(pack: &Pack, id: StatementId) -> String {
    let it = &pack[id];
    let mut out = String::new();
    let mut from = 0;
    for mark in it.marks.iter().filter(|mark| mark.what == MarkKind::Emphasis) {
        let (start, end) = (mark.range.start as usize, mark.range.end as usize);
        out.push_str(&format!("{}*{}*", escaped(&it.text[from..start]), escaped(&it.text[start..end])));
        from = end;
    }
    out.push_str(&escaped(&it.text[from..]));
    out.push_str(&marks(it.cites.iter().map(|note| note.number())));
    out
}

fn marks(numbers: impl Iterator<Item = u32>) -> String {
    numbers.map(|number| format!("[^{number}]")).collect::<Vec<_>>().concat()
}

/// The dated events that the era speaks of.
fn timeline(pack: &Pack, era: EraId, out: &mut String) {
    let linked: BTreeSet<_> = pack.statements_in(era).flat_map(|id| pack[id].links()).collect();
    let mut events: Vec<_> = linked
        .into_iter()
        .filter(|id| pack[*id].kind == griot_pack::pack::Kind::Event)
        .filter_map(|id| Some((pack[id].when?, id)))
        .collect();
    if events.is_empty() {
        return;
    }
    events.sort_by(|a, b| a.0.chronological(&b.0).then_with(|| a.1.cmp(&b.1)));
    out.push_str("\n| when | what |\n|---|---|\n");
    for (when, id) in events {
        let role = pack[id].role.as_ref().map_or_else(String::new, |role| format!(", {role}"));
        let what = escaped(&format!("{}{role}", pack[id].name)).replace('|', "\\|");
        out.push_str(&format!("| {} | {what} |\n", when.on_screen()));
    }
}

/// Text in which no sign has a meaning in Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
