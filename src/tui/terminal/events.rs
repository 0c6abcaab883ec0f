//! From what the terminal tells to what the program does.

use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Size;

use crate::tui::action::Action;
use crate::tui::app::App;
#[cfg(debug_assertions)]
use crate::tui::key::Code;
use crate::tui::key::Key;

/// What an event means in the present state.
pub(super) fn action(app: &App, event: &Event) -> Option<Action> {
    match event {
        Event::Key(key) => {
            #[cfg(debug_assertions)]
            panic_for_tests(key);
            Key::of(key).and_then(|key| app.shared.keymap.action(app.context(), key))
        }
        Event::Mouse(mouse) if app.shared.settings.mouse => mouse_action(app.shared.size, *mouse),
        _ => None,
    }
}

/// The action of a mouse report; those that lie outside the screen mean nothing.
const fn mouse_action(size: Size, mouse: MouseEvent) -> Option<Action> {
    let MouseEvent { kind, column, row, .. } = mouse;
    if column >= size.width || row >= size.height {
        return None;
    }
    Some(match kind {
        MouseEventKind::Down(MouseButton::Left) => Action::Press { column, row },
        MouseEventKind::Drag(MouseButton::Left) => Action::Drag { column, row },
        MouseEventKind::Up(MouseButton::Left) => Action::Release { column, row },
        MouseEventKind::Down(MouseButton::Right) => Action::Click { column, row, second: true },
        MouseEventKind::ScrollDown => Action::Wheel { column, row, lines: 3 },
        MouseEventKind::ScrollUp => Action::Wheel { column, row, lines: -3 },
        _ => return None,
    })
}

/// Lets the tests see what a panic leaves behind.
#[cfg(debug_assertions)]
fn panic_for_tests(key: &crossterm::event::KeyEvent) {
    let wanted = std::env::var_os("GRIOT_TEST_PANIC").is_some();
    let pressed = Key::of(key).is_some_and(|key| key.code == Code::F(12));
    assert!(!(wanted && pressed), "a panic was asked for by GRIOT_TEST_PANIC");
}
