//! In which words of the index a word is found, and how far from what was typed.

use super::*;
use crate::search::Index;

fn with_docs(text: &str, look: impl Fn(&Pack, &Docs)) {
    let text = format!("## E (1000)\n\n{text}\n");
    let pack = griot_pack::pack::check_text("a.md", &text, "2000-01-01").0.unwrap();
    let index = Index::new(&pack);
    look(&pack, index.docs(&pack));
}

#[test]
fn a_slip_is_further_than_any_other_form() {
    with_docs("1000: The harbour and two harbours.", |_, docs| {
        let mut found: Vec<(&str, u8)> =
            slips(docs, "harbuor").into_iter().map(|(at, far)| (docs.word(at), far)).collect();
        found.sort_by_key(|(_, far)| *far);
        found.dedup();
        assert_eq!(found, [("harbour", 4), ("harbour", 5), ("harbours", 5)], "the one by its stem as well");
        assert!(slips(docs, "har").is_empty() && slips(docs, "zarbour").is_empty());
    });
}

#[test]
fn a_sentence_holds_every_word_in_whatever_script() {
    with_docs(
        "1000: 9月に雨。\n1001: 月に雨。\n1002: Forty boats, 12 guns.\n1003: Forty guns.",
        |pack, docs| {
            let holding =
                |text: &str| -> Vec<usize> { holding(pack, docs, text).iter().map(|id| id.index()).collect() };
            assert_eq!(holding("forty guns"), [2, 3]);
            assert_eq!(holding("12"), [2]);
            assert_eq!(holding("12 forty boats"), [2]);
            assert_eq!(holding("9月"), [0, 1], "a single figure beside other signs is not looked for");
            assert_eq!(holding("月に"), [0, 1]);
            assert_eq!((holding("9"), holding("forty zanzibar"), holding("")), (vec![0], vec![], vec![]));
        },
    );
}

#[test]
fn an_arabic_word_is_found_without_its_article() {
    with_docs("1000: مدينة قديمة.\n1001: شيء.", |pack, docs| {
        let places = |word: &str| {
            found(pack, docs, word, false, &mut Vec::new()).iter().map(|(at, _)| at.doc()).collect::<Vec<_>>()
        };
        let of_the_first = docs.of_statement(pack.statements().next().unwrap());
        assert_eq!(places("المدينه"), [of_the_first]);
    });
}
