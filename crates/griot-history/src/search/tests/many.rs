//! Many sentences: all are counted, however few are shown, and common words weigh little.

use super::*;

fn plain() -> Pack {
    let told = |from: u32, to: u32, text: &str, id: &str| {
        (from..=to).map(|year| format!("{year}: {text}[^k] []{{#{id}{year}}}\n")).collect::<Vec<_>>().concat()
    };
    let text = [
        "# The plain\n\n## Old days (1000–1699) {#old}\n".to_owned(),
        told(1101, 1112, "Snow melts.", "melts"),
        told(1201, 1205, "Snow glitters.", "glitters"),
        told(1301, 1309, "A king dies.", "king"),
        format!(
            "{}1420: It thaws at last, and the hail is gone.[^k] []{{#thaws1420}}\n",
            told(1401, 1411, "Hail lies.", "lies")
        ),
        "1550: The king signs a treaty with the bishop.[^k] []{#treaty}\n".to_owned(),
        "1650: The bishop signs another treaty.[^k] []{#another}\n".to_owned(),
        "[^k]: “A book”; by: Kell, Ann; date: 1999\n".to_owned(),
    ]
    .join("\n");
    griot_pack::pack::check_text("plain.md", &text, "2000-01-01").0.unwrap()
}

#[test]
fn all_are_counted_however_few_are_shown() {
    let pack = plain();
    let index = Index::new(&pack);
    for (query, first, all) in [
        ("snow", "melts1101", 17),
        ("snow melts", "melts1101", 12),
        ("snow glitters", "glitters1201", 5),
        ("snow zanzibar", "melts1101", 17),
        ("snow 1105", "melts1105", 1),
        ("snow 1106..1203", "melts1106", 10),
        ("snow melts 1300", "melts1112", 17),
        // One sentence says both words, and those beside it are told together with it.
        ("hail thaws", "thaws1420", 12),
    ] {
        for most in [1, 3, 9, 99] {
            let answer = index.search(&pack, query, most);
            assert_eq!((answer.counts.text, answer.hits.len()), (all, all.min(most)), "{query}: {most}");
            assert_eq!(called(&pack, answer.hits[0].what), first, "{query}: {most}");
        }
    }
}

#[test]
fn the_date_tells_more_than_a_word() {
    let pack = plain();
    let index = Index::new(&pack);
    for (query, first, failed) in
        [("king signs treaty 1650", "another", "king"), ("king signs 1650", "another", "king")]
    {
        let answer = index.search(&pack, query, 9);
        assert_eq!((called(&pack, answer.hits[0].what).as_str(), &*answer.failed), (first, &[failed.to_owned()][..]));
    }
}
