//! What a pack, an argument or a file name holds never acts on a terminal.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::run::{griot, run};

/// Whether the bytes hold a control character other than line ends and tabs, or one that hides or reorders text.
fn acts(bytes: &[u8]) -> bool {
    // A calendar ends its lines with both, which is a new line on a terminal too.
    let text = std::str::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n");
    text.chars().any(|c| c != '\n' && c != '\t' && griot_pack::clean::is_forbidden(c))
}

#[test]
fn arguments_that_could_act_are_refused_and_shown() {
    for bad in ["\u{1b}]0;p\u{7}", "a\u{9b}31mb", "x\u{202e}y", "\u{7f}", "a\nb", "\u{200b}"] {
        for args in [
            &["show", bad][..],
            &[bad],
            &["read", bad],
            &["at", bad],
            &["search", bad],
            &["--data", bad, "read"],
            &["list", "--era", bad],
        ] {
            let output = run(args);
            assert_eq!(output.status.code(), Some(2), "{args:?}");
            assert!(output.stdout.is_empty() && !acts(&output.stderr), "{args:?}");
        }
    }
    let output = run(&["show", "\u{1b}]0;p\u{7}"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("\"^[]0;p^G\""));
}

#[test]
fn arguments_that_are_no_text_are_refused() {
    let output = griot().arg("show").arg(OsStr::from_bytes(b"a\xff\x1b")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!acts(&output.stderr) && output.stdout.is_empty());
    let output = griot().env("GRIOT_DATA", OsStr::from_bytes(b"packs/\x1b[2J\xff")).arg("read").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!acts(&output.stderr) && output.stdout.is_empty());
}

/// A copy of the built-in pack in which strings of every field hold sequences.
fn hostile_pack(dir: &Path) {
    const BAD: &str = "\\u001b]0;p\\u0007\\u009b31m\\u202e\\u200b\\u2028";
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/mali");
    copy(&from, dir, &|text| {
        let mut text = text.to_owned();
        for field in ["name", "text", "title", "role", "note", "caption", "outcome", "value", "by", "licence", "in"] {
            text = text.replacen(&format!("\"{field}\": \""), &format!("\"{field}\": \"{BAD}"), 20);
        }
        text
    });
}

fn copy(from: &Path, to: &Path, change: &impl Fn(&str) -> String) {
    std::fs::create_dir_all(to).expect("a copy of the pack");
    for entry in std::fs::read_dir(from).expect("a copy of the pack").flatten() {
        let (path, goal) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &goal, change);
        } else {
            std::fs::write(goal, change(&std::fs::read_to_string(path).expect("a copy of the pack")))
                .expect("a copy of the pack");
        }
    }
}

#[test]
fn a_hostile_pack_is_told_of_and_shown_harmlessly() {
    let dir = tempfile::tempdir().unwrap();
    hostile_pack(dir.path());
    let output = griot().arg("check").arg(dir.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(!acts(&output.stdout) && !acts(&output.stderr));
    for args in [
        &["read"][..],
        &["read", "1.6"],
        &["read", "--plain"],
        &["read", "--ascii"],
        &["read", "--json"],
        &["at", "1591"],
        &["search", "timbuktu"],
        &["search", "timbuktu", "--json"],
        &["show", "timbuktu"],
        &["show", "nothing-of-the-kind"],
        &["list", "people"],
        &["list", "sources", "--plain"],
        &["list", "figures", "--json"],
        &["about"],
        &["timeline"],
        &["map"],
        &["map", "--draw", "--width", "120"],
        &["cite", "-f", "bibtex"],
        &["cite", "-f", "csl-json"],
        &["export"],
        &["export", "-f", "csv"],
        &["export", "-f", "geojson"],
        &["export", "-f", "lpf"],
        &["export", "-f", "timelinejs"],
        &["export", "-f", "ics"],
        &["export", "-f", "anki"],
        &["export", "-f", "html"],
        &["export", "-f", "timeline-svg"],
        &["export", "-f", "map-svg"],
        &["doctor"],
    ] {
        let output = griot().arg("--data").arg(dir.path()).args(args).output().unwrap();
        assert!(!acts(&output.stdout) && !acts(&output.stderr), "{args:?}");
    }
}

#[test]
fn a_folder_with_a_sequence_in_a_file_name_is_reported_harmlessly() {
    let dir = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/mali"), dir.path(), &|text| text.to_owned());
    std::fs::write(dir.path().join("eras/9-\u{1b}]0;p\u{7}.json"), "{}").unwrap();
    let output = griot().arg("check").arg(dir.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(!acts(&output.stdout) && !acts(&output.stderr));
}
