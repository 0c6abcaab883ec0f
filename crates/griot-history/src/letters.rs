//! Letters: which stand for which when names are compared, and which of them write words without spaces.

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// The plain letters for one of a Latin alphabet that is not made of another and an accent.
pub(crate) const fn spelt(c: char) -> &'static str {
    match c {
        'ɛ' | 'ǝ' | 'ə' => "e",
        'ɔ' | 'ø' | 'ɵ' => "o",
        'ɑ' => "a",
        'ɲ' | 'ŋ' | 'ɳ' | 'ƞ' => "n",
        'ɓ' => "b",
        'ƈ' => "c",
        'ɗ' | 'ɖ' | 'đ' | 'ð' => "d",
        'ƒ' => "f",
        'ɣ' | 'ɠ' | 'ǥ' | 'ɡ' => "g",
        'ħ' | 'ɦ' => "h",
        'ı' | 'ɩ' | 'ɨ' | 'ɪ' => "i",
        'ƙ' => "k",
        'ł' | 'ɬ' => "l",
        'ƥ' => "p",
        'ɍ' => "r",
        'ƭ' | 'ŧ' | 'ʈ' => "t",
        'ʊ' | 'ʉ' => "u",
        'ʋ' | 'ʌ' => "v",
        'ƴ' => "y",
        'ƶ' | 'ʒ' => "z",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'þ' => "th",
        _ => "",
    }
}

/// Apostrophes and quotation marks of any script, what only lengthens a letter or joins it, and the hamza, which is
/// written or not.
pub(crate) const fn is_passed_over(c: char) -> bool {
    matches!(
        c,
        '‘' | '’'
            | 'ʻ'
            | 'ʼ'
            | 'ʽ'
            | 'ʿ'
            | 'ʾ'
            | '´'
            | '“'
            | '”'
            | '«'
            | '»'
            | '״'
            | '׳'
            | 'ߴ'
            | 'ߵ'
            | 'ـ'
            | 'ߺ'
            | 'ء'
            | '\u{1e94b}'
    )
}

/// Marks that are left out in writing: accents, vowel points and tones. Signs of vowels that are written always stay.
pub(crate) fn is_left_out(c: char) -> bool {
    if matches!(c, '\u{34f}' | '\u{20dd}'..='\u{20e4}' | '\u{fe00}'..='\u{fe0f}') {
        return true;
    }
    // The classes of written vowels are 0, and 103, 118, 129, 130, 132 in Thai, Lao and Tibetan.
    is_combining_mark(c) && !matches!(canonical_combining_class(c), 0 | 103 | 118 | 129 | 130 | 132)
}

/// The letter that stands for those that differ by their form, by where they are typed or in old spelling alone.
pub(crate) const fn one_of_several(c: char) -> char {
    match c {
        'ٱ' => 'ا',
        'ى' | 'ی' | 'ے' => 'ي',
        'ة' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ک' => 'ك',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        'ς' => 'σ',
        // The seven orders of ሐ and ኀ, ሠ, ዐ, ፀ, as Amharic reads them.
        'ሐ'..='ሖ' => shifted(c, 'ሐ', 'ሀ'),
        'ኀ'..='ኆ' => shifted(c, 'ኀ', 'ሀ'),
        'ሠ'..='ሦ' => shifted(c, 'ሠ', 'ሰ'),
        'ዐ'..='ዖ' => shifted(c, 'ዐ', 'አ'),
        'ፀ'..='ፆ' => shifted(c, 'ፀ', 'ጸ'),
        c => c,
    }
}

const fn shifted(c: char, from: char, to: char) -> char {
    match char::from_u32(to as u32 + c as u32 - from as u32) {
        Some(c) => c,
        None => c,
    }
}

/// Whether a letter is of a script that writes words without spaces between them: Chinese, Japanese, Thai, Lao, Burmese
/// and Khmer.
#[must_use]
pub const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}'
        | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3041}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{1b000}'..='\u{1b16f}' | '\u{20000}'..='\u{3ffff}')
}
