//! The terminal: taken over, given back, read from and written to.
//!
//! One thread waits, reads, updates and draws. It sleeps in the kernel until there is input or a signal; whatever is there
//! by then is taken in as one burst and drawn once. Everything that ends the program, a key, an error, a panic, a signal or
//! a vanished terminal, goes through `Guard::leave`, after which nothing is written any more.

mod cells;
mod decode;
mod effects;
mod events;
mod guard;
mod noting;
mod outside;
mod rereading;
mod screen;
mod scroll;
mod signals;
mod tty;
mod watch;

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use decode::Decoder;
use events::action;
use guard::{GONE, Guard, hook_panics, watch_endings};
use outside::Post;
use rereading::Rereading;
use screen::Screen;
use signals::{Job, is_orphaned};
use tty::Woken;

use crossterm::event::Event;
use griot_pack::pack::Pack;
use ratatui::layout::Size;
use rustix::termios::{Winsize, tcgetwinsize};

use crate::tui::action::{Action, Context};
use crate::tui::app::{App, Reply};
use crate::tui::layout::MOST;
use crate::tui::settings::Clipboard;
use crate::tui::shared::Waiting;
use crate::tui::store::{Keeper, Marks, Notes, Store};

/// A read of so many bytes is no key pressed by a hand: more of it may be on the way.
const BURST: usize = 64;
/// How long the rest of a burst is looked for before a frame is drawn.
const LOOK: Duration = Duration::from_millis(1);
/// How long input is taken in before a frame is due, however much waits.
const FLOOD: Duration = Duration::from_millis(50);
/// How long a mark may wait, once griot is quit, for another program to let go of the marks.
const LAST: Duration = Duration::from_secs(2);

/// What is kept, and where.
#[derive(Debug, Default)]
pub struct Kept {
    /// The place and the looks.
    pub store: Store,
    /// The marks.
    pub marks: Marks,
    /// The notes.
    pub notes: Notes,
}

/// Writes a pack to a file in the form that is named, and says what came of it.
pub type Export = fn(&Pack, &str) -> String;

/// Runs the program on the terminal until it is quit, with the pack at a path read again whenever that changes. The
/// terminal is whole again when it returns.
///
/// # Errors
/// When there is no terminal or it cannot be written to.
pub fn run(mut app: App, path: Option<&Path>, kept: Kept, export: Export) -> io::Result<()> {
    let Kept { store, marks, notes } = kept;
    let guard = Arc::new(Guard::new(app.shared.settings.mouse, store, marks)?);
    app.update(Action::Resize(size()?));
    let asked = Arc::clone(&guard);
    app.shared.waiting = Waiting(Some(Box::new(move || asked.has_input())));
    let mut screen = Screen::new(app.shared.size);
    hook_panics(&guard);
    watch_endings(&guard)?;
    guard.take(&mut screen.bytes)?;
    let (post, replies) = Post::new(guard.signals().wakes()?);
    let mut terminal = Terminal {
        post,
        replies,
        app,
        screen,
        guard: &guard,
        decoder: Decoder::new(),
        keeper: Keeper::default(),
        notes,
        export,
        rereading: path.and_then(Rereading::of),
        renewed: None,
        next_try: None,
        asked: None,
        redraw: false,
        was_signalled: false,
    };
    let result = terminal.drive();
    if result.is_err() && guard.is_gone() {
        guard.end(GONE);
    }
    guard.leave();
    let _ = std::panic::take_hook();
    for warning in guard.save(LAST) {
        let _ = writeln!(io::stderr(), "griot: {warning}");
    }
    // The system takes all memory back at once; giving it back piece by piece only makes the shell wait.
    std::mem::forget(terminal);
    result
}

/// The program on its terminal.
struct Terminal<'a> {
    app: App,
    screen: Screen,
    guard: &'a Guard,
    decoder: Decoder,
    keeper: Keeper,
    notes: Notes,
    export: Export,
    /// Where other threads leave what is to be heard.
    post: Post,
    replies: Receiver<Reply>,
    rereading: Option<Rereading>,
    /// The pack as it was read again, and what is said of it, until nothing lies on top any more.
    renewed: Option<(Box<Pack>, String)>,
    /// When marks that another program keeps from being written are tried again.
    next_try: Option<Instant>,
    /// When it was asked whether the terminal moves the columns between margins.
    asked: Option<Instant>,
    /// Whether the next frame is to be drawn whole.
    redraw: bool,
    /// Whether it was signals that the loop was woken by last.
    was_signalled: bool,
}

