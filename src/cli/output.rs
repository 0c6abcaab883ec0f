//! What a command comes to: text for standard output, words for standard error, and the exit status.

use crate::place::Lost;

/// The exit status, as the help tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Done = 0,
    /// Nothing was found.
    Nothing = 1,
    /// It was used wrongly.
    Usage = 2,
    /// The pack is missing or bad.
    Pack = 3,
    /// It cannot write, or there is no terminal.
    Output = 4,
}

/// What a command has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    pub text: String,
    pub status: Status,
    /// Lines for standard error.
    pub messages: Vec<String>,
}

/// Why a command did nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CliError {
    pub status: Status,
    /// What is wrong, where, and what to do.
    pub message: String,
}

impl Output {
    /// A full output.
    #[must_use]
    pub const fn of(text: String) -> Self {
        Self { text, status: Status::Done, messages: Vec::new() }
    }

    /// The same output with a line for standard error.
    #[must_use]
    pub fn with_message(mut self, line: impl Into<String>) -> Self {
        self.messages.push(line.into());
        self
    }

    /// The same output as one that found nothing.
    #[must_use]
    pub const fn nothing(mut self) -> Self {
        self.status = Status::Nothing;
        self
    }
}

impl From<Lost> for CliError {
    fn from(lost: Lost) -> Self {
        let status = if lost.misuse { Status::Usage } else { Status::Nothing };
        Self { status, message: lost.message }
    }
}

impl CliError {
    #[must_use]
    pub fn nothing(message: impl Into<String>) -> Self {
        Self { status: Status::Nothing, message: message.into() }
    }

    #[must_use]
    pub fn usage(message: impl Into<String>) -> Self {
        Self { status: Status::Usage, message: message.into() }
    }

    #[must_use]
    pub fn pack(message: impl Into<String>) -> Self {
        Self { status: Status::Pack, message: message.into() }
    }

    #[must_use]
    pub fn output(message: impl Into<String>) -> Self {
        Self { status: Status::Output, message: message.into() }
    }
}
