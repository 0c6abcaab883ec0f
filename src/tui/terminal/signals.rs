//! Signals that the loop itself answers: stop, go on, a new size. Each wakes the loop as a byte in a pipe; those that end
//! griot have a thread of their own in [`super::guard`], since a loop at work must not delay them.

use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rustix::process::{Pid, getpgid, getpgrp, getppid, getsid};
use signal_hook::consts::{SIGCONT, SIGSTOP, SIGTSTP, SIGWINCH};
use signal_hook::low_level;

const NONE: usize = 0;
const STOP: usize = 1;
const GO_ON: usize = 2;

/// What the shell asks of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Job {
    /// To give the terminal back and stop.
    Stop,
    /// It goes on: whatever the terminal was, it is to be taken anew.
    GoOn,
}

/// What has come and has not been answered.
#[derive(Debug)]
pub(super) struct Signals {
    /// The last of stop and go on: each takes the other back, as it does in the kernel.
    job: Arc<AtomicUsize>,
    waker: UnixStream,
    /// Whether the waker was emptied on the way.
    woken: AtomicBool,
}

impl Signals {
    /// Begins to watch.
    ///
    /// # Errors
    /// When the system has no room for it.
    pub(super) fn watch() -> io::Result<Self> {
        let job = Arc::new(AtomicUsize::new(NONE));
        let (waker, wakes) = UnixStream::pair()?;
        waker.set_nonblocking(true)?;
        // First the flag, then the byte that wakes.
        signal_hook::flag::register_usize(SIGTSTP, Arc::clone(&job), STOP)?;
        signal_hook::flag::register_usize(SIGCONT, Arc::clone(&job), GO_ON)?;
        for signal in [SIGTSTP, SIGCONT, SIGWINCH] {
            low_level::pipe::register(signal, wakes.try_clone()?)?;
        }
        Ok(Self { job, waker, woken: AtomicBool::new(false) })
    }

    /// What becomes readable when a signal comes.
    pub(super) fn waker(&self) -> BorrowedFd<'_> {
        self.waker.as_fd()
    }

    /// Whether a job signal waits for its answer. Empties the waker, so that a wait for something else does not spin.
    pub(super) fn has_job(&self) -> bool {
        let mut bytes = [0; 64];
        while (&self.waker).read(&mut bytes).is_ok_and(|count| count > 0) {
            self.woken.store(true, Ordering::SeqCst);
        }
        self.job.load(Ordering::SeqCst) != NONE
    }

    /// Whether any signal has come since this was asked last.
    pub(super) fn have_come(&self) -> bool {
        self.has_job() | self.woken.swap(false, Ordering::SeqCst)
    }

    /// What the shell asks, taken as answered.
    pub(super) fn take_job(&self) -> Option<Job> {
        match self.job.swap(NONE, Ordering::SeqCst) {
            STOP => Some(Job::Stop),
            GO_ON => Some(Job::GoOn),
            _ => None,
        }
    }

    /// Stops the whole process until it is told to go on, unless that has come already.
    pub(super) fn stop(&self) {
        if self.job.load(Ordering::SeqCst) != GO_ON {
            // SIGTSTP is watched, so it would not stop anything.
            let _ = low_level::raise(SIGSTOP);
        }
    }
}

/// Whether no shell could continue a stopped griot: POSIX calls its process group orphaned when every parent is in the
/// group itself or outside the session.
pub(super) fn is_orphaned() -> bool {
    let Ok(session) = getsid(None) else { return false };
    let mut parent = getppid();
    while let Some(process) = parent {
        if getsid(Some(process)) != Ok(session) {
            return true;
        }
        if getpgid(Some(process)) != Ok(getpgrp()) {
            return false;
        }
        let Some(next) = parent_of(process) else { return false };
        parent = Pid::from_raw(next);
    }
    true
}

/// The number of the parent of another process, where the system tells; 0 where it has none.
fn parent_of(process: Pid) -> Option<i32> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", process.as_raw_nonzero())).ok()?;
    // The name stands in parentheses and may hold anything; after it come the state and the parent.
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}
