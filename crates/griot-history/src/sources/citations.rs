//! What each source is cited for: every place, in reading order, and the sums of them.

use griot_pack::order::InOrder;
use std::cmp::Reverse;
use std::collections::HashMap;

use super::Order;
use crate::cite;
use crate::search::fold;
use crate::text::{cut, width};
use griot_pack::pack::{EntityId, EraId, Name, NoteId, Pack, Rank, Source, SourceId, SourceKind, StatementId, Target};
use griot_pack::when::{Day, When};

/// Where a source is cited, and by which footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// What cites it.
    pub at: At,
    /// By which footnote.
    pub note: NoteId,
}

/// What cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// A statement.
    Text(StatementId),
    /// The note on a statement: why it is disputed or corrected.
    Note(StatementId),
    /// A figure of an entity.
    Figure(EntityId),
}

impl Citation {
    /// Where the way to it leads.
    #[must_use]
    pub const fn target(&self) -> Target {
        match self.at {
            At::Text(statement) | At::Note(statement) => Target::Statement(statement),
            At::Figure(entity) => Target::Entity(entity),
        }
    }

    /// The statement that cites, or the note on it.
    #[must_use]
    pub const fn statement(&self) -> Option<StatementId> {
        match self.at {
            At::Text(statement) | At::Note(statement) => Some(statement),
            At::Figure(_) => None,
        }
    }
}

/// Every citation of every source: those of statements and of their notes in reading order, then those of figures.
#[must_use]
pub fn citations(pack: &Pack) -> Vec<Vec<Citation>> {
    let mut all = vec![Vec::new(); pack.sources().len()];
    let mut add = |at: At, note: NoteId| all[pack[note].source.index()].push(Citation { at, note });
    for id in pack.statements() {
        pack[id].cites.iter().for_each(|note| add(At::Text(id), *note));
        pack[id].note_cites.iter().for_each(|note| add(At::Note(id), *note));
    }
    for id in pack.entities() {
        pack[id].figures.iter().flat_map(|figure| &figure.cites).for_each(|note| add(At::Figure(id), *note));
    }
    all
}

/// A source and how often it is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The source itself.
    pub source: SourceId,
    /// How often statements and the notes on them cite it.
    pub times: usize,
    /// How many of these are in notes.
    pub in_notes: usize,
    /// How many figures of events and others cite it, beside these.
    pub figures: usize,
    /// How often in each era that cites it.
    pub per_era: Vec<(EraId, usize)>,
    /// Its first footnote.
    pub first: Option<NoteId>,
}

/// All sources in an order that leaves nothing to chance.
#[must_use]
pub fn rows(pack: &Pack, order: Order) -> Vec<Row> {
    let rows = rows_by_source(pack, &citations(pack));
    sorted(pack, &rows, order).into_iter().map(|source| rows[source.index()].clone()).collect()
}

/// The row of every source, at its index.
#[must_use]
pub fn rows_by_source(pack: &Pack, citations: &[Vec<Citation>]) -> Vec<Row> {
    pack.sources().map(|id| row(pack, id, &citations[id.index()])).collect()
}

/// All sources in an order; `rows` are those of every source, at its index.
#[must_use]
pub fn sorted(pack: &Pack, rows: &[Row], order: Order) -> Vec<SourceId> {
    let row = |id: &SourceId| &rows[id.index()];
    let weight = |id: &SourceId| (Reverse(row(id).times), Reverse(row(id).figures));
    let first = |id: &SourceId| (row(id).first.is_none(), row(id).first, *id);
    let mut all: Vec<SourceId> = pack.sources().collect();
    match order {
        Order::Weight => all.order_by_cached_key(|id| (weight(id), fold(&name(&pack[*id])), *id)),
        Order::Appearance => all.order_by_cached_key(first),
        Order::Date => all.order_by_cached_key(|id| (day(&pack[*id]), first(id))),
        Order::Rank => all.order_by_cached_key(|id| (pack[*id].rank.is_none(), pack[*id].rank, weight(id), first(id))),
        Order::Kind => all.order_by_cached_key(|id| (pack[*id].kind, weight(id), first(id))),
    }
    all
}

/// The row of a source with the citations of it.
fn row(pack: &Pack, source: SourceId, of: &[Citation]) -> Row {
    let in_text = of.iter().filter_map(Citation::statement);
    let mut per_era: Vec<(EraId, usize)> = Vec::new();
    for era in in_text.map(|statement| pack.era_of(statement)) {
        match per_era.last_mut() {
            Some((last, count)) if *last == era => *count += 1,
            _ => per_era.push((era, 1)),
        }
    }
    let figures = of.iter().filter(|c| matches!(c.at, At::Figure(_))).count();
    Row {
        source,
        times: of.len() - figures,
        in_notes: of.iter().filter(|c| matches!(c.at, At::Note(_))).count(),
        figures,
        per_era,
        first: of.iter().map(|c| c.note).min(),
    }
}

fn day(source: &Source) -> (bool, Day) {
    when(source).map_or((true, Day::MAX), |when| (false, when.first()))
}

/// The date of a source.
#[must_use]
pub fn when(source: &Source) -> Option<When> {
    When::parse(source.date.as_deref()?).ok()
}

/// Its name in `room` columns: what is cut is not the page or the year at its end, by which one record of a work is told
/// from another.
#[must_use]
pub fn name_within(source: &Source, room: usize) -> String {
    const END: usize = 10;
    let whole = name(source);
    let end = whole.rsplit_once(", ").filter(|(_, end)| width(end) <= END && width(end) + END < room);
    match end {
        Some((begin, end)) if width(&whole) > room => {
            format!("{}, {end}", cut(begin, room - width(end) - 2).trim_end_matches(','))
        }
        _ => cut(&whole, room).into_owned(),
    }
}

