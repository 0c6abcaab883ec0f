//! One date as ISO 8601-2 (EDTF) writes it: `1991-03-26`, `-0231`, `1984~`, `156X-12-25`, `2004-06~-11`, `1950S2`,
//! `Y-17E7`.

use super::calendar::Calendar;
use super::error::WhenError;
use super::fields::{Digits, Fields, Part};
use super::moment::{Moment, Unit};

/// What the numbers of a date say, before a calendar is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numeric {
    year: i64,
    /// Known digits of the year, of `1950S2`.
    rounded: Option<u8>,
    /// A month, or from 21 on a season or other part of a year.
    month: Option<u8>,
    day: Option<u8>,
    about: Fields,
    uncertain: Fields,
    unknown: Digits,
}

/// The longest date that the text begins with, and its length in bytes. What comes after it is no part of the number.
pub(super) fn read(text: &str) -> Option<(Numeric, usize)> {
    let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
    let found = reader.date()?;
    let ends = match reader.peek(0) {
        b'-' => !reader.peek(1).is_ascii_digit() && reader.peek(1) != b'X',
        b'T' => reader.peek(1).is_ascii_digit() && found.day.is_some(),
        _ => !text[reader.at..].starts_with(char::is_alphanumeric),
    };
    ends.then_some((found, reader.at))
}

/// `-03-22`: what follows a year of more than four digits.
pub(super) fn month_and_day(text: &str) -> Option<(Unit, usize)> {
    let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
    let mut two = || reader.takes(b'-').then(|| reader.two())?.filter(|(_, unknown)| *unknown == 0);
    let (month, day) = (two()?.0, two()?.0);
    (!reader.peek(0).is_ascii_alphanumeric()).then_some((Unit::Day { month, day }, reader.at))
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// The fields before a mark, or after it: `2004-06~-11`, `?2004`.
type Marks = (Fields, Fields);

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or_default()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let is = self.peek(0) == byte;
        self.at += usize::from(is);
        is
    }

    /// A mark of doubt on some fields: what is about right, what is uncertain.
    fn mark(&mut self, fields: Fields, marks: &mut Marks) {
        let (about, uncertain) = match self.peek(0) {
            b'~' => (true, false),
            b'?' => (false, true),
            b'%' => (true, true),
            _ => return,
        };
        self.at += 1;
        marks.0 = if about { marks.0.and(fields) } else { marks.0 };
        marks.1 = if uncertain { marks.1.and(fields) } else { marks.1 };
    }

    fn date(&mut self) -> Option<Numeric> {
        let mut marks = (Fields::NONE, Fields::NONE);
        self.mark(Fields::YEAR, &mut marks);
        let (year, mut unknown, rounded) = self.year()?;
        let mut all = Fields::YEAR;
        self.mark(all, &mut marks);
        let (mut month, mut day) = (None, None);
        for field in [Fields::MONTH, Fields::DAY] {
            let before = self.at;
            let marked = marks;
            let two = if self.takes(b'-') {
                self.mark(field, &mut marks);
                self.two()
            } else {
                None
            };
            let Some((number, digits)) = two else {
                (self.at, marks) = (before, marked);
                break;
            };
            all = all.and(field);
            self.mark(all, &mut marks);
            if field == Fields::MONTH {
                month = Some(number);
                unknown |= digits << 2;
            } else {
                day = Some(number);
                unknown |= digits;
            }
        }
        // What is said of every field is said of the date.
        let whole = |fields: Fields| if fields.holds(all) { Fields::ALL } else { fields };
        let (about, uncertain) = (whole(marks.0), whole(marks.1));
        Some(Numeric { year, rounded, month, day, about, uncertain, unknown: Digits::of_bits(unknown) })
    }

    /// The year, the bits of its unknown digits, and how many digits are significant.
    fn year(&mut self) -> Option<(i64, u8, Option<u8>)> {
        let long = self.takes(b'Y');
        let negative = self.takes(b'-');
        let (mut year, mut unknown, mut digits) = (0_i64, 0_u8, 0_u8);
        while self.peek(0).is_ascii_digit() || !long && self.peek(0) == b'X' {
            let digit = self.peek(0);
            if !long && digits == 4 {
                return None;
            }
            let known = digit.is_ascii_digit();
            unknown |= u8::from(!known) << 7_u8.checked_sub(if long { 0 } else { digits })?;
            year = year.checked_mul(10)?.checked_add(if known { (digit - b'0').into() } else { 0 })?;
            digits = digits.checked_add(1)?;
            self.at += 1;
        }
        if long && self.takes(b'E') {
            year = year.checked_mul(10_i64.checked_pow(self.small()?.into())?)?;
        } else if digits < 4 {
            return None;
        }
        let rounded = if self.peek(0) == b'S' && unknown == 0 {
            self.at += 1;
            Some(self.small().filter(|n| *n > 0)?)
        } else {
            None
        };
        if long && year.unsigned_abs() < 10_000 || negative && year == 0 {
            return None;
        }
        Some((if negative { -year } else { year }, unknown, rounded))
    }

    fn small(&mut self) -> Option<u8> {
        let end = self.bytes[self.at..].iter().position(|b| !b.is_ascii_digit()).unwrap_or(self.bytes.len() - self.at);
        let digits = &self.bytes[self.at..self.at + end];
        self.at += end;
        std::str::from_utf8(digits).ok()?.parse().ok()
    }

    /// Two digits and the bits of those unknown.
    fn two(&mut self) -> Option<(u8, u8)> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some((byte - b'0', 0)),
            b'X' => Some((0, 1)),
            _ => None,
        };
        let (tens, ones) = (digit(self.peek(0))?, digit(self.peek(1))?);
        self.at += 2;
        Some((tens.0 * 10 + ones.0, tens.1 << 1 | ones.1))
    }
}

