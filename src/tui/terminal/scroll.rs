//! Text that has moved by lines is moved by the terminal, and only the lines that are new are sent: a quick line over slow
//! connections, and what readers of the screen read out.
//!
//! Every terminal moves whole rows (`DECSTBM`, `DL`, `IL` of the VT102). Some move the columns between margins as well
//! (`DECSLRM`), and say so when they are asked; then what stands beside the text stays as it is.

use std::io::Write as _;
use std::time::Duration;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

/// Asks whether the columns between margins can be moved.
pub(super) const ASK: &str = "\x1b[?69$p";
/// How the answer begins; what follows is the state of the mode and `$`, and `y` ends it.
const ANSWER: &[u8] = b"?69;";
/// How long an answer is on its way at most, as far as anybody waits for it.
pub(super) const ON_ITS_WAY: Duration = Duration::from_millis(200);
/// All of the screen scrolls again.
pub(super) const ALL: &str = "\x1b[?69l\x1b[r";

/// The most lines that a step moves: those of a turn of the wheel.
const MOST: u16 = 3;
/// Rows that may differ beside the new ones: for the signs of the margin.
const OTHER: usize = 3;

/// Whether columns can be moved, if these parameters of a sequence are the answer: the mode is known, and may be set.
pub(super) fn answer(parameters: &[u8]) -> Option<bool> {
    let state = parameters.strip_prefix(ANSWER)?.strip_suffix(b"$")?;
    Some(matches!(state, b"1" | b"2"))
}

/// A part of the screen that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scroll {
    pub area: Rect,
    /// Lines, up where positive.
    pub by: i16,
}

/// How far an area has moved from one frame to the next, if it has.
pub(super) fn moved(shown: &Buffer, next: &Buffer, area: Rect) -> Option<Scroll> {
    let area = area.intersection(next.area);
    if shown.area != next.area || area.height < 4 || area.width == 0 {
        return None;
    }
    let row = |buffer: &'_ Buffer, y: u16| {
        let start = buffer.index_of(area.x, y);
        start..start + usize::from(area.width)
    };
    let same = |y: u16, was: u16| next.content[row(next, y)] == shown.content[row(shown, was)];
    let differing = |by: i16| {
        let rows = (area.top()..area.bottom()).filter_map(move |y| Some((y, y.checked_add_signed(by)?)));
        rows.filter(|(_, was)| (area.top()..area.bottom()).contains(was)).filter(|(y, was)| !same(*y, *was))
    };
    differing(0).nth(OTHER + usize::from(MOST))?;
    let steps = (1..=MOST as i16).flat_map(|by| [by, -by]);
    steps.map(|by| Scroll { area, by }).find(|it| differing(it.by).nth(OTHER).is_none())
}

impl Scroll {
    /// The same over the whole width of the screen.
    pub(super) const fn of_rows(self, screen: Rect) -> Self {
        Self { area: Rect { x: screen.x, width: screen.width, ..self.area }, ..self }
    }

    /// Moves the cells as the terminal does: what comes in is blank.
    pub(super) fn apply(self, buffer: &mut Buffer) {
        let (wide, area) = (usize::from(self.area.width), self.area);
        let rows: Vec<u16> = if self.by > 0 {
            (area.top()..area.bottom()).collect()
        } else {
            (area.top()..area.bottom()).rev().collect()
        };
        for y in rows {
            let to = buffer.index_of(area.x, y);
            match y.checked_add_signed(self.by).filter(|was| (area.top()..area.bottom()).contains(was)) {
                Some(was) => {
                    let from = buffer.index_of(area.x, was);
                    for at in 0..wide {
                        buffer.content[to + at] = buffer.content[from + at].clone();
                    }
                }
                None => buffer.content[to..to + wide].fill(Cell::EMPTY),
            }
        }
    }

    /// Has the terminal do it.
    pub(super) fn write(self, screen: Rect, bytes: &mut Vec<u8>) {
        let Rect { x, y, width, height } = self.area;
        let (left, right, top, bottom) = (x + 1, x + width, y + 1, y + height);
        let between_margins = width < screen.width;
        let (lines, verb) = (self.by.unsigned_abs(), if self.by > 0 { 'M' } else { 'L' });
        let margins = if between_margins { format!("\x1b[?69h\x1b[{left};{right}s") } else { String::new() };
        let all = if between_margins { ALL } else { "\x1b[r" };
        // Writing into memory does not fail. What comes in has the terminal’s own colours.
        let _ = write!(bytes, "\x1b[0m{margins}\x1b[{top};{bottom}r\x1b[{top};{left}H\x1b[{lines}{verb}{all}");
    }
}
