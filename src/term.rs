//! The terminal: the only file that takes it over, gives it back and writes to it.
//!
//! Everything that ends the program, a key, an error, a panic, a signal or a vanished terminal, goes through
//! `Guard::leave`, which writes one fixed sequence and can be called any number of times.

mod guard;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::os::fd::AsFd;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use guard::{GONE, Guard, NOW, hook_panics, is_gone, watch_signals, watch_terminal};

use crossterm::event::{self, Event, MouseButton, MouseEvent, MouseEventKind};
use crossterm::terminal;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use signal_hook::consts::SIGSTOP;
use signal_hook::low_level;

use crate::app::{Action, App, Context, Effect};
#[cfg(debug_assertions)]
use crate::key::Code;
use crate::key::Key;
use crate::keymap;
use crate::regions::MOST;
use crate::store::{Kept, Store};
use crate::update::update;
use crate::view::view;

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
    let guard = Arc::new(Guard::new(app.settings.mouse, store));
    guard.keep(Kept::of(&app));
    app.size = size()?;
    app.fit();
    let mut screen = Screen::new(app.size)?;
    guard.enter(&mut screen.backend)?;
    hook_panics(&guard);
    watch_signals(&guard)?;
    watch_terminal(&guard);
    let result = drive(&mut app, &mut screen, &guard);
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

/// The loop: draw, wait for an event, take in everything that has come meanwhile, draw.
fn drive(app: &mut App, screen: &mut Screen, guard: &Guard) -> io::Result<()> {
    // From the first look for events on, a change of size wakes the loop.
    event::poll(Duration::ZERO)?;
    loop {
        // The size is asked for before every frame: the event of a change is lost when a key comes at the same moment.
        let now = size()?;
        if now != app.size || guard.redraw.swap(false, Ordering::SeqCst) {
            update(app, Action::Resize(now));
            screen.reset(now)?;
        }
        {
            let _drawing = guard.drawing.lock().unwrap_or_else(PoisonError::into_inner);
            screen.draw(app)?;
        }
        let mut next = Some(event::read()?);
        let until = Instant::now() + FLOOD;
        while let Some(event) = next {
            if take_in(app, screen, guard, event)? {
                return Ok(());
            }
            next = if Instant::now() < until && event::poll(Duration::ZERO)? { Some(event::read()?) } else { None };
        }
        guard.keep(Kept::of(app));
    }
}

/// Does what an event asks; whether that was to quit.
fn take_in(app: &mut App, screen: &mut Screen, guard: &Guard, event: Event) -> io::Result<bool> {
    for action in actions(app, event) {
        let marks = app.marks.clone();
        let effect = update(app, action);
        if app.marks != marks
            && let Some(warning) = guard.store.change_marks(&app.pack, &marks, &mut app.marks)
        {
            app.message = Some(warning);
        }
        match effect {
            Effect::None => {}
            Effect::Quit => {
                guard.keep(Kept::of(app));
                return Ok(true);
            }
            Effect::Suspend => {
                guard.keep(Kept::of(app));
                guard.leave();
                // SIGTSTP would be thrown away where no shell can continue us; SIGSTOP never is.
                low_level::raise(SIGSTOP)?;
            }
            Effect::Redraw => guard.redraw.store(true, Ordering::SeqCst),
            Effect::Copy(text) => screen.copy(&text)?,
            Effect::OpenUrl(address) => {
                if let Err(error) = crate::url::open(&address) {
                    app.message = Some(format!("cannot be opened: {error}"));
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
            Key::of(&key).and_then(|key| keymap::action(app.context(), key)).into_iter().collect()
        }
        Event::Paste(text) if app.context() == Context::Prompt => {
            text.lines().next().unwrap_or_default().chars().take(PASTE).map(Action::Type).collect()
        }
        Event::Mouse(mouse) if app.settings.mouse => mouse_action(app.size, mouse).into_iter().collect(),
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
        MouseEventKind::Down(MouseButton::Left) => Action::Click { column, row, second: false },
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
    let (columns, rows) = terminal::size()?;
    Ok(clamped(columns, rows))
}

/// No more than griot will draw, whatever the terminal claims.
fn clamped(columns: u16, rows: u16) -> Size {
    Size { width: columns.min(MOST.width), height: rows.min(MOST.height) }
}

/// What has been drawn, and the way to draw the difference.
struct Screen {
    backend: CrosstermBackend<BufWriter<File>>,
    shown: Buffer,
    next: Buffer,
}

impl Screen {
    fn new(size: Size) -> io::Result<Self> {
        // The colour support that crossterm guesses at is not asked: the theme decides.
        crossterm::style::force_color_output(true);
        let out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        let area = Rect::from((Position::ORIGIN, size));
        // One frame is one write.
        let backend = CrosstermBackend::new(BufWriter::with_capacity(64 << 10, out));
        Ok(Self { backend, shown: Buffer::empty(area), next: Buffer::empty(area) })
    }

    /// Forgets what has been drawn, so that the next frame is drawn whole.
    fn reset(&mut self, size: Size) -> io::Result<()> {
        let area = Rect::from((Position::ORIGIN, size));
        (self.shown, self.next) = (Buffer::empty(area), Buffer::empty(area));
        self.backend.write_all(b"\x1b[0m\x1b[2J")
    }

    fn draw(&mut self, app: &App) -> io::Result<()> {
        self.next.reset();
        let cursor = view(app, &mut self.next);
        self.backend.draw(self.shown.diff(&self.next).into_iter())?;
        match cursor {
            Some(at) => {
                self.backend.set_cursor_position(at)?;
                self.backend.show_cursor()?;
            }
            None => self.backend.hide_cursor()?,
        }
        Backend::flush(&mut self.backend)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }

    /// Hands a text to the terminal's clipboard.
    fn copy(&mut self, text: &str) -> io::Result<()> {
        crossterm::execute!(self.backend, crossterm::clipboard::CopyToClipboard::to_clipboard_from(text))
    }

    fn write(&mut self, sequence: &str) -> io::Result<()> {
        self.backend.write_all(sequence.as_bytes())?;
        Write::flush(&mut self.backend)
    }
}
