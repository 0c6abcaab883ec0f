//! `griot check`, `griot new` and compiled packs.
#![allow(clippy::unwrap_used, clippy::allow_attributes, reason = "tests fail by panicking")]

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::run::griot;

/// What a command prints and says, and its status.
fn run(args: &[&str], path: &Path) -> (i32, String, String) {
    let output = griot().args(args).arg(path).output().unwrap();
    let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    (output.status.code().unwrap(), out, err)
}

/// A new pack, with one text in one of its files replaced by another.
fn pack_with(file: &str, from: &str, to: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(run(&["new"], dir.path()).0, 0);
    let path = dir.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    dir
}

#[test]
fn a_problem_is_told_with_its_place_its_line_and_a_mark_beneath() {
    let dir = pack_with("eras/1-first-era.json", "[[first-town|town]]", "[[frist-town|to\\u001bwn]]\u{9b}");
    let (status, out, err) = run(&["check"], dir.path());
    assert_eq!(status, 3);
    let told = concat!(
        "error[unknown-id]: no entity \"frist-town\"; did you mean \"first-town\"?\n",
        "  --> eras/1-first-era.json:18:29\n",
        "   |\n",
        "18 | …    \"text\": \"In 1900 the [[frist-town|to\\u001bwn]]\u{fffd} was [[founding|founde…\n",
        "   |                           ^^^^^^^^^^^^\n",
    );
    assert!(out.contains(told), "{out}");
    assert!(err.ends_with(" has 2 problems\n"), "{err}");
    let (_, plain, _) = run(&["check", "--plain"], dir.path());
    assert!(
        plain.lines().any(|line| line
            == "eras/1-first-era.json:18:29: no entity \"frist-town\"; did you mean \"first-town\"? [unknown-id]"),
        "{plain}"
    );
    let (_, json, _) = run(&["check", "--json"], dir.path());
    let json: Value = serde_json::from_str(&json).unwrap();
    let codes: Vec<&Value> = json["problems"].as_array().unwrap().iter().map(|problem| &problem["code"]).collect();
    assert_eq!(codes, ["forbidden-character", "unknown-id"]);
    assert_eq!((&json["problems"][1]["line"], &json["problems"][1]["column"]), (&18.into(), &29.into()));
}

#[test]
fn warnings_are_no_errors_unless_they_are_taken_for_such() {
    let dir = pack_with("pack.json", "2000", "2000");
    fs::write(dir.path().join("entities/persons.json"), "[]").unwrap();
    let (status, out, err) = run(&["check"], dir.path());
    assert_eq!(status, 0);
    assert!(out.starts_with("warning[unknown-file]: entities/persons.json: is read by nobody"), "{out}");
    assert!(out.contains(": 1 era, ") && err.ends_with(" has 1 warning\n"), "{out}{err}");
    let (status, _, _) = run(&["check", "--strict"], dir.path());
    assert_eq!(status, 3);
}

#[test]
fn a_warning_is_told_as_a_problem_is_and_to_its_author_alone() {
    let dir = pack_with("pack.json", "\"title\": \"", "\"title\": \"<b>x</b>");
    let (status, out, err) = run(&["check"], dir.path());
    assert_eq!(status, 0, "{out}");
    assert!(out.starts_with("warning[html]: \"<b>\" is shown as it stands"), "{out}");
    assert!(err.ends_with(" has 1 warning\n"), "{err}");
    assert!(run(&["check", "--plain"], dir.path()).1.starts_with("pack.json:"));
    let (status, json, _) = run(&["check", "--json"], dir.path());
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, &json["valid"], &json["errors"], &json["warnings"]), (0, &true.into(), &0.into(), &1.into()));
    assert_eq!((&json["problems"][0]["code"], &json["problems"][0]["severity"]), (&"html".into(), &"warning".into()));
    assert_eq!(run(&["read", "--data"], dir.path()).2, "");
}

