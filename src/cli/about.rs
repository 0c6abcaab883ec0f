//! `griot about`: what the pack is, who it is owed to, and what may be done with it.

use serde::Serialize;

use super::Context;
use super::check::{Counts, counts, summary};
use super::output::Output;
use super::text_writer::TextWriter;
use crate::formats::json;
use griot_pack::pack::{Pack, Standing, Text};

#[derive(Serialize)]
struct Body<'a> {
    title: &'a str,
    language: &'a str,
    languages: Vec<String>,
    as_of: String,
    licence: &'a str,
    credits: &'a [Text],
    counts: Counts,
    standings: Vec<StandingCount>,
    version: &'static str,
}

#[derive(Serialize)]
struct StandingCount {
    standing: Standing,
    statements: usize,
}

/// Tells what the pack is.
pub(super) fn about(context: Context) -> Output {
    let pack = context.pack;
    let about = &pack.about;
    let counts = counts(pack);
    let standings = standings(pack);
    let version = env!("CARGO_PKG_VERSION");
    if context.json {
        let body = Body {
            title: &about.title,
            language: &about.language,
            languages: pack.languages().iter().map(|it| it.code.to_string()).collect(),
            as_of: about.as_of.to_string(),
            licence: &about.licence,
            credits: &about.credits,
            counts,
            standings,
            version,
        };
        return Output::of(json::document("about", Some(pack), body));
    }
    let known: Vec<String> = standings
        .iter()
        .filter(|it| it.statements > 0)
        .map(|it| format!("{} {}", it.statements, it.standing.name()))
        .collect();
    let mut writer = TextWriter::new(context.style);
    if context.style.plain {
        writer.record(&["title", &about.title]);
    } else {
        writer.head(&about.title);
        writer.gap();
    }
    for (label, text) in [
        ("pack", format!("{}, revision {}", about.id, about.revision)),
        ("languages", languages(pack)),
        ("as of", pack.date_in_words(&about.as_of)),
        ("holds", format!("{}; {} words", summary(&counts), counts.words)),
        ("standing", known.join(", ")),
        ("licence", about.licence.to_string()),
    ] {
        writer.entry(10, label, &text);
    }
    for credit in &about.credits {
        writer.entry(10, "credit", credit);
    }
    writer.entry(10, "program", &format!("griot {version}, MIT OR Apache-2.0"));
    Output::of(writer.into_text())
}

/// How many statements there are of each standing.
fn standings(pack: &Pack) -> Vec<StandingCount> {
    let count = |standing| pack.statements().filter(|id| pack[*id].standing == standing).count();
    // The one that most packs have not is told of where it is.
    let all = Standing::ALL.into_iter().map(|standing| StandingCount { standing, statements: count(standing) });
    all.filter(|it| it.standing != Standing::Oral || it.statements > 0).collect()
}

/// `en; also français (fr)`: the pack's own, and those that it was translated into.
fn languages(pack: &Pack) -> String {
    let mut all = pack.languages().into_iter();
    let own = all.next().map_or_else(String::new, |own| own.code.to_string());
    let others: Vec<String> = all.map(|it| format!("{} ({})", it.name, it.code)).collect();
    if others.is_empty() { own } else { format!("{own}; also {}", others.join(", ")) }
}
