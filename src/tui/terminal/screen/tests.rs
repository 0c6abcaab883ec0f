use proptest::prelude::*;

use super::*;
use crate::tui::action::Action;
use crate::tui::settings::Settings;

fn step() -> impl Strategy<Value = Action> {
    prop_oneof![
        4 => prop::sample::select("timbuktu 1591".chars().collect::<Vec<_>>()).prop_map(Action::Type),
        2 => Just(Action::Search),
        1 => Just(Action::Erase),
        1 => (-2..3).prop_map(Action::Lines),
        1 => Just(Action::Recent),
        1 => Just(Action::Open),
        1 => Just(Action::Escape),
        1 => Just(Action::NextTheme),
        1 => Just(Action::Mouse),
        1 => (30u16..130, 8u16..45).prop_map(|(width, height)| Action::Resize(Size { width, height })),
    ]
}

/// A terminal that does what griot asks for: it writes, moves lines between its margins, and nothing else.
struct Glass {
    cells: Buffer,
    pen: Cell,
    at: (u16, u16),
    /// Top, bottom, left and right, counted from 0, the ends not among them.
    margins: (u16, u16, u16, u16),
    by_columns: bool,
}

impl Glass {
    fn of(size: Size) -> Self {
        let cells = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        let margins = (0, size.height, 0, size.width);
        Self { cells, pen: Cell::EMPTY, at: (0, 0), margins, by_columns: false }
    }

    fn take(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut parts = text.split("\x1b[");
        self.write(parts.next().unwrap_or_default());
        for part in parts {
            let end = part.find(|c: char| ('@'..='~').contains(&c)).unwrap();
            let (held, rest) = part.split_at(end);
            self.control(held, rest.as_bytes()[0]);
            self.write(&rest[1..]);
        }
    }

    fn control(&mut self, held: &str, last: u8) {
        let numbers: Vec<u16> = held.split(';').map(|number| number.parse().unwrap_or(1)).collect();
        let Rect { width, height, .. } = self.cells.area;
        match (last, held) {
            (b'H', _) => self.at = (numbers[1] - 1, numbers[0] - 1),
            (b'r', "") => (self.margins.0, self.margins.1) = (0, height),
            (b'r', _) => (self.margins.0, self.margins.1) = (numbers[0] - 1, numbers[1]),
            (b'h', "?69") => self.by_columns = true,
            (b'l', "?69") => (self.by_columns, self.margins.2, self.margins.3) = (false, 0, width),
            (b's', _) if self.by_columns => (self.margins.2, self.margins.3) = (numbers[0] - 1, numbers[1]),
            (b'M', _) => self.delete(numbers[0] as i16),
            (b'L', _) => self.delete(-(numbers[0] as i16)),
            (b'J', _) => self.cells.reset(),
            (b'm', _) => self.pen = Cell::EMPTY,
            (b'h' | b'l', "?25") => {}
            other => panic!("{other:?}"),
        }
    }

    fn delete(&mut self, by: i16) {
        let (top, bottom, left, right) = self.margins;
        assert_eq!(self.at, (left, top), "the cursor stands at the margins");
        let before = self.cells.clone();
        for y in top..bottom {
            for x in left..right {
                let was = y.checked_add_signed(by).filter(|was| (top..bottom).contains(was));
                self.cells[(x, y)] = was.map_or(Cell::EMPTY, |was| before[(x, was)].clone());
            }
        }
    }

    fn write(&mut self, text: &str) {
        for (_, grapheme, wide) in griot_history::text::graphemes(text) {
            self.cells[self.at].set_symbol(grapheme);
            self.at.0 += wide as u16;
        }
    }

    fn rows(buffer: &Buffer) -> Vec<String> {
        let row = |cells: &[Cell]| cells.iter().map(Cell::symbol).collect::<String>();
        buffer.content.chunks(usize::from(buffer.area.width)).map(row).collect()
    }
}

fn move_step() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => (-3..4).prop_map(Action::Lines),
        2 => Just(Action::Wheel { column: 50, row: 12, lines: 3 }),
        1 => (-1..2).prop_map(Action::Pages),
        1 => (-1..2).prop_map(Action::Passages),
        1 => (-1..2).prop_map(Action::Links),
        1 => (-1..2).prop_map(Action::Dated),
        1 => Just(Action::OnlyText),
        1 => Just(Action::Trust),
        1 => Just(Action::Help),
        1 => Just(Action::Escape),
        1 => (1..9_u8).prop_map(Action::Era),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_moved_and_sent_leaves_on_the_terminal_what_is_painted(
        steps in prop::collection::vec(move_step(), 1..40),
        (width, height) in prop::sample::select(vec![(120, 40), (80, 24), (60, 20), (40, 12)]),
        has_margins in any::<bool>(),
    ) {
        let size = Size { width, height };
        let mut app = App::new(crate::built_in::pack().unwrap(), size, Settings::default());
        let (mut screen, mut glass) = (Screen::new(size), Glass::of(size));
        screen.has_margins = has_margins;
        for step in steps {
            drop(app.update(step));
            screen.draw(&app).unwrap();
            app.beneath_changed = false;
            glass.take(&screen.bytes);
            screen.bytes.clear();
            let mut painted = Buffer::empty(screen.next.area);
            frame::paint(&app, &mut painted);
            prop_assert_eq!(Glass::rows(&glass.cells), Glass::rows(&painted));
        }
    }
}

#[test]
fn a_line_scrolled_is_the_line_and_not_the_page() {
    let size = Size { width: 120, height: 40 };
    for (action, only_text, has_margins) in [(1, false, true), (-1, false, true), (1, true, false), (-1, true, false)] {
        let mut app = App::new(crate::built_in::pack().unwrap(), size, Settings { only_text, ..Settings::default() });
        app.update(Action::Era(8));
        app.update(Action::Pages(2));
        let mut screen = Screen::new(size);
        screen.has_margins = has_margins;
        screen.draw(&app).unwrap();
        let mut sent: Vec<usize> = Vec::new();
        for _ in 0..30 {
            screen.bytes.clear();
            app.update(Action::Lines(action));
            screen.draw(&app).unwrap();
            sent.push(screen.bytes.len());
        }
        sent.sort_unstable();
        assert!(sent[15] <= 400, "{action} {only_text}: {sent:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_drawn_is_what_is_painted_whatever_was_kept(steps in prop::collection::vec(step(), 1..30)) {
        let size = Size { width: 100, height: 30 };
        let mut app = App::new(crate::built_in::pack().unwrap(), size, Settings::default());
        let mut screen = Screen::new(size);
        for step in steps {
            match step {
                Action::Type(c) => app.type_in(&c.to_string()),
                step => drop(app.update(step)),
            }
            if screen.next.area.as_size() != app.shared.size {
                screen.reset(app.shared.size);
            }
            screen.draw(&app).unwrap();
            app.beneath_changed = false;
            let mut painted = Buffer::empty(screen.next.area);
            frame::paint(&app, &mut painted);
            prop_assert_eq!(screen.shown.as_ref(), Some(&painted));
        }
    }
}
