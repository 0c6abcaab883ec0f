//! Citations of sources, as text and in the formats of reference software.

mod bibtex;
mod csl;
mod date;
mod ris;

use std::collections::BTreeSet;

pub use bibtex::bibtex;
pub use csl::csl_json;
use griot_pack::pack::{Name, NoteId, Pack, Source, StatementId};
use griot_pack::when::When;
pub use ris::ris;

/// One line: authors, title, where it appeared, when, and where in it.
#[must_use]
pub fn text(source: &Source, place: Option<&str>) -> String {
    let mut out = String::new();
    if !source.byline().is_empty() {
        out.push_str(&names(source.byline()));
        out.push_str(". ");
    }
    out.push_str(&format!("“{}”", source.title));
    if !source.editors.is_empty() {
        out.push_str(&format!(", ed. {}", names(&source.editors)));
    }
    if let Some(within) = &source.within {
        out.push_str(&format!(". {within}"));
    }
    if let Some(volume) = &source.volume {
        out.push_str(&format!(" {volume}"));
        if let Some(issue) = &source.issue {
            out.push_str(&format!("({issue})"));
        }
    }
    if let Some(series) = &source.series {
        out.push_str(&format!(". {series}"));
    }
    let published = [source.place.as_deref(), source.publisher.as_deref()];
    let published: Vec<&str> = published.into_iter().flatten().collect();
    if !published.is_empty() {
        out.push_str(&format!(". {}", published.join(": ")));
    }
    if let Some(date) = &source.date {
        let words = source.when().map_or_else(|| date.to_string(), |when| when.in_words());
        out.push_str(&format!(", {words}"));
    }
    if let Some(place) = place.or(source.pages.as_deref()) {
        out.push_str(&format!(", {place}"));
    }
    out.push('.');
    out
}

/// Author and year, or title, for narrow places.
#[must_use]
pub fn short(source: &Source) -> String {
    let who = match source.byline() {
        [] => source.title.to_string(),
        [one] => one.short(),
        [one, two] => format!("{} & {}", one.short(), two.short()),
        [one, ..] => format!("{} et al.", one.short()),
    };
    match (year(source), &source.within) {
        (Some(year), Some(within)) if source.byline().is_empty() => format!("{who}, {within} {year}"),
        (Some(year), _) => format!("{who} {year}"),
        (None, Some(within)) => format!("{who}, {within}"),
        (None, None) => who,
    }
}

/// Whether something of a date is said with doubt: `c. 1312`, `1312?`, some time between two.
#[must_use]
pub fn is_doubted(when: When) -> bool {
    date::Stated::new(when).circa
}

/// When it appeared, to the year: `2005`, `c. 1068`, `1950–1960`; as it was written where that is no date.
#[must_use]
pub fn year(source: &Source) -> Option<String> {
    let date = source.date.as_ref()?;
    Some(source.when().map_or_else(|| date.to_string(), |when| when.to_the_year().on_screen()))
}

fn names(names: &[Name]) -> String {
    let full: Vec<String> = names.iter().take(3).map(Name::in_full).collect();
    match full.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] if names.len() <= 3 => format!("{} and {last}", most.join(", ")),
        [first, ..] => format!("{first} and others"),
    }
}

/// Pages without the letters that say what they are: `905–917` of `pp. 905–917`.
fn numbers_of(pages: &str) -> &str {
    let bare = ["pp.", "p.", "pages", "page"].iter().find_map(|word| pages.strip_prefix(word)).unwrap_or(pages);
    bare.trim()
}

/// The first and the last page, where they are told as a range of two.
fn first_and_last(pages: &str) -> Option<(&str, &str)> {
    let (first, last) = numbers_of(pages).split_once(['–', '-'])?;
    let is_page = |page: &str| !page.is_empty() && page.chars().all(char::is_alphanumeric);
    let (first, last) = (first.trim(), last.trim());
    (is_page(first) && is_page(last)).then_some((first, last))
}

/// The footnotes of statements and of the remarks on them, each once, in order of their numbers.
#[must_use]
pub fn notes_of(pack: &Pack, statements: impl Iterator<Item = StatementId>) -> Vec<NoteId> {
    let of = |id: StatementId| pack[id].cites.iter().chain(&pack[id].note_cites).copied();
    statements.flat_map(of).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The rank of a source as a keyword of reference software.
fn keyword(source: &Source) -> Option<String> {
    source.rank.map(|rank| format!("rank: {}", rank.name()))
}

/// A footnote in full, with the URL of its source.
#[must_use]
pub fn full(pack: &Pack, note: NoteId) -> String {
    let it = &pack[note];
    let source = &pack[it.source];
    let mut out = text(source, it.place.as_deref());
    if let Some(url) = source.url.as_ref().or(source.archive.as_ref()) {
        out.push_str(&format!(" {url}"));
    }
    out
}

#[cfg(test)]
mod tests;
