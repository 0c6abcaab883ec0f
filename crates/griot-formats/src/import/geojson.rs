//! GeoJSON: points are places, or events where they have a date of their own; outlines with a time are those of polities.
//! Linked Places has names, times and types of places, OpenHistoricalMap `start_date` and `end_date`.

mod shape;

use griot_pack::pack::{Alias, ExternalId, Kind, Position, Precision, Registry, Text};
use griot_pack::when::When;
use serde_json::Value;

use super::dates;
use super::item::Item;
use super::json;
use super::table::{Field, cell_of, field_of};
use super::work::Work;
use crate::draft::{Outline, called};
use crate::plain;
use shape::{Shapes, middle, position, rounded};

/// Points of an outline that are kept: more are finer than any map here.
const FINEST: usize = 2_000;

/// Reads the features.
pub(super) fn read(text: &str, work: &mut Work) -> Result<(), String> {
    let whole = json::parse(text)?;
    work.report.unit = "features";
    work.report.each = "feature";
    let features: Vec<&Value> = match whole.get("features").and_then(Value::as_array) {
        Some(all) => all.iter().collect(),
        None => vec![&whole],
    };
    for source in ["attribution", "copyright", "licence", "license"] {
        if let Some(text) = whole.get(source).and_then(Value::as_str) {
            work.draft.about.credits.push(plain::text(text));
        }
    }
    for (at, feature) in features.into_iter().enumerate() {
        work.read_one();
        Feature { value: feature, number: at + 1 }.add(work);
    }
    Ok(())
}

struct Feature<'v> {
    value: &'v Value,
    number: usize,
}

