//! Bytes and what they mean, however they are cut.

use proptest::prelude::*;

use super::*;
use crate::tui::key::Key;

/// What bytes mean that come in these reads, written as keys are; reports and pastes in words.
fn read(reads: &[&[u8]]) -> Vec<String> {
    let (mut decoder, mut events, now) = (Decoder::new(), Vec::new(), Instant::now());
    for bytes in reads {
        decoder.push(bytes, now, &mut events);
    }
    decoder.lapse(now, &mut events);
    events.iter().map(written).collect()
}

fn written(event: &Event) -> String {
    match event {
        Event::Key(key) => Key::of(key).map_or_else(|| "?".into(), |key| key.to_string()),
        Event::Paste(text) => format!("paste {text:?}"),
        Event::Mouse(mouse) => format!("{:?} {},{}", mouse.kind, mouse.column, mouse.row),
        other => format!("{other:?}"),
    }
}

#[test]
fn every_key_of_common_terminals_is_known() {
    for (bytes, keys) in [
        ("j", "j"),
        ("\r", "Enter"),
        ("\t", "Tab"),
        ("\x7f", "Backspace"),
        ("\x08", "Ctrl-h"),
        ("\x04", "Ctrl-d"),
        ("\x1f", "Ctrl-7"),
        ("\x00", "Ctrl-Space"),
        ("\x1b", "Esc"),
        ("\x1bx", "Alt-x"),
        ("\x1b\r", "Alt-Enter"),
        ("é", "é"),
        ("\x1bɛ", "Alt-ɛ"),
        ("\x1b[A", "Up"),
        ("\x1bOB", "Down"),
        ("\x1b[1;5C", "Ctrl-Right"),
        ("\x1b[1;3D", "Alt-Left"),
        ("\x1b[H", "Home"),
        ("\x1b[1~", "Home"),
        ("\x1b[7~", "Home"),
        ("\x1bOF", "End"),
        ("\x1b[8~", "End"),
        ("\x1b[3~", "Delete"),
        ("\x1b[5~", "PgUp"),
        ("\x1b[6;5~", "Ctrl-PgDn"),
        ("\x1b[Z", "Shift-Tab"),
        ("\x1bOP", "F1"),
        ("\x1b[[A", "F1"),
        ("\x1b[[E", "F5"),
        ("\x1b[15~", "F5"),
        ("\x1b[17~", "F6"),
        ("\x1b[24~", "F12"),
        ("\x1b[1;2P", "Shift-F1"),
        ("\x1bOM", "Enter"),
        ("\x1b[27;5;105~", "Ctrl-i"),
        ("\x1b[97;5u", "Ctrl-a"),
        ("\x1b[13;2u", "Shift-Enter"),
        ("\x1b[<0;20;8M", "Down(Left) 19,7"),
        ("\x1b[<32;40;12M", "Drag(Left) 39,11"),
        ("\x1b[<0;40;12m", "Up(Left) 39,11"),
        ("\x1b[<2;1;1M", "Down(Right) 0,0"),
        ("\x1b[<65;30;9M", "ScrollDown 29,8"),
        ("\x1b[200~a\tb\r\x1b[201~", "paste \"a\\tb\\r\""),
        ("\x1b[200~\x1b[2\x1b[20\x1b[201~", "paste \"\\u{1b}[2\\u{1b}[20\""),
    ] {
        assert_eq!(read(&[bytes.as_bytes()]), [keys], "{bytes:?}");
    }
}

