//! From bytes to text: UTF-8, UTF-16, or what Windows and Latin-1 have in common.

use std::borrow::Cow;

use super::encoding;

/// The most bytes of a file that is read.
pub const LARGEST: usize = 256 << 20;

/// Which of two bytes is the greater.
type Order = fn([u8; 2]) -> u16;

/// Marks that say how a text is encoded; those of UTF-16 its order.
const MARKS: [(&[u8], Option<Order>); 3] =
    [(b"\xef\xbb\xbf", None), (b"\xfe\xff", Some(u16::from_be_bytes)), (b"\xff\xfe", Some(u16::from_le_bytes))];
/// What Windows-1252 has where Latin-1 has signs that nobody sees.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// What is said where a mark tells the encoding, and bytes are none of it.
const TORN: &str = "some bytes are no text in its encoding; each stands as \u{fffd}";

/// The text of a file, and what is to be said of how it was read.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub remark: Option<&'static str>,
}

/// What begins like this is no text, and what to do about it.
const OTHERS: [(&[u8], &str); 8] = [
    (
        b"PK\x03\x04",
        "is a spreadsheet (xlsx, ods) or an archive: save the sheet as CSV, encoded in UTF-8, and import that",
    ),
    (b"\xd0\xcf\x11\xe0", "is an old spreadsheet (xls) or document: save it as CSV, encoded in UTF-8, and import that"),
    (b"%PDF", "is a PDF, which holds pages rather than rows: import what it was made from"),
    (b"\x1f\x8b", "is packed by gzip: unpack it and import what is inside"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"SQLite format 3", "is a database: export its table as CSV and import that"),
    (b"\x7fELF", "is a program"),
];

/// Makes text of bytes.
///
/// # Errors
/// Says what they are, if they are no text.
pub(super) fn text(bytes: &[u8]) -> Result<Decoded<'_>, String> {
    if bytes.len() > LARGEST {
        let most = LARGEST >> 20;
        return Err(format!("is of {} MB; the most is {most} MB: part it, and import the parts", bytes.len() >> 20));
    }
    if let Some((_, what)) = OTHERS.iter().find(|(head, _)| bytes.starts_with(head)) {
        return Err((*what).to_owned());
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err("is empty".to_owned());
    }
    let marked = MARKS.iter().find_map(|(mark, order)| Some((bytes.strip_prefix(*mark)?, *order)));
    let wide = marked.or_else(|| utf_16(bytes).map(|order| (bytes, Some(order))));
    if let Some((bytes, Some(order))) = wide {
        let (text, damaged) = of_pairs(bytes, order);
        let remark = (damaged && marked.is_some()).then_some(TORN);
        return without_nul(Decoded { text: Cow::Owned(text), remark });
    }
    if let Some((bytes, None)) = wide {
        let text = String::from_utf8_lossy(bytes);
        let remark = matches!(text, Cow::Owned(_)).then_some(TORN);
        return without_nul(Decoded { text, remark });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return without_nul(Decoded { text: Cow::Borrowed(text), remark: None });
    }
    if let Some(text) = encoding::said(bytes) {
        return without_nul(Decoded { text, remark: None });
    }
    // A file in UTF-8 with a torn letter or two is that, and not Latin-1 with letters that nobody wrote.
    let lossy = String::from_utf8_lossy(bytes);
    let torn = lossy.matches('\u{fffd}').count();
    let whole = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if whole > 20 * torn {
        let remark = Some("some bytes are no UTF-8; each stands as \u{fffd}");
        return without_nul(Decoded { text: lossy, remark });
    }
    let text = Cow::Owned(encoding::by_table(bytes, WINDOWS));
    without_nul(Decoded { text, remark: Some("is no UTF-8; it was read as Windows-1252 (Latin-1)") })
}

/// The text of UTF-16, and whether any of it is no text.
fn of_pairs(bytes: &[u8], order: Order) -> (String, bool) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut damaged = !rest.is_empty();
    let letters = char::decode_utf16(pairs.iter().map(|pair| order(*pair)));
    let text = letters.map(|it| {
        damaged |= it.is_err();
        it.unwrap_or(char::REPLACEMENT_CHARACTER)
    });
    (text.collect(), damaged)
}

