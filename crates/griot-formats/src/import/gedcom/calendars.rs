//! The French Republican and the Hebrew calendar, by their rules: years, months and days of them as days of the Gregorian.

use griot_pack::when::When;

use crate::import::dates;

/// A calendar of other months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Other {
    French,
    Hebrew,
}

const FRENCH: &str = "VEND BRUM FRIM NIVO PLUV VENT GERM FLOR PRAI MESS THER FRUC COMP";
const HEBREW: &str = "TSH CSH KSL TVT SHV ADR ADS NSN IYR SVN TMZ AAV ELL";

/// A date by its day, month and year, or by the last of them: `27 THER 7`, `THER 7`, `7`.
///
/// # Errors
/// Why it is none of that calendar.
pub(super) fn read(text: &str, of: Other) -> Result<When, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some((year, before)) = words.split_last() else { return Err(String::new()) };
    let year: i64 = year.parse().map_err(|_| String::new())?;
    let known = match of {
        Other::French => 1..=14,
        // Smaller ones may lack their thousands.
        Other::Hebrew => 3000..=6000,
    };
    if !known.contains(&year) {
        return Err(format!("the calendar has no year {year}, or it is not whole"));
    }
    let (first, months) = match of {
        Other::French => french(year),
        Other::Hebrew => hebrew(year),
    };
    let names = if of == Other::French { FRENCH } else { HEBREW };
    let place = |name: &str| names.split(' ').position(|it| it == name).ok_or_else(String::new);
    let start = |month: usize| first + months[..month].iter().sum::<i64>();
    match *before {
        [] => span(first, start(months.len()) - 1),
        [month] => place(month).and_then(|month| span(start(month), start(month) + months[month] - 1)),
        [day, month] => {
            let (day, month): (i64, usize) = (day.parse().map_err(|_| String::new())?, place(month)?);
            if !(1..=months[month]).contains(&day) {
                return Err(format!("its month has {} days then", months[month]));
            }
            civil(start(month) + day - 1).ok_or_else(String::new)
        }
        _ => Err(String::new()),
    }
}

fn span(first: i64, last: i64) -> Result<When, String> {
    dates::span(civil(first), civil(last))?.ok_or_else(String::new)
}

/// The first day of a year, and how long its months are.
const fn french(year: i64) -> (i64, [i64; 13]) {
    const FIRST: i64 = 654_415;
    let mut months = [30; 13];
    months[12] = if year % 4 == 3 { 6 } else { 5 };
    (FIRST + 365 * (year - 1) + year / 4, months)
}

/// The same of a Hebrew year, in which the second Adar may be missing.
fn hebrew(year: i64) -> (i64, [i64; 13]) {
    let first = new_year(year);
    let length = new_year(year + 1) - first;
    let mut months = [30, 29, 30, 29, 30, 29, 0, 30, 29, 30, 29, 30, 29];
    if length > 380 {
        (months[5], months[6]) = (30, 29);
    }
    months[1] += i64::from(length % 10 == 5);
    months[2] -= i64::from(length % 10 == 3);
    (first, months)
}

/// The first of Tishri: that of the new moon, moved from some days of the week and where years would be too long or short.
fn new_year(year: i64) -> i64 {
    const FIRST: i64 = -1_373_427;
    let elapsed = |year: i64| {
        let months = (235 * year - 234).div_euclid(19);
        let days = 29 * months + (12_084 + 13_753 * months).div_euclid(25_920);
        days + i64::from((3 * (days + 1)).rem_euclid(7) < 3)
    };
    let [last, this, next] = [year - 1, year, year + 1].map(elapsed);
    let moved = if next - this == 356 { 2 } else { i64::from(this - last == 382) };
    FIRST + this + moved
}

/// The day by its number from 1 January of the year 1.
fn civil(number: i64) -> Option<When> {
    let shifted = number + 305;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let year = year + era * 400 + i64::from(month >= 10);
    let month = if month < 10 { month + 3 } else { month - 9 };
    let sign = if year < 0 { "-" } else { "" };
    When::parse_edtf(&format!("{sign}{:04}-{month:02}-{day:02}", year.abs())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_other_calendars_are_those_of_ours() {
        for (of, text, date) in [
            (Other::French, "1 VEND 1", "1792-09-22"),
            (Other::French, "2 PLUV 2", "1794-01-21"),
            (Other::French, "6 COMP 3", "1795-09-22"),
            (Other::French, "1 VEND 4", "1795-09-23"),
            (Other::French, "27 THER 7", "1799-08-14"),
            (Other::French, "1 VEND 12", "1803-09-24"),
            (Other::French, "10 NIVO 14", "1805-12-31"),
            (Other::French, "THER 7", "1799-07-19/1799-08-17"),
            (Other::French, "7", "1798-09-22/1799-09-22"),
            (Other::Hebrew, "14 NSN 4895", "1135-04-06"),
            (Other::Hebrew, "29 ELL 5000", "1240-09-24"),
            (Other::Hebrew, "1 TSH 5700", "1939-09-14"),
            (Other::Hebrew, "5 IYR 5708", "1948-05-14"),
            (Other::Hebrew, "2 TVT 5758", "1997-12-31"),
            (Other::Hebrew, "14 ADR 5784", "2024-02-23"),
            (Other::Hebrew, "14 ADS 5784", "2024-03-24"),
            (Other::Hebrew, "14 ADR 5785", "2025-03-14"),
            (Other::Hebrew, "5784", "2023-09-16/2024-10-02"),
        ] {
            assert_eq!(read(text, of), Ok(When::parse_edtf(date).unwrap()), "{text}");
        }
        for (of, text) in [
            (Other::French, "6 COMP 4"),
            (Other::French, "1 VEND 15"),
            (Other::French, "1 JAN 7"),
            (Other::Hebrew, "14 ADS 5785"),
            (Other::Hebrew, "26 TVT 27"),
            (Other::Hebrew, ""),
        ] {
            assert!(read(text, of).is_err(), "{text}");
        }
    }
}
