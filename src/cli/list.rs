//! `griot list`: everything of one kind, as a table, as records or as JSON.

mod entities;
mod sources;
mod text;

use serde::Serialize;

use super::args::Filters;
use super::filter::Filter;
use super::output::{CliError, Output};
use super::text_writer::TextWriter;
use super::{CliResult, Context};
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
pub(super) fn list(context: Context, what: Option<&str>, subtype: Option<&str>, flags: &Filters) -> CliResult {
    let filter = Filter::read(context.pack, flags)?;
    let what = match what {
        Some(name) => What::named(name).ok_or_else(|| unknown(name))?,
        None if filter.kind.is_some() || subtype.is_some() => What::Entities(None),
        None => return Ok(Output::of(contents(context))),
    };
    if let Some(subtype) = subtype
        && !matches!(what, What::Entities(_))
    {
        return Err(CliError::usage(format!("--type {subtype} is for entities: griot list events --type {subtype}")));
    }
    let rows = match what {
        What::Eras => eras(context.pack, &filter),
        What::Chapters => chapters(context.pack, &filter),
        What::Entities(kind) => entities(context, kind, subtype, &filter)?,
        What::Sources => sources(context.pack, &filter),
        What::Offices => offices(context.pack, &filter),
        What::Figures => figures(context.pack, &filter),
        What::Corrections => corrections(context.pack, &filter),
    };
    Ok(print(context, rows, &filter))
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

fn print(context: Context, mut rows: Rows, filter: &Filter) -> Output {
    let in_all = rows.cells.len();
    let most = filter.limit.unwrap_or(usize::MAX);
    rows.cells.truncate(most);
    rows.json.truncate(most);
    let shown = rows.cells.len();
    let text = if context.json {
        json::document("list", Some(context.pack), Body { count: in_all, items: rows.json })
    } else {
        let mut writer = TextWriter::new(context.style);
        if context.style.plain {
            rows.cells.iter_mut().for_each(|row| row.truncate(rows.fields));
            writer.table(&rows.cells);
        } else {
            let chosen = |row: &Vec<String>| rows.shown.iter().map(|i| row[*i].clone()).collect();
            writer.table(&rows.cells.iter().map(chosen).collect::<Vec<_>>());
        }
        writer.into_text()
    };
    let output = Output::of(text);
    match in_all {
        0 => output.with_message("nothing of that description").nothing(),
        _ if shown < in_all => output.with_message(format!("{shown} of {in_all}; -n {in_all} shows all")),
        _ => output,
    }
}

/// What there is to list, and how much of each.
fn contents(context: Context) -> String {
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
    let lists: Vec<Count> = What::all().map(|(name, what)| Count { name, count: all(context.pack, what) }).collect();
    if context.json {
        return json::document("list", Some(context.pack), Contents { lists });
    }
    let mut writer = TextWriter::new(context.style);
    writer.table(&lists.iter().map(|it| vec![it.name.to_owned(), it.count.to_string()]).collect::<Vec<_>>());
    writer.into_text()
}

fn unknown(name: &str) -> CliError {
    let names: Vec<&str> = What::all().map(|(name, _)| name).collect();
    let near = names.iter().min_by_key(|known| strsim::osa_distance(known, name));
    let near = near.filter(|known| strsim::osa_distance(known, name) <= 2);
    let hint = near.map_or_else(String::new, |known| format!("; did you mean {known}?"));
    CliError::usage(format!("there is no list of \"{name}\"{hint}\nthere are {}", names.join(", ")))
}
