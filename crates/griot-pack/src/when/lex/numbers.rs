//! Numbers that begin with a digit or a plus: years, days, endings of ordinals, thousands, times of day.

use super::Lexer;
use crate::when::error::WhenError;
use crate::when::moment::Unit;
use crate::when::numeric;
use crate::when::token::{Kind, Number};
use crate::when::words::{Ending, Letters};

impl Lexer<'_> {
    pub(super) fn number(&mut self) -> Result<(), WhenError> {
        let (mut number, mut end) = self.digits(self.at);
        let bytes = self.text.as_bytes();
        // Four digits alone are read by what stands around them.
        if matches!((number.digits, bytes.get(end)), (4, Some(b'-' | b'?' | b'~' | b'%' | b'S')) | (..4, Some(b'X')))
            && let Some(read) = numeric::read(self.rest()).filter(|(n, _)| !n.is_bare() && !n.may_be_range())
        {
            return self.numeric(read);
        }
        if matches!(bytes.get(end), Some(b'x' | b'u' | b'-'))
            && let Some(read) = self.masked(end)
        {
            return self.numeric(read);
        }
        if bytes.get(end) == Some(&b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) && !self.found.is_empty()
        {
            return self.time(end);
        }
        if number.digits <= 3 {
            while let Some(next) = self.group(number, end) {
                (number, end) = next;
            }
        }
        let tail = &self.text[end..];
        if tail.starts_with(|c: char| c.is_alphabetic() || matches!(c, '\'' | '’')) {
            let letters = tail.trim_start_matches(['\'', '’']);
            let (ending, length) = Letters::of(letters);
            let ending_at = end + (tail.len() - letters.len()) + length;
            match ending.ending() {
                Ending::Decade => return self.add(Kind::Decade(number), ending_at),
                Ending::Ordinal if letters.len() == tail.len() => {
                    return self.add(Kind::Ordinal(number.value), ending_at);
                }
                Ending::Month if (7..=10).contains(&number.value) => {
                    return self.add(Kind::Month(number.value as u8 + 2), ending_at);
                }
                Ending::Century => {
                    self.add(Kind::Ordinal(number.value), ending_at)?;
                    return self.add(Kind::Unit(Unit::Century), ending_at);
                }
                _ => {}
            }
        }
        self.add(Kind::Number(number), end)
    }

    /// `196x`, `19uu`, `[196-?]`: the four places of a year, as catalogues write them.
    fn masked(&self, end: usize) -> Option<(numeric::Numeric, usize)> {
        let (year, rest) = self.rest().split_at_checked(4)?;
        let signs: &[char] =
            if self.lists > 0 && rest.starts_with(['?', ']']) { &['x', 'u', '-'] } else { &['x', 'u'] };
        let known = year.trim_end_matches(signs).len();
        let masked = known < 4 && known == end - self.at;
        masked.then(|| numeric::read(&format!("{}{rest}", year.to_ascii_uppercase().replace(['U', '-'], "X"))))?
    }

    /// One more group of three digits: `10,000`, and with the blanks that belong to numbers.
    fn group(&self, number: Number, end: usize) -> Option<(Number, usize)> {
        let tail = &self.text[end..];
        let mut chars = tail.chars();
        let between = chars.next().filter(|c| matches!(c, ',' | '\u{a0}' | '\u{202f}' | '\u{2009}'))?;
        let digits = chars.as_str().bytes().take_while(u8::is_ascii_digit).count();
        if digits != 3 || self.lists > 0 && between == ',' {
            return None;
        }
        let more: i64 = chars.as_str()[..3].parse().ok()?;
        let value = number.value.saturating_mul(1000).saturating_add(more);
        Some((Number { value, digits: number.digits.saturating_add(3) }, end + between.len_utf8() + 3))
    }

    /// A time of day is passed over: no date here is finer than a day.
    fn time(&mut self, colon: usize) -> Result<(), WhenError> {
        let start = self.at;
        let two = |text: &str| text.get(..2).filter(|n| n.bytes().all(|b| b.is_ascii_digit()))?.parse::<u8>().ok();
        let hour = self.text[start..colon].parse::<u8>().ok().filter(|hour| *hour < 24);
        let mut rest = &self.text[colon..];
        let mut valid = hour.is_some();
        for most in [59, 60] {
            let Some(next) = rest.strip_prefix(':') else { break };
            valid &= two(next).is_some_and(|n| n <= most);
            rest = next.get(2..).unwrap_or_default();
        }
        if let Some(next) = rest.strip_prefix('.') {
            rest = next.trim_start_matches(|c: char| c.is_ascii_digit());
        }
        if let Some(next) = rest.strip_prefix(['Z', '+', '-']) {
            let zone = next.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
            valid &= next.len() - zone.len() <= 5;
            rest = zone;
        }
        self.at = self.text.len() - rest.len();
        if valid { Ok(()) } else { Err(WhenError::unread(&self.text[start..self.at])) }
    }

    /// `+1312-05-00`, as ISO 8601 expands a year and Wikidata every one; or `+/-`.
    pub(super) fn plus(&mut self, end: usize) -> Result<(), WhenError> {
        let rest = &self.text[end..];
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if let Some(after) = rest.strip_prefix("/-").or_else(|| rest.strip_prefix('-')) {
            let kind = if self.found.is_empty() { Kind::Circa } else { Kind::PlusMinus };
            return self.add(kind, self.text.len() - after.len());
        }
        if digits < 4 || !self.found.is_empty() {
            return Err(WhenError::unread("+"));
        }
        let zeros = rest.len() - rest.trim_start_matches('0').len();
        self.at = end + zeros.min(digits - 4);
        Ok(())
    }
}
