//! A pack whose every text tries to act on the terminal.

use super::screen::decoded;
use super::session::{Session, Start};
use super::small;

/// A small pack whose every text tries to act on the terminal.
#[expect(clippy::too_many_lines, reason = "one list of hostile texts, file by file")]
fn hostile_pack() -> tempfile::TempDir {
    const NAMES: &str = "id when cites note_cites of where entity reach key kind standing same_work_as precision as_of eras capital river rank url";
    fn spoil(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::String(text) => {
                text.push_str(" A\u{1b}]0;p\u{7}\u{9b}31m\u{202e}\u{200b}\u{2028}\r\n\tB");
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(spoil),
            serde_json::Value::Object(members) => {
                members
                    .iter_mut()
                    .filter(|(key, _)| !NAMES.split(' ').any(|name| name == key.as_str()))
                    .for_each(|(_, v)| spoil(v));
            }
            _ => {}
        }
    }
    let mut files = small::files();
    let more = [
        (
            "eras/1-one.json",
            "\"when\": \"1912\"",
            "\"when\": \"1912\", \"note\": \"N\", \"instead_of\": \"I\", \"standing\": \"corrected\"",
        ),
        (
            "entities/people.json",
            "\"name\": \"Ada\"",
            "\"name\": \"Ada\", \"role\": \"R\", \"note\": \"N\", \"wikipedia\": \"W\", \"type\": \"T\"",
        ),
        (
            "entities/events.json",
            "\"name\": \"Birth\"",
            "\"name\": \"Birth\", \"when\": \"1912\", \"type\": \"T\", \"outcome\": \"O\"",
        ),
        (
            "sources.json",
            "\"title\": \"Copy\"",
            "\"title\": \"Copy\", \"authors\": [\"A\"], \"in\": \"I\", \"date\": \"2000\", \"note\": \"N\", \"pages\": \"1\", \"lang\": \"en\"",
        ),
        (
            "geo.json",
            "\"labels\"",
            "\"waters\": [{\"id\": \"w\", \"name\": \"W\", \"kind\": \"river\", \"rank\": 0, \"paths\": [[[0, 0], [9, 9]]]}], \"labels\"",
        ),
        ("pack.json", "\"licence\"", "\"credits\": [\"C\"], \"licence\""),
    ];
    for (file, from, to) in more {
        let text = files.get_mut(file).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        *text = text.replacen(from, to, 1);
    }
    for text in files.values_mut() {
        let mut value = serde_json::from_str(text).unwrap();
        spoil(&mut value);
        *text = value.to_string();
    }
    small::write(&files)
}

#[test]
#[expect(clippy::too_many_lines, reason = "one session told from beginning to end")]
fn nothing_of_a_hostile_pack_reaches_the_terminal_as_a_sequence() {
    let pack = hostile_pack();
    for (width, height) in [(80, 24), (200, 60)] {
        let mut session = Start::at(width, height).arg("--data").arg(pack.path().to_str().unwrap()).run();
        session.wait("the first page", Session::is_drawn);
        for keys in [
            "T",
            "\t\t",
            "K",
            "\r",
            "H",
            "}",
            "c",
            "C",
            "G",
            "/ada\x1b[B",
            "/1912\x1b[B",
            "/@source ",
            "/@text a",
            ":",
            "?",
            "Y",
            "m'",
            "o",
            "fa",
            "t\t\tjj",
            "v",
            "x+",
            "f1",
            "p\tbb",
            "xjj",
            "\r",
            "es",
            "e",
            "f7",
            "vv",
            "jj\r",
            "Hs",
            "vv",
            "jo",
            "K",
            "r",
            "/birth\r",
            "1",
            "y",
        ] {
            session.send(keys);
            session.rest();
            session.send("\x1b");
            session.rest();
        }
        session.press("?", "Help");
        session.send("\x1b");
        session.wait("the view", |s| s.is_drawn() && !s.text().contains("Help"));
        assert_eq!(session.quit().exit_code(), 0);
        let text = String::from_utf8(session.raw.clone()).expect("UTF-8");
        let (before, copied) = text.split_once("\x1b]52;c;").expect("a copy");
        let (copied, after) = copied.split_once(['\x07', '\\']).unwrap();
        assert!(!decoded(copied.trim_end_matches('\x1b')).contains(['\x1b', '\u{9b}', '\u{202e}', '\x07']));
        let plain = without_sequences(before) + &without_sequences(after);
        assert!(plain.contains('\u{fffd}'), "the spoilt texts were shown");
        if let Some(c) = plain.chars().find(|c| griot_pack::clean::is_forbidden(*c)) {
            let at = plain.find(c).unwrap();
            panic!("{c:?} reaches the terminal after {:?}", plain[..at].chars().rev().take(80).collect::<Vec<_>>());
        }
    }
}

/// What is left without the sequences that griot itself writes: CSI with plain parameters.
fn without_sequences(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| ('@'..='~').contains(&c)).unwrap();
        assert!(part[..end].bytes().all(|b| b.is_ascii_digit() || b";?".contains(&b)), "{part:?}");
        out.push_str(&part[end + 1..]);
    }
    out
}