/// UTF-16 without a mark: every second byte of the beginning is 0.
fn utf_16(bytes: &[u8]) -> Option<Order> {
    let head = &bytes[..bytes.len().min(512) & !1];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let most = head.len() / 2;
    if most < 4 {
        return None;
    }
    match (zeros(0) * 10 > most * 7, zeros(1) * 10 > most * 7) {
        (true, false) => Some(u16::from_be_bytes),
        (false, true) => Some(u16::from_le_bytes),
        _ => None,
    }
}

/// The text without NUL bytes, of which a few are a slip and many are no text.
fn without_nul(it: Decoded) -> Result<Decoded, String> {
    let nul = it.text.bytes().filter(|byte| *byte == 0).count();
    if nul == 0 {
        return Ok(it);
    }
    if nul * 10 > it.text.len() {
        return Err("is no text: it is full of NUL bytes".to_owned());
    }
    let text = Cow::Owned(it.text.replace('\0', ""));
    Ok(Decoded { text, remark: it.remark.or(Some("holds NUL bytes, which were left out")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, bool) {
        let it = text(bytes).unwrap();
        (it.text.into_owned(), it.remark.is_some())
    }

    #[test]
    fn text_is_read_in_the_encodings_that_people_have() {
        let utf_16 = |text: &str, little: bool| -> Vec<u8> {
            let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
            text.encode_utf16().flat_map(bytes).collect()
        };
        assert_eq!(read("Ségou".as_bytes()), ("Ségou".into(), false));
        assert_eq!(read("\u{feff}Ségou".as_bytes()), ("Ségou".into(), false));
        assert_eq!(read(b"S\xe9gou"), ("Ségou".into(), true));
        assert_eq!(read(&utf_16("\u{feff}Ségou", true)), ("Ségou".into(), false));
        assert_eq!(read(&utf_16("\u{feff}Ségou", false)), ("Ségou".into(), false));
        assert_eq!(read(&utf_16("Ségou, 1712", true)), ("Ségou, 1712".into(), false));
        assert_eq!(read(&utf_16("Ségou, 1712", false)), ("Ségou, 1712".into(), false));
        assert_eq!(read(b"a long line of text\0"), ("a long line of text".into(), true));
    }

    #[test]
    fn every_byte_and_every_unit_is_the_letter_that_a_browser_makes_of_it() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(
            encoding::by_table(&bytes, WINDOWS),
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0
        );
        let units = [0x41, 0xd83d, 0xdc2a, 0xd83d, 0x42, 0xdc2a, 0xfffe, 0xd83d];
        for (order, other, swap) in [
            (u16::from_le_bytes as Order, encoding_rs::UTF_16LE, false),
            (u16::from_be_bytes, encoding_rs::UTF_16BE, true),
        ] {
            let bytes = |unit: u16| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() };
            let mut bytes: Vec<u8> = units.into_iter().flat_map(bytes).collect();
            let (text, damaged) = other.decode_without_bom_handling(&bytes);
            assert_eq!(of_pairs(&bytes, order), (text.into_owned(), damaged));
            bytes.truncate(2);
            assert_eq!(of_pairs(&bytes, order), ("A".to_owned(), false));
            bytes.push(0);
            assert!(of_pairs(&bytes, order).1, "a byte is left over");
        }
        assert_eq!(read(b"\xff\xfeA\0\0\xd8"), ("A\u{fffd}".into(), true));
        assert_eq!(read(b"\xef\xbb\xbfS\xe9gou"), ("S\u{fffd}gou".into(), true));
    }

    #[test]
    fn what_is_no_text_says_what_it_is() {
        for (bytes, says) in [
            (&b"PK\x03\x04\x14\0"[..], "save the sheet as CSV"),
            (b"", "is empty"),
            (b" \n\t", "is empty"),
            (b"\0\0\0\0\0\0\0\0\0\0abc", "NUL"),
            (b"%PDF-1.7", "PDF"),
        ] {
            let told = text(bytes).err().unwrap();
            assert!(told.contains(says), "{told}");
        }
    }
}
