//! Cells as the bytes that bring them to the terminal: where they stand (CUP) and how they look (SGR), by ECMA-48.
//!
//! Of a look only what differs from the cell before is told. crossterm's way, a command for each part of each cell, costs a
//! tenth of a start; and it tells every colour as one of 256, which a console of sixteen does not know.
#![expect(clippy::disallowed_types, reason = "the colours of cells are only passed on")]

use griot_history::text::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::tui::theme::Depth;

/// What brings a terminal back to its own look.
const PLAIN: &[u8] = b"\x1b[0m";

/// The numbers of SGR for what letters can be.
const MODIFIERS: [(Modifier, u8); 8] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];

/// The longest gap between cells that is written with them: the cursor’s way past it is told in six bytes or more.
const GAP: u16 = 4;

/// Writes cells of a frame, each with its column and its row, for a terminal whose look is plain; it is plain again after
/// them.
pub(super) fn write<'a>(
    bytes: &mut Vec<u8>,
    frame: &'a Buffer,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
    depth: Depth,
) {
    let mut look = Look::default();
    // Where the cursor stands; nowhere that is known after a character that might be of another width on the terminal.
    let (mut column, mut row) = (u16::MAX, u16::MAX);
    for (x, y, cell) in cells {
        if row == y && column < x && x - column <= GAP && (column..x).all(|x| columns(&frame[(x, y)]) == 1) {
            (column..x).for_each(|x| put(bytes, &frame[(x, y)], &mut look, depth));
        } else if row != y || column != x {
            control(bytes, &[y + 1, x + 1], b'H');
        }
        put(bytes, cell, &mut look, depth);
        (column, row) = if columns(cell) == 1 { (x + 1, y) } else { (u16::MAX, u16::MAX) };
    }
    if look != Look::default() {
        bytes.extend_from_slice(PLAIN);
    }
}

/// Writes a cell where the cursor stands.
fn put(bytes: &mut Vec<u8>, cell: &Cell, look: &mut Look, depth: Depth) {
    let next = Look { letters: cell.fg, back: cell.bg, modifier: cell.modifier };
    if next != *look {
        look.change(next, depth, bytes);
        *look = next;
    }
    match cell.symbol().as_bytes() {
        [letter] => bytes.push(*letter),
        letters => bytes.extend_from_slice(letters),
    }
}

/// How many columns a cell's character takes. Most are ASCII and need no looking up.
pub(super) fn columns(cell: &Cell) -> usize {
    if cell.symbol().len() == 1 { 1 } else { width(cell.symbol()).max(1) }
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Look {
    letters: Color,
    back: Color,
    modifier: Modifier,
}

impl Look {
    /// Tells what is otherwise in the next look. What letters no longer are is told by beginning from the plain look.
    fn change(mut self, next: Self, depth: Depth, bytes: &mut Vec<u8>) {
        let mut numbers = Vec::with_capacity(16);
        if !next.modifier.contains(self.modifier) {
            numbers.push(0);
            self = Self::default();
        }
        let more = next.modifier - self.modifier;
        numbers.extend(MODIFIERS.iter().filter(|(modifier, _)| more.contains(*modifier)).map(|(_, number)| *number));
        if next.letters != self.letters {
            colour(&mut numbers, next.letters, 30, depth);
        }
        if next.back != self.back {
            colour(&mut numbers, next.back, 40, depth);
        }
        control(bytes, &numbers, b'm');
    }
}

/// The numbers of a colour, for letters from 30 on, for what they stand on from 40 on.
fn colour(numbers: &mut Vec<u8>, colour: Color, base: u8, depth: Depth) {
    let named = match colour {
        Color::Reset => return numbers.push(base + 9),
        Color::Rgb(red, green, blue) => return numbers.extend([base + 8, 2, red, green, blue]),
        Color::Indexed(number) => return numbers.extend([base + 8, 5, number]),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    match (depth, named) {
        (Depth::Sixteen, 0..8) => numbers.push(base + named),
        (Depth::Sixteen, _) => numbers.push(base + 52 + named),
        // Where there are more, the first sixteen told so are not made brighter by bold.
        _ => numbers.extend([base + 8, 5, named]),
    }
}

/// A control sequence: its numbers, and the letter that says what it is.
fn control<N: Copy + Into<u16>>(bytes: &mut Vec<u8>, numbers: &[N], letter: u8) {
    bytes.extend_from_slice(b"\x1b[");
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            bytes.push(b';');
        }
        decimal(bytes, (*number).into());
    }
    bytes.push(letter);
}

