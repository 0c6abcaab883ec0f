//! `griot config`: the settings as they hold now, and what of the file cannot be followed.

use serde::Serialize;

use super::check::draw;
use super::output::{Output, Status};
use super::text_writer::{OutputStyle, TextWriter};
use crate::formats::json;
use crate::tui::config::{Config, Mistake};

#[derive(Serialize)]
struct Body {
    path: Option<String>,
    found: bool,
    /// The whole file as it holds now.
    config: String,
    mistakes: Vec<MistakeJson>,
}

#[derive(Serialize)]
struct MistakeJson {
    line: Option<usize>,
    column: Option<usize>,
    message: String,
}

/// Prints the file as it holds now, for the reader or for the beginning of a file of one’s own.
pub(super) fn config(style: OutputStyle, as_json: bool) -> Output {
    let config = Config::open();
    let mut output = Output::of(if as_json {
        let place = |n: usize| (n > 0).then_some(n);
        let mistake = |it: &Mistake| MistakeJson {
            line: place(it.place.line),
            column: place(it.place.column),
            message: it.what.clone(),
        };
        let body = Body {
            path: config.path.as_ref().map(|_| config.shown_path()),
            found: config.found,
            config: config.written(),
            mistakes: config.mistakes.iter().map(mistake).collect(),
        };
        json::document("config", None, body)
    } else {
        TextWriter::verbatim(style, &config.written())
    });
    if !config.mistakes.is_empty() {
        output.status = Status::Usage;
        output.messages = config.mistakes.iter().map(|it| told(it, &config, style)).collect();
    }
    output
}

/// A mistake as compilers tell it.
fn told(mistake: &Mistake, config: &Config, style: OutputStyle) -> String {
    let path = config.shown_path();
    let Some(source) = &mistake.source else { return format!("{path} {}", mistake.what) };
    let at = format!("{path}:{}:{}", mistake.place.line, mistake.place.column);
    let mut writer = TextWriter::new(OutputStyle { bold: false, ..style });
    draw(&mut writer, mistake.place.line, &at, source);
    format!("{}\n{}", mistake.what, writer.into_text().trim_end())
}
