//! Encodings that older GEDCOM says of itself that it is in: ANSEL, where marks stand before their letters, and those
//! of DOS and the Macintosh.

use std::borrow::Cow;

/// The upper half of code page 437.
const DOS: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
    áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
/// The same of the Macintosh.
const MACINTOSH: &str = "\
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
    †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{fffd}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The text of bytes that are GEDCOM and say an encoding of their own.
pub(super) fn said(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1 << 14)]);
    if !head.trim_start().starts_with("0 HEAD") {
        return None;
    }
    let mut lines = head.split(['\r', '\n']).map(str::trim);
    match lines.find_map(|line| line.strip_prefix("1 CHAR"))?.trim() {
        "ANSEL" => Some(text(bytes).into()),
        "IBMPC" | "IBM" | "IBM DOS" | "MSDOS" | "MS-DOS" | "OEM" => Some(by_table(bytes, DOS).into()),
        "MACINTOSH" | "MACROMAN" | "MAC" => Some(by_table(bytes, MACINTOSH).into()),
        _ => None,
    }
}

/// The text of bytes of one letter each: those from 128 on by a table as far as it goes, and then by Unicode.
pub(super) fn by_table(bytes: &[u8], upper: &str) -> String {
    let upper: Vec<char> = upper.chars().collect();
    let letter = |byte: &u8| upper.get(usize::from(*byte).wrapping_sub(128)).copied().unwrap_or(char::from(*byte));
    bytes.iter().map(letter).collect()
}

/// The text of bytes in ANSEL; a byte that has no meaning there becomes U+FFFD.
fn text(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + bytes.len() / 16);
    let mut marks: Vec<char> = Vec::new();
    for byte in bytes {
        if let Some(mark) = mark(*byte) {
            marks.push(mark);
            continue;
        }
        out.push(letter(*byte));
        out.extend(marks.drain(..));
    }
    out.extend(marks);
    out
}

fn letter(byte: u8) -> char {
    const LETTERS: [(u8, char); 38] = [
        (0xa1, 'Ł'),
        (0xa2, 'Ø'),
        (0xa3, 'Đ'),
        (0xa4, 'Þ'),
        (0xa5, 'Æ'),
        (0xa6, 'Œ'),
        (0xa7, 'ʹ'),
        (0xa8, '·'),
        (0xa9, '♭'),
        (0xaa, '®'),
        (0xab, '±'),
        (0xac, 'Ơ'),
        (0xad, 'Ư'),
        (0xae, 'ʼ'),
        (0xb0, 'ʻ'),
        (0xb1, 'ł'),
        (0xb2, 'ø'),
        (0xb3, 'đ'),
        (0xb4, 'þ'),
        (0xb5, 'æ'),
        (0xb6, 'œ'),
        (0xb7, 'ʺ'),
        (0xb8, 'ı'),
        (0xb9, '£'),
        (0xba, 'ð'),
        (0xbc, 'ơ'),
        (0xbd, 'ư'),
        (0xbe, '□'),
        (0xbf, '■'),
        (0xc0, '°'),
        (0xc1, 'ℓ'),
        (0xc2, '℗'),
        (0xc3, '©'),
        (0xc4, '♯'),
        (0xc5, '¿'),
        (0xc6, '¡'),
        (0xc7, 'ß'),
        (0xcf, 'ß'),
    ];
    if byte.is_ascii() {
        return char::from(byte);
    }
    LETTERS.iter().find(|(known, _)| *known == byte).map_or(char::REPLACEMENT_CHARACTER, |(_, c)| *c)
}

fn mark(byte: u8) -> Option<char> {
    const MARKS: [char; 31] = [
        '\u{309}', '\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{304}', '\u{306}', '\u{307}', '\u{308}', '\u{30c}',
        '\u{30a}', '\u{fe20}', '\u{fe21}', '\u{315}', '\u{30b}', '\u{310}', '\u{327}', '\u{328}', '\u{323}', '\u{324}',
        '\u{325}', '\u{333}', '\u{332}', '\u{326}', '\u{31c}', '\u{32e}', '\u{fe22}', '\u{fe23}', '\u{fffd}',
        '\u{fffd}', '\u{313}',
    ];
    MARKS.get(usize::from(byte.checked_sub(0xe0)?)).copied()
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn marks_stand_before_their_letters() {
        assert_eq!(text(b"M\xe8uller, Andr\xe2e, \xa1\xe2od\xe2z").nfc().collect::<String>(), "Müller, André, Łódź");
        assert_eq!(
            said(b"0 HEAD\r\n1 SOUR x\r\n1 CHAR ANSEL\r\n0 @I1@ INDI\r\n1 NAME Andr\xe2e").unwrap().lines().count(),
            5
        );
        assert!(said(b"0 HEAD\n1 CHAR UTF-8\n").is_none());
    }

    #[test]
    fn files_of_dos_have_letters_of_their_own() {
        assert!(
            said(b"0 HEAD\n1 CHAR IBMPC\n1 NOTE Fr\x82mont, K\x94ln, \xe1\n").unwrap().ends_with("Frémont, Köln, ß\n")
        );
        assert!(said(b"0 HEAD\n1 CHAR MACINTOSH\n1 NOTE Fr\x8emont\n").unwrap().ends_with("Frémont\n"));
        assert_eq!(by_table(&[0xff], DOS), "\u{a0}");
        assert_eq!(DOS.chars().count(), 128);
        let bytes: Vec<u8> = (0..=255).collect();
        // A trademark of private use is no letter.
        let others = encoding_rs::MACINTOSH.decode_without_bom_handling(&bytes).0.replace('\u{f8ff}', "\u{fffd}");
        assert_eq!(by_table(&bytes, MACINTOSH), others);
    }
}
