//! Notes: Markdown files of one event each, whose head says when it was, as site generators and notebooks keep them. Their
//! heads become rows of a table, by the same headings.

use serde_json::{Map, Value};

use super::table::{Field, cell_of, field_of};

/// A note as a table of one row in JSON; none where the head of the text says no date.
pub(super) fn as_row(text: &str) -> Option<String> {
    let (head, body) = parted(text)?;
    let mut row = Map::new();
    for (key, value) in fields(head) {
        let value = match field_of(&key) {
            Some(Field::Source) => Value::String(cells(value).join("\n")),
            Some(Field::Date | Field::End) => Value::String(day_of(&cell_of(Some(&value))).to_owned()),
            _ => match value {
                Value::Array(_) => Value::Array(cells(value).into_iter().map(Value::String).collect()),
                one => one,
            },
        };
        row.insert(key, value);
    }
    let dated = |key: &String| matches!(field_of(key), Some(Field::Date | Field::Year));
    if !row.keys().any(dated) {
        return None;
    }
    row.insert("text".to_owned(), Value::String(unmarked(body)));
    Some(Value::Array(vec![Value::Object(row)]).to_string())
}

/// What stands behind the head.
pub(super) fn body(text: &str) -> Option<&str> {
    parted(text).map(|(_, body)| body)
}

fn parted(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches('\u{feff}');
    let text = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"))?;
    let at = text.match_indices("---").map(|(at, _)| at).find(|at| {
        text[..*at].ends_with('\n') && text[at + 3..].lines().next().is_none_or(|rest| rest.trim().is_empty())
    })?;
    Some((&text[..at], &text[at + 3..]))
}

/// The keys of a head with their values: texts, lists of them, and lists of records.
fn fields(head: &str) -> Vec<(String, Value)> {
    let mut all: Vec<(String, Value)> = Vec::new();
    for line in head.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
        let inner = line.trim();
        let item = inner.strip_prefix("- ").map(str::trim);
        match (line.starts_with([' ', '\t']) || item.is_some() || inner == "-", all.last_mut()) {
            (true, Some((_, value))) => add(value, item, inner),
            _ => all.extend(pair(inner)),
        }
    }
    all
}

/// Adds a line below a key: an item of its list, a part of a record in it, or more of its text.
fn add(value: &mut Value, item: Option<&str>, line: &str) {
    if let Some(item) = item {
        if !value.is_array() {
            *value = Value::Array(Vec::new());
        }
        let item =
            pair(item).map_or_else(|| scalar(item), |(key, value)| Value::Object(Map::from_iter([(key, value)])));
        if let Value::Array(all) = value {
            all.push(item);
        }
        return;
    }
    match value {
        Value::Array(all) => match all.last_mut() {
            Some(Value::Object(record)) => match pair(line) {
                Some((key, value)) => drop(record.insert(key, value)),
                // A text goes on in the next line.
                None => record.values_mut().last().into_iter().for_each(|last| more(last, line)),
            },
            Some(last) => more(last, line),
            None => {}
        },
        text => more(text, line),
    }
}

fn more(value: &mut Value, line: &str) {
    let text = cell_of(Some(value));
    let whole = format!("{} {line}", text.trim_start_matches(['|', '>', '-', '\'', '"']));
    *value = scalar(whole.trim());
}

/// `key: value`, where the key is a word or some.
fn pair(line: &str) -> Option<(String, Value)> {
    let (key, value) = line.split_once(':').filter(|(_, value)| value.is_empty() || value.starts_with(' '))?;
    let is_key = !key.is_empty() && key.len() < 40 && !key.starts_with(['"', '\'', '[', '{']);
    is_key.then(|| (key.trim().to_owned(), scalar(value.trim())))
}

/// A value of one line: a list in brackets, or a text with or without quotes.
fn scalar(text: &str) -> Value {
    let bare = |text: &str| text.trim().trim_matches(['"', '\'']).replace("''", "'");
    match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        Some(list) => list.split(',').map(|it| Value::String(bare(it))).collect(),
        None => Value::String(bare(text)),
    }
}

/// The items of a list; the parts of a record in one line.
fn cells(value: Value) -> Vec<String> {
    let Value::Array(all) = value else { return vec![cell_of(Some(&value))] };
    let one = |it: Value| match it {
        Value::Object(record) => {
            let parts = record.values().map(|it| cell_of(Some(it))).filter(|it| !it.is_empty());
            parts.collect::<Vec<_>>().join(", ")
        }
        other => cell_of(Some(&other)),
    };
    all.into_iter().map(one).collect()
}

/// The day of a date with a time, as generators write it: `2020-05-01 10:00:00 +0200`.
fn day_of(text: &str) -> &str {
    let day = text.get(..10).filter(|_| matches!(text.as_bytes().get(10), Some(b' ' | b'T')));
    let is_day = |day: &str| day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    day.filter(|day| is_day(day)).unwrap_or(text)
}

/// Text without the signs of Markdown that stress words or begin lines.
fn unmarked(text: &str) -> String {
    let line = |line: &str| line.trim_start().trim_start_matches(['#', '>']).replace("**", "").replace("__", "");
    text.lines().map(line).collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::import::tests::{imported, told};

    const NOTE: &str = "---\nid: a-fire\ndate: '1591-03-13'\ntitle: 'The battle: at Tondibi,\n  north of Gao'\nimportance: 9\n\
        actors:\n- Judar Pasha\n- Askia Ishaq II\nsources:\n- title: A chronicle, in\n    two parts\n  url: https://example.org/a\n\
        - title: Another book\n  url: ''\ntags: [war, \"end of an age\"]\n---\n\nJudar Pasha **wins**.\n\n## After\n\nGao falls.\n";

    #[test]
    fn a_file_of_one_event_is_told_as_such() {
        let late = "---\ntitle: Late\ndate: 1960-09-22 10:00:00 +0000\n---\nA republic.\n";
        let (pack, report) = imported(&[("a.md", NOTE.as_bytes()), ("b.md", late.as_bytes())]);
        let wanted = [
            (
                "13 Mar 1591",
                "The battle: at Tondibi, north of Gao: Judar Pasha wins. After Gao falls. (Askia Ishaq II)",
            ),
            ("22 Sep 1960", "Late: A republic."),
        ];
        assert_eq!(told(&pack), wanted.map(|(date, text)| (date.to_owned(), text.to_owned())));
        let first = &pack[pack.statements().next().unwrap()];
        assert_eq!(first.cites.len(), 2);
        assert_eq!(first.note.as_deref(), Some("id: a-fire; importance: 9; tags: war; end of an age"));
        let sources: Vec<(&str, Option<&str>)> =
            pack.sources().map(|id| (pack[id].title.as_str(), pack[id].url.as_deref())).collect();
        assert_eq!(sources[0], ("A chronicle, in two parts", Some("https://example.org/a")));
        assert_eq!(sources[1], ("Another book", None));
        assert_eq!((report.files[0].form, report.files[0].unit), ("markdown", "notes"));
    }

    #[test]
    fn a_history_that_says_when_it_was_written_is_none() {
        let text = "---\ntitle: Gao\ndate: 2026-11-01\n---\n\n1591: It falls.\n\nIts people flee.\n";
        let (pack, _) = imported(&[("a.md", text.as_bytes())]);
        assert_eq!(told(&pack)[0], ("1591".to_owned(), "It falls.".to_owned()));
        assert_eq!(pack.statements().len(), 2);
    }
}
