//! What may reach a terminal. Packs, arguments, file names and messages are other people's text: none of it may act
//! as a control sequence or hide what it says.

use std::borrow::Cow;

/// The text with every forbidden character replaced by U+FFFD; tabs and line ends become spaces.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b))
        || !text.contains(['\t', '\n']) && first_forbidden(text).is_none()
    {
        return Cow::Borrowed(text);
    }
    let mut before = ' ';
    let shown = |c| {
        let shown = match c {
            '\t' | '\n' => ' ',
            c if is_forbidden_after(before, c) => '\u{fffd}',
            c => c,
        };
        before = c;
        shown
    };
    Cow::Owned(text.chars().map(shown).collect())
}

/// The first character of a text that may not be printed where it stands: a joiner may follow a letter that takes its
/// shape by it.
#[must_use]
pub fn first_forbidden(text: &str) -> Option<char> {
    // Nearly all that is asked of is plain, and bytes are looked at many at a time.
    if text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~')) {
        return None;
    }
    let mut before = ' ';
    text.chars().find(|c| is_forbidden_after(std::mem::replace(&mut before, *c), *c))
}

const fn is_forbidden_after(before: char, c: char) -> bool {
    is_forbidden(c) && !(is_joiner(c) && takes_joiners(before))
}

/// The zero-width joiner and non-joiner: می‌خواهم and क्‍ष are not written without them.
#[must_use]
pub const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Whether a character is of a script whose letters join or stand apart at a joiner: Arabic and its kin, the scripts of
/// India and its neighbours, Mongolian, Tifinagh, Adlam.
const fn takes_joiners(c: char) -> bool {
    matches!(c,
        '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d5}' | '\u{6dc}'..='\u{6ef}' | '\u{6fa}'..='\u{6ff}' | '\u{710}'..='\u{7bf}'
        | '\u{7ca}'..='\u{7f5}' | '\u{840}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{f40}'..='\u{fbc}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17d3}' | '\u{1820}'..='\u{18aa}' | '\u{1a20}'..='\u{1a7f}' | '\u{1b00}'..='\u{1b4c}'
        | '\u{2d30}'..='\u{2d7f}' | '\u{a840}'..='\u{a873}' | '\u{a880}'..='\u{a8c5}' | '\u{11000}'..='\u{11fff}'
        | '\u{1e900}'..='\u{1e94b}')
}

/// The text in caret notation, for echoing an argument that was refused: ESC is `^[`.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0'..='\x1f' => out.extend(['^', char::from(b'@' + c as u8)]),
            '\x7f' => out.push_str("^?"),
            c if is_forbidden(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// Whether the character may not be printed: controls, invisible characters and those that reorder text. Joiners are
/// among them, because what stands before is not known here; of a whole text, ask [`first_forbidden`].
#[must_use]
pub const fn is_forbidden(c: char) -> bool {
    matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}'
        | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn controls_and_invisible_characters_are_replaced() {
        assert_eq!(
            clean("a\u{1b}[31m\u{9b}b\u{202e}c\u{200b}\u{2028}d\te"),
            "a\u{fffd}[31m\u{fffd}b\u{fffd}c\u{fffd}\u{fffd}d e"
        );
        assert_eq!(visible("\u{1b}]0;p\u{7}\u{7f}\u{202e}"), "^[]0;p^G^?\\u{202e}");
    }

    #[test]
    fn honest_text_is_left_alone() {
        for text in [
            "Ségou",
            "ɲ ŋ ɛ ɔ",
            "ߒߞߏ",
            "ⵜⵉⴼⵉⵏⴰⵖ",
            "“c. 1312” – ⁷",
            "تمبكتو",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "ක්\u{200d}ර",
        ] {
            assert!(matches!(clean(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn joiners_stand_only_behind_letters_that_need_them() {
        for (text, shown) in [
            ("ba\u{200d}d", "ba\u{fffd}d"),
            ("\u{200c}می", "\u{fffd}می"),
            ("می\u{200c}\u{200c}خ", "می\u{200c}\u{fffd}خ"),
            ("👩\u{200d}🌾", "👩\u{fffd}🌾"),
            ("م \u{200d}", "م \u{fffd}"),
        ] {
            assert_eq!(clean(text), shown);
            assert!(first_forbidden(text).is_some_and(is_joiner));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn cleaning_is_final(text in "\\PC*|[\\x00-\\u{10ffff}]*") {
            let once = clean(&text).into_owned();
            prop_assert_eq!(first_forbidden(&once), None);
            prop_assert_eq!(clean(&once), once.as_str());
            prop_assert!(!visible(&text).chars().any(is_forbidden));
        }
    }
}
