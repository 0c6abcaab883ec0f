//! Tables: CSV with any of four separators, and lists of flat JSON objects. What a column has is told by its heading, in
//! four languages, by TimelineJS, by Dublin Core, or by whoever imports it.

mod columns;
mod degrees;
mod fields;
mod row;

use std::collections::HashMap;

use serde_json::Value;

use super::dates::{self, Order};
use super::json;
use super::work::Work;
use columns::Columns;
pub(super) use degrees::degrees;
pub use fields::Field;
pub(super) use fields::field_of;

/// The separators that are looked for, the likeliest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// The rows that a guess looks at.
const SAMPLE: usize = 60;

/// A table; its first row is its headings.
struct Table<'t> {
    text: &'t str,
    separator: u8,
    /// The objects of a list in JSON, which is not read as text.
    objects: Option<Vec<Value>>,
    headings: Vec<String>,
}

/// A reader of rows; the text has no head of its own as far as it is concerned.
fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// The separator by which the rows of a text have most cells and are most alike; none where it is no table.
fn separator(text: &str) -> Option<u8> {
    let score = |separator: u8| {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        let rows = reader(text, separator).into_records().take(SAMPLE).filter_map(Result::ok);
        let widths: Vec<usize> = rows.map(|row| row.len()).collect();
        for width in &widths {
            *counts.entry(*width).or_default() += 1;
        }
        let (width, count) = counts.into_iter().max_by_key(|(width, count)| (*count, *width))?;
        (width > 1).then(|| (count * 100 / widths.len(), width))
    };
    let scored = SEPARATORS.into_iter().rev().filter_map(|it| score(it).map(|score| (score, it)));
    let ((alike, width), best) = scored.max_by_key(|((alike, width), _)| (*alike / 20, *width))?;
    (alike >= 50 || width > 2).then_some(best)
}

/// Whether a text is a table by its looks: rows that are alike, the first of them with headings that are known.
pub(super) fn is_table(text: &str) -> bool {
    let Some(separator) = separator(text) else { return false };
    let heads = reader(text, separator).into_records().next().and_then(Result::ok);
    heads.is_some_and(|heads| heads.iter().any(|heading| field_of(heading).is_some()))
}

/// Reads a table.
pub(super) fn read(text: &str, work: &mut Work) -> Result<(), String> {
    let text = text.trim_start_matches(['\n', '\r']);
    let table = if text.starts_with(['[', '{']) { Table::of_json(text)? } else { Table::of_csv(text)? };
    let sample: Vec<Vec<String>> = table.rows().take(SAMPLE).collect();
    let columns = Columns::of(&table.headings, &work.settings.columns, &sample)?;
    if table.objects.is_none() && text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        work.remark(0, "", "", "a quote opens and never closes: some rows may have run into one");
    }
    table.tell_unknown(&columns, work);
    let order = table.order(&columns, work);
    // The rows of a list in JSON are counted without the headings, which it has none of.
    let (head, first) = (usize::from(!columns.headless), usize::from(table.objects.is_none()));
    let rows =
        table.rows().enumerate().skip(head).filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    let rows: Box<dyn Iterator<Item = (usize, Vec<String>)>> = match columns.place(Field::Item) {
        Some(item) => Box::new(one_a_thing(rows, item, work).into_iter()),
        None => Box::new(rows),
    };
    for (at, cells) in rows {
        work.read_one();
        row::add(&columns, &cells, at + first, order, work);
    }
    Ok(())
}

