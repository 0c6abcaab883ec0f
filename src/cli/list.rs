//! `griot list`: everything of one kind, as a table, as records or as JSON.

use serde::Serialize;

use super::args::Filters;
use super::filter::Filter;
use super::json::{self, Dated};
use super::outcome::{Answer, Failure};
use super::paper::Paper;
use super::{Asked, Outcome};
use crate::cite;
use crate::pack::{EntityId, EraId, Kind, Pack, SourceId, Standing, StatementId};
use crate::search::KindFilter;

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Eras,
    Chapters,
    /// Entities of a kind, or of all.
    Entities(Option<Kind>),
    Sources,
    Offices,
    Figures,
    Corrections,
}

impl What {
    const OTHERS: [(&'static str, Self); 6] = [
        ("eras", Self::Eras),
        ("chapters", Self::Chapters),
        ("sources", Self::Sources),
        ("offices", Self::Offices),
        ("figures", Self::Figures),
        ("corrections", Self::Corrections),
    ];

    /// All that can be listed, in the order in which it is offered.
    fn all() -> impl Iterator<Item = (&'static str, Self)> {
        let entities = Kind::ALL.into_iter().map(|kind| (kind.plural(), Self::Entities(Some(kind))));
        let (first, last) = Self::OTHERS.split_at(2);
        first.iter().copied().chain(entities).chain([("entities", Self::Entities(None))]).chain(last.iter().copied())
    }

    /// The list of that name, also said in the singular or for short.
    fn named(name: &str) -> Option<Self> {
        let exact = Self::all().find(|(known, _)| *known == name || known.strip_suffix('s') == Some(name));
        exact.map(|(_, what)| what).or_else(|| match KindFilter::named(name) {
            Some(KindFilter::Of(kind)) => Some(Self::Entities(Some(kind))),
            Some(KindFilter::Source) => Some(Self::Sources),
            _ => None,
        })
    }
}

/// Lists what was asked for.
pub(super) fn list(asked: Asked, what: Option<&str>, subtype: Option<&str>, flags: &Filters) -> Outcome {
    let filter = Filter::read(asked.pack, flags)?;
    let what = match what {
        Some(name) => What::named(name).ok_or_else(|| unknown(name))?,
        None if filter.kind.is_some() || subtype.is_some() => What::Entities(None),
        None => return Ok(Answer::of(contents(asked))),
    };
    if let Some(subtype) = subtype
        && !matches!(what, What::Entities(_))
    {
        return Err(Failure::usage(format!("--type {subtype} is for entities: griot list events --type {subtype}")));
    }
    let rows = match what {
        What::Eras => eras(asked.pack, &filter),
        What::Chapters => chapters(asked.pack, &filter),
        What::Entities(kind) => entities(asked, kind, subtype, &filter)?,
        What::Sources => sources(asked.pack, &filter),
        What::Offices => offices(asked.pack, &filter),
        What::Figures => figures(asked.pack, &filter),
        What::Corrections => corrections(asked.pack, &filter),
    };
    Ok(print(asked, rows, &filter))
}

/// What was found, for every form of output.
struct Rows<'a> {
    /// The words of each row, for records; the first is its id.
    cells: Vec<Vec<String>>,
    /// Which of the cells the table for reading shows.
    shown: &'static [usize],
    json: Vec<Item<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Item<'a> {
    Era(EraJson<'a>),
    Entity(Box<json::Entity<'a>>),
    Source(Box<json::Sourced<'a>>),
    Office(json::Office<'a>),
    Figure(FigureJson<'a>),
    Statement(Box<json::Statement<'a>>),
}

#[derive(Serialize)]
struct EraJson<'a> {
    number: Option<usize>,
    id: &'a str,
    title: &'a str,
    #[serde(flatten)]
    dated: Dated,
    summary: Option<&'a str>,
    statements: usize,
}

#[derive(Serialize)]
struct FigureJson<'a> {
    entity: &'a str,
    name: &'a str,
    #[serde(flatten)]
    dated: Dated,
    #[serde(flatten)]
    figure: json::Figure<'a>,
}

#[derive(Serialize)]
struct Body<'a> {
    count: usize,
    items: Vec<Item<'a>>,
}

fn print(asked: Asked, mut rows: Rows, filter: &Filter) -> Answer {
    let in_all = rows.cells.len();
    let most = filter.limit.unwrap_or(usize::MAX);
    rows.cells.truncate(most);
    rows.json.truncate(most);
    let shown = rows.cells.len();
    let text = if asked.json {
        json::document("list", Some(asked.pack), Body { count: in_all, items: rows.json })
    } else {
        let mut paper = Paper::new(asked.looks);
        if asked.looks.plain {
            paper.table(&rows.cells);
        } else {
            let chosen = |row: &Vec<String>| rows.shown.iter().map(|i| row[*i].clone()).collect();
            paper.table(&rows.cells.iter().map(chosen).collect::<Vec<_>>());
        }
        paper.into_text()
    };
    let answer = Answer::of(text);
    match in_all {
        0 => answer.told("nothing of that description").nothing(),
        _ if shown < in_all => answer.told(format!("{shown} of {in_all}; -n {in_all} shows all")),
        _ => answer,
    }
}

/// What there is to list, and how much of each.
fn contents(asked: Asked) -> String {
    #[derive(Serialize)]
    struct Contents {
        lists: Vec<Count>,
    }
    #[derive(Serialize)]
    struct Count {
        name: &'static str,
        count: usize,
    }
    let all = |pack: &Pack, what: What| {
        let filter = Filter::default();
        match what {
            What::Eras => pack.eras().len(),
            What::Chapters => pack.eras().map(|era| pack.chapters_of(era).count()).sum(),
            What::Entities(kind) => pack.entities().filter(|id| kind.is_none_or(|k| pack[*id].kind == k)).count(),
            What::Sources => pack.sources().len(),
            What::Offices => offices(pack, &filter).cells.len(),
            What::Figures => figures(pack, &filter).cells.len(),
            What::Corrections => corrections(pack, &filter).cells.len(),
        }
    };
    let lists: Vec<Count> = What::all().map(|(name, what)| Count { name, count: all(asked.pack, what) }).collect();
    if asked.json {
        return json::document("list", Some(asked.pack), Contents { lists });
    }
    let mut paper = Paper::new(asked.looks);
    paper.table(&lists.iter().map(|it| vec![it.name.to_owned(), it.count.to_string()]).collect::<Vec<_>>());
    paper.into_text()
}

fn unknown(name: &str) -> Failure {
    let names: Vec<&str> = What::all().map(|(name, _)| name).collect();
    let near = names.iter().min_by_key(|known| strsim::osa_distance(known, name));
    let near = near.filter(|known| strsim::osa_distance(known, name) <= 2);
    let hint = near.map_or_else(String::new, |known| format!("; did you mean {known}?"));
    Failure::usage(format!("there is no list of \"{name}\"{hint}\nthere are {}", names.join(", ")))
}

fn eras<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let takes = |era: &EraId| filter.era.is_none_or(|it| it == *era) && filter.takes_date(Some(pack[*era].when));
    let found: Vec<EraId> = pack.eras().filter(takes).collect();
    let count = |era: EraId| pack.statements_in(era).count();
    let cells = found.iter().map(|era| {
        let it = &pack[*era];
        let number = (era.index() + 1).to_string();
        vec![it.id.clone(), number, it.title.clone(), it.when.on_screen(), count(*era).to_string(), it.summary.clone()]
    });
    let json = found.iter().map(|era| {
        let it = &pack[*era];
        Item::Era(EraJson {
            number: Some(era.index() + 1),
            id: &it.id,
            title: &it.title,
            dated: Dated::of(Some(it.when)),
            summary: Some(&it.summary),
            statements: count(*era),
        })
    });
    Rows { cells: cells.collect(), shown: &[1, 2, 3], json: json.collect() }
}

fn chapters<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let all = pack.eras().filter(|era| filter.era.is_none_or(|it| it == *era)).flat_map(|era| pack.chapters_of(era));
    let found: Vec<_> = all.filter(|id| filter.takes_date(pack[*id].when)).collect();
    let count = |id| pack.passages_of(id).map(|passage| pack.statements_of(passage).count()).sum::<usize>();
    let cells = found.iter().map(|id| {
        let it = &pack[*id];
        let when = it.when.map_or_else(String::new, |w| w.on_screen());
        let first = pack.passages_of(*id).next().map_or_else(String::new, |passage| pack.address(passage));
        vec![it.id.clone(), first, it.title.clone(), when, count(*id).to_string()]
    });
    let json = found.iter().map(|id| {
        let it = &pack[*id];
        let dated = Dated::of(it.when);
        Item::Era(EraJson { number: None, id: &it.id, title: &it.title, dated, summary: None, statements: count(*id) })
    });
    Rows { cells: cells.collect(), shown: &[1, 2, 3], json: json.collect() }
}

fn entities<'a>(
    asked: Asked<'a>,
    kind: Option<Kind>,
    subtype: Option<&str>,
    filter: &Filter,
) -> Result<Rows<'a>, Failure> {
    let pack = asked.pack;
    let of_kind = |id: &EntityId| kind.is_none_or(|kind| pack[*id].kind == kind);
    let of_type = |id: &EntityId| subtype.is_none_or(|subtype| pack[*id].subtype.as_deref() == Some(subtype));
    if let Some(subtype) = subtype
        && !pack.entities().any(|id| of_kind(&id) && of_type(&id))
    {
        return Err(no_such_type(pack, subtype, of_kind));
    }
    let chosen = |id: &EntityId| of_kind(id) && of_type(id) && filter.takes_entity(pack, *id);
    let mut found: Vec<EntityId> = pack.entities().filter(chosen).collect();
    if kind == Some(Kind::Event) {
        // Events stand in the order in which they happened; those without a date last.
        found.sort_by_key(|id| pack[*id].when.map_or(crate::when::Day::MAX, |when| when.first()));
    }
    let cells = found.iter().map(|id| {
        let it = &pack[*id];
        let when = it.when.map_or_else(String::new, |w| w.on_screen());
        let mentions = pack.mentions(*id).len().to_string();
        let role = it.role.clone().unwrap_or_default();
        let subtype = it.subtype.clone().unwrap_or_default();
        vec![it.id.clone(), it.name.clone(), when, role, mentions, it.kind.name().into(), subtype]
    });
    let geo = if asked.json { pack.geo().ok() } else { None };
    let json =
        found.iter().filter(|_| asked.json).map(|id| Item::Entity(Box::new(json::entity(pack, *id, geo.as_ref()))));
    let shown: &[usize] = if kind == Some(Kind::Event) { &[2, 1, 3] } else { &[1, 2, 3] };
    Ok(Rows { cells: cells.collect(), shown, json: json.collect() })
}

