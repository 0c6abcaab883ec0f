//! What may reach a terminal. Packs, arguments, file names and messages are other people's text: none of it may act
//! as a control sequence or hide what it says.

use std::borrow::Cow;

/// The text with every forbidden character replaced by U+FFFD; tabs and line ends become spaces.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b))
        || !text.chars().any(|c| c == '\t' || c == '\n' || is_forbidden(c))
    {
        return Cow::Borrowed(text);
    }
    let shown = |c| match c {
        '\t' | '\n' => ' ',
        c if is_forbidden(c) => '\u{fffd}',
        c => c,
    };
    Cow::Owned(text.chars().map(shown).collect())
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

/// Whether the character may not be printed: controls, invisible characters and those that reorder text.
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
        for text in ["Ségou", "ɲ ŋ ɛ ɔ", "ߒߞߏ", "ⵜⵉⴼⵉⵏⴰⵖ", "“c. 1312” – ⁷", "تمبكتو"]
        {
            assert!(matches!(clean(text), Cow::Borrowed(_)), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn cleaning_is_final(text in "\\PC*|[\\x00-\\u{10ffff}]*") {
            let once = clean(&text).into_owned();
            prop_assert!(!once.chars().any(is_forbidden));
            prop_assert_eq!(clean(&once), once.as_str());
            prop_assert!(!visible(&text).chars().any(is_forbidden));
        }
    }
}