/// Its first author and its title, for a line of the list; records of one work are told apart by their pages.
#[must_use]
pub fn name(source: &Source) -> String {
    let title = match (&source.same_work_as, &source.pages) {
        (Some(_), Some(pages)) => format!("{}, {pages}", source.title),
        _ => source.title.to_string(),
    };
    match source.byline() {
        [] => title,
        [one] => format!("{}, {title}", one.in_full()),
        [one, ..] => format!("{} et al., {title}", one.in_full()),
    }
}

/// Where it appeared and when, for a line of the list.
#[must_use]
pub fn appeared(source: &Source) -> String {
    let year = cite::year(source);
    [source.within.as_deref(), year.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The word for several sources of a kind.
#[must_use]
pub const fn kinds(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Book => "books",
        SourceKind::Journal => "journal articles",
        SourceKind::Thesis => "theses",
        SourceKind::Report => "reports",
        SourceKind::Document => "documents",
        SourceKind::News => "news",
        SourceKind::Web => "web pages",
        SourceKind::Encyclopedia => "encyclopaedias",
        SourceKind::Wiki => "articles of Wikipedia and copies of them",
        SourceKind::Chapter => "chapters",
        SourceKind::Archive => "papers in archives",
        SourceKind::Interview => "interviews",
        SourceKind::Photograph => "photographs",
        SourceKind::Map => "maps",
    }
}

/// The word for one source of a kind.
#[must_use]
pub const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Book => "book",
        SourceKind::Journal => "journal article",
        SourceKind::Thesis => "thesis",
        SourceKind::Report => "report",
        SourceKind::Document => "document",
        SourceKind::News => "news",
        SourceKind::Web => "web page",
        SourceKind::Encyclopedia => "encyclopaedia",
        SourceKind::Wiki => "Wikipedia article or a copy",
        SourceKind::Chapter => "chapter",
        SourceKind::Archive => "paper in an archive",
        SourceKind::Interview => "interview",
        SourceKind::Photograph => "photograph",
        SourceKind::Map => "map",
    }
}

/// The rank as it is told.
#[must_use]
pub const fn rank(rank: Rank) -> &'static str {
    match rank {
        Rank::Wiki => "wiki or copy",
        rank => rank.name(),
    }
}

/// All records of one work, and how much rests on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The record that stands for it.
    pub source: SourceId,
    /// Every record of it, in the order of the pack.
    pub records: Vec<SourceId>,
    /// How often statements and the notes on them cite it.
    pub times: usize,
    /// How often in each era that cites it.
    pub per_era: Vec<(EraId, usize)>,
    /// How many statements cite it and nothing else.
    pub alone: usize,
}

/// The works behind the sources, those most often cited first.
#[must_use]
pub fn works(pack: &Pack, rows: &[Row]) -> Vec<Work> {
    let of = works_of(pack);
    let mut works: HashMap<SourceId, Work> = HashMap::new();
    let mut in_order: Vec<&Row> = rows.iter().collect();
    in_order.order_by_key(|row| row.source);
    for row in in_order {
        let source = of[row.source.index()];
        let new = || Work { source, records: Vec::new(), times: 0, per_era: Vec::new(), alone: 0 };
        let work = works.entry(source).or_insert_with(new);
        work.records.push(row.source);
        work.times += row.times;
        work.per_era.extend(&row.per_era);
    }
    for id in pack.statements() {
        let mut cited = pack[id].cites.iter().map(|note| of[pack[*note].source.index()]);
        let Some(first) = cited.next() else { continue };
        if cited.all(|other| other == first)
            && let Some(work) = works.get_mut(&first)
        {
            work.alone += 1;
        }
    }
    let mut works: Vec<Work> = works.into_values().collect();
    for work in &mut works {
        work.per_era = summed(&work.per_era);
    }
    works.order_by_key(|work| (Reverse(work.times), work.source));
    works
}

/// The work of every source: [`Pack::work_of`] for all of them at once.
fn works_of(pack: &Pack) -> Vec<SourceId> {
    let keys: HashMap<&str, SourceId> = pack.sources().map(|id| (pack[id].key.as_str(), id)).collect();
    let work = |id: SourceId| pack[id].same_work_as.as_deref().and_then(|key| keys.get(key)).copied().unwrap_or(id);
    pack.sources().map(work).collect()
}

fn summed(per_era: &[(EraId, usize)]) -> Vec<(EraId, usize)> {
    let mut sums: Vec<(EraId, usize)> = per_era.to_vec();
    sums.sort_unstable();
    let mut out: Vec<(EraId, usize)> = Vec::new();
    for (era, count) in sums {
        match out.last_mut() {
            Some((last, sum)) if *last == era => *sum += count,
            _ => out.push((era, count)),
        }
    }
    out
}

/// The folded words by which a source is found: authors, title, where it appeared, its date, kind and key.
#[must_use]
pub fn words(source: &Source) -> Box<str> {
    let parts = [cite::text(source, None), source.date.clone().unwrap_or_default().to_string(), source.key.to_string()];
    let rank = source.rank.map_or("", Rank::name);
    let kinds = [kind(source.kind), kinds(source.kind), rank, if source.unresolved { "unresolved" } else { "" }];
    let authors: Vec<String> = source.authors.iter().map(Name::in_full).collect();
    fold(&format!("{} {} {}", parts.join(" "), authors.join(" "), kinds.join(" "))).into()
}
