//! TimelineJS as JSON: a title, events and eras. Years before Christ are negative, as people count.

use griot_pack::when::When;
use serde_json::Value;

use super::dates;
use super::item::Item;
use super::json;
use super::table::cell_of;
use super::work::Work;
use crate::plain;

/// Reads the events.
pub(super) fn read(text: &str, work: &mut Work) -> Result<(), String> {
    let whole = json::parse(text)?;
    let timeline = whole.get("timeline").unwrap_or(&whole);
    // Version 1 has `date` for events and commas in its dates, of which unknown words are year 0: it is not trusted.
    let events = timeline.get("events").or_else(|| timeline.get("date")).and_then(Value::as_array);
    let events = events.ok_or("has no list of events")?;
    work.report.unit = "events";
    work.report.each = "event";
    match timeline.get("title") {
        Some(title) => head(title, title.to_string(), work),
        // Version 1 tells of the whole beside its events.
        None => head(timeline, format!("{}\u{1f}{}", words(timeline, "headline"), words(timeline, "text")), work),
    }
    for (at, era) in
        timeline.get("eras").or_else(|| timeline.get("era")).and_then(Value::as_array).into_iter().flatten().enumerate()
    {
        let mut kept = Item::new(at + 1, String::new());
        if let Some(when) = when(era, at + 1, &mut kept, work) {
            let title = plain::text(&words(era, "headline"));
            if !title.is_empty() {
                work.draft.times.push((title, when));
            }
        }
    }
    for (at, event) in events.iter().enumerate() {
        work.read_one();
        add(event, at + 1, work);
    }
    Ok(())
}

/// The title of all; what it tells besides is told without a date.
fn head(title: &Value, says: String, work: &mut Work) {
    let headline = plain::text(&words(title, "headline"));
    if work.draft.about.title.is_none() && !headline.is_empty() {
        work.draft.about.title = Some(headline);
    }
    if !words(title, "text").trim().is_empty() {
        let mut it = Item::new(0, "title".into());
        it.says = says;
        it.text = words(title, "text");
        media(title, &mut it);
        it.add(work);
    }
}

/// A text of an event: TimelineJS has them under `text`, version 1 beside the date.
fn words(event: &Value, key: &str) -> String {
    let within = event.get("text").and_then(|text| text.get(key));
    cell_of(within.or_else(|| event.get(key).filter(|value| value.is_string())))
}

fn add(event: &Value, number: usize, work: &mut Work) {
    let mut it = Item::new(number, format!("event {number}"));
    it.says = event.to_string();
    it.headline = words(event, "headline");
    it.text = words(event, "text");
    it.group = cell_of(event.get("group").or_else(|| event.get("tag")));
    it.when = when(event, number, &mut it, work);
    media(event, &mut it);
    for address in plain::addresses(&format!("{} {}", it.headline, it.text)) {
        it.rest.push((String::new(), format!("see {address}")));
    }
    if it.headline.trim().is_empty() && it.text.trim().is_empty() {
        // A picture alone is told by its caption.
        it.text = cell_of(of_media(event, "caption"));
    }
    if plain::text(&format!("{}{}", it.headline, it.text)).is_empty() {
        let url = cell_of(of_media(event, "url"));
        work.remark(number, "text", &url, "the event says nothing; it stands by its address");
        it.headline = if url.is_empty() { "…".into() } else { url };
    }
    it.add(work);
}

fn when(event: &Value, number: usize, it: &mut Item, work: &mut Work) -> Option<When> {
    let start = date(event, ["start_date", "startDate"], number, it, work);
    let end = date(event, ["end_date", "endDate"], number, it, work);
    if let Some(shown) = event.get("display_date").or_else(|| event.get("start_date")?.get("display_date")) {
        it.shown = cell_of(Some(shown));
    }
    dates::span(start, end).unwrap_or_else(|what| {
        work.remark(number, "end_date", "", format!("{what}; the beginning stands alone"));
        start
    })
}

fn date(event: &Value, keys: [&str; 2], number: usize, it: &mut Item, work: &mut Work) -> Option<When> {
    let value = keys.into_iter().find_map(|key| event.get(key))?;
    let part = |key: &str| cell_of(value.get(key));
    let (text, read) = match value {
        Value::Object(_) => {
            let parts = ["year", "month", "day"].map(part);
            (parts.join(" "), dates::of_parts(&parts[0], &parts[1], &parts[2]))
        }
        other => {
            let text = cell_of(Some(other));
            let parts: Vec<&str> = text.split(',').map(str::trim).collect();
            let read = match *parts.as_slice() {
                [year, month, day, ..] => dates::of_parts(year, month, day),
                [year, month] => dates::of_parts(year, month, ""),
                _ => dates::in_cell(&text, None),
            };
            (text, read)
        }
    };
    if read.is_err() {
        it.keep_date(keys[0], text.trim());
    }
    work.date(number, keys[0], text.trim(), |_| read.clone())
}

/// A picture, by its address, what it shows and to whom it is owed.
fn media(event: &Value, it: &mut Item) {
    it.show(["url", "caption", "credit", "alt"].map(|key| cell_of(of_media(event, key))));
}

/// A part of the picture, which version 1 calls an asset, and its address the media.
fn of_media<'e>(event: &'e Value, key: &str) -> Option<&'e Value> {
    let media = event.get("media").or_else(|| event.get("asset"))?;
    media.get(key).or_else(|| media.get("media").filter(|_| key == "url"))
}
