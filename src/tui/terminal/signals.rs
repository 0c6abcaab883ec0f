//! Signals that the loop itself answers: stop, go on, a new size. Each wakes the loop as a byte in a pipe; those that end
//! griot have a thread of their own in [`super::guard`], since a loop at work must not delay them.

use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use nix::sys::signal::{SigSet, Signal};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::Pid;
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
    /// The other end of the waker.
    wakes: UnixStream,
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
        wakes.set_nonblocking(true)?;
        Ok(Self { job, waker, wakes, woken: AtomicBool::new(false) })
    }

    /// What becomes readable when a signal comes.
    pub(super) fn waker(&self) -> BorrowedFd<'_> {
        self.waker.as_fd()
    }

    /// Another way to wake whoever waits.
    ///
    /// # Errors
    /// When the system has no room for it.
    pub(super) fn wakes(&self) -> io::Result<UnixStream> {
        self.wakes.try_clone()
    }

    /// Waits until something wakes, and for nothing else.
    pub(super) fn wait(&self) {
        if !self.have_come() {
            let _ = poll(&mut [PollFd::new(&self.waker, PollFlags::IN)], None);
            self.have_come();
        }
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

    /// Whether the shell asks to stop: what is typed now is for it.
    pub(super) fn have_stop(&self) -> bool {
        self.job.load(Ordering::SeqCst) == STOP
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

/// Runs something in a thread that takes no signal of the shell’s. The system gives a signal to any thread that takes it: one
/// that comes to it later than the loop comes to the keys behind the stop would leave these keys to griot. The mask is the
/// loop’s before the thread begins, so that there is no moment without it.
#[expect(clippy::disallowed_methods, reason = "here the signals are kept from it")]
pub(super) fn spawn(run: impl FnOnce() + Send + 'static) {
    let job: SigSet = [Signal::SIGTSTP, Signal::SIGCONT, Signal::SIGWINCH].into_iter().collect();
    let _ = job.thread_block();
    thread::spawn(run);
    let _ = job.thread_unblock();
}

/// Whether no shell could continue a stopped griot: POSIX calls its process group orphaned when every parent is in the
/// group itself or outside the session.
pub(super) fn is_orphaned() -> bool {
    let Some(own) = Standing::of(None) else { return false };
    let mut parent = own.parent;
    while let Some(process) = Pid::from_raw(parent) {
        let Some(next) = Standing::of(Some(process)) else { return false };
        if next.session != own.session {
            return true;
        }
        if next.group != own.group {
            return false;
        }
        parent = next.parent;
    }
    true
}

/// Where a process stands among the others. A number is 0 where there is none, and where what it names lies outside the
/// container that griot runs in: that is why the calls of `rustix`, which take it for positive, are not asked on Linux.
struct Standing {
    parent: i32,
    group: i32,
    session: i32,
}

impl Standing {
    /// Of a process or of griot itself; nothing where the system does not tell.
    #[cfg(target_os = "linux")]
    fn of(process: Option<Pid>) -> Option<Self> {
        let name = process.map_or_else(|| "self".to_owned(), |process| process.as_raw_nonzero().to_string());
        Self::read(&std::fs::read_to_string(format!("/proc/{name}/stat")).ok()?)
    }

    /// As on Linux, but for the parents of others, which other systems do not tell: whoever is asked has none.
    #[cfg(not(target_os = "linux"))]
    fn of(process: Option<Pid>) -> Option<Self> {
        use rustix::process::{getpgid, getppid, getsid};
        let number = |pid: Pid| pid.as_raw_nonzero().get();
        Some(Self {
            parent: if process.is_none() { getppid().map_or(0, number) } else { 0 },
            group: number(getpgid(process).ok()?),
            session: number(getsid(process).ok()?),
        })
    }

    /// From the line of `proc_pid_stat(5)`.
    #[cfg(any(target_os = "linux", test))]
    fn read(stat: &str) -> Option<Self> {
        // The name stands in parentheses and may hold anything; after it come the state, the parent, the group and the session.
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(1).map_while(|field| field.parse().ok());
        Some(Self { parent: fields.next()?, group: fields.next()?, session: fields.next()? })
    }
}

/// The process group of griot; 0 where it lies outside the container that griot runs in.
pub(super) fn own_group() -> Option<i32> {
    Standing::of(None).map(|own| own.group)
}

#[cfg(test)]
mod tests {
    use super::Standing;

    #[test]
    fn a_process_stands_where_its_line_says_whatever_its_name_is() {
        let read = |line: &str| Standing::read(line).map(|it| (it.parent, it.group, it.session));
        assert_eq!(read("7 (griot) S 5 7 5 34816 7 4194304 1"), Some((5, 7, 5)));
        assert_eq!(read("7 (a) S 1 (b) R) S 5 6 4 0 -1"), Some((5, 6, 4)));
        // The first process of a container: its group and session are outside.
        assert_eq!(read("1 (sh) S 0 0 0 34816 0 4194560"), Some((0, 0, 0)));
        for torn in ["", "7 (griot", "7 (griot) S 5 7", "7 (griot) S x 7 5"] {
            assert_eq!(read(torn), None, "{torn}");
        }
    }
}
