//! A whole visit line by line, through a pipe: opened, searched, read, a link followed, a footnote told, a place marked,
//! and left.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use unicode_width::UnicodeWidthStr;

fn visit(home: &Path, args: &[&str], lines: &str) -> Output {
    let mut griot = Command::cargo_bin("griot").expect("the program is built");
    for (name, folder) in [("XDG_STATE_HOME", "state"), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config")] {
        griot.env(name, home.join(folder));
    }
    griot.env("HOME", home).env_remove("GRIOT_DATA").args(args).write_stdin(lines).output().expect("griot runs")
}

/// What was printed for each line that was typed, and what came before the first.
fn answers(output: &Output) -> Vec<String> {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    assert!(!text.contains('\u{1b}'), "an escape: {text}");
    for line in text.lines() {
        assert!(line.width() <= 40, "{} columns: {line}", line.width());
    }
    text.split("\n> ").map(str::to_owned).collect()
}

#[test]
fn a_whole_visit_is_made_through_a_pipe() {
    let home = tempfile::tempdir().expect("a folder");
    let lines = "/tondibi\n2\n1\nnote 33\nm\n'\nH\nt\np\nq\n";
    let told = answers(&visit(home.path(), &["--linear", "--width", "40"], lines));
    let has = |at: usize, text: &str| {
        let answer = told[at].replace('\n', " ");
        assert!(answer.contains(text), "answer {at} lacks {text}: {}", told[at]);
    };
    has(0, "Era 1 of 8: Precolonial Mali");
    has(0, "Passage 1.1");
    has(0, "Links: 1 Rock art");
    has(1, "/tondibi");
    has(1, "1 Tondibi, place on the Niger");
    has(1, "2 Battle of Tondibi, Tondibi 1591, 17 Jumada I AH 999");
    has(2, "battle · rout of Songhai by Moroccan firearms");
    has(2, "Links: 1 Tondibi");
    has(3, "Tondibi site");
    has(4, "Note 33: ");
    has(5, "marked; ' lists the marks");
    has(6, "1 ");
    has(7, "Battle of Tondibi");
    has(8, "Timeline: 1 ");
    has(9, "Bamako");
    assert_eq!(told[10].trim(), "q");
    let kept = std::fs::read_to_string(home.path().join("data/griot/marks.json")).expect("the marks");
    assert!(kept.contains("\"pack\": \"mali\""), "{kept}");
    // The next visit begins where this one ended.
    let again = answers(&visit(home.path(), &["--linear", "--width", "40"], "r\n"));

    assert!(again[1].contains("Battle of Tondibi"), "{}", again[1]);
}

#[test]
fn it_opens_at_a_place_and_the_end_of_the_input_ends_it() {
    let home = tempfile::tempdir().expect("a folder");
    let told = answers(&visit(
        home.path(),
        &["--linear", "--width", "40", "--no-state", "open", "1591"],
        "\nwho ruled in 1530?",
    ));
    assert!(told[0].contains("Passage 1.28") && told[1].contains("Passage 1.29"), "{told:?}");
    assert!(told[2].contains("Askia Musa"), "{}", told[2]);
    assert!(!home.path().join("state").exists() && !home.path().join("data").exists());
}

#[test]
fn the_environment_asks_for_it_as_the_flag_does() {
    let home = tempfile::tempdir().expect("a folder");
    let said = |value: &str| {
        let mut griot = Command::cargo_bin("griot").expect("the program is built");
        griot.env("XDG_CONFIG_HOME", home.path()).env("GRIOT_LINEAR", value).args(["--no-state", "--width", "40"]);
        String::from_utf8(griot.write_stdin("q\n").output().expect("griot runs").stdout).expect("UTF-8")
    };
    assert!(said("1").ends_with("> q\n"), "{}", said("1"));
    // Otherwise what is piped is the whole text.
    for off in ["", "0"] {
        assert!(!said(off).contains("> q") && said(off).lines().count() > 1000, "{off:?}");
    }
}
