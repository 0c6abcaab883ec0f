//! The terminal as a file: reading, writing and waiting that never hang.
//!
//! It is opened anew, so that it can be made non-blocking without the shell’s own terminal becoming so: a terminal that
//! takes no output then delays a frame, and nothing else.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::termios::{LocalModes, isatty};
use rustix::termios::{OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetpgrp, tcsetattr, ttyname};

use super::signals::own_group;

/// The terminal that standard output is.
#[derive(Debug)]
pub(super) struct Tty {
    fd: OwnedFd,
}

/// What a wait was ended by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Woken {
    /// There is something to read.
    Input,
    /// The other end of the waker was written to, or a signal came.
    Waker,
    /// The third that is waited for has something to read.
    Other,
    /// The terminal has vanished.
    Gone,
    /// Nothing came in time.
    Nothing,
}

impl Tty {
    /// Opens the terminal that standard output is; where that may not be opened again, the controlling terminal, and
    /// where there is none, standard output itself, which then may block.
    ///
    /// # Errors
    /// When standard output is no terminal.
    pub(super) fn open() -> io::Result<Self> {
        let out = io::stdout();
        let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let name = ttyname(&out, Vec::new())?;
        let own = open(name, flags, Mode::empty()).or_else(|_| open("/dev/tty", flags, Mode::empty()));
        let fd = match own.ok().filter(|fd| isatty(fd)) {
            Some(fd) => fd,
            None => out.as_fd().try_clone_to_owned()?,
        };
        Ok(Self { fd })
    }

    /// The modes of the terminal.
    pub(super) fn modes(&self) -> io::Result<Termios> {
        Ok(tcgetattr(&self.fd)?)
    }

    /// Sets modes at once; what was typed ahead stays.
    pub(super) fn set_modes(&self, modes: &Termios) -> io::Result<()> {
        Ok(tcsetattr(&self.fd, OptionalActions::Now, modes)?)
    }

    /// Whether griot is what the terminal’s keys go to, as far as the terminal tells. A process in the background is
    /// stopped if it sets modes.
    pub(super) fn is_foreground(&self) -> bool {
        tcgetpgrp(&self.fd).map_or(true, |group| own_group().is_none_or(|own| own == group.as_raw_nonzero().get()))
    }

    /// Reads what is there, without waiting; `None` when nothing is, and 0 bytes when the terminal has vanished.
    pub(super) fn read(&self, bytes: &mut [u8]) -> io::Result<Option<usize>> {
        match rustix::io::read(&self.fd, bytes) {
            Ok(count) => Ok(Some(count)),
            Err(Errno::AGAIN | Errno::INTR) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Waits for input, for the waker or for a third, for ever or as long as is said.
    ///
    /// # Errors
    /// When the terminal cannot be waited for.
    pub(super) fn wait(
        &self,
        waker: BorrowedFd,
        other: Option<BorrowedFd>,
        patience: Option<Duration>,
    ) -> io::Result<Woken> {
        let patience = patience.map(timespec);
        // Whoever waits for two asks the waker twice.
        let other = other.unwrap_or(waker);
        let mut fds = [&waker, &self.fd.as_fd(), &other].map(|fd| PollFd::from_borrowed_fd(*fd, PollFlags::IN));
        match poll(&mut fds, patience.as_ref()) {
            Ok(0) => return Ok(Woken::Nothing),
            Err(Errno::INTR) => return Ok(Woken::Waker),
            Err(error) => return Err(error.into()),
            Ok(_) => {}
        }
        let [waker, terminal, _] = fds.map(|fd| fd.revents());
        Ok(if terminal.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            Woken::Gone
        } else if waker.contains(PollFlags::IN) {
            Woken::Waker
        } else if terminal.contains(PollFlags::IN) {
            Woken::Input
        } else {
            Woken::Other
        })
    }

    /// Writes all; whether it could, before `given_up` held. A terminal that takes nothing is asked again as soon as it
    /// takes something or the waker wakes, and `given_up` is asked each time.
    pub(super) fn write(
        &self,
        mut bytes: &[u8],
        waker: BorrowedFd,
        deadline: Option<Instant>,
        given_up: impl Fn() -> bool,
    ) -> io::Result<bool> {
        while !bytes.is_empty() {
            match rustix::io::write(&self.fd, bytes) {
                Ok(count) => bytes = &bytes[count..],
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
                    if given_up() || left.is_some_and(|left| left.is_zero()) {
                        return Ok(false);
                    }
                    let mut fds = [PollFd::new(&self.fd, PollFlags::OUT), PollFd::new(&waker, PollFlags::IN)];
                    let _ = poll(&mut fds, left.map(timespec).as_ref());
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(true)
    }
}

/// The modes in which griot reads keys: every byte as it comes, and only the key that stops a job is left to the
/// terminal, which sends the signal at once and to the whole job. What was typed behind that key then stays for the shell.
pub(super) fn raw(found: &Termios) -> Termios {
    let mut modes = found.clone();
    modes.make_raw();
    modes.local_modes |= LocalModes::ISIG | LocalModes::NOFLSH;
    for key in [SpecialCodeIndex::VINTR, SpecialCodeIndex::VQUIT] {
        modes.special_codes[key] = NO_KEY;
    }
    modes
}

/// What no key is, as POSIX’s `_POSIX_VDISABLE`.
const NO_KEY: u8 = if cfg!(any(target_os = "linux", target_os = "android")) { 0 } else { 0xff };

fn timespec(duration: Duration) -> Timespec {
    Timespec { tv_sec: duration.as_secs() as i64, tv_nsec: i64::from(duration.subsec_nanos()) }
}
