//! What gives the terminal back, whatever ends the program: the guard, and the watches on panics, signals and the
//! terminal itself.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use crossterm::terminal;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::{ENTER, LEAVE, LEAVE_MOUSE, TAKE_MOUSE};
use crate::tui::store::{Kept, Store};

/// Entering and leaving the terminal, and what is saved on the way out, for whichever thread needs it.
pub(super) struct Guard {
    pub(super) entered: AtomicBool,
    pub(super) mouse: AtomicBool,
    /// The next frame is to be drawn whole.
    pub(super) redraw: AtomicBool,
    /// Held while a frame is written.
    pub(super) drawing: Mutex<()>,
    pub(super) kept: Mutex<Option<Kept>>,
    pub(super) store: Store,
}

impl Guard {
    pub(super) const fn new(mouse: bool, store: Store) -> Self {
        Self {
            entered: AtomicBool::new(false),
            mouse: AtomicBool::new(mouse),
            redraw: AtomicBool::new(false),
            drawing: Mutex::new(()),
            kept: Mutex::new(None),
            store,
        }
    }

    /// Takes the terminal over. The sequences wait in `out` for the first frame.
    pub(super) fn enter(&self, out: &mut impl Write) -> io::Result<()> {
        // Said first: whatever ends the program from here on gives back what has been taken.
        self.entered.store(true, Ordering::SeqCst);
        terminal::enable_raw_mode().inspect_err(|_| self.entered.store(false, Ordering::SeqCst))?;
        out.write_all(ENTER.as_bytes())?;
        if self.mouse.load(Ordering::SeqCst) {
            out.write_all(TAKE_MOUSE.as_bytes())?;
        }
        Ok(())
    }

    /// Gives the terminal back as it was. Errors are of no use here: the terminal may be gone.
    pub(super) fn leave(&self) {
        if self.entered.swap(false, Ordering::SeqCst) {
            let mut out = io::stdout().lock();
            let _ = out.write_all(LEAVE_MOUSE.as_bytes());
            let _ = out.write_all(LEAVE.as_bytes());
            let _ = out.flush();
            let _ = terminal::disable_raw_mode();
        }
    }

    /// Takes the terminal over again after a stop, and asks the loop to draw.
    pub(super) fn come_back(&self) {
        if self.entered.load(Ordering::SeqCst) {
            // Stopped by a signal that cannot be caught: the shell has put its own modes in place.
            let _ = terminal::disable_raw_mode();
        }
        if self.enter(&mut io::stdout().lock()).is_ok() {
            let _ = io::stdout().flush();
            self.redraw.store(true, Ordering::SeqCst);
            // The loop waits for an event: a change of size is one.
            let _ = low_level::raise(SIGWINCH);
        }
    }

    /// Remembers what is to be saved, whoever comes to save it; a new page is saved at once.
    pub(super) fn keep(&self, kept: Kept) {
        let mut held = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let turned = held.as_ref().is_some_and(|old| !old.same_page(&kept));
        *held = Some(kept);
        if turned && let Some(kept) = held.as_ref() {
            let _ = self.store.save(kept);
        }
    }

    /// Saves the place and the settings; a warning when that failed.
    pub(super) fn save(&self) -> Option<String> {
        let held = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().and_then(|kept| self.store.save(kept)).map(|warning| warning.to_string())
    }

    /// Saves and gives the terminal back from another thread. A frame that is being written is waited for, but not for
    /// long: a terminal that takes no frame takes no farewell either, and only gets its modes back.
    pub(super) fn end(&self, status: i32) -> ! {
        self.save();
        // No frame may follow, so the lock is held until the end.
        let quiet = self.between_frames(Duration::from_millis(300));
        if quiet.is_some() {
            self.leave();
        } else {
            let _ = terminal::disable_raw_mode();
        }
        low_level::exit(status)
    }

    /// Waits until no frame is being written, and keeps others from beginning; nothing if that takes too long.
    fn between_frames(&self, patience: Duration) -> Option<MutexGuard<'_, ()>> {
        let deadline = Instant::now() + patience;
        loop {
            match self.drawing.try_lock() {
                Ok(held) => return Some(held),
                Err(TryLockError::Poisoned(held)) => return Some(held.into_inner()),
                Err(TryLockError::WouldBlock) if Instant::now() > deadline => return None,
                Err(TryLockError::WouldBlock) => std::thread::yield_now(),
            }
        }
    }
}

/// A panic's message belongs on the normal screen.
pub(super) fn hook_panics(guard: &Arc<Guard>) {
    let guard = Arc::clone(guard);
    let default = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        guard.leave();
        guard.save();
        default(panic);
    }));
}

pub(super) fn watch_signals(guard: &Arc<Guard>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let guard = Arc::clone(guard);
    std::thread::spawn(move || {
        // From the stop until the terminal is taken over again, nothing is drawn.
        let mut stopped = None;
        for signal in signals.forever() {
            match signal {
                SIGTSTP => {
                    stopped = stopped.or_else(|| guard.between_frames(Duration::from_millis(300)));
                    guard.leave();
                    // SIGTSTP would be thrown away where no shell can continue us; SIGSTOP never is.
                    let _ = low_level::raise(SIGSTOP);
                }
                SIGCONT => {
                    guard.come_back();
                    stopped = None;
                }
                signal => guard.end(128 + signal),
            }
        }
    });
    Ok(())
}

/// Ends the program when its terminal is gone. Where SIGHUP is ignored nothing else would, and reading events would
/// spin for ever. The thread sleeps in the kernel until then.
pub(super) fn watch_terminal(guard: &Arc<Guard>) {
    let guard = Arc::clone(guard);
    std::thread::spawn(move || {
        while !is_gone(None) {}
        guard.end(GONE);
    });
}

/// How the program ends when its terminal is gone: as by SIGHUP.
pub(super) const GONE: i32 = 128 + SIGHUP;

/// No waiting at all.
pub(super) const NOW: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };

/// Whether the terminal is gone; waits for that for ever, or as long as is said.
pub(super) fn is_gone(patience: Option<&Timespec>) -> bool {
    let out = io::stdout();
    let mut fds = [PollFd::new(&out, PollFlags::empty())];
    !matches!(poll(&mut fds, patience), Ok(0) | Err(Errno::INTR))
}