fn no_such_type(pack: &Pack, subtype: &str, of_kind: impl Fn(&EntityId) -> bool) -> Failure {
    let mut types: Vec<&str> = pack.entities().filter(of_kind).filter_map(|id| pack[id].subtype.as_deref()).collect();
    types.sort_unstable();
    types.dedup();
    let hint =
        if types.is_empty() { "these have no types".to_owned() } else { format!("there are {}", types.join(", ")) };
    Failure::nothing(format!("nothing is of type \"{subtype}\"; {hint}"))
}

fn sources<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let mut cited = vec![0usize; pack.sources().len()];
    let mut here = vec![0usize; cited.len()];
    for id in pack.statements() {
        let mut sources: Vec<SourceId> =
            pack[id].cites.iter().chain(&pack[id].note_cites).map(|note| pack[*note].source).collect();
        sources.sort_unstable();
        sources.dedup();
        let takes = filter.takes_statement(pack, id);
        for source in sources {
            cited[source.index()] += 1;
            here[source.index()] += usize::from(takes);
        }
    }
    let filtered = filter.era.is_some() || filter.has_time();
    let found: Vec<SourceId> = pack.sources().filter(|id| !filtered || here[id.index()] > 0).collect();
    let cells = found.iter().map(|id| {
        let it = &pack[*id];
        let address = it.url.clone().or_else(|| it.archive.clone()).unwrap_or_default();
        let date = it.date.clone().unwrap_or_default();
        let kind = format!("{:?}", it.kind).to_lowercase();
        let count = cited[id.index()].to_string();
        vec![it.key.clone(), count, kind, date, cite::text(it, None), address]
    });
    let json = found.iter().map(|id| Item::Source(Box::new(json::source(pack, *id, cited[id.index()]))));
    Rows { cells: cells.collect(), shown: &[1, 0, 4], json: json.collect() }
}

