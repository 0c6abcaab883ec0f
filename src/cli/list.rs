//! `griot list`: everything of one kind, as a table, as records or as JSON.

mod entities;
mod sources;
mod text;

use serde::Serialize;

use super::args::Filters;
use super::filter::Filter;
use super::outcome::{Answer, Failure};
use super::text_writer::TextWriter;
use super::{Asked, Outcome};
use crate::formats::json::{self, Dated};
use entities::{entities, figures, offices};
use griot_history::search::KindFilter;
use griot_pack::pack::{Kind, Pack};
use sources::sources;
use text::{chapters, corrections, eras};

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
        let name = if name == "facts" { "figures" } else { name };
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
    /// The words of each row; the first is its id.
    cells: Vec<Vec<String>>,
    /// How many of them make up a record of `--plain`.
    fields: usize,
    /// Which of them the table for reading shows.
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
        let mut writer = TextWriter::new(asked.style);
        if asked.style.plain {
            rows.cells.iter_mut().for_each(|row| row.truncate(rows.fields));
            writer.table(&rows.cells);
        } else {
            let chosen = |row: &Vec<String>| rows.shown.iter().map(|i| row[*i].clone()).collect();
            writer.table(&rows.cells.iter().map(chosen).collect::<Vec<_>>());
        }
        writer.into_text()
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
    let mut writer = TextWriter::new(asked.style);
    writer.table(&lists.iter().map(|it| vec![it.name.to_owned(), it.count.to_string()]).collect::<Vec<_>>());
    writer.into_text()
}

fn unknown(name: &str) -> Failure {
    let names: Vec<&str> = What::all().map(|(name, _)| name).collect();
    let near = names.iter().min_by_key(|known| strsim::osa_distance(known, name));
    let near = near.filter(|known| strsim::osa_distance(known, name) <= 2);
    let hint = near.map_or_else(String::new, |known| format!("; did you mean {known}?"));
    Failure::usage(format!("there is no list of \"{name}\"{hint}\nthere are {}", names.join(", ")))
}
