//! The program on a real pseudo-terminal: how it starts, how it ends whatever happens, and what it writes.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

#[path = "terminal/session.rs"]
mod session;
#[path = "common/small.rs"]
mod small;

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use rustix::process::Signal;
use session::Start;

#[test]
fn it_starts_and_q_leaves_the_terminal_as_it_was() {
    let before = fresh();
    let mut session = Start::at(100, 30).reading();
    assert!(session.screen().alternate_screen() && session.screen().bracketed_paste());
    assert_ne!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert_ne!(session.modes(), before, "raw while it runs");
    assert_eq!(session.quit().exit_code(), 0);
    session.assert_whole(&before);
}

/// The modes of a terminal that nobody has used.
fn fresh() -> String {
    Start::at(100, 30).shell("exec sleep 0").run().modes()
}

#[test]
fn a_panic_tells_its_message_on_the_screen_that_was_there_before() {
    let mut session = Start::at(100, 30).env("GRIOT_TEST_PANIC", "1").reading();
    session.send("\x1b[24~");
    assert_eq!(session.end().exit_code(), 101);
    session.assert_whole(&fresh());
    assert!(session.text().contains("a panic was asked for by GRIOT_TEST_PANIC"), "{}", session.text());
}

#[test]
fn signals_that_end_it_leave_the_terminal_whole_and_the_place_saved() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let mut session = Start::at(100, 30).reading();
        session.press("3", "Independence");
        session.wait_for("1960, step by step");
        session.signal(signal);
        assert_eq!(session.end().exit_code(), code, "{signal:?}");
        session.assert_whole(&fresh());
        let state = fs::read_to_string(session.file("state/griot/state.json")).unwrap();
        assert!(state.contains("\"page\": \"independence\""), "{signal:?}: {state}");
    }
}

#[test]
fn a_stopped_session_gives_the_terminal_back_and_takes_it_again() {
    let mut session = Start::at(100, 30).reading();
    session.press("3", "1960, step by step");
    for stop in ["key", "signal"] {
        let before = session.text();
        if stop == "key" {
            session.send("\x1a");
        } else {
            session.signal(Signal::TSTP);
        }
        let shell = fresh();
        session.wait("the normal screen", |s| !s.screen().alternate_screen() && s.modes() == shell);
        session.assert_whole(&fresh());
        // Whether it has stopped already cannot be seen, so it is told to go on until it does.
        session.signal(Signal::CONT);
        session.wait_or(
            "the text",
            |s| s.screen().alternate_screen() && s.text() == before,
            |s| s.signal(Signal::CONT),
        );
        assert!(session.screen().bracketed_paste() && session.modes() != fresh(), "by {stop}");
    }
    session.press("4", "A committee of");
    assert_eq!(session.quit().exit_code(), 0);
    session.assert_whole(&fresh());
}

#[test]
fn it_ends_soon_when_its_terminal_vanishes() {
    let patience = Duration::from_secs(40);
    let session = Start::at(100, 30).reading();
    let home = session.home.clone();
    let status = session.vanish().recv_timeout(patience).expect("the end");
    assert_eq!(status.exit_code(), 129);
    assert!(home.path().join("state/griot/state.json").exists(), "the place is saved");
    // Where the shell has the hang-up ignored, nothing tells but the terminal itself.
    let session = Start::at(100, 30).shell("trap '' HUP; \"$GRIOT\"; echo $? > ended").reading();
    let home = session.home.clone();
    session.vanish().recv_timeout(patience).expect("the end");
    assert_eq!(fs::read_to_string(home.path().join("ended")).unwrap().trim(), "129");
    assert!(home.path().join("state/griot/state.json").exists(), "the place is saved");
}

