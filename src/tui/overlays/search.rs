//! The search popup: what is typed, what was found and which row is chosen.

use griot_history::card;
use griot_history::search::{Answer, Found, Hit, Index, KindFilter, Tier};
use griot_history::text::{Block, Measure};
use griot_pack::pack::{EntityId, Kind, Pack, SourceId, StatementId, Target};

use crate::tui::widgets::input::Input;
use crate::tui::widgets::list::List;

/// The most names of one kind that are shown while other kinds answer too.
const MOST_OF_KIND: usize = 6;
/// The most hits that are ranked for the popup.
const MOST: usize = 400;
/// The most statements that are listed.
const MOST_TEXT: usize = 60;
/// How many searches are remembered.
pub const RECENT: usize = 20;

#[derive(Debug, Default)]
pub struct Finder {
    pub input: Input,
    pub answer: Answer,
    pub rows: Vec<Row>,
    pub list: List,
    /// Which of the recent searches is shown.
    pub recent: Option<usize>,
    /// Whether the rows still answer what stood in the line before: another key came while they were looked for.
    pub is_behind: bool,
    preview: Option<Preview>,
}

/// The card of a row, made for a room.
#[derive(Debug)]
struct Preview {
    of: Row,
    measure: Measure,
    lines: usize,
    blocks: Vec<Block>,
}

/// A line of the popup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A heading and how many there are.
    Head(&'static str, usize),
    Name(Hit),
    Office(EntityId, usize),
    /// The nearest statements before and after a time.
    Before(StatementId),
    After(StatementId),
    Text(StatementId),
    Source(SourceId),
    /// A sentence to the reader.
    Say(String),
    Recent(String),
    Filter(KindFilter),
    Gap,
}

/// What opening a row leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    Target(Target),
    Source(SourceId),
    /// A query to be typed.
    Query(String),
}

impl Row {
    /// What the row leads to; headings lead nowhere.
    #[must_use]
    pub fn goal(&self) -> Option<Goal> {
        Some(match self {
            Self::Name(hit) => Goal::Target(Target::Entity(hit.entity()?)),
            Self::Office(entity, _) => Goal::Target(Target::Entity(*entity)),
            Self::Before(id) | Self::After(id) | Self::Text(id) => Goal::Target(Target::Statement(*id)),
            Self::Source(source) => Goal::Source(*source),
            Self::Recent(typed) => Goal::Query(typed.clone()),
            Self::Filter(filter) => Goal::Query(format!("@{} ", filter.name())),
            Self::Head(..) | Self::Say(_) | Self::Gap => return None,
        })
    }
}

impl Finder {
    /// An open popup with nothing typed.
    #[must_use]
    pub fn new(pack: &Pack, index: &Index, typed: &str, recent: &[String]) -> Self {
        let mut finder = Self { input: Input::of(typed), ..Self::default() };
        finder.search((pack, index), recent, &|| false);
        finder
    }

    /// Answers what stands in the line, unless something else is typed meanwhile.
    pub fn search(&mut self, (pack, index): (&Pack, &Index), recent: &[String], is_typed: &dyn Fn() -> bool) {
        let answer = index.search_unless(pack, self.input.text(), MOST, is_typed);
        self.is_behind = answer.is_none();
        let Some(answer) = answer else { return };
        self.answer = answer;
        self.rows = if self.input.text().trim().is_empty() { beginnings(recent) } else { rows(&self.answer) };
        self.list = List::default();
        self.list.chosen = self.rows.iter().position(|row| row.goal().is_some()).unwrap_or(0);
    }

    /// Whether what stands in the line has found something.
    #[must_use]
    pub fn has_found(&self) -> bool {
        !self.input.text().trim().is_empty() && self.rows.iter().any(|row| row.goal().is_some())
    }

    /// What the chosen row leads to.
    #[must_use]
    pub fn chosen(&self) -> Option<Goal> {
        self.rows.get(self.list.chosen)?.goal()
    }

