//! From the bytes that a terminal sends to the events that they mean.
//!
//! crossterm names the events; its own reading of them is not used, because it waits without end for the rest of a
//! sequence that was torn, and meanwhile sees neither a key nor a change of size. Here one byte after the other drives a
//! small automaton, as ECMA-48 and xterm’s *Control Sequences* lay sequences out:
//!
//! ```text
//!            ESC          [            0x40–0x7e
//!   Ground ──────► Escape ───► Control ─────────► an arrow, F5, a mouse report …   200~ ───► Paste ── ESC[201~ ──► Ground
//!     │ byte         │ O ───► Single ── letter ─► F1, an arrow of the keypad
//!     ▼              │ P ] X ^ _ ───► Text ─────► an answer that nobody asked for, up to its end
//!   a letter,        ▼ byte
//!   Ctrl-letter    Alt-letter
//! ```
//!
//! How the bytes were cut into reads changes nothing. What is unfinished when [`Decoder::patience`] is over is ended by
//! [`Decoder::lapse`]: a lone ESC was the key, the rest is dropped. Ctrl-C is Ctrl-C wherever it stands.

mod sequence;

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyModifiers};

use super::scroll;
use sequence::{is_torn, key, report};

const ESC: u8 = 0x1b;
const CTRL_C: u8 = 0x03;
const CANCEL: u8 = 0x18;
const BELL: u8 = 0x07;
/// What ends a paste.
const PASTED: &[u8] = b"\x1b[201~";
/// The most bytes that a sequence may hold; longer ones mean nothing.
const LONGEST: usize = 64;
/// The most bytes of a paste that are kept.
const PASTE: usize = 4 << 10;
/// How long ESC waits to be the beginning of something.
const ESCAPE: Duration = Duration::from_millis(25);
/// How long the rest of a sequence is waited for.
const SEQUENCE: Duration = Duration::from_millis(150);
/// How long the rest of a paste or of an answer is waited for.
const STRING: Duration = Duration::from_millis(500);
/// What comes later than this after the last byte, and alone, was pressed by a hand.
const HAND: Duration = Duration::from_millis(25);
/// How long after a lone ESC the rest of a torn sequence may still come.
const TORN: Duration = Duration::from_millis(500);

/// Where in a sequence the bytes stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Ground,
    /// Within a letter of several bytes; whether with Alt.
    Letter {
        alt: bool,
    },
    /// After ESC.
    Escape,
    /// After `ESC [`.
    Control,
    /// After `ESC [ [`: a function key of the Linux console.
    Console,
    /// Within a mouse report of the old form, which is never asked for: so many bytes are to come.
    OldMouse(u8),
    /// After `ESC O`.
    Single,
    /// Within an answer of the terminal, opened by this byte; whether its last byte was ESC.
    Text {
        opened: u8,
        escaped: bool,
    },
    /// Within a paste, of whose end so many bytes have been seen.
    Paste {
        ending: usize,
    },
}

impl State {
    /// How long the rest of it is waited for.
    const fn patience(self) -> Option<Duration> {
        match self {
            Self::Ground => None,
            Self::Escape => Some(ESCAPE),
            Self::Text { .. } | Self::Paste { .. } => Some(STRING),
            Self::Letter { .. } | Self::Control | Self::Console | Self::OldMouse(_) | Self::Single => Some(SEQUENCE),
        }
    }
}

/// Takes bytes in and gives events out.
#[derive(Debug)]
pub(super) struct Decoder {
    state: State,
    /// The bytes of what is unfinished, after what opened it.
    held: Vec<u8>,
    /// When what is unfinished lapses.
    due: Option<Instant>,
    /// When the last byte came.
    last: Option<Instant>,
    /// Whether the terminal moves the columns between margins, once it has said so.
    margins: Option<bool>,
    /// Since when ESC has stood for the key, where the rest of a torn sequence may still come.
    alone: Option<Instant>,
}

impl Decoder {
    pub(super) const fn new() -> Self {
        Self { state: State::Ground, held: Vec::new(), due: None, last: None, margins: None, alone: None }
    }

    /// Whether the terminal moves the columns between margins, once it has said so.
    pub(super) const fn heard_of_margins(&self) -> Option<bool> {
        self.margins
    }

