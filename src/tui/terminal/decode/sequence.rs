//! What a whole control sequence means: keys as xterm, the VT220, rxvt and the Linux console send them, and mouse reports.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// Whether a read begins with what follows the ESC of a known sequence, and holds all of it: nobody types that fast.
pub(super) fn is_torn(bytes: &[u8]) -> bool {
    let (Some(b'[' | b'O'), [_, rest @ ..]) = (bytes.first(), bytes) else { return false };
    let Some(end) = rest.iter().position(|byte| (b'@'..=b'~').contains(byte)) else { return false };
    report(&rest[..end], rest[end]).is_some()
}

/// The event of a sequence with these parameters and this last byte, if it is one that griot knows.
pub(super) fn report(held: &[u8], last: u8) -> Option<Event> {
    if let Some(report) = held.strip_prefix(b"<") {
        return mouse(report, last);
    }
    let held = std::str::from_utf8(held).ok()?;
    let mut numbers = held.split(';').map(|number| if number.is_empty() { Some(1) } else { number.parse().ok() });
    let (first, second, third): (u32, u32, _) = (numbers.next()??, numbers.next().unwrap_or(Some(1))?, numbers.next());
    let with = modifiers(u8::try_from(second.checked_sub(1)?).ok()?);
    // Letters have one number before the modifiers, and it says nothing.
    let letter = |code| (first == 1 && third.is_none()).then_some(code);
    let code = match last {
        b'A' => letter(KeyCode::Up)?,
        b'B' => letter(KeyCode::Down)?,
        b'C' => letter(KeyCode::Right)?,
        b'D' => letter(KeyCode::Left)?,
        b'H' => letter(KeyCode::Home)?,
        b'F' => letter(KeyCode::End)?,
        b'P'..=b'S' => letter(KeyCode::F(last - b'P' + 1))?,
        b'Z' => letter(KeyCode::BackTab)?,
        b'~' if first == 27 => return character(third??, with),
        b'~' => numbered(first)?,
        b'u' => return character(first, with),
        _ => return None,
    };
    let with = if code == KeyCode::BackTab { with | KeyModifiers::SHIFT } else { with };
    Some(key(code, with))
}

/// The key of `ESC [ number ~`, as the VT220 and xterm number them.
const fn numbered(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number as u8 - 10),
        17..=21 => KeyCode::F(number as u8 - 11),
        23 | 24 => KeyCode::F(number as u8 - 12),
        _ => return None,
    })
}

/// A key told by its code point, as terminals do that were asked to tell all keys apart.
fn character(code: u32, with: KeyModifiers) -> Option<Event> {
    let code = match char::from_u32(code)? {
        '\r' => KeyCode::Enter,
        '\t' if with.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        '\t' => KeyCode::Tab,
        '\u{1b}' => KeyCode::Esc,
        '\u{7f}' => KeyCode::Backspace,
        c if c.is_control() => return None,
        c if with.contains(KeyModifiers::SHIFT) => KeyCode::Char(c.to_uppercase().next()?),
        c => KeyCode::Char(c),
    };
    Some(key(code, with))
}

/// A mouse report of the SGR form: button, column and row, counted from 1; `m` is a button that goes up.
fn mouse(report: &[u8], last: u8) -> Option<Event> {
    let mut numbers = std::str::from_utf8(report).ok()?.split(';').map(|number| number.parse::<u16>().ok());
    let (button, column, row) = (numbers.next()??, numbers.next()??.checked_sub(1)?, numbers.next()??.checked_sub(1)?);
    let which = match button & 0b11 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let kind = match (button & !0b1_1100, last) {
        (64, b'M') => MouseEventKind::ScrollUp,
        (65, b'M') => MouseEventKind::ScrollDown,
        (0..=2, b'M') => MouseEventKind::Down(which),
        (0..=2, b'm') => MouseEventKind::Up(which),
        (32..=34, b'M') => MouseEventKind::Drag(which),
        _ => return None,
    };
    let modifiers = modifiers((button >> 2 & 0b111) as u8);
    numbers.next().is_none().then_some(Event::Mouse(MouseEvent { kind, column, row, modifiers }))
}

/// The modifiers of xterm’s bits: Shift, Alt, Control. Others mean nothing to griot.
fn modifiers(bits: u8) -> KeyModifiers {
    let held = [KeyModifiers::SHIFT, KeyModifiers::ALT, KeyModifiers::CONTROL];
    held.into_iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1).map(|(_, held)| held).collect()
}

/// A key press as an event.
pub(super) const fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}
