//! Running griot with a home of its own.

use std::process::Output;

use assert_cmd::Command;

/// The program, away from the state of whoever runs the tests.
pub fn griot() -> Command {
    let mut command = Command::cargo_bin("griot").expect("the program is built");
    let home = std::env::temp_dir().join("griot-tests-home");
    command
        .env("HOME", &home)
        .env("XDG_STATE_HOME", home.join("state"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env_remove("GRIOT_DATA")
        .env_remove("NO_COLOR")
        .env("TERM", "xterm-256color");
    command
}

/// Runs it with arguments.
pub fn run(args: &[&str]) -> Output {
    griot().args(args).output().expect("griot runs")
}

/// What it prints when all goes well.
pub fn printed(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Its exit status and what it says on standard error.
pub fn said(args: &[&str]) -> (i32, String) {
    let output = run(args);
    (output.status.code().expect("no signal"), String::from_utf8(output.stderr).expect("UTF-8"))
}