    /// Makes the card of the chosen row for a room of so many lines, unless it is there already.
    pub fn fit(&mut self, pack: &Pack, (measure, lines): (Measure, usize)) {
        let Some(row) = self.rows.get(self.list.chosen) else {
            self.preview = None;
            return;
        };
        let is_of = |it: &Preview| it.of.goal() == row.goal() && (it.measure, it.lines) == (measure, lines);
        if !self.preview.as_ref().is_some_and(is_of) {
            let blocks = card_of(pack, row, measure, lines);
            self.preview = Some(Preview { of: row.clone(), measure, lines, blocks });
        }
    }

    /// The card of the chosen row; of a row that leads to nothing in the pack there is none.
    pub(super) fn preview(&self) -> &[Block] {
        self.preview.as_ref().map_or(&[], |it| &it.blocks)
    }

    /// Whether the preview shows what is told, and the words that were looked for are lit in it.
    pub(super) fn previews_text(&self) -> bool {
        self.preview.as_ref().is_some_and(|it| matches!(it.of.goal(), Some(Goal::Target(Target::Statement(_)))))
    }

    pub fn step(&mut self, by: i32, height: usize) {
        let rows = &self.rows;
        self.list.step(by, rows.len(), height, |row| rows[row].goal().is_some());
    }

    /// Completes the `@kind` that the cursor stands behind.
    pub fn complete(&mut self) -> bool {
        let before = self.input.before_cursor();
        let Some(word) = before.rsplit(' ').next().and_then(|w| w.strip_prefix('@')) else { return false };
        let Some(filter) = KindFilter::named(word).or_else(|| KindFilter::all().next().filter(|_| word.is_empty()))
        else {
            return false;
        };
        let rest: String = format!("{} ", filter.name()).chars().collect();
        (0..word.chars().count()).for_each(|_| self.input.erase());
        rest.chars().for_each(|c| self.input.insert(c));
        true
    }
}

fn card_of(pack: &Pack, row: &Row, measure: Measure, lines: usize) -> Vec<Block> {
    match row.goal() {
        Some(Goal::Target(Target::Entity(entity))) => card::of_entity(pack, entity),
        Some(Goal::Target(Target::Statement(statement))) => card::in_context(pack, statement, measure, lines),
        Some(Goal::Source(source)) => card::of_source(&pack[source], None),
        Some(Goal::Target(_) | Goal::Query(_)) | None => Vec::new(),
    }
}

/// What is offered before anything is typed.
fn beginnings(recent: &[String]) -> Vec<Row> {
    let mut rows = vec![
        Row::Say("A name, a word of the text, or a time:".into()),
        Row::Say("1591 · 13th c. · 900 bc..ad 900 · mar 2012".into()),
    ];
    if !recent.is_empty() {
        rows.extend([Row::Gap, Row::Head("Recent", recent.len())]);
        rows.extend(recent.iter().cloned().map(Row::Recent));
    }
    rows.extend([Row::Gap, Row::Head("Kinds", KindFilter::all().count())]);
    rows.extend(KindFilter::all().map(Row::Filter));
    rows
}

fn rows(answer: &Answer) -> Vec<Row> {
    let mut rows: Vec<Row> = answer.query.doubt().map(Row::Say).into_iter().collect();
    if let Some(word) = &answer.query.no_kind {
        rows.push(Row::Say(format!("no kind “@{word}”: Tab after @ goes through the kinds")));
    } else if let Some(why) = &answer.query.no_year {
        rows.push(Row::Say(why.clone()));
    } else if !answer.is_complete() {
        rows.push(Row::Say(format!("nothing answers “{}” as well; nearest:", answer.failed.join("” and “"))));
    } else if answer.hits.first().is_some_and(|hit| hit.tier() == Tier::Typo) {
        rows.push(Row::Say("no exact match; did you mean".into()));
    }
    if let Some(moment) = &answer.moment {
        let offices = moment.offices.iter().map(|(entity, office)| Row::Office(*entity, *office));
        let (names, others): (Vec<Sort>, Vec<Sort>) =
            sorts(answer).into_iter().partition(|sort| matches!(sort, Sort::Of(_)));
        for sort in names {
            found(answer, sort, &mut rows);
        }
        section(&mut rows, "In office", moment.offices.len(), offices);
        let near = [moment.before.map(Row::Before), moment.after.map(Row::After)];
        let near: Vec<Row> = near.into_iter().flatten().collect();
        section(&mut rows, "Nearest in time", near.len(), near.into_iter());
        for sort in others {
            found(answer, sort, &mut rows);
        }
    } else {
        for sort in sorts(answer) {
            found(answer, sort, &mut rows);
        }
    }
    if rows.is_empty() {
        let dropped = answer.query.words.is_empty() && answer.query.when.is_none() && !answer.query.dropped.is_empty();
        rows.push(Row::Say(if answer.query.whole.is_empty() {
            "this holds no letter or number to look for".into()
        } else if dropped {
            "these are only small words; add a name, a word of the text or a year".into()
        } else {
            "nothing found; try fewer letters, another spelling or a year".into()
        }));
    }
    rows
}

