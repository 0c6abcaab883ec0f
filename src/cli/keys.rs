//! `griot keys`, `griot completions` and `griot man`: what the program can tell of itself.

use clap::CommandFactory;
use serde::Serialize;

use super::Asked;
use super::args::{AFTER, Cli};
use super::outcome::Answer;
use super::paper::Paper;
use crate::formats::json;
use crate::tui::keymap::{BINDINGS, Binding, Group, where_it_holds};

#[derive(Serialize)]
struct Body {
    keys: Vec<Key>,
}

#[derive(Serialize)]
struct Key {
    group: &'static str,
    keys: &'static [&'static str],
    does: &'static str,
    contexts: Vec<&'static str>,
}

/// Prints the table of keys.
pub(super) fn keys(asked: Asked) -> Answer {
    if asked.json {
        let key = |it: &Binding| Key {
            group: it.group.name(),
            keys: it.keys,
            does: it.does,
            contexts: it.contexts.iter().map(|context| context.name()).collect(),
        };
        let body = Body { keys: BINDINGS.iter().map(key).collect() };
        return Answer::of(json::document("keys", Some(asked.pack), body));
    }
    let mut paper = Paper::new(asked.looks);
    let widest = BINDINGS.iter().map(|it| it.keys.join("  ").len()).max().unwrap_or(0);
    for (group, bindings) in groups() {
        if !asked.looks.plain {
            paper.gap();
            paper.head(group.name());
        }
        for it in bindings {
            let does = format!("{}{}", it.does, where_it_holds(it));
            if asked.looks.plain {
                paper.record(&[&it.keys.join(" "), &does, group.name()]);
            } else {
                paper.entry(widest + 4, &format!("  {}", it.keys.join("  ")), &does);
            }
        }
    }
    Answer::of(paper.into_text())
}

/// The rows of the key table by their headings; actions of the palette alone have no row.
fn groups() -> Vec<(Group, Vec<&'static Binding>)> {
    let mut groups: Vec<Group> = BINDINGS.iter().map(|it| it.group).collect();
    groups.sort_unstable();
    groups.dedup();
    let of = |group: Group| BINDINGS.iter().filter(|it| it.group == group && !it.does.is_empty()).collect();
    groups.into_iter().map(|group| (group, of(group))).collect()
}

/// Completions for a shell.
pub(super) fn completions(shell: clap_complete::Shell) -> Answer {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "griot", &mut out);
    Answer::of(String::from_utf8_lossy(&out).into_owned())
}

/// The manual page, in the language of `man`.
pub(super) fn man() -> Answer {
    let mut page = Roff(String::new());
    page.request(&format!(".TH GRIOT 1 \"\" \"griot {}\"", env!("CARGO_PKG_VERSION")));
    page.section("NAME");
    page.line("griot - a history explorer for the terminal");
    page.section("SYNOPSIS");
    page.line("griot [OPTIONS] [COMMAND]");
    page.section("DESCRIPTION");
    page.line("griot keeps a history in the terminal: eras, narrative, search, timeline, map, people and sources.");
    page.line("Without a command it opens the explorer where it was left; when standard output is no terminal, it");
    page.line("prints the whole text with its notes.");
    let command = Cli::command();
    page.section("COMMANDS");
    for sub in command.get_subcommands() {
        page.tagged(&usage(sub), &sub.get_about().map(ToString::to_string).unwrap_or_default());
        page.options(sub);
    }
    page.section("OPTIONS");
    page.options(&command);
    page.section("KEYS");
    for (group, bindings) in groups() {
        page.request(&format!(".SS {}", escaped(group.name())));
        for it in bindings {
            page.tagged(&it.keys.join("  "), &format!("{}{}", it.does, where_it_holds(it)));
        }
    }
    page.section("DATES AND EXIT STATUS");
    for line in AFTER.lines() {
        page.line(line);
        if line.is_empty() {
            page.request(".PP");
        }
    }
    page.section("ENVIRONMENT");
    for (name, does) in [
        ("GRIOT_DATA", "The pack to read, a folder or a compiled file; --data goes before it."),
        ("NO_COLOR", "When set, no colours and no bold."),
        ("TERM", "When it is dumb, no colours and no bold."),
    ] {
        page.tagged(name, does);
    }
    page.section("FILES");
    page.tagged(
        "$XDG_STATE_HOME/griot/state.json",
        "How it looks, and of each pack the place and the recent searches.",
    );
    page.tagged("$XDG_DATA_HOME/griot/marks.json", "The marks.");
    Answer::of(page.0)
}

/// `search QUERY...`
fn usage(command: &clap::Command) -> String {
    let mut out = command.get_name().to_owned();
    for argument in command.get_positionals() {
        let name = argument.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str());
        let many = argument.get_num_args().is_some_and(|range| range.max_values() > 1);
        let dots = if many { "..." } else { "" };
        let shown = if argument.is_required_set() { format!(" {name}{dots}") } else { format!(" [{name}{dots}]") };
        out.push_str(&shown);
    }
    out
}

/// A page in roff, the language of manual pages.
struct Roff(String);

impl Roff {
    fn request(&mut self, request: &str) {
        self.0.push_str(request);
        self.0.push('\n');
    }

    fn section(&mut self, name: &str) {
        self.request(&format!(".SH {name}"));
    }

    fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.request(&escaped(text));
        }
    }

    fn tagged(&mut self, tag: &str, text: &str) {
        self.request(".TP");
        self.request(&format!("\\fB{}\\fR", escaped(tag)));
        self.request(&escaped(text));
    }

    /// The flags of a command, without those that hold everywhere and are told once.
    fn options(&mut self, command: &clap::Command) {
        let own: Vec<&clap::Arg> = command.get_arguments().filter(|arg| !arg.is_positional()).collect();
        let indent = command.get_name() != "griot" && !own.is_empty();
        if indent {
            self.request(".RS");
        }
        for argument in own {
            let short = argument.get_short().map(|short| format!("-{short}"));
            let long = argument.get_long().map(|long| format!("--{long}"));
            let names: Vec<String> = short.into_iter().chain(long).collect();
            let takes = argument.get_action().takes_values();
            let value = argument.get_value_names().and_then(<[_]>::first).filter(|_| takes);
            let value = value.map_or_else(String::new, |name| format!(" {name}"));
            let mut does = argument.get_help().map(ToString::to_string).unwrap_or_default();
            let values: Vec<String> = argument.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
            if takes && !values.is_empty() && !argument.is_hide_possible_values_set() {
                does.push_str(&format!(": {}", values.join(", ")));
            }
            self.tagged(&format!("{}{value}", names.join(", ")), &does);
        }
        if indent {
            self.request(".RE");
        }
    }
}

/// Text in which nothing is taken for a request or an escape.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.starts_with(['.', '\'']) {
        out.push_str("\\&");
    }
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\e"),
            '-' => out.push_str("\\-"),
            c if c.is_ascii() => out.push(c),
            c => out.push_str(&format!("\\[u{:04X}]", c as u32)),
        }
    }
    out
}
