use proptest::prelude::*;

use super::*;

fn pack() -> Pack {
    crate::built_in::pack().unwrap()
}

#[test]
fn a_note_is_kept_with_its_statement_and_all_else_in_the_file_stays() {
    let (pack, home) = (pack(), tempfile::tempdir().unwrap());
    let notes = Notes::of(Some(home.path().join("griot")));
    let ids: Vec<StatementId> = pack.statements().take(3).collect();
    assert!(notes.of_pack(&pack).unwrap().is_empty());
    notes.keep(&pack, ids[0], "the first\n\nwith a second part").unwrap();
    let path = home.path().join("griot").join(NOTES);
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("> Rock art in the Sahara is read as a sign") && text.contains("## Mali · a history, ¶ 1.1\n")
    );
    // Somebody writes in it, and keeps another’s notes there.
    let by_hand = format!("# My notes\n\n{text}\n<!-- griot note: other a.b -->\n## X\n\n> q\n\nnot of this pack\n");
    fs::write(&path, &by_hand).unwrap();
    notes.keep(&pack, ids[1], "the second").unwrap();
    notes.keep(&pack, ids[0], "the first again").unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("# My notes\n") && text.contains("not of this pack") && !text.contains("second part"));
    let told: Vec<(StatementId, String)> = notes.of_pack(&pack).unwrap().into_iter().collect();
    assert_eq!(told, [(ids[0], "the first again".into()), (ids[1], "the second".into())]);
    assert_eq!(fs::read_dir(home.path().join("griot")).unwrap().count(), 2, "the file and its lock");
}

#[test]
fn a_file_that_is_none_is_left_alone_and_told_of() {
    let (pack, home) = (pack(), tempfile::tempdir().unwrap());
    let notes = Notes::of(Some(home.path().to_owned()));
    let first = pack.statements().next().unwrap();
    fs::write(home.path().join(NOTES), b"\xff\xfe").unwrap();
    assert!(notes.of_pack(&pack).is_err() && notes.keep(&pack, first, "words").is_err());
    assert_eq!(fs::read(home.path().join(NOTES)).unwrap(), b"\xff\xfe");
    assert!(matches!(Notes::default().keep(&pack, first, "words"), Err(StoreError::Nowhere)));
}

#[test]
fn a_link_to_notes_elsewhere_stays_a_link() {
    let (pack, home) = (pack(), tempfile::tempdir().unwrap());
    let elsewhere = home.path().join("elsewhere.md");
    fs::write(&elsewhere, "# Mine\n").unwrap();
    std::os::unix::fs::symlink(&elsewhere, home.path().join(NOTES)).unwrap();
    let notes = Notes::of(Some(home.path().to_owned()));
    notes.keep(&pack, pack.statements().next().unwrap(), "words").unwrap();
    assert!(fs::symlink_metadata(home.path().join(NOTES)).unwrap().is_symlink());
    assert!(fs::read_to_string(&elsewhere).unwrap().starts_with("# Mine\n\n<!-- griot note: mali "));
}

#[test]
fn what_an_editor_leaves_above_the_line_is_the_note() {
    let pack = pack();
    let first = pack.statements().next().unwrap();
    assert_eq!(words_of(&draft(&pack, first, "as it was")), "as it was");
    assert_eq!(words_of(&draft(&pack, first, "")), "");
    assert_eq!(words_of("all is gone but this"), "all is gone but this");
}

proptest! {
    #[test]
    fn any_words_come_back(words in prop::collection::vec("(?s).{0,30}|<!-- griot note: a b -->\n|> quoted\n|## head\n", 1..6), at in 0usize..40) {
        let pack = pack();
        let (first, second) = (pack.statements().nth(at).unwrap(), pack.statements().nth(at + 1).unwrap());
        let words = format!("x{}", words.concat());
        let text = with(&with("", &pack, second, "other"), &pack, first, &words);
        let text = with(&text, &pack, second, "another");
        let found = sections(&text);
        prop_assert_eq!(found.len(), 2);
        prop_assert_eq!(statement_of(&pack, &found[1]), Some(first));
        prop_assert_eq!(found[1].words.replace("\\<!--", "<!--"), words.trim());
        prop_assert_eq!(found[0].words, "another");
    }
}
