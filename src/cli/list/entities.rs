//! Lists of entities, their offices and their figures.

use super::super::Context;
use super::super::filter::Filter;
use super::super::output::CliError;
use super::super::text_writer::joined;
use super::{FigureJson, Item, Rows};
use crate::formats::json;
use griot_formats::dated::Dated;
use griot_history::kinds::Category;
use griot_history::offices::listed;
use griot_history::who::{event_row, when_of_figures};
use griot_pack::order::InOrder;
use griot_pack::pack::{EntityId, Kind, Pack};

pub(super) fn entities<'a>(
    context: Context<'a>,
    category: Option<&Category>,
    subtype: Option<&str>,
    filter: &Filter,
) -> Result<Rows<'a>, CliError> {
    let pack = context.pack;
    let of_kind = |id: &EntityId| category.is_none_or(|it| it.holds(pack, *id));
    let of_type = |id: &EntityId| subtype.is_none_or(|subtype| pack[*id].subtype.as_deref() == Some(subtype));
    if let Some(subtype) = subtype
        && !pack.entities().any(|id| of_kind(&id) && of_type(&id))
    {
        return Err(no_such_type(pack, subtype, of_kind));
    }
    let chosen = |id: &EntityId| of_kind(id) && of_type(id) && filter.takes_entity(pack, *id);
    let mut found: Vec<EntityId> = pack.entities().filter(chosen).collect();
    let events = category == Some(&Category::Kind(Kind::Event))
        || matches!(category, Some(Category::Type(_))) && found.iter().all(|id| pack[*id].kind == Kind::Event);
    let of_one_type = subtype.is_some() || matches!(category, Some(Category::Type(_)));
    if events {
        // Events stand in the order in which they happened; those without a date last.
        found.order_by_key(|id| pack[*id].when.map_or(griot_pack::when::Day::MAX, |when| when.first()));
    }
    let cells = found.iter().map(|id| {
        let mut row = in_short(pack, *id);
        if events {
            row.extend(event(pack, *id, of_one_type));
        } else {
            row.push(joined(&[&row[2], &row[3]]));
        }
        row
    });
    let geo = if context.json { pack.geo().ok() } else { None };
    let full = |id: &EntityId| Item::Entity(Box::new(json::entity(pack, *id, geo.as_ref())));
    let json = found.iter().filter(|_| context.json).map(full).collect();
    let (fields, shown): (usize, &[usize]) = if events { (11, &[2, 11]) } else { (7, &[1, 7]) };
    Ok(Rows { cells: cells.collect(), fields, shown, json })
}

/// Id, name, date, role, mentions, kind and type.
fn in_short(pack: &Pack, id: EntityId) -> Vec<String> {
    let entity = &pack[id];
    vec![
        entity.id.to_string(),
        entity.name.to_string(),
        entity.when.map_or_else(String::new, |when| pack.date(&when)),
        entity.role.clone().unwrap_or_default().to_string(),
        pack.mentions(id).len().to_string(),
        entity.kind.name().into(),
        entity.subtype.clone().unwrap_or_default().to_string(),
    ]
}

/// Where, who, outcome and figures of an event, and for reading its name and role, in `full` with all of them beneath.
fn event(pack: &Pack, id: EntityId, full: bool) -> [String; 5] {
    let row = event_row(pack, id);
    let role = pack[id].role.clone().unwrap_or_default();
    let (places, who) = (row.places.join(", "), row.who.join(", "));
    let (outcome, figures) = (row.outcome.unwrap_or_default(), row.figures.join("; "));
    let mut described = joined(&[&pack[id].name, &role]);
    if full {
        let parts = [("where", &places), ("who", &who), ("outcome", &outcome), ("figures", &figures)];
        for (label, text) in parts.iter().filter(|(_, text)| !text.is_empty()) {
            described.push_str(&format!("\n{label}: {text}"));
        }
    }
    [places, who, outcome, figures, described]
}

fn no_such_type(pack: &Pack, subtype: &str, of_kind: impl Fn(&EntityId) -> bool) -> CliError {
    let mut types: Vec<&str> = pack.entities().filter(of_kind).filter_map(|id| pack[id].subtype.as_deref()).collect();
    types.sort_unstable();
    types.dedup();
    let hint =
        if types.is_empty() { "these have no types".to_owned() } else { format!("there are {}", types.join(", ")) };
    CliError::nothing(format!("nothing is of type \"{subtype}\"; {hint}"))
}

pub(super) fn offices<'a>(pack: &'a Pack, category: Option<&Category>, filter: &Filter) -> Rows<'a> {
    let in_era = |id: EntityId| filter.era.is_none_or(|era| pack.mentions(id).iter().any(|s| pack.era_of(*s) == era));
    let found = listed(pack, |id, office| {
        category.is_none_or(|it| it.holds_office(pack, office)) && filter.takes_date(office.when) && in_era(id)
    });
    let cells = found.iter().map(|(id, i)| {
        let office = &pack[*id].offices[*i];
        let when = office.when.map_or_else(String::new, |w| pack.date(&w));
        let held = format!("{}, {}", pack[*id].name, office.title);
        vec![
            pack[*id].id.to_string(),
            pack[*id].name.to_string(),
            when,
            office.title.to_string(),
            pack[office.of].name.to_string(),
            held,
        ]
    });
    let json = found.iter().filter_map(|(id, i)| json::office(pack, *id, *i).map(Item::Office));
    Rows { cells: cells.collect(), fields: 5, shown: &[4, 2, 5], json: json.collect() }
}

pub(super) fn figures<'a>(pack: &'a Pack, filter: &Filter) -> Rows<'a> {
    let found: Vec<EntityId> =
        pack.entities().filter(|id| !pack[*id].figures.is_empty() && filter.takes_entity(pack, *id)).collect();
    let mut rows = Rows { cells: Vec::new(), fields: 4, shown: &[2, 4], json: Vec::new() };
    for id in found {
        let entity = &pack[id];
        let taken = when_of_figures(pack, id);
        for (raw, figure) in entity.figures.iter().zip(json::figures(pack, id)) {
            let when = taken.map_or_else(String::new, |w| pack.date(&w));
            let label = raw.by.as_ref().map_or_else(|| raw.value.to_string(), |by| format!("{} ({by})", raw.value));
            let both = format!("{}: {label}", entity.name);
            rows.cells.push(vec![entity.id.to_string(), entity.name.to_string(), when, label, both]);
            let dated = Dated::of(taken);
            rows.json.push(Item::Figure(FigureJson { entity: &entity.id, name: &entity.name, dated, figure }));
        }
    }
    rows
}