impl Feature<'_> {
    fn add(&self, work: &mut Work) {
        let id = [self.value.get("@id"), self.value.get("id"), self.value.pointer("/properties/id")];
        let id = id.into_iter().flatten().map(|id| cell_of(Some(id))).find(|id| !id.is_empty());
        let mut it = Item::new(self.number, format!("feature {}", self.number));
        it.says = self.value.to_string();
        it.is_record = true;
        let own_date = self.properties(&mut it, work);
        self.linked_places(&mut it, work);
        if it.headline.trim().is_empty() {
            it.headline =
                it.aliases.first().map(|alias| alias.name.to_string()).or_else(|| id.clone()).unwrap_or_default();
        }
        if it.headline.trim().is_empty() {
            it.headline = format!("Feature {}", self.number);
            work.remark(self.number, "name", "", "has no name; it is called by its number");
        }
        if let Some(id) = id.filter(|id| *id != it.headline) {
            match ExternalId::in_address(&id) {
                Some(id) if !it.ids.iter().any(|known| known.registry == id.registry) => it.ids.push(id),
                _ => it.rest.push(("id".into(), id)),
            }
        }
        self.positions(&mut it, work);
        let said = self.when(&mut it, work);
        it.when = it.when.or(said);
        it.kind = if own_date { Kind::Event } else { Kind::Place };
        self.geometry(&mut it, work);
    }

    /// Takes what properties tell; whether one of them is a date of an event.
    fn properties(&self, it: &mut Item, work: &mut Work) -> bool {
        let mut own_date = false;
        let (mut start, mut end) = (None, None);
        for (key, value) in self.value.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let text = cell_of(Some(value));
            if text.trim().is_empty() {
                continue;
            }
            match (key.as_str(), field_of(key)) {
                // OpenHistoricalMap says it more exactly beside the plain date.
                ("start_date" | "end_date", _) if self.has_edtf(key) => {}
                ("end_date" | "end_date:edtf" | "end" | "to", _) => end = self.date(key, &text, it, work),
                (_, Some(Field::Date | Field::Year)) | ("start_date" | "start_date:edtf" | "begin", _) => {
                    start = self.date(key, &text, it, work);
                    let of_existence =
                        matches!(key.as_str(), "start_date" | "start_date:edtf" | "start" | "from" | "begin");
                    own_date |= start.is_some() && !of_existence;
                }
                (_, Some(Field::Title)) if it.headline.is_empty() => it.headline = text,
                (_, Some(Field::Text)) if it.text.is_empty() => it.text = text,
                (_, Some(Field::Type)) if it.subtype.is_empty() => it.subtype = text.to_lowercase(),
                (_, Some(Field::Role)) if it.role.is_empty() => it.role = text,
                (_, Some(Field::Alias)) | ("alt_name" | "old_name" | "official_name", _) => {
                    it.aliases.push(called(plain::text(&text)));
                }
                _ => match key.split_once(':') {
                    Some(("name" | "alt_name" | "old_name" | "official_name", code)) if language(code).is_some() => {
                        it.aliases.push(Alias { lang: language(code), ..called(plain::text(&text)) });
                    }
                    _ if key == "wikidata" && Registry::Wikidata.is_id(text.trim()) => {
                        it.ids.push(ExternalId { registry: Registry::Wikidata, id: text.trim().to_owned().into() });
                    }
                    _ => it.rest.push((key.clone(), text)),
                },
            }
        }
        it.when = dates::span(start, end).unwrap_or_else(|what| {
            work.remark(self.number, "end_date", "", format!("{what}; the beginning stands alone"));
            start
        });
        own_date
    }

    /// Whether the date of a key is told in EDTF as well, and can be read there.
    fn has_edtf(&self, key: &str) -> bool {
        let said = self.value.pointer(&format!("/properties/{key}:edtf")).and_then(Value::as_str);
        said.is_some_and(|text| When::parse_edtf(text.trim()).is_ok())
    }

    fn date(&self, key: &str, text: &str, it: &mut Item, work: &mut Work) -> Option<When> {
        let read = When::parse_edtf(text.trim()).ok().map_or_else(|| dates::in_cell(text, None), |when| Ok(Some(when)));
        if read.is_err() {
            it.keep_date(key, text);
        }
        work.date(self.number, key, text, |_| read.clone())
    }

    /// What Linked Places has beside properties: names, types, descriptions.
    fn linked_places(&self, it: &mut Item, work: &mut Work) {
        let list = |key: &str| self.value.get(key).and_then(Value::as_array).into_iter().flatten();
        for name in list("names") {
            let lang = name.get("lang").and_then(Value::as_str).filter(|lang| (2..=3).contains(&lang.len()));
            let when = name.get("when").and_then(|when| self.span(when, it, work));
            for form in cell_of(name.get("toponym")).split('/') {
                let form = plain::text(form);
                if !form.is_empty() && !it.aliases.iter().any(|known| *known.name == form) {
                    it.aliases.push(Alias { lang: lang.map(|lang| lang.to_owned().into()), when, ..called(form) });
                }
            }
        }
        if let Some(kind) = list("types").next() {
            it.subtype = cell_of(kind.get("label").or_else(|| kind.get("sourceLabel"))).to_lowercase();
        }
        for words in list("descriptions") {
            let words = plain::text(&cell_of(words.get("value")));
            it.text = [it.text.as_str(), &words].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
        }
        for link in list("links") {
            let (kind, identifier) = (cell_of(link.get("type")), cell_of(link.get("identifier")));
            match ExternalId::in_address(&identifier).filter(|_| matches!(&*kind, "exactMatch" | "closeMatch")) {
                Some(id) if !it.ids.iter().any(|known| known.registry == id.registry) => it.ids.push(id),
                _ => it.rest.push((kind, identifier)),
            }
        }
    }

    /// The time that Linked Places gives to the place, or to its first position.
    fn when(&self, it: &mut Item, work: &mut Work) -> Option<When> {
        let own = self.value.get("when").or_else(|| self.value.pointer("/properties/when"));
        let of_geometry = || {
            let all = self.value.pointer("/geometry/geometries").and_then(Value::as_array)?;
            all.iter().find_map(|it| it.get("when"))
        };
        self.span(own.or_else(of_geometry).or_else(|| self.value.pointer("/geometry/when"))?, it, work)
    }

    /// Where it lay, for how long, where its positions have times of their own.
    fn positions(&self, it: &mut Item, work: &mut Work) {
        let all = self.value.pointer("/geometry/geometries").and_then(Value::as_array).into_iter().flatten();
        for part in all.filter(|part| part.get("type").and_then(Value::as_str) == Some("Point")) {
            let Some([lon, lat]) = part.get("coordinates").and_then(position) else { continue };
            if let Some(when) = part.get("when").and_then(|when| self.span(when, it, work)) {
                let precision = Some(Precision::Approximate);
                it.positions.push(Position { at: [lat, lon], when: Some(when), precision });
            }
        }
    }

    /// The time of an object that has `timespans`, or is one.
    fn span(&self, when: &Value, it: &mut Item, work: &mut Work) -> Option<When> {
        let spans: Vec<&Value> = match when.get("timespans") {
            Some(Value::Array(all)) => all.iter().collect(),
            _ => vec![when],
        };
        let (mut first, mut last) = (None, None);
        for span in spans {
            let mut end = |key: &str| span.get(key).and_then(|value| self.edge(key, value, it, work));
            first = first.or(end("start"));
            last = end("end").or(last);
        }
        dates::span(first, last).unwrap_or(first)
    }

    /// A beginning or an end: a year, or the bounds between which it lies. Data in use have −1 for a year that is not known.
    fn edge(&self, key: &str, value: &Value, it: &mut Item, work: &mut Work) -> Option<When> {
        let words = |value: &Value| cell_of(Some(value));
        let (in_, earliest, latest) = match value {
            Value::Object(all) => {
                (all.get("in").map(words), all.get("earliest").map(words), all.get("latest").map(words))
            }
            other => (Some(words(other)), None, None),
        };
        let text = match (in_, earliest, latest) {
            (None, Some(a), Some(b)) if a != b => {
                let (a, b) = (self.year(key, &a, it, work), self.year(key, &b, it, work));
                return dates::some_time(a, b);
            }
            (Some(text), ..) | (None, Some(text), _) | (None, None, Some(text)) => text,
            (None, None, None) => return None,
        };
        self.year(key, &text, it, work)
    }

    fn year(&self, key: &str, text: &str, it: &mut Item, work: &mut Work) -> Option<When> {
        let text = text.trim();
        if text.is_empty() || text == "-1" {
            return None;
        }
        let year = text.parse::<i64>().ok();
        let iso = year.map(|year| if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") });
        let read = iso.filter(|it| it.trim_start_matches('-').len() == 4).and_then(|iso| When::parse_edtf(&iso).ok());
        read.or_else(|| self.date(key, text, it, work))
    }

    /// Puts it where it lies.
    fn geometry(&self, it: &mut Item, work: &mut Work) {
        let Shapes { points, rings, outside } = Shapes::of(self.value.get("geometry"));
        let has_points = !points.is_empty() || outside.point.is_some();
        if let Some([lon, lat]) = outside.point {
            let text = format!("{lon}, {lat}");
            work.remark(self.number, "coordinates", &text, "is no longitude and latitude; its numbers are kept");
            it.rest.push(("coordinates".into(), text));
        }
        if outside.ring {
            work.remark(self.number, "coordinates", "", "an outline leaves the Earth; its points outside are left out");
        }
        let bits = |[lat, lon]: [f64; 2]| [lat.to_bits(), lon.to_bits()];
        let dated = |[lon, lat]: &&[f64; 2]| it.positions.iter().any(|known| bits(known.at) == bits([*lat, *lon]));
        let undated: Vec<[f64; 2]> = points.iter().skip(1).filter(|point| !dated(point)).take(20).copied().collect();
        for more in undated {
            it.rest.push(("also at".into(), format!("{}, {}", more[1], more[0])));
        }
        if let Some([lon, lat]) = points.first().copied() {
            it.at = Some(([lat, lon], Precision::Approximate));
        }
        let when = it.when.or(work.settings.when);
        match (rings.is_empty(), when) {
            (false, Some(when)) if it.kind != Kind::Event => Self::outline(it, work, when, rings),
            (false, _) => {
                let all: Vec<[f64; 2]> = rings.into_iter().flatten().collect();
                it.at = it.at.or_else(|| middle(&all).map(|at| (at, Precision::Region)));
                work.remark(
                    self.number,
                    "geometry",
                    "",
                    "an outline without a time of its own is kept as its middle; --when says when all of them were so",
                );
                it.clone().add(work);
            }
            (true, _) => {
                if !has_points {
                    work.remark(self.number, "geometry", "", "has no position");
                }
                it.clone().add(work);
            }
        }
    }

    /// A polity with its outlines.
    fn outline(it: &mut Item, work: &mut Work, when: When, rings: Vec<Vec<[f64; 2]>>) {
        let origin = work.origin(&it.place, &it.says);
        if let Some(came) = work.draft.has_come(&origin) {
            work.report.again(came);
            return;
        }
        it.kind = Kind::Polity;
        // A statement says where it came from, by which it is known again.
        it.told = it.told.or(Some(when));
        let mut reach = Vec::new();
        for ring in rings {
            let step = ring.len().div_ceil(FINEST).max(1);
            let mut points: Vec<[f64; 2]> = ring.iter().step_by(step).map(|point| point.map(rounded)).collect();
            points.dedup();
            let id = work.draft.id(&format!("outline {}", it.headline));
            work.draft.outlines.push(Outline { id: id.clone(), when, points });
            work.report.outlines += 1;
            reach.push(id);
        }
        it.reach = reach;
        it.clone().add_known(work, origin);
    }
}

/// The language of `name:fr` and `name:zh-Hant`; none of `name:etymology` and the like.
fn language(code: &str) -> Option<Text> {
    let language = code.split(['-', '_']).next()?.to_lowercase();
    let is_code = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    is_code.then(|| language.into())
}
