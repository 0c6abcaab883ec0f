//! What gives the terminal back, whatever ends the program.
//!
//! Who has the terminal is one value behind one lock, and everything that is written to the terminal is written under it:
//!
//! ```text
//!   Shell ── take ──► Griot ── hand_back ──► Shell      a stop, and going on after it
//!                       └────── leave ─────► Left       quit, an error, a panic, a signal: nothing leads out of it
//! ```
//!
//! So no frame follows a farewell, and nothing that comes after the last one, SIGCONT least of all, takes the terminal again.

use std::io;
use std::os::fd::BorrowedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use rustix::termios::{LocalModes, Termios};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::signals::{Signals as JobSignals, spawn};
use super::tty::{Tty, Woken, raw};
use crate::tui::store::{Marks, Session, Store, Warning};

/// The alternate screen; sent once, as it remembers where the cursor of the shell stood.
const ALTERNATE: &str = "\x1b[?1049h";
/// Plain and empty, also where there is no alternate screen; bracketed paste.
const ENTER: &str = "\x1b[0m\x1b[2J\x1b[?2004h";
/// Buttons, wheel and drags in the SGR form; never bare motion.
const TAKE_MOUSE: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const LEAVE_MOUSE: &str = "\x1b[?1006l\x1b[?1003l\x1b[?1002l\x1b[?1000l";
/// Plain letters, an empty line below all where there is no alternate screen, the cursor, the screen that was there before.
const LEAVE: &str = "\x1b[?69l\x1b[r\x1b[?2004l\x1b[0m\x1b[999;1H\x1b[S\x1b[2K\x1b[?25h\x1b[?1049l";
/// Ends whatever sequence was cut short.
const CANCEL: &str = "\x18";
/// How long a terminal that takes no output is asked to take the farewell.
const PATIENCE: Duration = Duration::from_millis(300);
/// How griot ends when its terminal is gone: as by SIGHUP.
pub(super) const GONE: i32 = 128 + SIGHUP;

const ENDINGS: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

/// Who has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    Shell,
    Griot,
    /// Nobody of griot ever again.
    Left,
}

/// The terminal, and what is saved on the way out, for whichever thread needs it.
pub(super) struct Guard {
    tty: Tty,
    signals: JobSignals,
    /// Held while anything is written.
    owner: Mutex<Owner>,
    /// The modes that the terminal was found in.
    found: Mutex<Option<Termios>>,
    /// Whether a write was given up in the middle of something.
    torn: AtomicBool,
    mouse: AtomicBool,
    /// Another program has the terminal, and the keys that interrupt are for it.
    lent: AtomicBool,
    /// A signal has come that ends griot; set as it comes.
    ending: Arc<AtomicBool>,
    session: Mutex<Option<Session>>,
    marks: Mutex<Marks>,
    store: Store,
}

impl Guard {
    pub(super) fn new(mouse: bool, store: Store, marks: Marks) -> io::Result<Self> {
        Ok(Self {
            tty: Tty::open()?,
            signals: JobSignals::watch()?,
            owner: Mutex::new(Owner::Shell),
            found: Mutex::new(None),
            torn: AtomicBool::new(false),
            mouse: AtomicBool::new(mouse),
            lent: AtomicBool::new(false),
            ending: Arc::new(AtomicBool::new(false)),
            session: Mutex::new(None),
            marks: Mutex::new(marks),
            store,
        })
    }

    pub(super) const fn signals(&self) -> &JobSignals {
        &self.signals
    }

    pub(super) fn read(&self, bytes: &mut [u8]) -> io::Result<Option<usize>> {
        self.tty.read(bytes)
    }

    /// Whether the terminal has vanished.
    pub(super) fn is_gone(&self) -> bool {
        self.tty.wait(self.signals.waker(), None, Some(Duration::ZERO)).is_ok_and(|woken| woken == Woken::Gone)
    }