#[test]
fn what_is_no_key_means_nothing_and_hides_nothing_behind_it() {
    for bytes in [
        &b"\x1b[M\x20\x20\x20"[..],
        b"\x1b[M\xff\xff\xff",
        b"\x1b[<0;0;0M",
        b"\x1b[<0;99999;1M",
        b"\x1b[<35;9;9M",
        b"\x1b[<0;1;1;1M",
        b"\x1b[32;0;0M",
        b"\x1b[0;0R",
        b"\x1b[99;99R",
        b"\x1b]52;c;AAAA\x07",
        b"\x1bP+r544e\x1b\\",
        b"\x1b[?62;4c",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1b[1;99999;99999;99999~",
        b"\x1b[99999999999999999999~",
        b"\x1b[I",
        b"\x1b[9~",
        b"\x1b[201~",
        b"\xff\xfe",
        b"\xc3\x1b[I",
        b"\x1b[3$\x18",
    ] {
        let after = [bytes, b"j"].concat();
        let keys: Vec<String> = read(&[&after]).into_iter().filter(|key| key != "Ctrl-x").collect();
        assert_eq!(keys, ["j"], "{:?}", String::from_utf8_lossy(bytes));
    }
    let long = [b"\x1b[".as_slice(), &[b'1'; 5000], b"Aj"].concat();
    assert_eq!(read(&[&long]), ["j"]);
}

#[test]
fn what_is_unfinished_lapses_and_the_next_key_is_a_key() {
    for (bytes, meant) in [
        ("\x1b[", "Alt-["),
        ("\x1b[?", ""),
        ("\x1b[<", ""),
        ("\x1b[<0;20;", ""),
        ("\x1bO", "Alt-O"),
        ("\x1bP", "Alt-P"),
        ("\x1b]11;rgb", ""),
        ("\x1b[200~abc", "paste \"abc\""),
        ("\x1b[200~abc\x1b[201", "paste \"abc\\u{1b}[201\""),
    ] {
        let (mut decoder, mut events, now) = (Decoder::new(), Vec::new(), Instant::now());
        decoder.push(bytes.as_bytes(), now, &mut events);
        assert!(decoder.patience(now).is_some(), "{bytes:?}");
        decoder.lapse(now, &mut events);
        assert_eq!(decoder.patience(now), None, "{bytes:?}");
        decoder.push(b"j", now, &mut events);
        let all: Vec<String> = events.iter().map(written).collect();
        assert_eq!(all.join(" "), format!("{meant} j").trim_start(), "{bytes:?}");
    }
}

#[test]
fn control_c_is_seen_within_anything() {
    for bytes in ["\x1b", "\x1b[", "\x1b[<0;2", "\x1bO", "\x1b]52;", "\x1b]5\x1b", "\x1b[200~rm"] {
        let keys = read(&[bytes.as_bytes(), b"\x03"]);
        assert_eq!(keys.last().map(String::as_str), Some("Ctrl-c"), "{bytes:?}: {keys:?}");
    }
}

#[test]
fn a_torn_arrow_never_runs_as_two_letters() {
    for (rest, meant) in [("[A", "Up"), ("OB", "Down"), ("[1;5C", "Ctrl-Right"), ("[<65;1;1M", "ScrollDown 0,0")] {
        // In time it is the key; too late, Escape has been pressed, and still no letter is typed.
        assert_eq!(read(&[b"\x1b", rest.as_bytes()]), [meant]);
        let (mut decoder, mut events, now) = (Decoder::new(), Vec::new(), Instant::now());
        decoder.push(b"\x1b", now, &mut events);
        decoder.lapse(now, &mut events);
        decoder.push(rest.as_bytes(), now + Duration::from_millis(300), &mut events);
        assert_eq!(events.iter().map(written).collect::<Vec<_>>(), ["Esc", meant]);
        // Long after, and one by one, they are what a hand has typed.
        events.clear();
        decoder.push(b"\x1b", now, &mut events);
        decoder.lapse(now, &mut events);
        decoder.push(&rest.as_bytes()[..1], now, &mut events);
        decoder.push(&rest.as_bytes()[1..], now, &mut events);
        assert_eq!(events.len(), 1 + rest.len(), "{rest}");
        events.clear();
        decoder.push(b"\x1b", now, &mut events);
        decoder.lapse(now, &mut events);
        decoder.push(rest.as_bytes(), now + TORN, &mut events);
        assert_eq!(events.len(), 1 + rest.len(), "{rest}");
    }
}

#[test]
fn a_paste_is_kept_up_to_its_limit_and_read_to_its_end() {
    let long = ["\x1b[200~", &"é".repeat(PASTE), "\x1b[201~j"].concat();
    let (mut decoder, mut events) = (Decoder::new(), Vec::new());
    for bytes in long.as_bytes().chunks(4095) {
        decoder.push(bytes, Instant::now(), &mut events);
    }
    let [Event::Paste(text), Event::Key(_)] = events.as_slice() else { panic!("{}", events.len()) };
    assert_eq!(text, &"é".repeat(PASTE / 2));
}

#[test]
fn keys_pressed_into_a_paste_without_an_end_do_not_put_its_end_off() {
    let (mut decoder, mut events, mut now) = (Decoder::new(), Vec::new(), Instant::now());
    decoder.push(b"\x1b[200~abc", now, &mut events);
    for _ in 0..5 {
        now += STRING / 5;
        decoder.push(b"q", now, &mut events);
    }
    assert_eq!(events.iter().map(written).collect::<Vec<_>>(), ["paste \"abcqqqq\"", "q"]);
    // As long as a slow line goes on sending it, a paste is none the less whole.
    events.clear();
    for byte in b"\x1b[200~".iter().chain(&[b'x'; 60]).chain(PASTED) {
        now += HAND / 2;
        decoder.push(&[*byte], now, &mut events);
    }
    assert_eq!(events.iter().map(written).collect::<Vec<_>>(), [format!("paste {:?}", "x".repeat(60))]);
}

/// Bytes as terminals send them and as they do not: whole sequences, pieces of them, letters, anything.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let whole = prop::sample::select(vec![
        &b"\x1b[A"[..],
        b"\x1b[1;5D",
        b"\x1b[<65;30;9M",
        b"\x1b[200~",
        b"\x1b[201~",
        b"\x1bOP",
        b"\x1b[[C",
        b"\x1b",
        b"\x1b[",
        b"\x1b]0;x\x07",
        b"\x1bP1\x1b\\",
        b"\x1b[M !!",
        "ɛ".as_bytes(),
        "語".as_bytes(),
        b"j",
        b"\r",
        b"\x03",
    ]);
    let any = prop::collection::vec(any::<u8>(), 1..4);
    prop::collection::vec(prop_oneof![whole.prop_map(<[u8]>::to_vec), any], 0..30).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn how_the_bytes_are_cut_changes_nothing(bytes in bytes(), size in 1usize..7) {
        let cut: Vec<&[u8]> = bytes.chunks(size).collect();
        prop_assert_eq!(read(&cut), read(&[&bytes]));
    }

    #[test]
    fn whatever_came_q_is_a_key_once_it_has_lapsed(bytes in bytes()) {
        let (mut decoder, mut events, now) = (Decoder::new(), Vec::new(), Instant::now());
        decoder.push(&bytes, now, &mut events);
        decoder.lapse(now, &mut events);
        events.clear();
        decoder.push(b"q", now, &mut events);
        prop_assert_eq!(events.iter().map(written).collect::<Vec<_>>(), vec!["q"]);
    }
}

#[test]
fn the_answer_about_margins_is_heard_and_is_no_key() {
    for (bytes, heard) in [
        ("\x1b[?69;2$y", Some(true)),
        ("\x1b[?69;1$y", Some(true)),
        ("\x1b[?69;0$y", Some(false)),
        ("\x1b[?69;4$y", Some(false)),
        ("\x1b[?2026;2$y", None),
        ("\x1b[y", None),
    ] {
        for cut in 1..bytes.len() {
            let (mut decoder, mut events, now) = (Decoder::new(), Vec::new(), Instant::now());
            decoder.push(&bytes.as_bytes()[..cut], now, &mut events);
            decoder.push(&bytes.as_bytes()[cut..], now, &mut events);
            assert_eq!((decoder.heard_of_margins(), events.len()), (heard, 0), "{bytes:?} cut at {cut}");
        }
    }
}