fn decimal(bytes: &mut Vec<u8>, number: u16) {
    if number >= 10 {
        decimal(bytes, number / 10);
    }
    bytes.push(b'0' + (number % 10) as u8);
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    fn written(depth: Depth, cells: &[(u16, u16, Cell)]) -> String {
        let (mut bytes, mut frame) = (Vec::new(), Buffer::empty(Rect::new(0, 0, 20, 12)));
        for (x, y, cell) in cells {
            frame[(*x, *y)] = cell.clone();
        }
        write(&mut bytes, &frame, cells.iter().map(|(x, y, cell)| (*x, *y, cell)), depth);
        String::from_utf8(bytes).unwrap().replace('\x1b', "^")
    }

    fn cell(symbol: &'static str, letters: Color, back: Color, modifier: Modifier) -> Cell {
        let mut cell = Cell::new(symbol);
        (cell.fg, cell.bg, cell.modifier) = (letters, back, modifier);
        cell
    }

    #[test]
    fn what_differs_is_told_and_the_look_is_plain_again() {
        let bold = cell("b", Color::Reset, Color::Reset, Modifier::BOLD);
        let lit = cell("l", Color::Rgb(229, 178, 7), Color::Indexed(234), Modifier::BOLD | Modifier::UNDERLINED);
        let cells = [(0, 0, Cell::new("a")), (1, 0, bold.clone()), (2, 0, lit), (3, 0, bold), (9, 11, Cell::new("z"))];
        let told = "^[1;1Ha^[1mb^[4;38;2;229;178;7;48;5;234ml^[0;1mb^[12;10H^[0mz";
        assert_eq!(written(Depth::Full, &cells), told);
        assert_eq!(written(Depth::Full, &cells[..2]), "^[1;1Ha^[1mb^[0m");
    }

    #[test]
    fn sixteen_colours_have_numbers_of_their_own() {
        let cells = [
            (0, 0, cell("a", Color::Yellow, Color::Gray, Modifier::empty())),
            (1, 0, cell("b", Color::DarkGray, Color::LightRed, Modifier::empty())),
            (2, 0, cell("c", Color::White, Color::Reset, Modifier::empty())),
        ];
        assert_eq!(written(Depth::Sixteen, &cells), "^[1;1H^[33;47ma^[90;101mb^[97;49mc^[0m");
        assert_eq!(written(Depth::Indexed, &cells[..1]), "^[1;1H^[38;5;3;48;5;7ma^[0m");
    }

    #[test]
    fn a_short_gap_is_written_again() {
        let cells = |x| [(0, 0, Cell::new("a")), (x, 0, Cell::new("b"))];
        assert_eq!(written(Depth::Full, &cells(5)), "^[1;1Ha    b");
        assert_eq!(written(Depth::Full, &cells(6)), "^[1;1Ha^[1;7Hb");
    }

    #[test]
    fn after_a_wide_character_the_cursor_is_sent_to_its_cell() {
        let cells = [(0, 0, Cell::new("馬")), (2, 0, Cell::new("里")), (4, 0, Cell::new("!"))];
        assert_eq!(written(Depth::Full, &cells), "^[1;1H馬^[1;3H里^[1;5H!");
    }
}
