//! Keys: what the terminal reports, in one form that can be written down and read back.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key with its modifiers. Shift is told only where the key has no capital form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Control.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift, where that does not change the letter itself.
    pub shift: bool,
}

/// The keys that griot knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A letter, digit or sign.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// Takes the letter before away.
    Backspace,
    /// Takes the letter after away.
    Delete,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// To a beginning.
    Home,
    /// To an end.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// A function key by its number.
    F(u8),
}

/// The names under which keys are written that type no sign.
pub(crate) const NAMES: [(&str, Code); 14] = [
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Space", Code::Char(' ')),
];

impl Key {
    /// The key of an event, if it is the press of one that griot knows.
    #[must_use]
    pub fn of(event: &KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let code = match event.code {
            KeyCode::Char(c) => {
                shift = false;
                Code::Char(c)
            }
            KeyCode::Enter => Code::Enter,
            KeyCode::Esc => Code::Esc,
            KeyCode::Tab => Code::Tab,
            KeyCode::BackTab => {
                shift = true;
                Code::Tab
            }
            KeyCode::Backspace => Code::Backspace,
            KeyCode::Delete => Code::Delete,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            KeyCode::F(n) => Code::F(n),
            _ => return None,
        };
        let (ctrl, alt) =
            (event.modifiers.contains(KeyModifiers::CONTROL), event.modifiers.contains(KeyModifiers::ALT));
        Some(Self { code, ctrl, alt, shift })
    }

    /// The key that is written so: in the table of commands it is read when griot is built.
    #[must_use]
    pub const fn named(text: &str) -> Option<Self> {
        let mut key = Self { code: Code::Esc, ctrl: false, alt: false, shift: false };
        let mut rest = text.as_bytes();
        loop {
            match rest {
                [b'C', b't', b'r', b'l', b'-', name @ ..] => (key.ctrl, rest) = (true, name),
                [b'A', b'l', b't', b'-', name @ ..] => (key.alt, rest) = (true, name),
                [b'S', b'h', b'i', b'f', b't', b'-', name @ ..] => (key.shift, rest) = (true, name),
                _ => break,
            }
        }
        key.code = if let Some(c) = only_char(rest) {
            Code::Char(c)
        } else if let Some(code) = named(rest) {
            code
        } else {
            let [b'F', digits @ ..] = rest else { return None };
            let Some(number) = number(digits) else { return None };
            Code::F(number)
        };
        Some(key)
    }

    /// The character that the key types, if it types one.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self {
            Self { code: Code::Char(c), ctrl: false, alt: false, .. } => Some(c),
            _ => None,
        }
    }
}

impl Display for Key {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Code::Char(c)) => write!(f, "{c}"),
            (None, Code::F(n)) => write!(f, "F{n}"),
            (None, _) => Ok(()),
        }
    }
}

/// A text that names no key.
#[derive(Debug, PartialEq, Eq)]
pub struct NoSuchKey;

impl FromStr for Key {
    type Err = NoSuchKey;

    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        Self::named(text).ok_or(NoSuchKey)
    }
}

/// The key of a name, without what is held with it.
const fn named(text: &[u8]) -> Option<Code> {
    let mut names: &[(&str, Code)] = &NAMES;
    while let [(name, code), rest @ ..] = names {
        if are_same(name.as_bytes(), text) {
            return Some(*code);
        }
        names = rest;
    }
    None
}

/// The character that is all of the bytes of a text.
const fn only_char(text: &[u8]) -> Option<char> {
    const fn part(byte: u8, bits: u8, place: u32) -> u32 {
        ((byte & ((1 << bits) - 1)) as u32) << place
    }
    let number = match *text {
        [a] => a as u32,
        [a, b] if a >= 0xc0 => part(a, 5, 6) | part(b, 6, 0),
        [a, b, c] if a >= 0xe0 => part(a, 4, 12) | part(b, 6, 6) | part(c, 6, 0),
        [a, b, c, d] if a >= 0xf0 => part(a, 3, 18) | part(b, 6, 12) | part(c, 6, 6) | part(d, 6, 0),
        _ => return None,
    };
    char::from_u32(number)
}

/// A number from 0 to 255.
const fn number(digits: &[u8]) -> Option<u8> {
    let (mut number, mut rest) = (0_u8, digits);
    while let [digit @ b'0'..=b'9', left @ ..] = rest {
        let Some(tens) = number.checked_mul(10) else { return None };
        let Some(with) = tens.checked_add(*digit - b'0') else { return None };
        (number, rest) = (with, left);
    }
    if rest.is_empty() && !digits.is_empty() { Some(number) } else { None }
}

const fn are_same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, left @ ..], [b, right @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (left, right);
    }
    one.is_empty() && other.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written() {
        for text in [
            "j",
            "G",
            "Ctrl-d",
            "Alt-Left",
            "Shift-Tab",
            "Space",
            "F1",
            "F12",
            "{",
            "-",
            "Ctrl-Alt-x",
            "Enter",
            "é",
            "ߒ",
            "Alt-…",
            "𞤀",
        ] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
        for bad in ["", "ab", "Ctrl-", "Fx", "F256", "F1x", "F-1", "enter", "éa", "aé", "Enterx"] {
            assert!(bad.parse::<Key>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_terminals_back_tab_is_shift_tab_and_capitals_need_no_shift() {
        let event = |code, modifiers| Key::of(&KeyEvent::new(code, modifiers)).unwrap().to_string();
        assert_eq!(event(KeyCode::BackTab, KeyModifiers::SHIFT), "Shift-Tab");
        assert_eq!(event(KeyCode::Char('G'), KeyModifiers::SHIFT), "G");
        assert_eq!(event(KeyCode::Char('d'), KeyModifiers::CONTROL), "Ctrl-d");
    }
}
