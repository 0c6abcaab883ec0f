use griot_pack::pack::check_text;
use proptest::prelude::*;

use super::*;

fn pack(text: &str) -> Pack {
    let (pack, problems) = check_text("history.md", text, "2026-11-27");
    assert_eq!(problems.errors(), 0, "{:?}", problems.listed);
    pack.unwrap()
}

fn told(old: &str, new: &str) -> Vec<String> {
    let line = |it: &Change| match &it.how {
        How::Added => format!("{} + {}", it.of.words()[0], it.name),
        How::Removed => format!("{} - {}", it.of.words()[0], it.name),
        How::Changed { field, old, new } => format!("{} {} {field}: {old} > {new}", it.of.words()[0], it.name),
    };
    changes(&pack(old), &pack(new)).iter().map(line).collect()
}

const OLD: &str = "# Gao\n\n1591: The town fell.\n\n1592: A famine came.\n\nThe market was rich.[^a]\n\n[^a]: Ada Example, *Gao*, Bamako 1999.\n";

#[test]
fn what_is_the_same_is_no_change() {
    assert_eq!(told(OLD, OLD), [""; 0]);
}

#[test]
fn a_statement_put_before_others_is_the_only_change() {
    let new = OLD.replace("1591: The town", "1590: Riders came.\n\n1591: The town");
    assert_eq!(
        told(OLD, &new).iter().filter(|it| it.starts_with("statement")).collect::<Vec<_>>(),
        ["statement + Riders came."]
    );
}

#[test]
fn dates_standings_words_and_sources_are_told_with_what_they_were() {
    let new = OLD
        .replace("1592: A famine came.", "c. 1592: A famine came.")
        .replace("rich.[^a]", "rich. {citation needed}")
        .replace("\n[^a]: Ada Example, *Gao*, Bamako 1999.\n", "");
    let told = told(OLD, &new);
    for line in [
        "statement A famine came. date: 1592 > c. 1592",
        "statement The market was rich. standing: established > citation needed",
        "source - Gao",
    ] {
        assert!(told.iter().any(|it| it == line), "{line}: {told:?}");
    }
    let reworded = OLD.replace("The town fell.", "The town was taken.");
    assert!(told_text(&reworded), "{:?}", super::changes(&pack(OLD), &pack(&reworded)));
}

fn told_text(new: &str) -> bool {
    told(OLD, new).contains(&"statement The town was taken. text: The town fell. > The town was taken.".to_owned())
}

proptest! {
    #[test]
    fn what_is_added_one_way_is_removed_the_other(
        old in proptest::collection::vec("[a-c]{1,3}", 1..8),
        new in proptest::collection::vec("[a-c]{1,3}", 1..8),
    ) {
        let text = |words: &[String]| {
            let lines: Vec<String> = words.iter().map(|word| format!("1591: Word {word}.\n")).collect();
            format!("# Gao\n\n{}", lines.join("\n"))
        };
        let (old, new) = (pack(&text(&old)), pack(&text(&new)));
        let count = |changes: &[Change], how: &How| changes.iter().filter(|it| it.of == Of::Statement && it.how == *how).count();
        let (there, back) = (changes(&old, &new), changes(&new, &old));
        prop_assert_eq!(count(&there, &How::Added), count(&back, &How::Removed));
        prop_assert_eq!(count(&there, &How::Removed), count(&back, &How::Added));
        let grown = new.statements().len() as i64 - old.statements().len() as i64;
        prop_assert_eq!(count(&there, &How::Added) as i64 - count(&there, &How::Removed) as i64, grown);
        prop_assert!(changes(&new, &new).is_empty());
    }
}
