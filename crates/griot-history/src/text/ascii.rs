//! Text for terminals and readers that know ASCII alone.

/// The ASCII character of the same width, or none for what has no width of its own.
#[must_use]
pub fn plain(c: char) -> Option<char> {
    Some(match c {
        c if c.is_ascii() => c,
        '│' | '▏' | '┃' | '┊' => '|',
        '─' | '┄' | '━' | '╶' | '╴' | '–' | '—' | '‐' | '−' => '-',
        '╭' | '╮' | '╰' | '╯' | '┬' | '┴' | '┤' | '├' | '┼' | '┌' | '┐' | '└' | '┘' => '+',
        '▌' | '▎' | '▸' | '→' | '›' | '❯' => '>',
        '◂' | '‹' | '←' => '<',
        '▾' => 'v',
        '●' | '◉' | '•' | '★' | '◆' | '✕' | '×' | '▲' => '*',
        '○' | '◐' => 'o',
        '·' => '.',
        '…' => '~',
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
                None if unicode_width::UnicodeWidthChar::width(c) == Some(0) => return None,
                None => '?',
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn every_sign_of_the_screen_has_an_ascii_form() {
        let text = "Ségou “Keïta” c. 1312–1337 · ⁷ ▌▸ ╭─╮│╰╯┄ ● ○ ◐ ⚑ ✓ … ▁▂▃▄▅▆▇█ ░ × ╱ Ɲɲ ’";
        let ascii: String = text.chars().filter_map(plain).collect();
        assert!(ascii.is_ascii());
        assert!(ascii.starts_with("Segou \"Keita\" c. 1312-1337 . ^ >>"), "{ascii}");
        assert!(!ascii.contains('?'), "{ascii}");
    }
}
