//! How dates are written in compiled form.
//!
//! A moment is its year, its unit and one byte for the rest: the part of the unit, and whether bytes of doubt or of what
//! is rare follow. Nearly all moments are said without doubt, by the civil calendar.

use crate::pack::form::{Form, Reader, Writer};
use crate::pack::rule::Damage;
use crate::when::{Calendar, Digits, Fields, List, Moment, Part};

/// A byte of doubt follows: what is about right, and in the bits above what is uncertain.
const DOUBT: u8 = 1 << 6;
/// The unknown digits and the calendar follow.
const RARE: u8 = 1 << 7;

/// The sign last, so that small numbers of either sign are short; then as other numbers.
impl Form for i64 {
    fn write(&self, out: &mut Writer) {
        let mut left = ((self << 1) ^ (self >> 63)).cast_unsigned();
        while left >= 0x80 {
            out.push(left as u8 | 0x80);
            left >>= 7;
        }
        out.push(left as u8);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        let mut value = 0_u64;
        for shift in (0..Self::BITS).step_by(7) {
            let byte = u8::read(from)?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok((value >> 1).cast_signed() ^ -(value & 1).cast_signed());
            }
        }
        Err(Damage::Changed)
    }
}

impl Form for Moment {
    fn write(&self, out: &mut Writer) {
        self.year.write(out);
        self.unit.write(out);
        let doubt = self.about.bits() | self.uncertain.bits() << 3;
        let rare = self.unknown.any() || self.calendar != Calendar::Civil;
        let what_follows = if doubt > 0 { DOUBT } else { 0 } | if rare { RARE } else { 0 };
        out.push_with(&self.part, what_follows);
        if doubt > 0 {
            out.push(doubt);
        }
        if rare {
            self.unknown.bits().write(out);
            self.calendar.write(out);
        }
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        let mut moment = Self::new(i64::read(from)?, Form::read(from)?);
        let rest = u8::read(from)?;
        moment.part = Part::read(&mut Reader::of_rest(&[rest & !(DOUBT | RARE)]))?;
        if rest & DOUBT != 0 {
            let doubt = u8::read(from)?;
            (moment.about, moment.uncertain) = (Fields::of_bits(doubt), Fields::of_bits(doubt >> 3));
        }
        if rest & RARE != 0 {
            moment.unknown = Digits::of_bits(u8::read(from)?);
            moment.calendar = Calendar::read(from)?;
        }
        // The days of any other year could not be counted.
        if moment.is_in_reach() { Ok(moment) } else { Err(Damage::Changed) }
    }
}

impl Form for List {
    fn write(&self, out: &mut Writer) {
        self.moments().to_vec().write(out);
        (0..self.moments().len()).filter(|at| self.is_run(*at)).fold(0_u8, |runs, at| runs | 1 << at).write(out);
        self.is_open_before().write(out);
        self.is_open_after().write(out);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        let moments = Vec::read(from)?;
        let (runs, before, after) = (u8::read(from)?, bool::read(from)?, bool::read(from)?);
        Self::of_parts(&moments, runs, before, after).ok_or(Damage::Changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::when::When;

    fn written(when: &When) -> Vec<u8> {
        let mut out = Writer::default();
        when.write(&mut out);
        out.into_bytes()
    }

    fn read(bytes: &[u8]) -> Result<When, Damage> {
        Reader::of(bytes)?.whole()
    }

    #[test]
    fn every_sort_of_date_comes_back() {
        for text in [
            "c. 1312",
            "late 14th c.",
            "26 Mar 1991..",
            "<1600",
            ">Mar 2012",
            "1960s..c. 1970",
            "1st millennium BC",
            "[1756..1790]",
            "?..1500",
            "[1667,1668,1670..1672]",
            "{1960..}",
            "summer 1944",
            "17 Jumada I AH 999",
            "c. 1312?",
            "2004-06~-11",
            "1985-04-XX",
            "1950S2",
            "1st half of 14th c.",
            "20000000000 BC",
        ] {
            let when = When::parse(text).unwrap();
            let bytes = written(&when);
            assert_eq!(read(&bytes), Ok(when), "{text}");
            for end in 0..bytes.len() {
                assert!(read(&bytes[..end]).is_err(), "{text} cut off");
            }
        }
    }

    #[test]
    fn a_year_that_cannot_be_counted_is_damage() {
        assert!(read(&written(&When::At(Moment::of_year(i64::MAX)))).is_err());
    }
}