#[test]
fn one_bad_date_is_an_error_and_the_pack_opens_all_the_same() {
    let dir = pack_with("eras/1-first-era.json", "\"when\": \"1900\"", "\"when\": \"22-26 Marhc 1900\"");
    let (status, told, _) = run(&["check", "--plain"], dir.path());
    assert_eq!(status, 3);
    assert!(told.contains("[date]"), "{told}");
    let (status, text, err) = run(&["read", "--data"], dir.path());
    assert_eq!(status, 0);
    assert!(
        text.split_whitespace().collect::<Vec<_>>().join(" ").contains("[date not read: “22-26 Marhc 1900”]"),
        "{text}"
    );
    assert!(err.contains("has 1 problem; griot check"), "{err}");
}

#[test]
fn problems_beyond_a_thousand_are_counted_honestly() {
    let cites: Vec<String> = (0..3_000).map(|n| format!("\"nowhere-{n}\"")).collect();
    let dir = pack_with("eras/1-first-era.json", "\"first-source, p. 1\"", &cites.join(","));
    let (status, out, err) = run(&["check"], dir.path());
    assert_eq!(status, 3);
    assert!(out.ends_with("2000 more problems are not listed\n") && err.ends_with(" has 3000 problems\n"), "{err}");
    let (_, json, _) = run(&["check", "--json"], dir.path());
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["problems"].as_array().unwrap().len(), &json["more"]), (1_000, &2_000.into()));
    let (_, _, err) = run(&["read", "--data"], dir.path());
    assert!(err.contains("is no pack that can be read (3000 problems)"), "{err}");
}

#[test]
fn an_empty_title_makes_no_pack() {
    let dir = tempfile::tempdir().unwrap();
    for title in ["", "  "] {
        let pack = dir.path().join("pack");
        let (status, _, err) = run(&["new", "--title", title], &pack);
        assert_eq!(status, 2);
        assert!(err.contains("the title is empty") && !pack.exists(), "{err}");
    }
}

#[test]
fn a_pack_that_cannot_be_written_leaves_nothing_behind() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("file"), "").unwrap();
    let (status, _, err) = run(&["new"], &dir.path().join("file/pack"));
    assert_eq!(status, 2, "{err}");
    let (status, _, _) = run(&["new"], Path::new("/proc/griot/pack"));
    assert_eq!(status, 4);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

/// The new pack in compiled form, in a file of its own.
fn compiled(dir: &Path) -> Vec<u8> {
    let file = dir.join("compiled.griot");
    let output = griot().args(["export", "-f", "pack", "-o"]).arg(&file).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read(file).unwrap()
}