/// The rows of a query with one for each item: a query gives a row for every value that one has of a property.
fn one_a_thing(
    rows: impl Iterator<Item = (usize, Vec<String>)>,
    item: usize,
    work: &mut Work,
) -> Vec<(usize, Vec<String>)> {
    let mut found: Vec<(usize, Vec<String>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut joined = 0;
    for (at, cells) in rows {
        let key = cells.get(item).map(|cell| cell.trim().to_owned()).unwrap_or_default();
        let Some(place) = places.get(&key).copied().filter(|_| !key.is_empty()) else {
            places.insert(key, found.len());
            found.push((at, cells));
            continue;
        };
        joined += 1;
        for (own, more) in found[place].1.iter_mut().zip(cells) {
            if !more.trim().is_empty() && !own.split("; ").any(|known| known == more) {
                own.push_str(if own.is_empty() { "" } else { "; " });
                own.push_str(&more);
            }
        }
    }
    if joined > 0 {
        let what = format!("{joined} rows tell more of an item that another row tells of; each item is told once");
        work.remark(0, "", "", what);
    }
    found
}

impl<'t> Table<'t> {
    fn of_csv(text: &'t str) -> Result<Self, String> {
        let separator = separator(text).unwrap_or(b',');
        let first = reader(text, separator).into_records().next().and_then(Result::ok).ok_or("holds no row")?;
        let headings = first.iter().map(|it| it.trim().to_owned()).collect();
        Ok(Self { text, separator, objects: None, headings })
    }

    /// A list of flat objects; the headings are the keys of all.
    fn of_json(text: &'t str) -> Result<Self, String> {
        const MOST: usize = 1000;
        let all = match json::parse(text)? {
            Value::Array(all) => all,
            // The results of a query.
            mut whole => match whole.pointer_mut("/results/bindings").map(Value::take) {
                Some(Value::Array(all)) => all,
                _ => return Err("is no list of rows".to_owned()),
            },
        };
        let mut headings: Vec<String> = Vec::new();
        for key in all.iter().filter_map(Value::as_object).flat_map(|row| row.keys()) {
            if !headings.contains(key) && headings.len() < MOST {
                headings.push(key.clone());
            }
        }
        Ok(Self { text, separator: b',', objects: Some(all), headings })
    }

    /// The cells of each row, the headings first.
    fn rows(&self) -> Box<dyn Iterator<Item = Vec<String>> + '_> {
        let Some(objects) = &self.objects else {
            let records = reader(self.text, self.separator).into_records().filter_map(Result::ok);
            return Box::new(records.map(|row| row.iter().map(str::to_owned).collect()));
        };
        let cells = |row: &Value| self.headings.iter().map(|key| cell_of(row.get(key))).collect();
        Box::new(std::iter::once(self.headings.clone()).chain(objects.iter().map(cells)))
    }

    /// Shows the cells of each row, the headings first; what is only looked at is not copied.
    fn each_row(&self, mut show: impl FnMut(&mut dyn Iterator<Item = &str>)) {
        if self.objects.is_some() {
            return self.rows().for_each(|row| show(&mut row.iter().map(String::as_str)));
        }
        let mut reader = reader(self.text, self.separator);
        let mut row = csv::StringRecord::new();
        while let Ok(true) = reader.read_record(&mut row) {
            show(&mut row.iter());
        }
    }

    /// Names the columns whose headings say nothing, as far as they hold anything.
    fn tell_unknown(&self, columns: &Columns, work: &mut Work) {
        let mut filled = vec![false; self.headings.len()];
        let mut is_head = true;
        self.each_row(|row| {
            if std::mem::take(&mut is_head) {
                return;
            }
            for (filled, cell) in filled.iter_mut().zip(row) {
                *filled |= !cell.trim().is_empty();
            }
        });
        let named = columns.unknown().filter(|(at, _)| filled[*at]);
        let named: Vec<String> =
            named.map(|(at, name)| if name.is_empty() { format!("{}", at + 1) } else { name.to_owned() }).collect();
        if !named.is_empty() {
            let what = "no heading that is known: what these columns hold is kept in notes; --column says what it is";
            work.remark(0, &named.join(", "), "", what);
        }
    }

    /// Whether days or months come first in the dates of numbers, as far as the table shows it; it is told.
    fn order(&self, columns: &Columns, work: &mut Work) -> Option<Order> {
        let of = [Field::Date, Field::End, Field::Born, Field::Died];
        let dated: Vec<usize> = of.into_iter().filter_map(|field| columns.place(field)).collect();
        let first = *dated.first()?;
        let mut cells: Vec<String> = Vec::new();
        self.each_row(|row| {
            let of_date = row.enumerate().filter(|(at, _)| dated.contains(at)).map(|(_, cell)| cell);
            cells.extend(of_date.filter(|cell| cell.contains(['/', '.', '-'])).map(str::to_owned));
        });
        let order = dates::order_of(cells.iter().map(String::as_str))?;
        let which = if order == Order::DayFirst { "day" } else { "month" };
        let what = format!("dates of numbers are read with the {which} first, as some of them can only be read");
        work.remark(0, &self.headings[first], "", what);
        Some(order)
    }
}

/// A value of JSON as the text of a cell.
pub(super) fn cell_of(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(all)) => all.iter().map(|it| cell_of(Some(it))).collect::<Vec<_>>().join("; "),
        Some(Value::Object(it)) if it.contains_key("value") => cell_of(it.get("value")),
        Some(other) => other.to_string(),
    }
}
