//! What is forgiven in a word, and what passes over most names at once.

use super::*;

#[test]
fn long_words_may_hold_two_mistakes_and_short_ones_and_numbers_none() {
    for (word, mistakes) in [
        ("gao", 0),
        ("mali", 1),
        ("koulouba", 2),
        ("bandiag", 1),
        ("1960", 0),
        ("19600000", 0),
        ("m1960", 1),
        ("馬里馬里馬里馬里", 0),
        ("", 0),
    ] {
        assert_eq!(Word::of(word).forgiven, mistakes, "{word}");
    }
    assert!(Word::of("1960").is_number() && !Word::of("1960s").is_number());
}

#[test]
fn mistakes_are_letters_that_are_wrong_missing_too_many_or_exchanged() {
    for (typed, meant, mistakes) in [
        ("bamako", "bamako", Some(0)),
        ("bamaco", "bamako", Some(1)),
        ("bamakoo", "bamako", Some(1)),
        ("bamko", "bamako", Some(1)),
        ("bmaako", "bamako", Some(1)),
        ("bmaaok", "bamako", None),
        ("timbucto", "timbuktu", Some(2)),
        ("tumbucto", "timbuktu", None),
        ("gao", "goa", None),
        ("1960", "1961", None),
        ("sé́gou", "segou", Some(2)),
    ] {
        let mistakes = mistakes.filter(|mistakes| *mistakes <= Word::of(typed).forgiven);
        assert_eq!(Word::of(typed).mistakes_in(meant), mistakes, "{typed} for {meant}");
    }
}

#[test]
fn a_text_is_about_as_long_as_a_word_within_its_mistakes() {
    let lengths = |word: &str| -> Vec<usize> {
        (0..20).filter(|length| Word::of(word).is_as_long_as(&"a".repeat(*length))).collect()
    };
    assert_eq!(lengths("bamako"), [5, 6, 7]);
    assert_eq!(lengths("timbuktu"), [6, 7, 8, 9, 10]);
    assert_eq!(lengths("gao"), [3]);
    assert_eq!(lengths("kéné"), [2, 3, 4, 5, 6, 7, 8, 9, 10], "a letter may have four bytes");
}

#[test]
fn a_word_begins_a_word_of_a_name_or_stands_in_a_run_without_spaces() {
    for (word, name, begins) in [
        ("bam", "bamako", true),
        ("mak", "bamako", false),
        ("mak", "bamako makan", true),
        ("bamako", "bam", false),
        ("bamako", "bamako", true),
        ("o", "bamako", false),
        ("里", "馬里", true),
        ("", "bamako", true),
    ] {
        assert_eq!(Word::of(word).begins_one_of(name), begins, "{word} in {name}");
    }
    assert!(begins(b"bamako", b"bam") && begins(b"bam", b"bam") && begins(b"", b""));
    assert!(!begins(b"ba", b"bam") && !begins(b"bom", b"bam"));
}

#[test]
fn the_fewer_letters_are_wrong_the_better_a_name_answers() {
    for (typed, name, answer) in [
        ("bamako", "bamako", Some((0, 117))),
        ("bamkao", "bamako", Some((1, 97))),
        ("bamaco", "bamako", Some((1, 88))),
        ("bamakoo", "bamako", Some((1, 88))),
        ("timb", "timbuktu", Some((0, 104))),
        ("timbucktu", "timbuktu manuscripts", Some((1, 83))),
        ("bamaco alpa", "bamako alpha", Some((2, 67))),
        ("bamaco alpa", "alpha bamako", Some((2, 67))),
        ("bamkao aplha", "alpha bamako", Some((2, 77))),
        ("bamaco zzzz", "bamako alpha", None),
        ("segou", "gao", None),
    ] {
        let words: Vec<Word> = typed.split(' ').map(Word::of).collect();
        assert_eq!(typo(name, &Word::of(typed), &words), answer, "{typed} for {name}");
    }
}

#[test]
fn letters_are_bits() {
    assert_eq!(letters_of("a z"), 1 | 1 << 25);
    assert_eq!(letters_of("aa0 9"), 1 | 1 << 26 | 1 << 35);
    assert_eq!(letters_of("é馬"), 1 << 36);
    for (word, bit) in [("abc", 1 << 37), ("z", 1 << 62), ("9", 1 << 63), ("éa", 1 << 63), ("馬", 0), ("", 0)] {
        assert_eq!(head_of(word), bit, "{word}");
    }
    assert_eq!(letters_and_heads("ab 1"), 1 | 1 << 1 | 1 << 27 | 1 << 37 | 1 << 63);
}

#[test]
fn letters_are_among_others_but_for_those_forgiven() {
    for (wanted, there, forgiven, are) in [
        (0b111, 0b111, 0, true),
        (0b101, 0b111, 0, true),
        (0b111, 0b101, 0, false),
        (0b111, 0b101, 1, true),
        (0b111, 0b001, 1, false),
        (0b111, 0b001, 2, true),
        (0, 0, 0, true),
    ] {
        assert_eq!(are_among(wanted, there, forgiven), are, "{wanted:b} {there:b} {forgiven}");
    }
}