    /// Whether there is something to read.
    pub(super) fn has_input(&self) -> bool {
        self.tty.wait(self.signals.waker(), None, Some(Duration::ZERO)).is_ok_and(|woken| woken == Woken::Input)
    }

    /// Whether what is typed is for griot, whatever signals wait for their answer.
    pub(super) fn is_typed_at(&self) -> bool {
        !self.signals.have_stop() && self.tty.is_foreground()
    }

    /// Waits for input, a signal or something else to read, for ever or as long as is said.
    pub(super) fn wait(&self, other: Option<BorrowedFd>, patience: Option<Duration>) -> io::Result<Woken> {
        if self.signals.have_come() {
            return Ok(Woken::Waker);
        }
        let woken = self.tty.wait(self.signals.waker(), other, patience)?;
        // What was typed behind a stop is for the shell.
        Ok(if woken == Woken::Input && self.signals.has_job() { Woken::Waker } else { woken })
    }

    /// Takes the terminal over; the sequences for that are put before what `out` holds.
    pub(super) fn take(&self, out: &mut Vec<u8>) -> io::Result<()> {
        let mut owner = lock(&self.owner);
        if *owner == Owner::Left {
            return Ok(());
        }
        let modes = self.tty.modes()?;
        let raw = raw(&modes);
        let is_new = *owner == Owner::Shell;
        // Stopped by a signal that cannot be caught, griot still had the terminal; found is what the shell has made of it.
        if is_new || modes.local_modes.contains(LocalModes::ICANON) {
            *lock(&self.found) = Some(modes);
        }
        // Said first: whatever ends griot from here on gives back what was found.
        *owner = Owner::Griot;
        self.tty.set_modes(&raw)?;
        self.torn.store(false, Ordering::SeqCst);
        let alternate = if is_new { ALTERNATE } else { "" };
        let mouse = if self.mouse.load(Ordering::SeqCst) { TAKE_MOUSE } else { "" };
        out.splice(0..0, [alternate, ENTER, mouse].concat().into_bytes());
        Ok(())
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub(super) fn set_mouse(&self, taken: bool) -> io::Result<()> {
        self.mouse.store(taken, Ordering::SeqCst);
        self.write(if taken { TAKE_MOUSE } else { LEAVE_MOUSE }.as_bytes())
    }

    /// Writes to the terminal while griot has it. A terminal that takes no output is waited for until the shell asks
    /// something of the job; the rest of the bytes is then left out.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let owner = lock(&self.owner);
        if *owner == Owner::Griot && !self.torn.load(Ordering::SeqCst) {
            let given_up = || self.signals.has_job();
            let whole = self.tty.write(bytes, self.signals.waker(), None, given_up)?;
            self.torn.store(!whole, Ordering::SeqCst);
        }
        Ok(())
    }

    /// Gives the terminal back for a while.
    pub(super) fn hand_back(&self) {
        let mut owner = lock(&self.owner);
        if *owner == Owner::Griot {
            self.restore();
            *owner = Owner::Shell;
        }
    }

    /// Lets another program have the terminal for as long as `run` takes. As `system` of POSIX has it, a key that
    /// interrupts that program does not end griot. Its modes are then as they were found, whatever the program left.
    pub(super) fn lend<T>(&self, run: impl FnOnce() -> T) -> T {
        self.lent.store(true, Ordering::SeqCst);
        self.hand_back();
        let answer = run();
        self.restore_modes();
        self.ending.store(false, Ordering::SeqCst);
        self.lent.store(false, Ordering::SeqCst);
        answer
    }

    /// Gives the terminal back for good. Errors are of no use here: the terminal may be gone. A write that goes on is
    /// waited for, but not for long; then only the modes are given back. As long as the answer is held, nothing is written.
    pub(super) fn leave(&self) -> Option<impl Sized> {
        let mut owner = self.between_writes();
        match owner.as_deref_mut() {
            Some(owner) => {
                if *owner == Owner::Griot {
                    self.restore();
                }
                *owner = Owner::Left;
            }
            None => self.restore_modes(),
        }
        owner
    }

