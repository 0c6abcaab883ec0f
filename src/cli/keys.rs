//! `griot keys`, `griot completions` and `griot man`: what the program can tell of itself.

use std::io;

use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use serde::Serialize;

use super::Context;
use super::args::{AFTER, Cli, SEARCH};
use super::output::{CliError, Output};
use super::text_writer::TextWriter;
use crate::formats::json;
use crate::tui::commands::Command;
use crate::tui::config::Config;
use crate::tui::keymap::Binding;

#[derive(Serialize)]
struct Body {
    keys: Vec<Key>,
}

#[derive(Serialize)]
struct Key {
    command: &'static str,
    group: &'static str,
    keys: Vec<String>,
    does: &'static str,
    contexts: Vec<&'static str>,
}

/// Prints the commands of the explorer with their keys and names.
pub(super) fn keys(context: Context) -> Output {
    let config = Config::open();
    let keymap = config.keymap();
    if context.json {
        let body = Body { keys: keymap.bindings().iter().map(key).collect() };
        return warned(Output::of(json::document("keys", Some(context.pack), body)), &config);
    }
    let mut writer = TextWriter::new(context.style);
    let widest = keymap.bindings().iter().map(|b| joined(b, "  ").len()).max().unwrap_or(0);
    for (group, bindings) in keymap.groups() {
        if !context.style.plain {
            writer.gap();
            writer.head(group.name());
        }
        for binding in bindings {
            let Command { name, does, .. } = binding.command;
            let does = format!("{does}{}", binding.where_it_holds());
            if context.style.plain {
                writer.record(&[&joined(binding, " "), &does, group.name(), name]);
            } else {
                let keys = format!("  {}", joined(binding, "  "));
                writer.entry(widest + 4, &keys, &format!("{does} · {name}"));
            }
        }
    }
    warned(Output::of(writer.into_text()), &config)
}

/// The output, with a word on settings that do not hold.
fn warned(mut output: Output, config: &Config) -> Output {
    output.messages.extend(config.warning());
    output
}

fn key(binding: &Binding) -> Key {
    let Command { name, does, group, .. } = binding.command;
    Key {
        command: name,
        group: group.name(),
        keys: binding.keys.iter().map(ToString::to_string).collect(),
        does,
        contexts: binding.contexts.iter().map(|context| context.name()).collect(),
    }
}

fn joined(binding: &Binding, gap: &str) -> String {
    binding.keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(gap)
}

/// Completions for a shell. Where a command takes an id, the shell asks griot for those of the pack in use, each with
/// its name where the shell shows such.
pub(super) fn completions(shell: clap_complete::Shell) -> Output {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "griot", &mut out);
    let script = String::from_utf8_lossy(&out).into_owned();
    Output::of(match shell {
        clap_complete::Shell::Bash => script + BASH_IDS,
        clap_complete::Shell::Fish => script + FISH_IDS,
        clap_complete::Shell::Zsh => with_zsh_ids(&script),
        _ => script,
    })
}

/// Ids and names; names have spaces, which bash escapes where it takes them for file names.
const BASH_IDS: &str = r#"
_griot_with_ids() {
    _griot "$@"
    local cur="${COMP_WORDS[COMP_CWORD]}" lists= word
    case "${COMP_WORDS[1]}" in
        show|open|read|cite|map) lists="list entities" ;;
        list) [[ ${COMP_CWORD} -eq 2 ]] && lists="list" ;;
    esac
    if [[ -n ${lists} && ${cur} != -* ]]; then
        cur="${cur#[\"\']}"
        cur="${cur//\\/}"
        while IFS= read -r word; do
            [[ ${word} == "${cur}"* ]] && COMPREPLY+=("${word}")
        done < <(griot ${lists} --plain 2>/dev/null | if [[ ${lists} == list ]]; then cut -f1; else cut -f1,2 | tr '\t' '\n'; fi)
        compopt -o filenames 2>/dev/null
    fi
}
complete -F _griot_with_ids -o nosort -o bashdefault -o default griot
"#;

const FISH_IDS: &str = r#"
complete -c griot -n "__fish_seen_subcommand_from show open read cite map" -f -a "(griot list entities --plain 2>/dev/null | cut -f1,2)"
complete -c griot -n "__fish_seen_subcommand_from show open read cite map" -f -a "(griot list entities --plain 2>/dev/null | cut -f2)"
complete -c griot -n "__fish_seen_subcommand_from list" -f -a "(griot list --plain 2>/dev/null | cut -f1)"
"#;

const ZSH_IDS: &str = r#"
(( $+functions[_griot_ids] )) ||
_griot_ids() {
    local -a ids names
    ids=("${(@f)$(griot list entities --plain 2>/dev/null | cut -f1,2 | tr '\t' ':')}")
    names=("${(@f)$(griot list entities --plain 2>/dev/null | cut -f2)}")
    _describe id ids
    compadd -a names
}
(( $+functions[_griot_lists] )) ||
_griot_lists() {
    local -a lists
    lists=("${(@f)$(griot list --plain 2>/dev/null | cut -f1)}")
    _describe list lists
}
"#;

