//! What is typed amiss: one message each.

use super::*;

#[test]
fn whatever_is_typed_has_one_message_at_most() {
    let pack = crate::built_in::pack().expect("the built-in pack");
    let index = Index::new(&pack);
    let long = "timbuktu and gold ".repeat(240);
    for (typed, wanted) in [
        (long.as_str(), ""),
        ("?!... --", "no letter or number to look for"),
        ("🐪", "no letter or number to look for"),
        ("who is the", "only small words; add a name"),
        ("coup 99999999", "is no year: one has 7 figures at most"),
        ("99999999", "is no year"),
        ("coup 9999999", "nothing answers “9999999” as well"),
        ("@zebra gold", "no kind “@zebra”"),
        ("@zebra", "no kind “@zebra”"),
        ("تاريخ مالي", "nothing found"),
        ("ߡߊ߬ߟߌ", "nothing found"),
        ("drought 1950s", "nothing answers “1950s” as well"),
        ("elections in the 2000s", "may be ten years or a hundred"),
        ("vineyards at gao", "nothing answers “vineyards” as well"),
        ("timbuktu", ""),
    ] {
        let finder = Finder::new(&pack, &index, typed, &[]);
        let said: Vec<&str> = finder
            .rows
            .iter()
            .filter_map(|row| if let Row::Say(said) = row { Some(said.as_str()) } else { None })
            .collect();
        assert_eq!(said.len(), usize::from(!wanted.is_empty()), "{typed}: {said:?}");
        assert!(said.iter().all(|said| said.contains(wanted)), "{typed}: {said:?}");
    }
}