fn offices<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let mut found: Vec<(EntityId, usize)> = Vec::new();
    for id in pack.entities() {
        let era = filter.era.is_none_or(|era| pack.mentions(id).iter().any(|s| pack.era_of(*s) == era));
        let all = pack[id].offices.iter().enumerate().filter(|(_, office)| era && filter.takes_date(office.when));
        found.extend(all.map(|(i, _)| (id, i)));
    }
    found.sort_by_key(|(id, i)| {
        let office = &pack[*id].offices[*i];
        (office.of, !office.head, office.when.map(|w| w.first()), *id, *i)
    });
    let cells = found.iter().map(|(id, i)| {
        let office = &pack[*id].offices[*i];
        let when = office.when.map_or_else(String::new, |w| w.on_screen());
        vec![pack[*id].id.clone(), pack[*id].name.clone(), when, office.title.clone(), pack[office.of].name.clone()]
    });
    let json = found.iter().filter_map(|(id, i)| json::office(pack, *id, *i).map(Item::Office));
    Rows { cells: cells.collect(), shown: &[4, 2, 1, 3], json: json.collect() }
}

fn figures<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let found: Vec<EntityId> =
        pack.entities().filter(|id| !pack[*id].figures.is_empty() && filter.takes_entity(pack, *id)).collect();
    let mut rows = Rows { cells: Vec::new(), shown: &[2, 1, 3], json: Vec::new() };
    for id in found {
        let it = &pack[id];
        for (raw, figure) in it.figures.iter().zip(json::figures(pack, id)) {
            let when = it.when.map_or_else(String::new, |w| w.on_screen());
            let said = raw.by.as_ref().map_or_else(|| raw.value.clone(), |by| format!("{} ({by})", raw.value));
            rows.cells.push(vec![it.id.clone(), it.name.clone(), when, said]);
            let dated = Dated::of(it.when);
            rows.json.push(Item::Figure(FigureJson { entity: &it.id, name: &it.name, dated, figure }));
        }
    }
    rows
}

/// What was corrected: where, what is held now, and what the article says instead.
fn corrections<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let corrected = |id: &StatementId| pack[*id].standing == Standing::Corrected || pack[*id].instead_of.is_some();
    let found: Vec<StatementId> =
        pack.statements().filter(|id| corrected(id) && filter.takes_statement(pack, *id)).collect();
    let cells = found.iter().map(|id| {
        let it = &pack[*id];
        let instead = it.instead_of.clone().unwrap_or_default();
        let both = if instead.is_empty() { it.text.clone() } else { format!("{} Instead of: {instead}", it.text) };
        vec![pack.statement_id(*id), pack.address(it.passage), it.text.clone(), instead, both]
    });
    let json = found.iter().map(|id| Item::Statement(Box::new(json::statement(pack, *id))));
    Rows { cells: cells.collect(), shown: &[1, 4], json: json.collect() }
}