    fn restore(&self) {
        let cancel = if self.torn.load(Ordering::SeqCst) { CANCEL } else { "" };
        let farewell = [cancel, LEAVE_MOUSE, LEAVE].concat();
        let deadline = Instant::now() + PATIENCE;
        // Signals do not keep it from being said; asking for them keeps the wait from spinning.
        let never = || {
            self.signals.has_job();
            false
        };
        let _ = self.tty.write(farewell.as_bytes(), self.signals.waker(), Some(deadline), never);
        self.restore_modes();
    }

    /// From the background the modes cannot be set, and the shell has set its own.
    fn restore_modes(&self) {
        if let Some(found) = lock(&self.found).as_ref()
            && self.tty.is_foreground()
        {
            let _ = self.tty.set_modes(found);
        }
    }

    /// Waits until the terminal’s keys go to griot: a job in the background that took the terminal would take it from
    /// the shell.
    pub(super) fn wait_for_foreground(&self) {
        while !self.tty.is_foreground() {
            // Stopped once more it could not end; its thread is about to.
            while self.ending.load(Ordering::SeqCst) {
                std::thread::park();
            }
            self.signals.stop();
            self.signals.take_job();
        }
    }

    /// Remembers what is to be saved, whoever comes to save it; a new page is saved at once.
    pub(super) fn keep(&self, session: Session) {
        let mut held = lock(&self.session);
        let turned = held.as_ref().is_some_and(|old| !old.same_page(&session));
        *held = Some(session);
        if turned && let Some(session) = held.as_ref() {
            let _ = self.store.save(session);
        }
    }

    /// The reader’s marks.
    pub(super) fn marks(&self) -> MutexGuard<'_, Marks> {
        lock(&self.marks)
    }

    /// Saves the place, the settings and the marks that wait; what could not be saved.
    pub(super) fn save(&self, patience: Duration) -> Vec<Warning> {
        let place = lock(&self.session).as_ref().and_then(|session| self.store.save(session));
        let marks = lock(&self.marks).keep_within(patience);
        place.into_iter().chain(marks).collect()
    }

    /// Saves and gives the terminal back, from whichever thread, and ends griot.
    pub(super) fn end(&self, status: i32) -> ! {
        self.save(PATIENCE);
        let _quiet = self.leave();
        low_level::exit(status)
    }

    /// Waits until nothing is being written, and keeps others from beginning; nothing if that takes too long.
    fn between_writes(&self) -> Option<MutexGuard<'_, Owner>> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.owner.try_lock() {
                Ok(held) => return Some(held),
                Err(TryLockError::Poisoned(held)) => return Some(held.into_inner()),
                Err(TryLockError::WouldBlock) if Instant::now() > deadline => return None,
                Err(TryLockError::WouldBlock) => std::thread::yield_now(),
            }
        }
    }
}

/// A panic’s message belongs on the normal screen.
pub(super) fn hook_panics(guard: &Arc<Guard>) {
    let guard = Arc::clone(guard);
    let default = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        guard.leave();
        guard.save(PATIENCE);
        default(panic);
    }));
}

/// The signals that end griot are answered at once, whatever the loop is busy with.
pub(super) fn watch_endings(guard: &Arc<Guard>) -> io::Result<()> {
    for signal in ENDINGS {
        signal_hook::flag::register(signal, Arc::clone(&guard.ending))?;
    }
    let mut signals = Signals::new(ENDINGS)?;
    let guard = Arc::clone(guard);
    spawn(move || {
        // This thread may come to a signal when the other program has ended already: then the signal is not ending any more.
        let lent = || guard.lent.load(Ordering::SeqCst) || !guard.ending.load(Ordering::SeqCst);
        let for_another = |signal: &i32| [SIGINT, SIGQUIT].contains(signal) && lent();
        if let Some(signal) = signals.forever().find(|signal| !for_another(signal)) {
            guard.end(128 + signal);
        }
    });
    Ok(())
}

/// A panic leaves nothing half done that matters here.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