#[test]
fn a_compiled_pack_is_opened_as_its_files_are() {
    let dir = tempfile::tempdir().unwrap();
    compiled(dir.path());
    let file = dir.path().join("compiled.griot");
    for args in [&["read", "1.25"][..], &["show", "timbuktu", "--json"], &["map", "1591"], &["check"]] {
        let built_in = griot().args(args).output().unwrap();
        let opened = griot().args(args).arg("--data").arg(&file).output().unwrap();
        assert_eq!(opened.status.code(), Some(0), "{args:?}");
        let (opened, name) = (String::from_utf8(opened.stdout).unwrap(), file.display().to_string());
        assert_eq!(opened.replace(&name, "the built-in pack"), String::from_utf8(built_in.stdout).unwrap(), "{args:?}");
    }
    let (status, _, err) = run(&["export", "-f", "pack"], Path::new("--era=1"));
    assert_eq!((status, err.contains("leave --era out")), (2, true), "{err}");
    let output = griot().args(["export", "-f", "pack"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_compiled_pack_that_is_cut_changed_or_of_another_version_is_told_as_such() {
    let dir = tempfile::tempdir().unwrap();
    let whole = compiled(dir.path());
    let file = dir.path().join("changed.griot");
    let said = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        // Who reads a part of it is told of what is damaged there; a check looks at all of it.
        let (status, out, _) = run(&["read", "--data"], &file);
        assert!((status == 3) == out.is_empty(), "{status}: {out}");
        let (status, out, err) = run(&["check", "--data"], &file);
        assert_eq!(status, 3, "{out}");
        out + &err
    };
    let with = |at: usize, byte: u8| {
        let mut bytes = whole.clone();
        bytes[at] = byte;
        bytes
    };
    assert!(said(b"").contains("is no pack: a folder"));
    assert!(said(b"{}").contains("is no pack: a folder"));
    assert!(said(&with(3, b'x')).contains("is no pack: a folder"));
    assert!(said(&whole[..5]).contains("ends too early"));
    assert!(said(&whole[..200]).contains("ends too early"));
    assert!(said(&whole[..whole.len() - 1]).contains("ends too early: compile it anew"));
    let (own, next) = (whole[8], whole[8] + 1);
    assert!(said(&with(8, next)).contains(&format!("is compiled in form {next}, and this griot reads {own}")));
    assert!(said(&[&whole[..], b"x"].concat()).contains("were changed"));
    for at in [15, 22, 30, 40, 150, whole.len() / 2, whole.len() - 1] {
        let err = said(&with(at, whole[at] ^ 0x10));
        assert!(err.contains("were changed") || err.contains("ends too early"), "{at}: {err}");
    }
}

#[test]
fn a_plain_file_is_begun_checked_and_never_written_over() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("Gao town.md");
    let (status, out, err) = run(&["new"], &file);
    assert_eq!((status, out.trim_end()), (0, file.to_str().unwrap()), "{err}");
    let (status, out, err) = run(&["check", "--strict"], &file);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("1 era, 2 chapters, 5 passages, 7 statements, 2 entities, 2 sources"), "{out}");
    let (_, out, _) = run(&["about", "--data"], &file);
    assert!(out.contains("gao-town · a history"), "{out}");
    fs::write(&file, "mine").unwrap();
    let (status, _, err) = run(&["new"], &file);
    assert_eq!((status, fs::read_to_string(&file).unwrap().as_str()), (2, "mine"));
    assert!(err.contains("is there already; name a new file"), "{err}");
}

#[test]
fn a_problem_of_a_plain_file_is_told_with_its_line() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("history.md");
    fs::write(&file, "# Gao\n\n- 912: Gao is heard of.[^smiht]\n\n[^smith]: Smith 1999\n").unwrap();
    let (status, out, _) = run(&["check"], &file);
    assert_eq!(status, 3);
    let shown = file.display();
    for told in [
        format!(
            "error[date]: \"912\" is a year only with AD or BC: write \"AD 912\" or \"912 BC\"\n --> {shown}:3:3\n  |\n3 | - 912: Gao is heard of.[^smiht]\n  |   ^^^\n"
        ),
        format!(
            "error[no-such-note]: no note and no source is called \"smiht\", and its mark is shown as it stands; did you mean \"smith\"?\n --> {shown}:3:25\n  |\n3 | - 912: Gao is heard of.[^smiht]\n  |                         ^^^^^^\n"
        ),
    ] {
        assert!(out.contains(&told), "{out}");
    }
}

#[test]
fn what_the_introduction_to_packs_shows_passes() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/PACKS.md")).unwrap();
    let blocks: Vec<&str> = text.split("```markdown\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let [whole, entities, source, head] = blocks.as_slice() else { panic!("{blocks:?}") };
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("history.md");
    let text = whole.split("[^hunwick]:").next().unwrap();
    for text in [(*whole).to_owned(), format!("{head}\n{text}\n{entities}\n{source}")] {
        fs::write(&file, &text).unwrap();
        let (status, out, err) = run(&["check", "--strict"], &file);
        assert_eq!((status, err.as_str()), (0, ""), "{out}\n{text}");
    }
}