impl Terminal<'_> {
    /// The loop: draw, wait, take in all that has come.
    fn drive(&mut self) -> io::Result<()> {
        loop {
            self.frame()?;
            self.app.prepare();
            // What was kept of the pack is read as it is wanted, and may turn out to be damaged.
            if let Some(rereading) = self.rereading.as_mut().filter(|_| self.app.shared.pack.is_damaged()) {
                rereading.mend(&self.post);
            }
            let events = self.wait()?;
            if self.take_in(events)? {
                self.hear_out()?;
                self.guard.keep(self.keeper.session(&self.app));
                return Ok(());
            }
            self.answer_job()?;
            while let Ok(reply) = self.replies.try_recv() {
                self.app.hear(reply);
            }
            self.keep_marks();
            self.renew();
        }
    }

    /// Waits for an answer that is still on its way: the shell would take it for something typed.
    fn hear_out(&mut self) -> io::Result<()> {
        while let Some(left) = self.asked.and_then(|asked| scroll::ON_ITS_WAY.checked_sub(asked.elapsed())) {
            if self.decoder.heard_of_margins().is_some() || self.guard.wait(None, Some(left))? != Woken::Input {
                break;
            }
            self.read(&mut Vec::new())?;
        }
        Ok(())
    }

    /// Asks whether the columns between margins can be moved, when that is first of use.
    fn ask(&mut self) {
        if self.screen.has_scrolled && self.asked.is_none() && self.app.shared.settings.clipboard == Clipboard::Terminal
        {
            self.asked = Some(Instant::now());
            self.screen.bytes.splice(0..0, scroll::ASK.bytes());
        }
    }

    /// Waits until there is something to do, and takes in all the input that is there.
    fn wait(&mut self) -> io::Result<Vec<Event>> {
        let mut events = Vec::new();
        let now = Instant::now();
        let retry = self.next_try.map(|at| at.saturating_duration_since(now));
        let patience = self.decoder.patience(now).into_iter().chain(retry).min();
        let woken = self.guard.wait(self.rereading.as_ref().map(Rereading::fd), patience)?;
        let again = std::mem::replace(&mut self.was_signalled, woken == Woken::Waker);
        match woken {
            Woken::Input => self.read(&mut events)?,
            // Signals that go on coming do not keep a key waiting.
            Woken::Waker if again && self.guard.is_typed_at() => self.read(&mut events)?,
            Woken::Gone => self.guard.end(GONE),
            Woken::Other => {
                if let Some(rereading) = &mut self.rereading {
                    rereading.look(&self.post);
                }
            }
            Woken::Nothing | Woken::Waker => {}
        }
        let now = Instant::now();
        if self.decoder.patience(now).is_some_and(|left| left.is_zero()) {
            self.decoder.lapse(now, &mut events);
        }
        Ok(events)
    }

    /// Reads until nothing is left. After more than a hand can type the rest is looked for a little longer.
    fn read(&mut self, events: &mut Vec<Event>) -> io::Result<()> {
        let (begun, mut look) = (Instant::now(), LOOK);
        let (mut bytes, mut total) = ([0; 4096], 0);
        loop {
            let now = Instant::now();
            match self.guard.read(&mut bytes)? {
                Some(0) => self.guard.end(GONE),
                Some(count) => {
                    self.decoder.push(&bytes[..count], now, events);
                    self.screen.has_margins = self.decoder.heard_of_margins() == Some(true);
                    total += count;
                    if total < BURST || now - begun > FLOOD {
                        return Ok(());
                    }
                }
                None => {
                    let woken = self.guard.wait(None, Some(look))?;
                    look = look.saturating_sub(now.elapsed());
                    if woken != Woken::Input || look.is_zero() {
                        return Ok(());
                    }
                }
            }
        }
    }

    /// Does what the events ask; whether one was to quit. Letters typed in a row are one change of a prompt.
    fn take_in(&mut self, events: Vec<Event>) -> io::Result<bool> {
        let mut typed = String::new();
        for event in events {
            let action = match event {
                Event::Paste(text) => {
                    self.type_in(&mut typed);
                    self.app.paste(&text);
                    continue;
                }
                event => action(&self.app, &event),
            };
            if let (Some(Action::Type(c)), Context::Prompt) = (action, self.app.context()) {
                typed.push(c);
                continue;
            }
            self.type_in(&mut typed);
            if let Some(action) = action {
                let effect = self.app.update(action);
                if self.carry_out(effect)? {
                    return Ok(true);
                }
            }
        }
        self.type_in(&mut typed);
        Ok(false)
    }

    fn type_in(&mut self, typed: &mut String) {
        if !typed.is_empty() {
            self.app.type_in(typed);
            typed.clear();
        }
    }

    /// Stops and goes on as the shell asks.
    fn answer_job(&mut self) -> io::Result<()> {
        match self.guard.signals().take_job() {
            None => return Ok(()),
            Some(Job::Stop) if is_orphaned() => {
                self.app.hear(Reply::Message("there is no shell here that could bring griot back".to_owned()));
                return Ok(());
            }
            Some(Job::Stop) => {
                self.guard.keep(self.keeper.session(&self.app));
                self.guard.hand_back();
                self.guard.signals().stop();
            }
            Some(Job::GoOn) => {}
        }
        self.take_again()
    }

    /// Takes the terminal over again, whatever has become of it.
    fn take_again(&mut self) -> io::Result<()> {
        self.guard.wait_for_foreground();
        self.guard.signals().take_job();
        self.screen.bytes.clear();
        self.guard.take(&mut self.screen.bytes)?;
        self.redraw = true;
        Ok(())
    }

    /// Draws what has changed.
    fn frame(&mut self) -> io::Result<()> {
        let Self { app, screen, guard, keeper, .. } = self;
        // The size is asked for before every frame: it may have changed while griot did something else.
        let now = size()?;
        if std::mem::take(&mut self.redraw) || now != app.shared.size {
            app.update(Action::Resize(now));
            screen.reset(now);
        }
        if !app.shared.waiting.is_typed() {
            app.catch_up();
        }
        // Before it is seen, so that what is seen is never lost.
        guard.keep(keeper.session(app));
        screen.draw(app)?;
        app.beneath_changed = false;
        self.ask();
        self.guard.write(&self.screen.bytes)?;
        self.screen.bytes.clear();
        Ok(())
    }
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