#[test]
fn sizes_from_one_cell_to_far_too_many_are_drawn() {
    for (width, height) in [(1, 1), (2, 2), (1, 200), (200, 1), (23, 6), (24, 5)] {
        let mut session = Start::at(width, height).run();
        session.wait("anything", |s| s.screen().alternate_screen() && s.raw.len() > 60);
        session.resize(80, 24);
        session.wait_for("The people of the green Sahara");
        session.resize(width, height);
        session.resize(24, 6);
        session.wait_for("1/8 ");
        assert_eq!(session.quit().exit_code(), 0, "{width}×{height}");
    }
    let mut session = Start::at(65535, 65535).shell("ulimit -v 2000000; exec \"$GRIOT\"").run();
    session.wait("the text", |s| contains(&s.raw, b"Rock art"));
    assert_eq!(session.quit().exit_code(), 0);
    let mut session = Start::at(0, 0).run();
    session.wait("the alternate screen", |s| s.screen().alternate_screen());
    session.resize(80, 24);
    session.wait_for("The people of the green Sahara");
    assert_eq!(session.quit().exit_code(), 0);
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn the_screen_follows_every_change_of_size() {
    let mut session = Start::at(80, 24).reading();
    let at_80 = session.text();
    for (width, height) in [(120, 40), (40, 12), (300, 90), (60, 20), (24, 6), (80, 24)] {
        session.resize(width, height);
        session.send("\x0c");
        session.wait("the text", |s| s.is_drawn() && s.text().contains("Before colonization"));
    }
    session.wait("the same screen", |s| s.text() == at_80);
    assert_eq!(session.quit().exit_code(), 0);
}

#[test]
fn malformed_reports_and_torn_sequences_do_nothing() {
    let mut session = Start::at(80, 24).reading();
    let before = session.text();
    for garbage in [
        &b"\x1b[M\x01\x02\x03"[..],
        b"\x1b[M\x20\x20\x20",
        b"\x1b[M\xff\xff\xff",
        b"\x1b[<0;0;0M",
        b"\x1b[<0;65535;65535M",
        b"\x1b[<0;99999;1M",
        b"\x1b[32;0;0M",
        b"\x1b[0;0R",
        b"\x1b[99;99R",
        b"\x1b[<64;500;500M",
        b"\x1b]52;c;AAAA\x07",
        b"\x1bP+r544e\x1b\\",
        b"\x1b[?62;4c",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1b[1;99999;99999;99999~",
        b"\x1b[200~q\x1b[201~",
        b"\xff\xfe\xc3\x28",
        b"\x1b[<0;",
        b"1;1m",
        b"\x1b[I",
        b"\x1b[O",
        b"\x00",
    ] {
        session.send(garbage);
        // Whatever it was taken for, Esc and going back end it.
        session.send(b"\x1b[201~\x1b\x1b");
    }
    session.send("r");
    session.wait_or("the answer of a key", |s| s.text().contains("Help"), |s| s.send("?"));
    session.send("\x1b");
    session.wait("the text", |s| !s.text().contains("Help"));
    session.send("gg\x1b\x1b\x0c");
    session.wait("the same page", |s| s.text().lines().nth(4) == before.lines().nth(4));
    assert_eq!(session.quit().exit_code(), 0);
    session.assert_whole(&fresh());
}

#[test]
fn a_paste_of_4_mb_neither_freezes_nor_leaks() {
    let mut session = Start::at(80, 24).reading();
    session.press("/", "Search");
    let paste = format!("\x1b[200~{}\nsecond line\x1b[201~", "q\x1b[31m x".repeat(500_000));
    session.send(paste);
    session.wait_for("nothing found");
    assert!(!session.text().contains("second"), "only the first line is taken");
    session.press("\x15timb", "Timbuktu");
    // Where nothing is typed, a paste is nothing: least of all a q.
    session.send("\x1b");
    session.wait("the text", |s| !s.text().contains("Search"));
    session.send("\x1b[200~qqq\x1b[201~");
    session.press("5", "Democracy");
    assert_eq!(session.quit().exit_code(), 0);
}

/// The parameters of every SGR sequence.
fn colours(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m'));
    let sgr =
        sequences.map(|(parameters, _)| parameters).filter(|p| p.bytes().all(|b| b.is_ascii_digit() || b == b';'));
    sgr.map(str::to_owned).collect()
}

#[test]
fn without_colours_the_choice_is_still_seen() {
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let mut session = Start::at(80, 24).env(name, value).reading();
        session.press("/", "@person");
        let codes = colours(&session.raw);
        assert!(!codes.is_empty());
        for code in codes.iter().flat_map(|sgr| sgr.split(';')) {
            let colour = matches!(code.parse(), Ok(30..=38 | 40..=48 | 58 | 90..=107));
            assert!(!colour, "{name}: the colour {code} in {codes:?}");
        }
        let rows = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
        let inverse = rows.filter_map(|(row, column)| session.screen().cell(row, column)).filter(|cell| cell.inverse());
        let chosen: String = inverse.map(vt100::Cell::contents).collect();
        assert!(chosen.contains("person"), "{name}: {chosen:?} stands out");
        session.send("\x1b");
        session.wait("the text", |s| !s.text().contains("@person"));
        assert_eq!(session.quit().exit_code(), 0);
    }
}

#[test]
fn each_theme_has_its_colours() {
    for theme in ["ink", "paper", "contrast", "auto"] {
        let mut session = Start::at(80, 24).arg("--theme").arg(theme).reading();
        assert!(
            colours(&session.raw)
                .iter()
                .any(|sgr| sgr.contains("38;") || sgr.split(';').any(|c| matches!(c.parse(), Ok(30..=37 | 90..=97)))),
            "{theme}"
        );
        assert_eq!(session.quit().exit_code(), 0);
    }
}

fn decoded(base64: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut out) = (0u32, 0, Vec::new());
    for letter in base64.trim_end_matches('=').bytes() {
        bits = bits << 6 | LETTERS.iter().position(|l| *l == letter).unwrap() as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn a_copy_reaches_the_clipboard_whole_and_clean() {
    let mut session = Start::at(100, 30).reading();
    session.press("3", "1960, step by step");
    session.press("y", "clipboard");
    session.wait("the sequence", |s| contains(&s.raw, b"\x1b]52;c;"));
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    let payload = raw.split("\x1b]52;c;").nth(1).unwrap().split(['\x07', '\x1b']).next().unwrap();
    assert!(payload.len() <= 5_500);
    let text = decoded(payload);
    assert!(text.contains("1960") && text.contains("CC BY-SA"), "{text}");
    assert!(!text.chars().any(|c| c != '\n' && griot::clean::is_forbidden(c)));
    assert_eq!(session.quit().exit_code(), 0);
}

#[test]
fn the_place_comes_back_and_a_broken_state_is_put_aside() {
    let mut session = Start::at(100, 30).reading();
    session.press("4", "Traoré regime");
    session.send("    ");
    session.wait("another page", |s| s.is_drawn() && s.text().contains("Traoré") && !s.text().contains("¶ 1 of"));
    session.send("m");
    session.wait_for("marked");
    let home = session.home.clone();
    session.send("j");
    session.wait("no message", |s| s.is_drawn() && !s.text().contains("marked"));
    let left: Vec<String> = session.text().lines().take(20).map(str::to_owned).collect();
    assert_eq!(session.quit().exit_code(), 0);

    let mut again = Start::at(100, 30).home(&home).run();
    again.wait("the page that was left", |s| s.text().lines().take(20).eq(left.iter().map(String::as_str)));
    assert_eq!(again.quit().exit_code(), 0);

    let state = home.path().join("state/griot/state.json");
    for broken in ["", "{", "{\"version\": 99}", "\u{1b}[31m", "[]"] {
        fs::write(&state, broken).unwrap();
        let mut session = Start::at(100, 30).home(&home).run();
        session.wait_for("the saved place cannot be read");
        session.press("'", "Marks");
        session.send("\x1b");
        session.wait("the text", |s| !s.text().contains("╭─ Marks"));
        assert_eq!(session.quit().exit_code(), 0, "{broken:?}");
        let aside = fs::read_dir(state.parent().unwrap()).unwrap().flatten();
        let aside: Vec<_> = aside.filter(|f| f.file_name().to_string_lossy().starts_with("state.json.bad-")).collect();
        assert!(!aside.is_empty(), "{broken:?} is put aside");
        for file in &aside {
            fs::remove_file(file.path()).unwrap();
        }
    }
}

#[test]
fn it_runs_where_nothing_can_be_kept() {
    for folder in ["/proc/nope", "/dev/null/x", "relative"] {
        let mut session = Start::at(100, 30).env("XDG_STATE_HOME", folder).env("XDG_DATA_HOME", folder).reading();
        session.press("3", "Independence");
        session.send("m");
        session.wait_for("mark");
        assert_eq!(session.quit().exit_code(), 0, "{folder}");
        session.assert_whole(&fresh());
    }
}

#[test]
fn without_a_terminal_it_says_so_and_writes_nothing() {
    let griot = || {
        let mut griot = Command::new(env!("CARGO_BIN_EXE_griot"));
        griot.env_clear().args(["open", "--no-state"]).stdin(Stdio::null()).stderr(Stdio::piped());
        griot
    };
    let out = griot().stdout(Stdio::piped()).output().unwrap();
    let said = String::from_utf8(out.stderr).unwrap();
    assert_eq!((out.status.code(), out.stdout.len()), (Some(4), 0));
    assert!(said.contains("not a terminal") && said.contains("griot read"), "{said}");
    // With its output in a file, and with none at all.
    let file = tempfile::NamedTempFile::new().unwrap();
    let out = griot().stdout(file.reopen().unwrap()).output().unwrap();
    assert_eq!((out.status.code(), fs::metadata(file.path()).unwrap().len()), (Some(4), 0));
}

#[test]
fn the_keyboard_is_found_when_the_input_is_something_else() {
    for words in ["\"$GRIOT\" < /dev/null", "echo text | \"$GRIOT\"", "\"$GRIOT\" <&-"] {
        let mut session = Start::at(100, 30).shell(words).reading();
        session.press("3", "1960, step by step");
        assert_eq!(session.quit().exit_code(), 0, "{words}");
        session.assert_whole(&fresh());
    }
}

#[test]
fn a_bad_pack_is_told_on_a_terminal_that_stays_as_it_was() {
    let mut session = Start::at(100, 30).arg("--data").arg("nowhere").run();
    assert_eq!(session.end().exit_code(), 3);
    assert!(session.text().contains("nowhere") && !contains(&session.raw, b"\x1b[?1049h"), "{}", session.text());
}

/// A small pack whose every text tries to act on the terminal.
#[expect(clippy::too_many_lines, reason = "one list of hostile texts, file by file")]
fn hostile_pack() -> tempfile::TempDir {
    const NAMES: [&str; 19] = [
        "id",
        "when",
        "cites",
        "note_cites",
        "of",
        "where",
        "entity",
        "reach",
        "key",
        "kind",
        "standing",
        "same_work_as",
        "precision",
        "as_of",
        "eras",
        "capital",
        "river",
        "rank",
        "url",
    ];
    fn spoil(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::String(text) => {
                text.push_str(" A\u{1b}]0;p\u{7}\u{9b}31m\u{202e}\u{200b}\u{2028}\r\n\tB");
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(spoil),
            serde_json::Value::Object(members) => {
                members.iter_mut().filter(|(key, _)| !NAMES.contains(&key.as_str())).for_each(|(_, v)| spoil(v));
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
        session.wait("the first page", session::Session::is_drawn);
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
        if let Some(c) = plain.chars().find(|c| griot::clean::is_forbidden(*c)) {
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

#[test]
#[expect(clippy::too_many_lines, reason = "one session told from beginning to end")]
fn a_storm_of_keys_and_sizes_ends_with_an_answer() {
    const KEYS: [&str; 44] = [
        "j",
        "k",
        "d",
        "u",
        " ",
        "b",
        "g",
        "G",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "1",
        "5",
        "8",
        "h",
        "l",
        "\t",
        "\x1b[Z",
        "\r",
        "K",
        "f",
        "c",
        "C",
        "H",
        "L",
        "/",
        "a",
        "m",
        "t",
        "p",
        "e",
        "s",
        "r",
        "x",
        "v",
        "+",
        "\x1b[B",
        "\x1b[6~",
        "\x7f",
        "\x1b[<0;20;8M",
        "\x1b[<65;30;9M",
    ];
    let mut session = Start::at(100, 30).env("PATH", "").reading();
    // A fixed walk over the keys, as mixed as dice.
    let mut dice = 20_250_901_u64;
    let mut roll = move |sides: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) as usize % sides
    };
    for _ in 0..30 {
        let keys: String = (0..30).map(|_| KEYS[roll(KEYS.len())]).collect();
        // Ctrl-g closes what is typed into: lines of hundreds of letters take a build for tests too long.
        session.send(keys + "\x07");
        session.rest();
        let (width, height) = (1 + roll(220) as u16, 1 + roll(70) as u16);
        session.resize(width, height);
    }
    session.resize(100, 30);
    session.send("\x1b[201~");
    session.rest();
    session.send("\x1b");
    // Escape and the key go one after the other: together they would be Alt and the key.
    let ask = |s: &mut session::Session| {
        s.send("\x1b");
        s.rest();
        s.send("?");
    };
    session.wait_or("the help", |s| s.is_drawn() && s.text().contains("─ Help"), ask);
    session.send("\x1b");
    session.wait("the view", |s| s.is_drawn() && !s.text().contains("─ Help"));
    assert_eq!(session.quit().exit_code(), 0);
    session.assert_whole(&fresh());
}
