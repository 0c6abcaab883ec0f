//! TimelineJS 3: a title, eras, and a slide for everything that has a date.
//!
//! Years before Christ are negative as people count them, −900 for 900 BC, and there is no year 0. What is not known of
//! a day is empty text. Each slide shows the date in griot's own words, doubt and open ends with it; its numbers only place it.

use griot_history::timeline::What;
use griot_pack::pack::{EraId, Excerpt, Pack};
use griot_pack::when::{Calendar, Day, Moment, Part, Unit, When};
use serde_json::{Map, Value, json};

use super::fragment::{escape, paragraph, sources, statement};
use super::happenings::{Happening, Happenings};
use super::{Export, pretty, provenance};

/// The clock of browsers goes no further; beyond it TimelineJS counts in years alone.
const FARTHEST: i64 = 270_000;

pub(super) fn export(pack: &Pack, excerpt: &Excerpt) -> Export {
    let Happenings { all, losses } = Happenings::of(pack, excerpt);
    let first = all.iter().map(|it| placed(&it.when).0).min_by_key(|place| place.day);
    let eras: Vec<Value> = excerpt.eras.iter().filter_map(|id| era(pack, *id, first)).collect();
    let far = all.iter().any(|it| placed(&it.when).0.day.year.abs() > FARTHEST);
    let credit: String = provenance(pack).lines().map(paragraph).collect();
    let timeline = json!({
        "scale": if far { "cosmological" } else { "human" },
        "title": { "text": { "headline": escape(&pack.about.title), "text": credit } },
        "events": all.iter().map(|it| slide(pack, it)).collect::<Vec<Value>>(),
        "eras": eras,
    });
    Export { text: pretty(&timeline), losses }
}

fn slide(pack: &Pack, it: &Happening) -> Value {
    let mut text: String = it.facts(pack).iter().map(|fact| paragraph(fact)).collect();
    text.extend(it.told.iter().map(|id| statement(pack, *id)));
    text.push_str(&sources(pack, &it.notes(pack)));
    let group = match it.what {
        What::Event(_) => "Events",
        What::Polity(_) => "Powers",
        What::Office(..) => "Rulers",
        What::Statement(_) | What::Silence(..) => "Text",
    };
    let headline = it.name(pack).map(|name| escape(&name).into_owned()).unwrap_or_default();
    let mut slide = dates(&it.when);
    slide.insert("unique_id".into(), json!(it.id(pack)));
    slide.insert("display_date".into(), json!(it.when.in_words()));
    slide.insert("group".into(), json!(group));
    slide.insert("text".into(), json!({ "headline": headline, "text": text }));
    Value::Object(slide)
}

/// An era is a stretch of the axis: it needs two ends. An open one ends with the pack, or begins with the first event.
fn era(pack: &Pack, id: EraId, first: Option<Place>) -> Option<Value> {
    let it = &pack[id];
    let of_year = |day: Day| Place { day, known: Known::Year };
    let begin = if it.when.first() == Day::MIN { first? } else { placed(&it.when).0 };
    let last = if it.when.last() == Day::MAX { of_year(pack.about.as_of.last()) } else { placed(&it.when).1 };
    let text = json!({ "headline": escape(&it.title) });
    Some(json!({ "start_date": begin.in_parts(), "end_date": last.in_parts(), "text": text }))
}

/// How exactly a day stands for a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Year,
    Month,
    Day,
}

/// One end of a date on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    day: Day,
    known: Known,
}

impl Place {
    fn in_parts(self) -> Value {
        let Day { year, month, day } = self.day;
        // The year before AD 1 is 1 BC.
        let year = if year < 1 { year - 1 } else { year };
        let part = |known: bool, number: u8| if known { number.to_string() } else { String::new() };
        json!({
            "year": year.to_string(),
            "month": part(self.known != Known::Year, month),
            "day": part(self.known == Known::Day, day),
        })
    }
}

fn known(m: &Moment) -> Known {
    match (m.calendar, m.unit, m.part) {
        _ if m.unknown.any() => Known::Year,
        (Calendar::Julian | Calendar::Gregorian | Calendar::Islamic, ..) | (_, Unit::Day { .. }, _) => Known::Day,
        (_, Unit::Month { .. }, Part::Whole) | (_, Unit::Season(_), _) => Known::Month,
        (_, Unit::Month { .. }, _) => Known::Day,
        (_, Unit::Year, part) if part != Part::Whole => Known::Month,
        _ => Known::Year,
    }
}

/// Where a date begins and where it ends on the axis; a date with one end stands there.
fn placed(when: &When) -> (Place, Place) {
    let (a, b) = when.ends().map_or((Known::Year, Known::Year), |(a, b)| (known(&a), known(&b)));
    let (first, last) = (when.first(), when.last());
    let begin = Place { day: if first == Day::MIN { last } else { first }, known: a };
    let end = Place { day: if last == Day::MAX { first } else { last }, known: b };
    (begin, end)
}

fn dates(when: &When) -> Map<String, Value> {
    let (begin, end) = placed(when);
    let (begin, end) = (begin.in_parts(), end.in_parts());
    let mut out = Map::new();
    if begin != end {
        out.insert("end_date".into(), end);
    }
    out.insert("start_date".into(), begin);
    out
}