    /// Takes in what one read has brought at a moment.
    pub(super) fn push(&mut self, bytes: &[u8], now: Instant, events: &mut Vec<Event>) {
        if self.patience(now).is_some_and(|left| left.is_zero()) {
            self.lapse(now, events);
        }
        let late = self.alone.take().is_some_and(|since| now.duration_since(since) < TORN);
        if late && self.state == State::Ground && is_torn(bytes) {
            self.open(State::Escape);
        }
        for &byte in bytes {
            self.take(byte, events);
        }
        // Keys pressed one by one into a paste without an end must not put its end off.
        let by_hand = bytes.len() == 1 && self.last.is_some_and(|last| now.duration_since(last) > HAND);
        if !by_hand || self.due.is_none() || self.state == State::Ground {
            self.due = self.state.patience().map(|patience| now + patience);
        }
        self.last = Some(now);
    }

    /// How long from now the rest of what is unfinished is to be waited for; nothing where all is finished.
    pub(super) fn patience(&self, now: Instant) -> Option<Duration> {
        self.due.map(|due| due.saturating_duration_since(now))
    }

    /// Ends what is unfinished: its rest has not come in time.
    pub(super) fn lapse(&mut self, now: Instant, events: &mut Vec<Event>) {
        let opened = match self.state {
            State::Escape => {
                self.alone = Some(now);
                events.push(key(KeyCode::Esc, KeyModifiers::NONE));
                None
            }
            State::Control if self.held.is_empty() => Some(b'['),
            State::Single if self.held.is_empty() => Some(b'O'),
            State::Text { opened, escaped: false } if self.held.is_empty() => Some(opened),
            State::Paste { ending } => {
                self.end_paste(ending, events);
                None
            }
            _ => None,
        };
        events.extend(opened.map(|byte| key(KeyCode::Char(char::from(byte)), KeyModifiers::ALT)));
        self.open(State::Ground);
        self.due = None;
    }

    fn open(&mut self, state: State) {
        self.held.clear();
        self.state = state;
    }

    /// Holds a byte of what is unfinished; one more than the longest is enough to know that it means nothing.
    fn hold(&mut self, byte: u8) {
        if self.held.len() <= LONGEST {
            self.held.push(byte);
        }
    }

    fn take(&mut self, byte: u8, events: &mut Vec<Event>) {
        match self.state {
            State::Ground => self.ground(byte, KeyModifiers::NONE, events),
            State::Letter { alt } => self.letter(byte, alt, events),
            State::Paste { ending } => self.paste(byte, ending, events),
            // Its bytes are raw, and any may be among them.
            State::OldMouse(left) if byte != ESC => {
                self.state = if left == 1 { State::Ground } else { State::OldMouse(left - 1) };
            }
            _ if byte == CTRL_C || byte == CANCEL => {
                self.open(State::Ground);
                self.ground(byte, KeyModifiers::NONE, events);
            }
            State::Text { opened, escaped } => self.text(byte, opened, escaped, events),
            State::Escape => self.escape(byte, events),
            // What was torn by the next sequence is given up for it.
            State::OldMouse(_) => self.open(State::Escape),
            _ if byte == ESC => self.open(State::Escape),
            State::Control => self.control(byte, events),
            State::Single => self.single(byte, events),
            State::Console => {
                self.open(State::Ground);
                if let b'A'..=b'E' = byte {
                    events.push(key(KeyCode::F(byte - b'A' + 1), KeyModifiers::NONE));
                }
            }
        }
    }

    /// A byte that stands by itself or opens something.
    fn ground(&mut self, byte: u8, with: KeyModifiers, events: &mut Vec<Event>) {
        let (code, modifiers) = match byte {
            ESC => return self.open(State::Escape),
            0 => (KeyCode::Char(' '), KeyModifiers::CONTROL),
            b'\r' => (KeyCode::Enter, KeyModifiers::NONE),
            b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
            0x7f => (KeyCode::Backspace, KeyModifiers::NONE),
            1..=0x1a => (KeyCode::Char(char::from(byte - 1 + b'a')), KeyModifiers::CONTROL),
            0x1c..=0x1f => (KeyCode::Char(char::from(byte - 0x1c + b'4')), KeyModifiers::CONTROL),
            b' '..=b'~' => (KeyCode::Char(char::from(byte)), KeyModifiers::NONE),
            _ => {
                self.open(State::Letter { alt: with.contains(KeyModifiers::ALT) });
                return self.hold(byte);
            }
        };
        events.push(key(code, modifiers | with));
    }

