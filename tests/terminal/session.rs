//! griot in a real pseudo-terminal. Nothing sleeps: every step waits for what the screen is to show, with a deadline.

#![expect(clippy::disallowed_methods, reason = "the tests are no program that a shell stops")]

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{ChildKiller, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::Action;
use tempfile::TempDir;

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(40);

/// A terminal with griot in it.
pub struct Session {
    pub home: Arc<TempDir>,
    parser: vt100::Parser,
    /// Every byte that the terminal was given.
    pub raw: Vec<u8>,
    master: Box<dyn MasterPty + Send>,
    /// Kept open, so that the terminal outlives the program as a shell's does.
    slave: Option<Box<dyn SlavePty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    reader: Option<JoinHandle<()>>,
    stop: Arc<AtomicBool>,
    ended: Receiver<ExitStatus>,
    killer: Box<dyn ChildKiller + Send + Sync>,
    pub pid: u32,
}

/// What is to be started.
pub struct Start {
    pub size: (u16, u16),
    pub home: Arc<TempDir>,
    pub env: Vec<(&'static str, String)>,
    args: Vec<String>,
    /// A shell's words with `"$GRIOT"` in them, in place of griot alone.
    shell: Option<&'static str>,
}

impl Start {
    pub fn at(width: u16, height: u16) -> Self {
        let home = Arc::new(tempfile::tempdir().unwrap());
        Self {
            size: (width, height),
            home,
            env: vec![("TERM", "xterm-256color".into())],
            args: Vec::new(),
            shell: None,
        }
    }

    pub fn env(mut self, name: &'static str, value: &str) -> Self {
        self.env.push((name, value.into()));
        self
    }

    pub fn arg(mut self, arg: impl Into<String>) -> Self {
        self.args.push(arg.into());
        self
    }

    pub fn home(mut self, home: &Arc<TempDir>) -> Self {
        self.home = Arc::clone(home);
        self
    }

    pub const fn shell(mut self, words: &'static str) -> Self {
        self.shell = Some(words);
        self
    }

    fn command(&self) -> CommandBuilder {
        let griot = env!("CARGO_BIN_EXE_griot");
        let mut command = CommandBuilder::new(if self.shell.is_some() { "sh" } else { griot });
        if let Some(words) = self.shell {
            command.args(["-c", words]);
        }
        command.args(&self.args);
        command.env_clear();
        command.cwd(self.home.path());
        command.env("GRIOT", griot);
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        for (name, folder) in [
            ("HOME", ""),
            ("XDG_STATE_HOME", "state"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
        ] {
            command.env(name, self.home.path().join(folder));
        }
        for (name, value) in &self.env {
            command.env(name, value);
        }
        command
    }

    pub fn run(self) -> Session {
        let (width, height) = self.size;
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut child = pair.slave.spawn_command(self.command()).unwrap();
        let (pid, killer) = (child.process_id().unwrap(), child.clone_killer());
        let (tell_end, ended) = mpsc::channel();
        thread::spawn(move || tell_end.send(child.wait().unwrap()));
        let stop = Arc::new(AtomicBool::new(false));
        let (output, reader) = read(pair.master.try_clone_reader().unwrap(), Arc::clone(&stop));
        let writer = Some(pair.master.take_writer().unwrap());
        Session {
            home: self.home,
            parser: parser(width, height),
            raw: Vec::new(),
            master: pair.master,
            slave: Some(pair.slave),
            writer,
            output,
            reader: Some(reader),
            stop,
            ended,
            killer,
            pid,
        }
    }

    /// Starts and waits for the text of the first era.
    pub fn reading(self) -> Session {
        let mut session = self.run();
        session.wait_for("Precolonial Mali");
        session
    }
}

fn parser(width: u16, height: u16) -> vt100::Parser {
    // A terminal may claim any size; nobody looks at more than this.
    let one = |n: u16| NonZeroU16::new(n.clamp(1, 500)).unwrap();
    vt100::Parser::new(one(height), one(width), 0)
}

fn read(mut from: Box<dyn Read + Send>, stop: Arc<AtomicBool>) -> (Receiver<Vec<u8>>, JoinHandle<()>) {
    let (tell, output) = mpsc::channel();
    let reader = thread::spawn(move || {
        let mut buffer = vec![0; 64 << 10];
        while let Ok(count @ 1..) = from.read(&mut buffer) {
            if tell.send(buffer[..count].to_vec()).is_err() || stop.load(Ordering::SeqCst) {
                break;
            }
        }
    });
    (output, reader)
}

impl Session {
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The rows of the screen.
    pub fn text(&self) -> String {
        let (_, columns) = self.screen().size();
        let rows = self.screen().rows(0, columns.get()).map(|row| row.trim_end().to_owned());
        rows.collect::<Vec<_>>().join("\n")
    }

    /// Whether the last frame has come whole: each ends with the cursor.
    pub fn is_drawn(&self) -> bool {
        self.raw.ends_with(b"\x1b[?25h") || self.raw.ends_with(b"\x1b[?25l")
    }

    /// Types bytes, as a terminal sends them.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(bytes.as_ref()).unwrap();
        writer.flush().unwrap();
    }

    /// Takes in what griot writes until something holds.
    pub fn wait(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        self.wait_or(what, holds, |_| {});
    }

    /// As `wait`; when nothing comes for a while, tries again.
    pub fn wait_or(&mut self, what: &str, holds: impl Fn(&Self) -> bool, again: impl Fn(&mut Self)) {
        let deadline = Instant::now() + PATIENCE;
        while !holds(self) {
            assert!(Instant::now() < deadline, "waited for {what} in vain; the screen shows\n{}", self.text());
            match self.output.recv_timeout(Duration::from_millis(300)) {
                Ok(bytes) => self.take_in(&bytes),
                Err(_) => again(self),
            }
        }
    }

    /// Waits for a whole frame that shows a text.
    pub fn wait_for(&mut self, text: &str) {
        self.wait(text, |session| session.is_drawn() && session.text().contains(text));
    }

    /// Takes in what griot writes until it pauses, asleep and not merely kept from going on by others: the next key is then
    /// one of its own, and no part of a sequence.
    pub fn rest(&mut self) {
        let mut rests = false;
        while !rests {
            rests = self.is_asleep();
            while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(60)) {
                self.take_in(&bytes);
                rests = false;
            }
        }
    }

    /// Whether griot waits for something, or has ended, as far as the system tells.
    fn is_asleep(&self) -> bool {
        let told = std::fs::read_to_string(format!("/proc/{}/stat", self.pid)).unwrap_or_default();
        // The state stands after the name, which may hold anything.
        !told.rsplit(") ").next().is_some_and(|rest| rest.starts_with(['R', 'D']))
    }

    /// Types, and waits for a text on the screen.
    pub fn press(&mut self, keys: &str, text: &str) {
        self.send(keys);
        self.wait_for(text);
    }

    fn take_in(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.parser.process(bytes);
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        let one = |n: u16| NonZeroU16::new(n.max(1)).unwrap();
        self.parser.set_size(one(height), one(width));
        self.master.resize(PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    pub fn signal(&self, signal: Signal) {
        signal_to(self.pid, signal);
    }

    /// The number of the griot that [`AS_JOB`] has started.
    pub fn job(&self) -> u32 {
        fs::read_to_string(self.file("pid")).unwrap().trim().parse().unwrap()
    }

    /// Lets the terminal take no more output, as when a key has halted it, or take it again.
    pub fn halt(&self, halted: bool) {
        let flags = rustix::fs::OFlags::RDWR | rustix::fs::OFlags::NOCTTY;
        let name = self.master.tty_name().unwrap();
        let terminal = rustix::fs::open(name, flags, rustix::fs::Mode::empty()).unwrap();
        rustix::termios::tcflow(terminal, if halted { Action::OOff } else { Action::OOn }).unwrap();
    }

    /// Whether griot has ended.
    pub fn has_ended(&mut self) -> Option<ExitStatus> {
        self.ended.try_recv().ok()
    }

    /// The terminal's modes, as the shell finds them.
    pub fn modes(&self) -> String {
        format!("{:?}", self.master.get_termios().unwrap())
    }

    /// How griot ended; what it still wrote is taken in.
    pub fn end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            while let Ok(bytes) = self.output.try_recv() {
                self.take_in(&bytes);
            }
            if let Ok(status) = self.ended.recv_timeout(Duration::from_millis(20)) {
                // What is still on the way comes at once: the terminal holds it.
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
                    self.take_in(&bytes);
                }
                return status;
            }
            assert!(Instant::now() < deadline, "griot does not end; the screen shows\n{}", self.text());
        }
    }

    /// Presses Esc and `q` as one does who wants out and does not know where one is, until griot ends; how it ended and
    /// how long that took.
    pub fn find_the_way_out(&mut self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            for key in ["\x1b", "\x1b", "q"] {
                self.send(key);
                self.rest();
            }
            if let Some(status) = self.has_ended() {
                let took = begun.elapsed();
                // What is still on the way comes at once: the terminal holds it.
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
                    self.take_in(&bytes);
                }
                return (status, took);
            }
        }
        panic!("griot does not end; the screen shows\n{}", self.text());
    }

    /// Quits by `q`.
    pub fn quit(&mut self) -> ExitStatus {
        self.send("q");
        self.end()
    }

    /// Takes the terminal away, as when a window is closed; griot is made to write once, so that reading ends.
    pub fn vanish(mut self) -> Receiver<ExitStatus> {
        self.stop.store(true, Ordering::SeqCst);
        self.send("\x0c");
        self.reader.take().unwrap().join().unwrap();
        (self.writer, self.slave) = (None, None);
        let (_, never) = mpsc::channel();
        std::mem::replace(&mut self.ended, never)
    }

    pub fn file(&self, path: impl AsRef<Path>) -> std::path::PathBuf {
        self.home.path().join(path)
    }

    /// What a shell expects of its terminal when a program has ended.
    pub fn assert_whole(&self, modes_before: &str) {
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "bracketed paste is off");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is given back");
        assert_eq!(self.modes(), modes_before, "the modes are as before");
    }
}

/// Words for a shell that starts griot as a job of its own, as shells do for people: when the job has stopped, a line that
/// is typed brings it back.
pub const AS_JOB: &str = r#"set -m
sh -c 'echo $$ > pid; exec "$GRIOT"'
status=$?
while [ $status = 147 ] || [ $status = 148 ]; do echo STOPPED; read -r line; fg > shown; status=$?; done
exit $status"#;

/// Sends a signal to a process, if it is still there.
pub fn signal_to(pid: u32, signal: Signal) {
    let _ = kill_process(Pid::from_raw(pid as i32).unwrap(), signal);
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.killer.kill();
    }
}
