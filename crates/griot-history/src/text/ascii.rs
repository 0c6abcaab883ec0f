//! Text for terminals and readers that know ASCII alone.

use unicode_width::UnicodeWidthChar;

use super::graphemes;

/// The text in ASCII, as wide as it was: letters of other scripts become question marks.
#[must_use]
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for (_, grapheme, columns) in graphemes(text) {
        if grapheme.is_ascii() {
            out.push_str(grapheme);
            continue;
        }
        let before = out.len();
        out.extend(grapheme.chars().filter_map(sign).take(columns));
        let missing = columns.saturating_sub(out.len() - before);
        out.extend(std::iter::repeat_n('?', missing));
    }
    out
}

/// The character of ASCII for one that is a grapheme or begins one; none for a mark on another.
fn sign(c: char) -> Option<char> {
    Some(match c {
        c if c.is_ascii() => c,
        '│' | '▏' | '┃' | '┊' => '|',
        '─' | '┄' | '━' | '╶' | '╴' | '–' | '—' | '‐' | '−' => '-',
        '╭' | '╮' | '╰' | '╯' | '┬' | '┴' | '┤' | '├' | '┼' | '┌' | '┐' | '└' | '┘' => '+',
        '▌' | '▎' | '▸' | '→' | '›' | '❯' => '>',
        '✎' => '&',
        '◂' | '‹' | '←' => '<',
        '▾' => 'v',
        '●' | '◉' | '•' | '★' | '◆' | '✕' | '×' | '▲' => '*',
        '○' | '◐' => 'o',
        '·' => '.',
        '…' => '~',
        '\u{a0}' | '\u{202f}' => ' ',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | 'ʿ' | 'ʾ' => '\'',
        '░' | '▒' => ':',
        '█' | '▇' | '▆' | '▅' | '¶' => '#',
        '▄' | '▃' | '✓' => '=',
        '▂' | '▁' => '_',
        '╱' => '/',
        '⚑' => '!',
        '⁰'..='⁹' | '¹' | '²' | '³' => '^',
        'œ' | 'æ' => 'e',
        'Œ' | 'Æ' => 'E',
        c => {
            let folded = crate::search::fold(&c.to_string());
            let letter = folded.chars().next().filter(char::is_ascii);
            match letter {
                Some(l) if c.is_uppercase() => l.to_ascii_uppercase(),
                Some(l) => l,
                None if c.width() == Some(0) => return None,
                None => '?',
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::text::width;

    #[test]
    fn every_sign_of_the_screen_has_an_ascii_form() {
        let text = "Ségou “Keïta” c. 1312–1337 · ⁷ ▌▸ ╭─╮│╰╯┄ ● ○ ◐ ⚑ ✓ … ▁▂▃▄▅▆▇█ ░ × ╱ Ɲɲ ’";
        let ascii = plain(text);
        assert!(ascii.is_ascii());
        assert!(ascii.starts_with("Segou \"Keita\" c. 1312-1337 . ^ >>"), "{ascii}");
        assert!(!ascii.contains('?'), "{ascii}");
    }

    #[test]
    fn letters_of_other_scripts_keep_their_room() {
        for (text, ascii) in [
            ("馬里 Mali", "???? Mali"),
            ("ولاتة", "?????"),
            ("Ɲɛ\u{300}na", "Nena"),
            ("हिन्दी", &"?".repeat(width("हिन्दी"))),
            ("ߒߞߏ\n", "???\n"),
            ("١٩٦٠", "1960"),
        ] {
            assert_eq!(plain(text), ascii, "{text}");
        }
    }
}
