//! Other programs: one that opens a URL beside griot, and one that has the terminal while griot waits for it.

use std::io::{self, Write};
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};

use griot_pack::url::allowed;

use super::guard::Guard;
use super::signals::{Job, is_orphaned, spawn};
use crate::tui::app::Reply;

/// Where a thread leaves what the program is to hear: it wakes the loop, whatever that waits for.
#[derive(Debug, Clone)]
pub(super) struct Post {
    replies: Sender<Reply>,
    wakes: Arc<UnixStream>,
}

impl Post {
    /// A way to the loop that this waker wakes, and the loop’s end of it.
    pub(super) fn new(wakes: UnixStream) -> (Self, Receiver<Reply>) {
        let (replies, heard) = mpsc::channel();
        (Self { replies, wakes: Arc::new(wakes) }, heard)
    }

    /// Leaves a reply. One that nobody hears any more is of no use to anybody.
    pub(super) fn send(&self, reply: Reply) {
        let _ = self.replies.send(reply);
        self.wake();
    }

    /// Wakes the loop. Where it cannot be written to, the waker is full, and the loop awake.
    pub(super) fn wake(&self) {
        let _ = (&*self.wakes).write(&[0]);
    }
}

/// Opens a URL outside griot, without a shell and without waiting for it; should its opener fail, that is heard.
///
/// # Errors
/// When the URL is refused or no opener can be started.
pub(super) fn open(url: &str, post: &Post) -> io::Result<()> {
    allowed(url).map_err(io::Error::other)?;
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let child =
        Command::new(opener).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let post = post.clone();
    in_thread(child, move |ended| {
        if let Some(failure) = failure(opener, ended) {
            post.send(Reply::Message(format!("the URL was not opened: {failure}")));
        }
    });
    Ok(())
}

/// Runs a program that has the terminal until it ends, and is stopped and goes on with griot. What went wrong, if
/// anything.
pub(super) fn run(words: &[String], guard: &Guard, post: &Post) -> Option<String> {
    let (program, arguments) = words.split_first()?;
    let child = match Command::new(program).args(arguments).spawn() {
        Ok(child) => child,
        Err(error) => return Some(format!("{program} cannot be started: {error}")),
    };
    let (tell, ended) = mpsc::channel();
    let post = post.clone();
    in_thread(child, move |status| {
        let _ = tell.send(status);
        post.wake();
    });
    loop {
        match ended.try_recv() {
            Ok(status) => return failure(program, status),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => {}
        }
        if guard.signals().take_job() == Some(Job::Stop) && !is_orphaned() {
            guard.signals().stop();
        }
        guard.signals().wait();
    }
}

fn in_thread(mut child: Child, then: impl FnOnce(io::Result<ExitStatus>) + Send + 'static) {
    spawn(move || then(child.wait()));
}

fn failure(program: &str, ended: io::Result<ExitStatus>) -> Option<String> {
    match ended {
        Ok(status) if status.success() => None,
        Ok(status) => Some(format!("{program} ended with {status}")),
        Err(error) => Some(format!("{program}: {error}")),
    }
}