/// What stands under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Of(Kind),
    Text,
    /// Entities that only their records answer by, where others are named so.
    Records,
    /// Entities of whose names only some letters answer, where something answers better.
    Guesses,
    Sources,
}

/// The sorts that were found: that of the best hit first; kinds in their fixed order, after the text where a sentence
/// answers better than any name.
fn sorts(answer: &Answer) -> Vec<Sort> {
    let sort = |hit: &Hit| match hit.what {
        Found::Entity(_) => Sort::Of(hit.rank.kind.unwrap_or_default()),
        Found::Statement(_) => Sort::Text,
        Found::Source(_) => Sort::Sources,
    };
    let Some(best) = answer.hits.first().map(sort) else { return Vec::new() };
    let rest = [Sort::Text, Sort::Records, Sort::Sources, Sort::Guesses];
    let others = Kind::ALL.into_iter().map(Sort::Of).chain(rest).filter(|other| *other != best);
    [best].into_iter().chain(others).collect()
}

/// Where an entity stands: under its kind, or apart, because others answer better than by what is only told of them, or
/// by some of their letters.
fn stands(answer: &Answer, hit: &Hit) -> Option<Sort> {
    // Its rank tells the kind: its record need not be read for that.
    let kind = hit.entity().and(hit.rank.kind)?;
    let best = answer.hits.first()?.tier();
    let by_record = |tier: Tier| matches!(tier, Tier::Role | Tier::Record);
    Some(match hit.tier() {
        tier if tier >= Tier::Fuzzy && best < Tier::Fuzzy => Sort::Guesses,
        tier if by_record(tier) && !by_record(best) => Sort::Records,
        _ => Sort::Of(kind),
    })
}

/// The hits of a sort, in order of rank.
fn found(answer: &Answer, sort: Sort, rows: &mut Vec<Row>) {
    let hits: Vec<Hit> = answer.hits.iter().filter(|hit| stands(answer, hit) == Some(sort)).copied().collect();
    match sort {
        Sort::Of(kind) => {
            let most = if answer.query.kind.is_some() { hits.len() } else { MOST_OF_KIND };
            let head = match kind {
                Kind::Polity if answer.moment.is_some() => "Powers of the moment",
                Kind::Event if answer.moment.is_some() => "What happened",
                kind => kind.heading(),
            };
            section(rows, head, hits.len(), hits.into_iter().take(most).map(Row::Name));
        }
        Sort::Text => section(rows, "In the text", answer.counts.text, answer.text().take(MOST_TEXT).map(Row::Text)),
        Sort::Records => {
            section(rows, "In their records", hits.len(), hits.into_iter().take(MOST_OF_KIND).map(Row::Name));
        }
        Sort::Guesses => section(rows, "Perhaps", hits.len(), hits.into_iter().take(MOST_OF_KIND).map(Row::Name)),
        Sort::Sources => {
            section(rows, "Sources", answer.counts.sources, answer.sources().take(MOST_TEXT).map(Row::Source));
        }
    }
}

fn section(rows: &mut Vec<Row>, head: &'static str, count: usize, found: impl Iterator<Item = Row>) {
    if count == 0 {
        return;
    }
    if matches!(rows.last(), Some(row) if !matches!(row, Row::Say(_))) {
        rows.push(Row::Gap);
    }
    rows.push(Row::Head(head, count));
    rows.extend(found);
}

#[cfg(test)]
mod tests;
