//! What is on the screen: sizes, colours, and what is handed to the clipboard.

use super::contains;
use super::session::Start;

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

#[test]
fn the_screen_follows_every_change_of_size() {
    let mut session = Start::at(80, 24).reading();
    let at_80 = session.text();
    for (width, height) in [(120, 40), (40, 12), (300, 90), (60, 20), (24, 6), (80, 24)] {
        session.resize(width, height);
        session.send("\x0c");
        session.wait("the text", |s| s.is_drawn() && s.text().contains("Precolonial Mali"));
    }
    session.wait("the same screen", |s| s.text() == at_80);
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
    let mut session = Start::at(80, 24).env("NO_COLOR", "1").reading();
    session.press("/", "@person");
    let codes = colours(&session.raw);
    assert!(!codes.is_empty());
    for code in codes.iter().flat_map(|sgr| sgr.split(';')) {
        let colour = matches!(code.parse(), Ok(30..=38 | 40..=48 | 58 | 90..=107));
        assert!(!colour, "the colour {code} in {codes:?}");
    }
    let rows = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
    let inverse = rows.filter_map(|(row, column)| session.screen().cell(row, column)).filter(|cell| cell.inverse());
    let chosen: String = inverse.map(vt100::Cell::contents).collect();
    assert!(chosen.contains("person"), "{chosen:?} stands out");
    session.send("\x1b");
    session.wait("the text", |s| !s.text().contains("@person"));
    assert_eq!(session.quit().exit_code(), 0);
}

#[test]
fn a_terminal_that_moves_no_cursor_is_told_line_by_line() {
    let mut session = Start::at(80, 24).env("TERM", "dumb").run();
    session.wait("what can be typed", |s| contains(&s.raw, b"help tells what can be typed"));
    session.send("q\n");
    assert_eq!(session.end().exit_code(), 0);
    assert!(!session.raw.contains(&0x1b), "{:?}", String::from_utf8_lossy(&session.raw));
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
    assert!(!text.chars().any(|c| c != '\n' && griot_pack::clean::is_forbidden(c)));
    assert_eq!(session.quit().exit_code(), 0);
}

/// The text of a base64 payload.
pub fn decoded(base64: &str) -> String {
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

/// The screen with its cursor, and how many bytes a key took until it was drawn.
fn pressed(session: &mut super::session::Session, key: &str) -> usize {
    let (before, shown) = (session.raw.len(), session.text());
    session.send(key);
    session.wait("another frame", |s| s.raw.len() > before && s.is_drawn() && s.text() != shown);
    session.rest();
    session.raw.len() - before
}

#[test]
fn a_line_scrolled_sends_the_line_and_leaves_the_screen_that_is_drawn_anew() {
    let mut session = Start::at(120, 40).reading();
    session.press("8", "Coups and");
    session.send("z ");
    session.rest();
    for key in ["j", "j", "j", "k", "\x1b[B", "k"] {
        let bytes = pressed(&mut session, key);
        assert!(bytes <= 400, "{key:?}: {bytes} bytes");
        let moved = session.text();
        session.send("\x0c");
        session.rest();
        assert_eq!(session.text(), moved, "after {key:?}");
    }
    assert_eq!(session.quit().exit_code(), 0);
}

#[test]
fn columns_are_moved_where_the_terminal_says_that_it_can() {
    const ASKED: &[u8] = b"\x1b[?69$p";
    let mut session = Start::at(120, 40).reading();
    assert!(!contains(&session.raw, ASKED), "nothing is asked before it is of use");
    session.press("8", "Coups and");
    session.send(" ");
    session.rest();
    session.send("j");
    session.wait("the question", |s| contains(&s.raw, ASKED));
    // One that knows nothing of it is sent what every terminal understands.
    session.send("\x1b[?69;0$yj");
    session.rest();
    assert!(!contains(&session.raw, b"\x1b[?69h"));
    session.send("\x1b[?69;2$y");
    let before = session.raw.len();
    session.send("jjkj");
    session.wait("margins", |s| contains(&s.raw[before..], b"\x1b[?69h") && s.is_drawn());
    session.rest();
    assert_eq!(session.quit().exit_code(), 0);
    let asked = session.raw.windows(ASKED.len()).filter(|window| *window == ASKED).count();
    assert_eq!(asked, 1, "it is asked once");
}

#[test]
fn an_answer_that_is_late_is_not_left_to_the_shell() {
    let mut session = Start::at(120, 40).shell("\"$GRIOT\"; read -r line; echo \"left: [$line]\"").reading();
    session.press("8", "Coups and");
    session.send(" ");
    session.send("j");
    // Keys that come together are one frame, which is no line further: then the next one asks.
    session.wait_or("the question", |s| contains(&s.raw, b"\x1b[?69$p"), |s| s.send("j"));
    session.send("q");
    session.send("\x1b[?69;2$y");
    session.wait("the shell", |s| !s.screen().alternate_screen());
    session.send("mine\n");
    assert_eq!(session.end().exit_code(), 0);
    assert!(session.text().contains("left: [mine]"), "{}", session.text());
}
