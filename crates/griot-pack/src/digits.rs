//! Digits of other scripts: ١٥٩١, १५९१ and ߁߅߉߁ are the number 1591.

use std::borrow::Cow;

/// The zero of every script that counts in tens, as of Unicode 17; the other nine digits follow it.
const ZEROS: [char; 74] = [
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{de6}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{ff10}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{10d40}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{116d0}',
    '\u{116da}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11bf0}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{11de0}',
    '\u{11f50}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{1ccf0}',
    '\u{1d7ce}',
    '\u{1d7d8}',
    '\u{1d7e2}',
    '\u{1d7ec}',
    '\u{1d7f6}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e4f0}',
    '\u{1e5f1}',
    '\u{1e950}',
    '\u{1fbf0}',
];

/// The text with its decimal digits as those of ASCII, by the value that they have.
#[must_use]
pub fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| !c.is_ascii() && value(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(plain).collect())
}

/// The character, or the digit of ASCII that has its value.
#[must_use]
pub fn plain(c: char) -> char {
    value(c).map_or(c, |value| char::from(b'0' + value))
}

/// What a digit stands for; numerals that are not written place by place, such as 百 or Ⅻ, have no such value.
#[must_use]
pub fn value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    // Letters are no numbers: most need not be looked up.
    if !c.is_numeric() {
        return None;
    }
    let after = ZEROS.partition_point(|zero| *zero <= c);
    let zero = ZEROS.get(after.checked_sub(1)?)?;
    u8::try_from(c as u32 - *zero as u32).ok().filter(|value| *value < 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_have_their_value() {
        for text in ["١٥٩١", "۱۵۹۱", "१५९१", "߁߅߉߁", "𞥑𞥕𞥙𞥑", "๑๕๙๑", "１５９１", "១៥៩១"]
        {
            assert_eq!(ascii(text), "1591", "{text}");
        }
        assert_eq!(ascii("من ١٣١٢ إلى ١٣٣٧"), "من 1312 إلى 1337");
        for text in ["1591", "百", "Ⅻ", "፲", "½", "²", "一九六零"] {
            assert!(matches!(ascii(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn the_zeros_stand_in_order_and_their_digits_do_not_overlap() {
        assert!(ZEROS.is_sorted_by(|a, b| *a as u32 + 10 <= *b as u32));
        for zero in ZEROS {
            let digits: String = (0..10).filter_map(|n| char::from_u32(zero as u32 + n)).collect();
            // The standard library may be of an older Unicode: it does not know of the newest.
            if zero.is_numeric() {
                assert_eq!(ascii(&digits), "0123456789", "{digits}");
            }
        }
    }
}
