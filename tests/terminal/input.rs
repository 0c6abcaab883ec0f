//! What comes in: reports that are none, torn sequences, pastes and storms of keys.

use super::fresh;
use super::session::{Session, Start};

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
    // What is left of a torn report may be the key that marks, and the mark stands in the margin.
    let row = |text: &str| text.lines().nth(4).map(|row| row.replace('★', " "));
    session.wait("the same page", |s| row(&s.text()) == row(&before));
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
    assert!(!session.text().contains("second"), "no more is taken than a line holds");
    session.press("\x15timb", "Timbuktu");
    // Where nothing is typed, a paste is nothing: least of all a q.
    session.send("\x1b");
    session.wait("the text", |s| !s.text().contains("Search"));
    session.send("\x1b[200~qqq\x1b[201~");
    session.press("5", "Democracy");
    assert_eq!(session.quit().exit_code(), 0);
}

#[test]
fn a_storm_of_keys_and_sizes_ends_with_an_answer() {
    const KEYS: &str = "j k d u b g G { } ( ) [ ] 1 5 8 h l \t \x1b[Z \r K f c C H L / a m t p e s r x v + \x1b[B \x1b[6~ \x7f \x1b[<0;20;8M \x1b[<32;40;12M \x1b[<0;40;12m \x1b[<65;30;9M";
    let all: Vec<&str> = KEYS.split(' ').chain([" "]).collect();
    let mut session = Start::at(100, 30).env("PATH", "").reading();
    // A fixed walk over the keys, as mixed as dice.
    let mut dice = 20_250_901_u64;
    let mut roll = move |sides: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) as usize % sides
    };
    for _ in 0..30 {
        let keys: String = (0..30).map(|_| all[roll(all.len())]).collect();
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
    let ask = |s: &mut Session| {
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

#[test]
fn a_drag_copies_by_way_of_the_terminal_and_a_press_alone_is_a_click() {
    let mut session = Start::at(80, 24).reading();
    session.send("\x1b[<0;30;8M\x1b[<32;40;8M\x1b[<32;50;10M\x1b[<0;50;10m");
    session.wait_for("Shift-drag");
    let copies = |s: &Session| s.raw.windows(7).filter(|bytes| bytes == b"\x1b]52;c;").count();
    assert_eq!(copies(&session), 1);
    // The tab of the timeline is clicked as it goes down, and letting go does nothing more.
    session.send("\x1b[<0;18;1M\x1b[<0;18;1m");
    session.wait_for("story scale");
    assert_eq!((copies(&session), session.quit().exit_code()), (1, 0));
}

/// So many turns of the wheel over the text.
fn wheel(turns: usize) -> String {
    "\x1b[<65;30;9M".repeat(turns)
}

#[test]
fn a_burst_is_taken_in_whole_without_another_key() {
    let mut session = Start::at(80, 24).reading();
    for _ in 0..20 {
        session.send(wheel(10));
        session.rest();
    }
    let far = session.text();
    assert_eq!(session.quit().exit_code(), 0);
    let mut session = Start::at(80, 24).reading();
    session.send(wheel(200));
    session.wait("the place to which 200 turns lead", |s| s.text() == far);
    // More than any buffer holds, up and down again, and what comes last is done.
    session.send("j".repeat(3000) + &"k".repeat(6000) + "q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_whole(&fresh());
}

#[test]
fn what_is_unfinished_lapses_and_meanwhile_sizes_and_signals_are_seen() {
    for torn in ["\x1b[", "\x1b[?", "\x1b[<0;2", "\x1b[<", "\x1b[M ", "\x1bO", "\x1b]52;c;", "\x1bP", "\x1b[200~abc"] {
        let mut session = Start::at(80, 24).reading();
        session.send(torn);
        session.resize(40, 12);
        session.wait("the new size", |s| s.is_drawn() && s.text().contains("1/8 "));
        session.resize(80, 24);
        session.wait_for("The people of the green Sahara");
        // Whatever it was, Ctrl-C is no part of it, once a mouse report of the old form has lapsed.
        session.rest();
        session.rest();
        session.rest();
        session.send("\x03");
        assert_eq!(session.end().exit_code(), 0, "{torn:?}");
        session.assert_whole(&fresh());
        let mut session = Start::at(80, 24).reading();
        session.send(torn);
        session.signal(rustix::process::Signal::TERM);
        assert_eq!(session.end().exit_code(), 143, "{torn:?}");
    }
}

#[test]
fn a_torn_arrow_is_no_letters() {
    let mut session = Start::at(80, 24).reading();
    session.press("3", "1960, step by step");
    session.send("jjj");
    session.rest();
    session.send("\x1b");
    session.rest();
    session.send("[A");
    session.rest();
    assert!(session.text().contains("1960, step by step"), "{}", session.text());
    assert_eq!(session.quit().exit_code(), 0);
}

#[test]
fn a_key_and_a_size_that_come_together_are_both_seen() {
    let mut session = Start::at(80, 24).reading();
    for (key, title, size) in
        [("3", "1960, step", (100, 30)), ("\x1b[99~4", "Traoré", (40, 12)), ("5", "Democracy", (80, 24))]
    {
        session.send(key);
        session.resize(size.0, size.1);
        let rows = usize::from(size.1);
        session.wait(title, |s| s.is_drawn() && s.text().contains(title) && s.text().lines().count() == rows);
    }
    assert_eq!(session.quit().exit_code(), 0);
}

#[test]
fn a_paste_parts_words_at_tabs_and_line_ends_and_begins_after_a_first_one() {
    let mut session = Start::at(100, 30).reading();
    session.press("/", "Search");
    session.press("\x1b[200~\r\nmansa\tmusa\r\n\x1b[201~", "mansa musa");
    session.wait_for("Mansa Musa");
    session.send("\x1b");
    session.wait("the text", |s| !s.text().contains("Search"));
    assert_eq!(session.quit().exit_code(), 0);
}
