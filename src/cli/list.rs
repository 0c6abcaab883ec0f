//! `griot list`: everything of one kind, as a table, as records or as JSON.

mod entities;
mod packs;
mod sources;
mod text;

use serde::Serialize;

use super::args::{Filters, OfSources};
use super::filter::Filter;
use super::output::{CliError, Output};
use super::text_writer::TextWriter;
use super::{CliResult, Context};
use crate::formats::json;
use entities::{entities, figures, offices};
use griot_formats::dated::Dated;
use griot_history::kinds::{self, Categories, Category, plural, singular};
use griot_history::search::KindFilter;
use griot_pack::pack::{Kind, Pack};
pub use packs::packs;
use sources::sources;
use text::{chapters, corrections, eras};

/// What can be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Eras,
    Chapters,
    /// Entities of a category, or all.
    Entities(Option<Category>),
    Sources,
    /// Offices of a category, or all.
    Offices(Option<Category>),
    Figures,
    Corrections,
}

impl What {
    /// The lists that are not of a category, and the other words for them.
    const OTHERS: [(&'static str, &'static [&'static str], Self); 7] = [
        ("eras", &["period", "ère", "époque", "période"], Self::Eras),
        ("chapters", &["chapitre"], Self::Chapters),
        ("entities", &[], Self::Entities(None)),
        ("sources", &["bibliography", "bibliographie"], Self::Sources),
        ("offices", &["fonction"], Self::Offices(None)),
        ("figures", &["fact", "number", "chiffre"], Self::Figures),
        ("corrections", &[], Self::Corrections),
    ];

    /// What the words name, in any number, in English or French.
    fn named(categories: &Categories, words: &str) -> Option<Self> {
        let is = |word: &str| singular(word) == singular(words);
        let other = Self::OTHERS.into_iter().find(|(name, others, _)| is(name) || others.iter().any(|word| is(word)));
        other.map(|(.., what)| what).or_else(|| categories.named(words).map(Self::of)).or_else(|| {
            match KindFilter::named(words)? {
                KindFilter::Of(kind) => Some(Self::Entities(Some(Category::Kind(kind)))),
                KindFilter::Source => Some(Self::Sources),
                KindFilter::Text => None,
            }
        })
    }

    fn of(category: &Category) -> Self {
        let category = Some(category.clone());
        if category.as_ref().is_some_and(Category::is_of_offices) {
            Self::Offices(category)
        } else {
            Self::Entities(category)
        }
    }

    /// All that can be listed of a pack, by name, in the order in which it is offered.
    fn all(pack: &Pack) -> Vec<(String, Self)> {
        let others = Self::OTHERS.into_iter().map(|(name, _, what)| (name.to_owned(), what));
        let kinds = Kind::ALL.into_iter().map(|kind| (kind.plural().to_owned(), Self::of(&Category::Kind(kind))));
        let rulers = [("rulers".to_owned(), Self::of(&Category::Rulers))];
        let types = kinds::types(pack).into_iter().map(|name| {
            let category = Category::Type(vec![singular(&name)]);
            (plural(&name), Self::of(&category))
        });
        let mut all: Vec<(String, Self)> = others.clone().take(2).chain(kinds).chain(others.skip(2)).collect();
        for (name, what) in rulers.into_iter().chain(types) {
            // An organization may be of the type “office”, whose word is taken.
            if all.iter().all(|(known, _)| *known != name) {
                all.push((name, what));
            }
        }
        all
    }
}

/// Lists what was asked for.
pub(super) fn list(
    context: Context,
    what: Option<&str>,
    subtype: Option<&str>,
    of_sources: &OfSources,
    flags: &Filters,
) -> CliResult {
    let filter = Filter::read(context.pack, flags)?;
    let what = match what {
        Some(name) => {
            let categories = Categories::new(context.pack);
            What::named(&categories, name).ok_or_else(|| unknown(context.pack, &categories, name))?
        }
        None if filter.kind.is_some() || subtype.is_some() => What::Entities(None),
        None => return Ok(Output::of(contents(context))),
    };
    if let Some(subtype) = subtype
        && !matches!(what, What::Entities(_))
    {
        return Err(CliError::usage(format!("--type {subtype} is for entities: griot list events --type {subtype}")));
    }
    for (flag, given) in [("rank", &of_sources.rank), ("sort", &of_sources.sort)] {
        if let Some(given) = given.as_deref().filter(|_| what != What::Sources) {
            return Err(CliError::usage(format!(
                "--{flag} {given} is for sources: griot list sources --{flag} {given}"
            )));
        }
    }
    let rows = match what {
        What::Sources => sources(context.pack, of_sources, &filter)?,
        _ => rows(context, &what, subtype, &filter)?,
    };
    Ok(print(context, rows, &filter))
}

fn rows<'a>(context: Context<'a>, what: &What, subtype: Option<&str>, filter: &Filter) -> Result<Rows<'a>, CliError> {
    let pack = context.pack;
    Ok(match what {
        What::Eras => eras(pack, filter),
        What::Chapters => chapters(pack, filter),
        What::Entities(category) => entities(context, category.as_ref(), subtype, filter)?,
        What::Sources => sources(pack, &OfSources::default(), filter)?,
        What::Offices(category) => offices(pack, category.as_ref(), filter),
        What::Figures => figures(pack, filter),
        What::Corrections => corrections(pack, filter),
    })
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
        name: String,
        count: usize,
    }
    let pack = context.pack;
    let all = |what: &What| {
        let filter = Filter::default();
        match what {
            What::Eras => pack.eras().len(),
            What::Chapters => pack.eras().map(|era| pack.chapters_of(era).count()).sum(),
            What::Entities(category) => {
                pack.entities().filter(|id| category.as_ref().is_none_or(|it| it.holds(pack, *id))).count()
            }
            What::Sources => pack.sources().len(),
            What::Offices(category) => offices(pack, category.as_ref(), &filter).cells.len(),
            What::Figures => figures(pack, &filter).cells.len(),
            What::Corrections => corrections(pack, &filter).cells.len(),
        }
    };
    let lists: Vec<Count> = What::all(pack).into_iter().map(|(name, what)| Count { name, count: all(&what) }).collect();
    if context.json {
        return json::document("list", Some(context.pack), Contents { lists });
    }
    let mut writer = TextWriter::new(context.style);
    writer.table(&lists.iter().map(|it| vec![it.name.clone(), it.count.to_string()]).collect::<Vec<_>>());
    writer.into_text()
}

fn unknown(pack: &Pack, categories: &Categories, name: &str) -> CliError {
    let all = What::all(pack);
    let names = all.iter().map(|(name, _)| name.as_str());
    let near = nearest(names.chain(categories.words()), name);
    let hint = near.map_or_else(String::new, |known| format!("; did you mean {known}?"));
    let first: Vec<&str> =
        all.iter().take(What::OTHERS.len() + Kind::ALL.len() + 1).map(|(name, _)| name.as_str()).collect();
    CliError::usage(format!(
        "there is no list of \"{name}\"{hint}\nthere are {}, and the types that griot list tells",
        first.join(", ")
    ))
}

/// The known word that what was typed is most like, in any number, where it is like one.
pub(super) fn nearest<'a>(known: impl Iterator<Item = &'a str>, typed: &str) -> Option<&'a str> {
    let typed = singular(typed);
    let far = |word: &&str| strsim::osa_distance(&singular(word), &typed);
    known.min_by_key(far).filter(|word| far(word) <= 2 && far(word) < typed.chars().count())
}
