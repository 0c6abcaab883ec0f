//! The bibliography as a list.

use super::super::filter::Filter;
use super::{Item, Rows};
use crate::formats::json;
use griot_history::cite;
use griot_pack::pack::{Pack, SourceId};

pub(super) fn sources<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let cited = json::citations(pack);
    let mut here = vec![0usize; cited.len()];
    for id in pack.statements().filter(|id| filter.takes_statement(pack, *id)) {
        for source in json::sources_of(pack, id) {
            here[source.index()] += 1;
        }
    }
    let filtered = filter.era.is_some() || filter.has_time();
    let found: Vec<SourceId> = pack.sources().filter(|id| !filtered || here[id.index()] > 0).collect();
    let cells = found.iter().map(|id| {
        let source = &pack[*id];
        let url = source.url.clone().or_else(|| source.archive.clone()).unwrap_or_default().to_string();
        let date = source.date.clone().unwrap_or_default().to_string();
        let kind = format!("{:?}", source.kind).to_lowercase();
        let count = cited[id.index()].to_string();
        vec![source.key.to_string(), count, kind, date, cite::text(source, None), url]
    });
    let json = found.iter().map(|id| Item::Source(Box::new(json::source(pack, *id, cited[id.index()]))));
    Rows { cells: cells.collect(), fields: 6, shown: &[1, 0, 4], json: json.collect() }
}