/// The script of zsh, with ids for what takes names and places, and the lists for what is listed.
fn with_zsh_ids(script: &str) -> String {
    let line = |line: &str| {
        let Some(spec) = line.strip_suffix(":_default' \\") else { return line.to_owned() };
        let ids = ["'*::place -- ", "'*::name -- ", "'*::what -- "].iter().any(|start| spec.starts_with(start));
        match spec {
            _ if ids => format!("{spec}:_griot_ids' \\"),
            _ if spec.starts_with("'::what -- ") => format!("{spec}:_griot_lists' \\"),
            _ => line.to_owned(),
        }
    };
    let lines = script.lines().map(line).collect::<Vec<_>>().join("\n");
    // What is called stands before the last lines, which call the whole.
    let at = lines.rfind("\nif [ \"$funcstack[1]\"").unwrap_or(lines.len());
    format!("{}\n{ZSH_IDS}{}\n", &lines[..at], &lines[at..])
}

/// The manual page, in the language of `man`.
///
/// # Errors
/// When it cannot be written down.
pub(super) fn man() -> Result<Output, CliError> {
    let mut out = Vec::new();
    let config = Config::open();
    page(&mut out, &config).map_err(|error| CliError::output(format!("the manual cannot be written: {error}")))?;
    Ok(warned(Output::of(ascii(&String::from_utf8_lossy(&out))), &config))
}

/// The page in ASCII: other characters as the escapes that every `man` knows.
fn ascii(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    for c in page.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            out.push_str(&format!("\\[u{:04X}]", c as u32));
        }
    }
    out
}

fn page(out: &mut Vec<u8>, config: &Config) -> io::Result<()> {
    // What follows the help has a section of its own, and the commands have theirs.
    let command = Cli::command().after_help("").after_long_help("");
    let man = Man::new(command.clone()).title("GRIOT");
    man.render_title(out)?;
    man.render_name_section(out)?;
    man.render_synopsis_section(out)?;
    section(out, "DESCRIPTION", |roff| {
        roff.text([roman(DESCRIPTION)]);
    })?;
    section(out, "COMMANDS", |roff| {
        for sub in command.get_subcommands() {
            commands(roff, sub);
        }
    })?;
    man.render_options_section(out)?;
    section(out, "KEYS", |roff| {
        for (group, bindings) in config.keymap().groups() {
            roff.control("SS", [group.name()]);
            for binding in bindings {
                let Command { name, does, .. } = binding.command;
                let does = format!("{does}{} ({name})", binding.where_it_holds());
                tagged(roff, &joined(binding, "  "), &does);
            }
        }
    })?;
    section(out, "SEARCH", |roff| {
        // Its columns are kept as they stand.
        roff.control("nf", []);
        for line in SEARCH.lines() {
            roff.text([roman(line)]);
        }
        roff.control("fi", []);
    })?;
    section(out, "DATES AND EXIT STATUS", |roff| {
        for line in AFTER.lines() {
            match line {
                "" => roff.control("PP", []),
                line => roff.text([roman(line)]),
            };
        }
    })?;
    section(out, "ENVIRONMENT", |roff| VARIABLES.iter().for_each(|(name, does)| tagged(roff, name, does)))?;
    section(out, "FILES", |roff| FILES.iter().for_each(|(name, does)| tagged(roff, name, does)))
}

const DESCRIPTION: &str = "griot keeps a history in the terminal: eras, narrative, search, timeline, map, people and \
    sources. Without a command it opens the explorer where it was left; when standard output is no terminal, it prints \
    the whole text with its notes.";

const VARIABLES: [(&str, &str); 5] = [
    ("BROWSER", "What shows a web page in the terminal itself, where neither DISPLAY nor WAYLAND_DISPLAY is set."),
    ("GRIOT_DATA", "The pack to read, a folder or a compiled file; --data goes before it."),
    (
        "GRIOT_LINEAR",
        "When it is 1, the explorer is read line by line, as with --linear: for screen readers and scripts.",
    ),
    ("NO_COLOR", "When set, no colours and no bold."),
    ("TERM", "When it is dumb, no colours and no bold, and the explorer is read line by line."),
];

const FILES: [(&str, &str); 4] = [
    (
        "$XDG_CONFIG_HOME/griot/config.toml",
        "The settings: theme, colours, text width, language, language of dates, keys; griot config prints them all.",
    ),
    ("$XDG_STATE_HOME/griot/state.json", "How it looks, and of each pack the place and the recent searches."),
    ("$XDG_DATA_HOME/griot/marks.json", "The marks."),
    ("$XDG_DATA_HOME/griot", "Packs of your own, for griot list packs and --pack: folders, .md and .griot files."),
];

fn section(out: &mut Vec<u8>, name: &str, fill: impl FnOnce(&mut Roff)) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", [name]);
    fill(&mut roff);
    roff.to_writer(out)
}

fn tagged(roff: &mut Roff, tag: &str, text: &str) {
    roff.control("TP", []);
    roff.text([bold(tag)]);
    roff.text([roman(text)]);
}

/// A command and the flags of its own, without those that hold everywhere and are told once.
fn commands(roff: &mut Roff, command: &clap::Command) {
    tagged(roff, &usage(command), &command.get_about().map(ToString::to_string).unwrap_or_default());
    let own: Vec<&clap::Arg> = command.get_arguments().filter(|arg| !arg.is_positional()).collect();
    if own.is_empty() {
        return;
    }
    roff.control("RS", []);
    for argument in own {
        option(roff, argument);
    }
    roff.control("RE", []);
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

fn option(roff: &mut Roff, argument: &clap::Arg) {
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
    tagged(roff, &format!("{}{value}", names.join(", ")), &does);
}
