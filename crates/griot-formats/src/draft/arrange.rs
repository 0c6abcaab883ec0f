//! Loose statements as text: in the eras that their file names, or in stretches of time that each hold a readable share.

use griot_pack::order::InOrder;
use griot_pack::pack::MOST_MEMBERS;
use griot_pack::when::{Moment, Unit, When};

use super::{Chapter, Draft, Era, Loose, Statement};

/// The most eras that a list of statements is parted into by time, and the most chapters of an era.
const PARTS: usize = 12;
/// So many statements are worth a part of their own.
const SHARE: usize = 15;
/// So few statements need no parting.
const FEW: usize = 40;
/// The most bytes of text in one era: a file of a pack holds no more than 64 MiB, and JSON takes its share.
const LARGEST: usize = 24 << 20;

/// Gives each statement its place.
pub(super) fn arrange(draft: &mut Draft, loose: Vec<Loose>) {
    let mut named: Vec<(String, Option<When>, Vec<Statement>)> =
        draft.times.iter().map(|(title, when)| (title.clone(), Some(*when), Vec::new())).collect();
    let mut rest = Vec::new();
    for Loose { era, statement } in loose {
        let own = |when: &When| statement.when.is_some_and(|it| it.fit(when).is_some());
        let at = match &era {
            Some(title) => named.iter().position(|(name, ..)| name == title),
            None => named.iter().position(|(_, when, _)| when.as_ref().is_some_and(own)),
        };
        match (at, era) {
            (Some(at), _) => named[at].2.push(statement),
            (None, Some(title)) => named.push((title, None, vec![statement])),
            (None, None) => rest.push(statement),
        }
    }
    // Eras that have a time of their own follow one another by it, whatever is in no era among them.
    let timed = named.iter().all(|(_, when, _)| when.is_some());
    let titled = named.into_iter().filter(|(.., statements)| !statements.is_empty());
    let mut parts: Vec<Part> = titled.map(|(title, _, all)| Part { title: Some(title), all: sorted(all) }).collect();
    let title = draft.about.title.clone();
    parts.extend(by_time(sorted(rest), FEW));
    if timed {
        let first = |part: &Part| part.all.iter().find_map(|it| it.when).map(|when| when.place_in_time());
        parts.order_by_cached_key(|part| (first(part).is_none(), first(part)));
    }
    for part in parts.into_iter().flat_map(|part| in_size(part, LARGEST, 100 * MOST_MEMBERS)) {
        let whole = part.title.clone().or_else(|| title.clone()).unwrap_or_else(|| "What is told".into());
        let era = era_of(draft, whole, part.all);
        draft.eras.push(era);
    }
}

/// Statements under one title; none is that of all.
struct Part {
    title: Option<String>,
    all: Vec<Statement>,
}

/// By time; what is undated comes last.
fn sorted(mut all: Vec<Statement>) -> Vec<Statement> {
    all.order_by_cached_key(|it| (it.when.is_none(), it.when.map(|when| when.place_in_time())));
    all
}

fn era_of(draft: &mut Draft, title: String, all: Vec<Statement>) -> Era {
    let id = draft.id(&format!("era {title}"));
    let parts = by_time(all, FEW).into_iter().flat_map(|part| in_size(part, usize::MAX, MOST_MEMBERS / 2));
    let chapters = parts
        .map(|part| {
            let heading = part.title.unwrap_or_else(|| title.clone());
            let id = draft.id(&format!("chapter {heading}"));
            let passages = part.all.into_iter().map(|it| draft.passage(vec![it])).collect();
            Chapter { id, title: heading, passages }
        })
        .collect();
    Era { id, title, when: None, summary: String::new(), chapters }
}

/// Statements that are sorted, parted by round numbers of years.
fn by_time(all: Vec<Statement>, few: usize) -> Vec<Part> {
    if all.is_empty() {
        return Vec::new();
    }
    let year = |it: &Statement| it.when.map(|when| when.place_in_time().0.year);
    let dated = all.iter().filter_map(year);
    let (first, last) = (dated.clone().min(), dated.clone().max());
    if all.len() <= few || first == last {
        return vec![Part { title: None, all }];
    }
    let years: Vec<i64> = dated.collect();
    let parts_of = |length: i64| years.chunk_by(|a, b| stretch(*a, length) == stretch(*b, length)).count();
    let lengths = (0..10).flat_map(|power| [1, 2, 5].map(|step| step * 10_i64.pow(power)));
    let most = (all.len() / SHARE).clamp(2, PARTS);
    let length = lengths.into_iter().find(|length| parts_of(*length) <= most).unwrap_or(i64::MAX / 4);
    let mut parts: Vec<(Option<i64>, Part)> = Vec::new();
    for it in all {
        let at = year(&it).map(|year| stretch(year, length));
        match parts.last_mut() {
            Some((last, part)) if *last == at => part.all.push(it),
            _ => {
                let title = at.map_or_else(|| "Undated".into(), |at| title_of(at, length));
                parts.push((at, Part { title: Some(title), all: vec![it] }));
            }
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

/// Which stretch of so many years a year lies in. Long ones begin with a year 1, as centuries do.
const fn stretch(year: i64, length: i64) -> i64 {
    if length < 100 { year.div_euclid(length) } else { (year - 1).div_euclid(length) }
}

/// `1801–1900`, `1960–1969`, `1960`.
fn title_of(at: i64, length: i64) -> String {
    let first = at * length + i64::from(length >= 100);
    let year = |year| Moment::new(year, Unit::Year);
    let when = if length == 1 { When::At(year(first)) } else { When::Span(year(first), year(first + length - 1)) };
    when.on_screen()
}

/// The same in pieces of no more bytes and statements than may be.
fn in_size(part: Part, bytes: usize, most: usize) -> Vec<Part> {
    let mut pieces = vec![Part { title: part.title.clone(), all: Vec::new() }];
    let mut used = 0;
    for it in part.all {
        used += it.text.len() + it.note.as_ref().map_or(0, String::len) + 200;
        let piece = pieces.last().map_or(0, |piece| piece.all.len());
        if piece > 0 && (used > bytes || piece >= most) {
            let title = part.title.as_deref().unwrap_or("Part");
            pieces.push(Part { title: Some(format!("{title} ({})", pieces.len() + 1)), all: Vec::new() });
            used = it.text.len() + 200;
        }
        pieces.last_mut().expect("a first piece").all.push(it);
    }
    pieces
}
