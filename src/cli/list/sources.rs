//! The bibliography as a list.

use super::super::args::OfSources;
use super::super::filter::Filter;
use super::super::output::CliError;
use super::{Item, Rows, nearest};
use crate::formats::json;
use griot_history::cite;
use griot_history::sources::{Order, Row, Table, citations, rows_by_source, sorted};
use griot_pack::pack::{Pack, Rank, SourceId};

pub(super) fn sources<'a>(pack: &'a Pack, asked: &OfSources, filter: &Filter) -> Result<Rows<'a>, CliError> {
    let rank = asked.rank.as_deref().map(rank).transpose()?;
    let order = asked.sort.as_deref().map(order).transpose()?;
    let cited = json::citations(pack);
    let mut here = vec![0usize; cited.len()];
    for id in pack.statements().filter(|id| filter.takes_statement(pack, *id)) {
        for source in json::sources_of(pack, id) {
            here[source.index()] += 1;
        }
    }
    let filtered = filter.era.is_some() || filter.has_time();
    let takes =
        |id: &SourceId| (!filtered || here[id.index()] > 0) && rank.is_none_or(|rank| pack[*id].rank == Some(rank));
    let found: Vec<SourceId> = match order {
        Some(order) => in_order(pack, order).into_iter().filter(takes).collect(),
        None => pack.sources().filter(takes).collect(),
    };
    let cells = found.iter().map(|id| {
        let source = &pack[*id];
        let url = source.url.clone().or_else(|| source.archive.clone()).unwrap_or_default().to_string();
        let date = source.date.clone().unwrap_or_default().to_string();
        let kind = format!("{:?}", source.kind).to_lowercase();
        let count = cited[id.index()].to_string();
        let rank = source.rank.map_or("", Rank::name).to_owned();
        vec![source.key.to_string(), count, kind, date, cite::text(source, None), url, rank]
    });
    let json = found.iter().map(|id| Item::Source(Box::new(json::source(pack, *id, cited[id.index()]))));
    Ok(Rows { cells: cells.collect(), fields: 7, shown: &[1, 6, 0, 4], json: json.collect() })
}

fn in_order(pack: &Pack, order: Order) -> Vec<SourceId> {
    let rows: Vec<Row> = rows_by_source(pack, &citations(pack));
    sorted(pack, &rows, order)
}

fn rank(text: &str) -> Result<Rank, CliError> {
    let names = Rank::ALL.map(Rank::name);
    Rank::named(text).ok_or_else(|| unknown("rank", text, &names))
}

/// The orders of the view of the sources, by the words that it has for them.
fn order(text: &str) -> Result<Order, CliError> {
    let name = |order: Order| Table::Sources.sorted_by(order);
    let found = Order::ALL.into_iter().find(|it| name(*it) == text || name(*it).split(' ').next_back() == Some(text));
    found.ok_or_else(|| unknown("order of sources", text, &Order::ALL.map(name)))
}

fn unknown(what: &str, text: &str, names: &[&str]) -> CliError {
    let near = nearest(names.iter().copied(), text).map_or_else(String::new, |name| format!("; did you mean {name}?"));
    CliError::usage(format!("there is no {what} \"{text}\"{near}\nthere are {}", names.join(", ")))
}
