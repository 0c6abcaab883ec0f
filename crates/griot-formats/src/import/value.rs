//! Values of Wikidata: how it writes times, which differs between queries and items, and the numbers of items.

use griot_pack::pack::{Source, SourceKind};
use griot_pack::when::{Moment, Unit, When};

use super::work::Work;

/// How years before Christ are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Years {
    /// As XML Schema does: −0499 is 500 BC. So in the results of queries.
    Astronomical,
    /// As people do: −0500 is 500 BC. So in the JSON of items.
    Historical,
}

/// The calendar in which an item gives days.
const JULIAN: &str = "Q1985786";

/// A time by its digits; without a precision a first of January is its year, since queries do not tell how exact a time is.
pub(super) fn time(text: &str, precision: Option<u64>, years: Years, calendar: &str) -> Option<When> {
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    let date = rest.split('T').next()?;
    let mut parts = date.split('-');
    let digits = parts.next().filter(|year| year.len() >= 4 && year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let number = digits.parse::<i64>().ok()? * sign;
    let (month, day) = (parts.next()?.parse::<u8>().ok()?, parts.next()?.parse::<u8>().ok()?);
    let year = if number < 0 && years == Years::Historical { number + 1 } else { number };
    let precision = precision.unwrap_or(if (month, day) == (1, 1) || month == 0 { 9 } else { 11 });
    let when = match precision {
        11.. if month > 0 && day > 0 => return of_day((year, month, day), calendar.ends_with(JULIAN)),
        10.. if month > 0 => When::parse(&format!("{}-{month:02}", padded(year))).ok()?,
        9.. => At::of(year, Unit::Year),
        8 => At::of(decade(year), Unit::Decade),
        7 => At::of(first_of(year, 100), Unit::Century),
        6 => At::of(first_of(year, 1000), Unit::Millennium),
        _ => When::parse(&format!("c. {}", griot_pack::when::year_in_words(year).replace(',', ""))).ok()?,
    };
    // What is printed must read back.
    When::parse(&when.to_string()).ok()
}

/// Moments as dates.
struct At;

impl At {
    const fn of(year: i64, unit: Unit) -> When {
        When::At(Moment::new(year, unit))
    }
}

fn padded(year: i64) -> String {
    if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") }
}

fn of_day((year, month, day): (i64, u8, u8), julian: bool) -> Option<When> {
    if !julian {
        return When::parse_edtf(&format!("{}-{month:02}-{day:02}", padded(year))).ok();
    }
    let shown = griot_pack::when::year_in_words(year).replace(',', "");
    let name = griot_pack::when::month_name(month);
    When::parse(&format!("{day} {name} {shown} (Julian)")).ok()
}

/// The first year of the decade: 490s BC begin with 499 BC.
const fn decade(year: i64) -> i64 {
    if year > 0 { year - year % 10 } else { -((1 - year) / 10 * 10 + 8) }
}

/// The first year of the century or millennium: 1300 lies in the 13th.
const fn first_of(year: i64, length: i64) -> i64 {
    (year - 1).div_euclid(length) * length + 1
}

/// The number of an item at the end of its address, or alone.
pub(super) fn item_of(text: &str) -> Option<&str> {
    let id = text.trim().rsplit('/').next()?;
    let is_item = id.len() > 1 && id.starts_with('Q') && id[1..].bytes().all(|byte| byte.is_ascii_digit());
    (is_item
        && (text.contains("wikidata.org/entity/")
            || text.contains("wikidata.org/wiki/")
            || id.len() == text.trim().len()))
    .then_some(id)
}

/// Whether a cell is the address of an item.
pub(super) fn is_address(text: &str) -> bool {
    text.contains("wikidata.org/entity/Q")
}

/// What cites an item: Wikidata, with its number for the place.
pub(super) fn cite(work: &mut Work, item: &str) -> String {
    let source = Source {
        key: "wikidata".into(),
        kind: SourceKind::Wiki,
        title: "Wikidata".into(),
        url: Some("https://www.wikidata.org/".into()),
        ..Source::default()
    };
    format!("{}, {item}", work.source(source))
}
