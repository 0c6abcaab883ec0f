//! Completions in a shell as people use it: bash on a terminal, with the Tab key. `tests/foreign/shells` asks zsh and fish.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::allow_attributes,
    reason = "tests fail by panicking, and a thread reads what bash prints"
)]

use std::io::{Read, Write};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// What bash prints when these lines are typed, each with Tab where it stands, and echoed instead of being run.
fn typed_in_bash(lines: &[&str]) -> String {
    let pty = native_pty_system().openpty(PtySize { rows: 40, cols: 200, ..PtySize::default() }).unwrap();
    let mut bash = CommandBuilder::new("bash");
    bash.args(["--noprofile", "--norc", "-i"]);
    let griot = assert_cmd::cargo::cargo_bin!("griot");
    let path = std::env::var("PATH").unwrap_or_default();
    bash.env("PATH", format!("{}:{path}", griot.parent().unwrap().display()));
    // The settings of whoever runs the tests hold for none of it.
    for (name, value) in [("INPUTRC", "/dev/null"), ("TERM", "dumb"), ("LC_ALL", "C.UTF-8"), ("GRIOT_DATA", "")] {
        bash.env(name, value);
    }
    bash.env_remove("GRIOT_DATA");
    let mut bash = pty.slave.spawn_command(bash).unwrap();
    drop(pty.slave);
    let mut keyboard = pty.master.take_writer().unwrap();
    let mut screen = pty.master.try_clone_reader().unwrap();
    let reading = std::thread::spawn(move || {
        let mut text = Vec::new();
        // The end of a pseudo-terminal is told as an error.
        let _ = screen.read_to_end(&mut text);
        String::from_utf8_lossy(&text).into_owned()
    });
    writeln!(keyboard, "PS1=; bind 'set bell-style none'; source <(griot completions bash)").unwrap();
    for line in lines {
        // Ctrl-A goes to the head of the line.
        writeln!(keyboard, "{line}\x01echo told: ").unwrap();
    }
    writeln!(keyboard, "exit").unwrap();
    bash.wait().unwrap();
    drop(keyboard);
    reading.join().unwrap()
}

#[test]
fn tab_completes_ids_names_and_lists_in_bash() {
    let screen = typed_in_bash(&[
        "griot show mansa-mu\t",
        "griot show Catalan\\ A\t",
        "griot show \"Catalan A\t",
        "griot list battl\t",
        "griot timel\t",
    ]);
    let told: Vec<&str> = screen.lines().filter_map(|line| Some(line.strip_prefix("told: ")?.trim_end())).collect();
    let wanted = [
        "griot show mansa-musa",
        "griot show Catalan Atlas",
        "griot show Catalan Atlas",
        "griot list battles",
        "griot timeline",
    ];
    assert_eq!(told, wanted, "{screen}");
}
