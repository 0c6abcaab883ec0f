//! `griot map`: the country as a drawing on a terminal, and the places in words anywhere.

use griot_pack::order::InOrder;
use ratatui::layout::Size;
use serde::Serialize;

use super::output::{CliError, Output};
use super::text_writer::{OutputStyle, TextWriter, joined};
use super::{CliResult, Context};
use crate::formats::json;
use crate::place::{self, Lost};
use crate::tui::views::map::canvas_text;
use griot_formats::dated::Dated;
use griot_history::map::words::{self, InWords, Power};
use griot_history::map::world;
use griot_history::text::Shape;
use griot_history::text::page::plain;
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{EntityId, Kind, Pack, Rule};
use griot_pack::when::When;

/// Rows of the screen that the legend and the prompt need.
const BENEATH: usize = 5;

/// Draws the map, or tells it in words: at a time, or of the places that are named.
pub(super) fn map(context: Context, what: &[String], drawn: bool) -> CliResult {
    let pack = context.pack;
    let geo = pack.geo().map_err(|damage| CliError::pack(format!("the map of the pack {}", Rule::Compiled(damage))))?;
    let geo = if drawn { world::under(geo) } else { geo };
    let when = When::parse(&what.join(" ")).ok();
    let chosen = match when {
        Some(_) => Vec::new(),
        None => what.iter().map(|name| of_name(pack, name)).collect::<Result<_, _>>()?,
    };
    let mut found = words::words(pack, &geo, when.as_ref());
    match when {
        Some(_) => found.retain(|place| place.by.is_some()),
        None if !chosen.is_empty() => {
            found.retain(|place| chosen.contains(&place.place));
            found.order_by_key(|place| chosen.iter().position(|id| *id == place.place));
        }
        None => {}
    }
    let nothing = found.is_empty();
    let text = if context.json {
        document(pack, &geo, when, &found)
    } else {
        let shown = Shown { drawn: drawn && chosen.is_empty(), listed: !what.is_empty() };
        page(context, &geo, when, &found, shown)
    };
    let output = Output::of(text);
    Ok(match when {
        Some(when) if nothing => {
            output.with_message(format!("the text names no place in {}", pack.date_in_words(&when))).nothing()
        }
        None if nothing => output.with_message("the pack has no places").nothing(),
        _ => output,
    })
}

/// A place of that name, by its id or any of its names.
fn of_name(pack: &Pack, name: &str) -> Result<EntityId, CliError> {
    let (id, _) = match pack.entity(name) {
        Some(id) => (id, None),
        None => place::entity(pack, &format!("@{} {name}", Kind::Place.name()))
            .map_err(|lost| Lost { message: lost.message.replace("@place ", ""), ..lost })?,
    };
    if pack[id].at.is_none() && pack[id].kind != Kind::Place {
        let record = &pack[id];
        return Err(CliError::nothing(format!(
            "{} ({}) is no place; griot show {}",
            record.name, record.id, record.id
        )));
    }
    Ok(id)
}

/// What of the map is printed.
#[derive(Debug, Clone, Copy)]
struct Shown {
    /// The drawing, where there is something to draw.
    drawn: bool,
    /// The places in words beneath a drawing.
    listed: bool,
}

fn page(context: Context, geo: &Geo, when: Option<When>, found: &[InWords], shown: Shown) -> String {
    let pack = context.pack;
    let mut writer = TextWriter::new(context.style);
    let OutputStyle { width, rows, glyphs, .. } = context.style;
    let rows = rows.saturating_sub(BENEATH).clamp(8, (width / 2).max(8));
    let size = Size { width: width as u16, height: rows as u16 };
    let drawing = shown.drawn.then(|| canvas_text(pack, geo, when.as_ref(), size, glyphs)).flatten();
    let is_drawn = drawing.is_some();
    for line in drawing.iter().flat_map(|drawing| drawing.lines()) {
        writer.line(line);
    }
    // A drawing of all places needs no list beneath; one of a time says who speaks of them.
    if !is_drawn || shown.listed {
        if is_drawn {
            writer.gap();
        }
        writer.table(&found.iter().map(|place| row(context, place)).collect::<Vec<_>>());
    }
    if !context.style.plain
        && let Some(when) = when
    {
        reaches(pack, geo, &when, &mut writer);
    }
    writer.into_text()
}

/// What the outlines of the powers of a time rest on.
fn reaches(pack: &Pack, geo: &Geo, when: &When, writer: &mut TextWriter) {
    for Power { polity, reach } in words::powers(pack, geo, None, when) {
        writer.gap();
        let note = reach.note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
        let told = format!("Reach of {} {}, approximate{note}", pack[polity].name, pack.date(&reach.when));
        writer.page(&[plain(Shape::Passage, told)]);
    }
}

fn row(context: Context, found: &InWords) -> Vec<String> {
    let pack = context.pack;
    let place = &pack[found.place];
    let by = found.by.map_or_else(String::new, |id| pack.address(pack[id].passage));
    if context.style.plain {
        let [lat, lon] = found.at.map_or_else(Default::default, |at| at.map(|degrees| degrees.to_string()));
        let precision = place.precision.map_or_else(String::new, |known| format!("{known:?}").to_lowercase());
        return vec![place.id.to_string(), place.name.to_string(), lat, lon, precision, found.words.clone(), by];
    }
    vec![place.name.to_string(), joined(&[&found.words, &by])]
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(flatten)]
    dated: Dated,
    credit: &'a str,
    places: Vec<PlaceJson<'a>>,
    /// Outlines of the powers of the time; without one, none.
    reaches: Vec<ReachJson<'a>>,
}

#[derive(Serialize)]
struct ReachJson<'a> {
    polity: &'a str,
    name: &'a str,
    #[serde(flatten)]
    dated: Dated,
    approximate: bool,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    id: &'a str,
    name: &'a str,
    r#type: Option<&'a str>,
    at: Option<[f64; 2]>,
    precision: Option<griot_pack::pack::Precision>,
    words: &'a str,
    statement: Option<String>,
}

fn document(pack: &Pack, geo: &Geo, when: Option<When>, found: &[InWords]) -> String {
    let places = found.iter().map(|it| place_json(pack, it)).collect();
    let reaches = when.iter().flat_map(|when| words::powers(pack, geo, None, when)).map(|it| reach_json(pack, it));
    json::document(
        "map",
        Some(pack),
        Body { dated: Dated::of(when), credit: &geo.credit, places, reaches: reaches.collect() },
    )
}

fn reach_json<'a>(pack: &'a Pack, power: Power<'a>) -> ReachJson<'a> {
    let Power { polity, reach } = power;
    ReachJson {
        polity: &pack[polity].id,
        name: &pack[polity].name,
        dated: Dated::of(Some(reach.when)),
        approximate: true,
        note: reach.note.as_deref(),
    }
}

fn place_json<'a>(pack: &'a Pack, found: &'a InWords) -> PlaceJson<'a> {
    let place = &pack[found.place];
    PlaceJson {
        id: &place.id,
        name: &place.name,
        r#type: place.subtype.as_deref(),
        at: found.at,
        precision: place.precision,
        words: &found.words,
        statement: found.by.map(|id| pack.statement_id(id)),
    }
}