    /// Another byte of a letter in UTF-8; one that cannot belong to it begins anew.
    fn letter(&mut self, byte: u8, alt: bool, events: &mut Vec<Event>) {
        self.hold(byte);
        match std::str::from_utf8(&self.held) {
            Ok(text) => {
                let with = if alt { KeyModifiers::ALT } else { KeyModifiers::NONE };
                events.extend(text.chars().map(|c| key(KeyCode::Char(c), with)));
                self.open(State::Ground);
            }
            Err(error) if error.error_len().is_none() => {}
            Err(_) => {
                self.open(State::Ground);
                if !(0x80..0xc0).contains(&byte) {
                    self.ground(byte, KeyModifiers::NONE, events);
                }
            }
        }
    }

    fn escape(&mut self, byte: u8, events: &mut Vec<Event>) {
        match byte {
            b'[' => self.open(State::Control),
            b'O' => self.open(State::Single),
            b'P' | b'X' | b']' | b'^' | b'_' => self.open(State::Text { opened: byte, escaped: false }),
            // The first was the key, the second may begin something.
            ESC => events.push(key(KeyCode::Esc, KeyModifiers::NONE)),
            _ => {
                self.open(State::Ground);
                self.ground(byte, KeyModifiers::ALT, events);
            }
        }
    }

    fn control(&mut self, byte: u8, events: &mut Vec<Event>) {
        match byte {
            b'[' if self.held.is_empty() => self.state = State::Console,
            b'M' if self.held.is_empty() => self.state = State::OldMouse(3),
            b' '..=b'?' => self.hold(byte),
            b'@'..=b'~' => {
                let held = std::mem::take(&mut self.held);
                self.open(State::Ground);
                match held.as_slice() {
                    b"200" if byte == b'~' => self.open(State::Paste { ending: 0 }),
                    held if byte == b'y' => self.margins = scroll::answer(held).or(self.margins),
                    held if held.len() <= LONGEST => events.extend(report(held, byte)),
                    _ => {}
                }
            }
            // No byte of a sequence: it is over, and the byte stands by itself.
            _ => {
                self.open(State::Ground);
                self.ground(byte, KeyModifiers::NONE, events);
            }
        }
    }

    fn single(&mut self, byte: u8, events: &mut Vec<Event>) {
        match byte {
            b'0'..=b'9' | b';' => self.hold(byte),
            b'@'..=b'~' => {
                let held = std::mem::take(&mut self.held);
                self.open(State::Ground);
                // The keypad’s Enter; the rest is as after `ESC [`.
                let enter = (byte == b'M').then(|| key(KeyCode::Enter, KeyModifiers::NONE));
                events.extend(enter.or_else(|| report(&held, byte)));
            }
            _ => {
                self.open(State::Ground);
                self.ground(byte, KeyModifiers::NONE, events);
            }
        }
    }

    /// An answer of the terminal ends with a bell or with `ESC \`; another ESC begins a sequence that tears it.
    fn text(&mut self, byte: u8, opened: u8, escaped: bool, events: &mut Vec<Event>) {
        match byte {
            b'\\' if escaped => self.open(State::Ground),
            _ if escaped => {
                self.open(State::Escape);
                self.take(byte, events);
            }
            BELL => self.open(State::Ground),
            _ => {
                self.hold(byte);
                self.state = State::Text { opened, escaped: byte == ESC };
            }
        }
    }

    fn paste(&mut self, byte: u8, ending: usize, events: &mut Vec<Event>) {
        if byte == CTRL_C {
            self.end_paste(ending, events);
            return self.ground(byte, KeyModifiers::NONE, events);
        }
        if byte == PASTED[ending] {
            if ending + 1 == PASTED.len() {
                return self.end_paste(0, events);
            }
            self.state = State::Paste { ending: ending + 1 };
            return;
        }
        self.keep(&PASTED[..ending]);
        let begins = byte == PASTED[0];
        if !begins {
            self.keep(&[byte]);
        }
        self.state = State::Paste { ending: usize::from(begins) };
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = PASTE.saturating_sub(self.held.len()).min(bytes.len());
        self.held.extend_from_slice(&bytes[..room]);
    }

    /// Gives a paste out; `ending` bytes of its end had been seen and belong to it.
    fn end_paste(&mut self, ending: usize, events: &mut Vec<Event>) {
        self.keep(&PASTED[..ending]);
        let text = String::from_utf8_lossy(&self.held).into_owned();
        self.open(State::Ground);
        events.push(Event::Paste(text));
    }
}

#[cfg(test)]
mod tests;
