//! The terminal: the only file that takes it over, gives it back and writes to it.
//!
//! Everything that ends the program, a key, an error, a panic, a signal or a vanished terminal, goes through
//! `Guard::leave`, which writes one fixed sequence and can be called any number of times.

mod guard;
mod screen;

use std::io::{self, Write};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use guard::{GONE, Guard, NOW, hook_panics, is_gone, watch_signals, watch_terminal};
use screen::Screen;

use crossterm::event::{self, Event, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Size;
use rustix::termios::{Winsize, tcgetwinsize};

use crate::tui::action::{Action, Context, Effect};
use crate::tui::app::App;
#[cfg(debug_assertions)]
use crate::tui::key::Code;
use crate::tui::key::Key;
use crate::tui::layout::MOST;
use crate::tui::store::{Kept, Store};

/// Alternate screen, bracketed paste.
const ENTER: &str = "\x1b[?1049h\x1b[?2004h";
/// Buttons, wheel and drags in the SGR form; never bare motion.
const TAKE_MOUSE: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const LEAVE_MOUSE: &str = "\x1b[?1006l\x1b[?1003l\x1b[?1002l\x1b[?1000l";
/// Plain letters, the cursor, the screen that was there before.
const LEAVE: &str = "\x1b[?2004l\x1b[0m\x1b[?25h\x1b[?1049l";
/// How long events are taken in before a frame is due, however many wait.
const FLOOD: Duration = Duration::from_millis(50);
/// The most characters taken from a paste.
const PASTE: usize = 256;

/// Runs the program on the terminal until it is quit. The terminal is whole again when it returns.
///
/// # Errors
/// When there is no terminal or it cannot be written to.
pub fn run(mut app: App, store: Store) -> io::Result<()> {
    let guard = Arc::new(Guard::new(app.shared.settings.mouse, store));
    app.shared.size = size()?;
    app.refresh();
    let mut screen = Screen::new(app.shared.size)?;
    hook_panics(&guard);
    watch_signals(&guard)?;
    guard.enter(&mut screen.backend)?;
    // From the first look for events on, a change of size wakes the loop.
    event::poll(Duration::ZERO)?;
    let first = frame(&mut app, &mut screen, &guard);
    watch_terminal(&guard);
    let result = first.and_then(|()| drive(&mut app, &mut screen, &guard));
    // Reading fails when the terminal vanishes, and may fail before the watch tells.
    if result.is_err() && is_gone(Some(&NOW)) {
        guard.end(GONE);
    }
    guard.leave();
    let _ = std::panic::take_hook();
    if let Some(warning) = guard.save() {
        let _ = writeln!(io::stderr(), "griot: {warning}");
    }
    result
}

/// The loop: wait for an event, take in everything that has come meanwhile, draw.
fn drive(app: &mut App, screen: &mut Screen, guard: &Guard) -> io::Result<()> {
    loop {
        let mut next = Some(event::read()?);
        let until = Instant::now() + FLOOD;
        while let Some(event) = next {
            if take_in(app, screen, guard, event)? {
                return Ok(());
            }
            next = if Instant::now() < until && event::poll(Duration::ZERO)? { Some(event::read()?) } else { None };
        }
        frame(app, screen, guard)?;
    }
}

/// Draws what has changed, and then lays out what the first frame need not wait for.
fn frame(app: &mut App, screen: &mut Screen, guard: &Guard) -> io::Result<()> {
    let drawing = guard.drawing.lock().unwrap_or_else(PoisonError::into_inner);
    // The size is asked for before every frame: the event of a change is lost when a key comes at the same moment.
    let now = size()?;
    if now != app.shared.size || guard.redraw.swap(false, Ordering::SeqCst) {
        app.update(Action::Resize(now));
        screen.reset(now)?;
    }
    // Before it is seen, so that what is seen is never lost.
    guard.keep(Kept::of(app));
    screen.draw(app)?;
    drop(drawing);
    app.shared.reader.complete();
    Ok(())
}

/// Does what an event asks; whether that was to quit.
fn take_in(app: &mut App, screen: &mut Screen, guard: &Guard, event: Event) -> io::Result<bool> {
    for action in actions(app, event) {
        let marks = app.shared.marks.clone();
        let effect = app.update(action);
        if app.shared.marks != marks
            && let Some(warning) = guard.store.change_marks(&app.shared.pack, &marks, &mut app.shared.marks)
        {
            app.shared.say(warning);
        }
        match effect {
            Effect::None => {}
            Effect::Quit => {
                guard.keep(Kept::of(app));
                return Ok(true);
            }
            Effect::Suspend => {
                guard.keep(Kept::of(app));
                // As a terminal does it: whoever runs griot in a script of theirs is stopped with it.
                rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?;
            }
            Effect::Redraw => guard.redraw.store(true, Ordering::SeqCst),
            Effect::Copy(text) => screen.copy(&text)?,
            Effect::OpenUrl(address) => {
                if let Err(error) = griot_pack::url::open(&address) {
                    app.shared.say(format!("cannot be opened: {error}"));
                }
            }
            Effect::Mouse(taken) => {
                guard.mouse.store(taken, Ordering::SeqCst);
                screen.write(if taken { TAKE_MOUSE } else { LEAVE_MOUSE })?;
            }
        }
    }
    Ok(false)
}

/// What an event means in the present state.
fn actions(app: &App, event: Event) -> Vec<Action> {
    match event {
        Event::Key(key) => {
            #[cfg(debug_assertions)]
            panic_for_tests(&key);
            Key::of(&key).and_then(|key| app.shared.keymap.action(app.context(), key)).into_iter().collect()
        }
        Event::Paste(text) if app.context() == Context::Prompt => {
            text.lines().next().unwrap_or_default().chars().take(PASTE).map(Action::Type).collect()
        }
        Event::Mouse(mouse) if app.shared.settings.mouse => mouse_action(app.shared.size, mouse).into_iter().collect(),
        // A change of size has done its work by waking the loop.
        _ => Vec::new(),
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

/// The terminal's size in cells.
///
/// # Errors
/// When there is no terminal to ask.
pub fn size() -> io::Result<Size> {
    let Winsize { ws_col, ws_row, .. } = tcgetwinsize(io::stdout())?;
    // No more than griot will draw, whatever the terminal claims.
    Ok(Size { width: ws_col.min(MOST.width), height: ws_row.min(MOST.height) })
}
