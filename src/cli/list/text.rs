//! Lists of the text: eras, chapters and corrections.

use super::super::filter::Filter;
use super::{EraJson, Item, Rows};
use crate::formats::json;
use griot_formats::dated::Dated;
use griot_pack::pack::{EraId, Pack, Standing, StatementId};

pub(super) fn eras<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let takes = |era: &EraId| filter.era.is_none_or(|it| it == *era) && filter.takes_date(Some(pack[*era].when));
    let found: Vec<EraId> = pack.eras().filter(takes).collect();
    let count = |era: EraId| pack.statements_in(era).len();
    let cells = found.iter().map(|era| {
        let record = &pack[*era];
        let number = (era.index() + 1).to_string();
        let (id, title, summary) = (record.id.to_string(), record.title.to_string(), record.summary.to_string());
        vec![id, number, title, pack.date(&record.when), count(*era).to_string(), summary]
    });
    let json = found.iter().map(|era| {
        let record = &pack[*era];
        Item::Era(EraJson {
            number: Some(era.index() + 1),
            id: &record.id,
            title: &record.title,
            dated: Dated::of(Some(record.when)),
            summary: Some(&record.summary),
            statements: count(*era),
        })
    });
    Rows { cells: cells.collect(), fields: 6, shown: &[1, 2, 3], json: json.collect() }
}

pub(super) fn chapters<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let all = pack.eras().filter(|era| filter.era.is_none_or(|it| it == *era)).flat_map(|era| pack.chapters_of(era));
    let found: Vec<_> = all.filter(|id| filter.takes_date(pack[*id].when)).collect();
    let count = |id| pack.passages_of(id).map(|passage| pack.statements_of(passage).count()).sum::<usize>();
    let cells = found.iter().map(|id| {
        let chapter = &pack[*id];
        let when = chapter.when.map_or_else(String::new, |w| pack.date(&w));
        let first = pack.passages_of(*id).next().map_or_else(String::new, |passage| pack.address(passage));
        vec![chapter.id.to_string(), first, chapter.title.to_string(), when, count(*id).to_string()]
    });
    let json = found.iter().map(|id| {
        let chapter = &pack[*id];
        let dated = Dated::of(chapter.when);
        Item::Era(EraJson {
            number: None,
            id: &chapter.id,
            title: &chapter.title,
            dated,
            summary: None,
            statements: count(*id),
        })
    });
    Rows { cells: cells.collect(), fields: 5, shown: &[1, 2, 3], json: json.collect() }
}

/// What was corrected: where, what is held now, and what the article says instead.
pub(super) fn corrections<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let corrected = |id: &StatementId| pack[*id].standing == Standing::Corrected || pack[*id].instead_of.is_some();
    let found: Vec<StatementId> =
        pack.statements().filter(|id| corrected(id) && filter.takes_statement(pack, *id)).collect();
    let cells = found.iter().map(|id| {
        let statement = &pack[*id];
        let instead = statement.instead_of.clone().unwrap_or_default().to_string();
        let both = if instead.is_empty() {
            statement.text.to_string()
        } else {
            format!("{} Instead of: {instead}", statement.text)
        };
        vec![pack.statement_id(*id), pack.address(statement.passage), statement.text.to_string(), instead, both]
    });
    let json = found.iter().map(|id| Item::Statement(Box::new(json::statement(pack, *id))));
    Rows { cells: cells.collect(), fields: 4, shown: &[1, 4], json: json.collect() }
}