impl Numeric {
    /// Whether it is a year of four digits and no more than a mark of doubt, which words before it may go on.
    pub(super) const fn is_bare(&self) -> bool {
        let Self { year, rounded, month, unknown, .. } = self;
        rounded.is_none() && month.is_none() && !unknown.any() && *year >= 0 && *year <= 9999
    }

    /// The same without a day or month 00, by which databases say that it is not known.
    pub(super) fn without_zeros(self, written: &str) -> Result<Self, WhenError> {
        let known = self.unknown.bits() & Digits::MONTH_AND_DAY.bits() == 0;
        let known = match (self.month, self.day) {
            (Some(0), Some(0)) if known => Self { month: None, day: None, ..self },
            (Some(_), Some(0)) if known => Self { day: None, ..self },
            _ => return Ok(self),
        };
        if self.year == 0 {
            return Err(WhenError::NoYear { written: written.to_owned() });
        }
        if self.year < 0 {
            // Wikidata, which writes so, counts 44 BC as −44.
            return Err(WhenError::Signed { written: written.to_owned(), year: -self.year });
        }
        Ok(known)
    }

    /// Whether the number after a year is none of a month or season, so that it may be the end of a range: `1914-18`.
    pub(super) const fn may_be_range(&self) -> bool {
        self.day.is_none() && !self.unknown.any() && matches!(self.month, Some(13..=20 | 25..))
    }

    /// The moment, as a date of a calendar, which may not have it. The numbers of seasons are read only where EDTF is declared, in
    /// [`Calendar::Gregorian`]; elsewhere `1912-23` asks.
    pub(super) fn moment(self, calendar: Calendar, written: &str) -> Result<Moment, WhenError> {
        let Self { year, rounded, month, day, about, uncertain, unknown } = self;
        if unknown.bits() >> 4 == 0xf {
            return Err(WhenError::NoYear { written: written.to_owned() });
        }
        let (unit, part) = self.unit_and_part(written)?;
        if calendar != Calendar::Gregorian && matches!(month, Some(21..)) {
            if unknown.any() || day.is_some() || year < 1000 {
                return Err(WhenError::unread(written));
            }
            return Err(season_or_years(year, month.unwrap_or_default(), written));
        }
        let decade = unknown == Digits::of_bits(0x10) && month.is_none() && year > 0 && year % 100 != 0;
        let (unit, unknown) = if decade { (Unit::Decade, Digits::NONE) } else { (unit, unknown) };
        let moment = Moment { part, about, uncertain, unknown, ..Moment::new(year, unit) };
        let moment = match day {
            Some(_) => Moment { calendar, ..moment },
            None => moment,
        };
        if rounded.is_some() && (month.is_some() || about.is_partial()) {
            return Err(WhenError::unread(written));
        }
        Ok(moment)
    }

    fn unit_and_part(&self, written: &str) -> Result<(Unit, Part), WhenError> {
        let unread = || WhenError::unread(written);
        let unit = match (self.month, self.day) {
            (None, _) => return Ok((self.rounded.map_or(Unit::Year, Unit::Rounded), Part::Whole)),
            (Some(month), Some(day)) => Unit::Day { month, day },
            (Some(month @ (0..=12)), None) => Unit::Month { month },
            (Some(season @ 21..=32), None) => Unit::Season(season),
            (Some(quarter @ 33..=36), None) => return Ok((Unit::Year, Part::quarter((quarter - 32).into()))),
            (Some(third @ 37..=39), None) => return Ok((Unit::Year, Part::third((third - 36).into()))),
            (Some(half @ 40..=41), None) => return Ok((Unit::Year, Part::half((half - 39).into()))),
            (Some(_), None) => return Err(unread()),
        };
        Ok((unit, Part::Whole))
    }
}

/// `1912-23`: the autumn of 1912 to those who write EDTF, else eleven years.
fn season_or_years(year: i64, number: u8, written: &str) -> WhenError {
    let season = Moment::new(year, Unit::Season(number)).to_string();
    let end = year / 100 * 100 + i64::from(number);
    WhenError::ambiguous(written, [season].into_iter().chain((end > year).then(|| format!("{year}..{end}"))))
}
