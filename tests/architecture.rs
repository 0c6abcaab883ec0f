//! The architecture, held by reading the sources: who may import whom, and what stands in one file only.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

#[path = "architecture/source.rs"]
mod source;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use source::Source;

/// A rule: in the files that `holds_in` names, nothing may begin with one of `never` but what begins with one of
/// `but`.
struct Rule {
    why: &'static str,
    holds_in: fn(&str) -> bool,
    never: &'static [&'static str],
    but: &'static [&'static str],
}

/// Whether a path is a module's file or lies in its folder.
fn is(path: &str, modules: &[&str]) -> bool {
    modules.iter().any(|module| {
        let rest = path.strip_prefix(module);
        rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    })
}

const RULES: &[Rule] = &[
    Rule {
        why: "time needs the standard library alone",
        holds_in: |path| is(path, &["when"]),
        never: &[
            "crate::",
            "clap",
            "crossterm",
            "etcetera",
            "fuzzy_matcher",
            "ratatui",
            "rustix",
            "serde",
            "serde_json",
            "signal_hook",
            "strsim",
            "tempfile",
            "unicode_normalization",
            "unicode_segmentation",
            "unicode_width",
        ],
        but: &["crate::when"],
    },
    Rule {
        why: "a pack is data: it knows neither the screen nor what reads it",
        holds_in: |path| is(path, &["pack"]),
        never: &["ratatui", "crossterm", "crate::"],
        but: &["crate::pack", "crate::when", "crate::clean", "crate::url", "crate::COMPILED"],
    },
    Rule {
        why: "lines and search are computed from a pack, not from a screen",
        holds_in: |path| is(path, &["text", "search", "chronicle", "cite", "clean", "url"]),
        never: &["ratatui", "crossterm", "crate::"],
        but: &[
            "crate::pack",
            "crate::when",
            "crate::text",
            "crate::search",
            "crate::chronicle",
            "crate::cite",
            "crate::clean",
            "crate::url",
        ],
    },
    Rule {
        why: "outside painting and the terminal, only plain rectangles and sizes are known",
        holds_in: |path| !is(path, &["view", "theme", "term"]),
        never: &["ratatui"],
        but: &["ratatui::layout::Rect", "ratatui::layout::Position", "ratatui::layout::Size"],
    },
    Rule {
        why: "only the terminal and the keys know what runs the terminal",
        holds_in: |path| !is(path, &["term", "key", "cli"]),
        never: &["crossterm", "ratatui::backend", "ratatui::crossterm"],
        but: &[],
    },
    Rule {
        why: "the state and its changes know nothing of painting",
        holds_in: |path| !is(path, &["view", "term", "main", "cli"]),
        never: &["crate::view", "griot::view"],
        but: &[],
    },
    Rule {
        why: "painting changes nothing",
        holds_in: |path| is(path, &["view"]),
        never: &["crate::update", "crate::term", "crate::store", "crate::cli"],
        but: &[],
    },
    Rule {
        why: "the state and its changes know neither the terminal nor files nor the command line",
        holds_in: |path| {
            is(
                path,
                &[
                    "app",
                    "update",
                    "panes",
                    "reader",
                    "timeline",
                    "map",
                    "who",
                    "bibliography",
                    "finder",
                    "list",
                    "input",
                    "regions",
                ],
            )
        },
        never: &["crate::term", "crate::store", "crate::cli"],
        but: &[],
    },
    Rule {
        why: "colours are named in the theme alone",
        holds_in: |path| !is(path, &["theme"]),
        never: &["Color::", "ratatui::style::Color", "crossterm::style::Color", "Stylize", "ratatui::style::Stylize"],
        but: &[],
    },
    Rule {
        why: "key codes are named with the keys and where bytes become keys",
        holds_in: |path| !is(path, &["key", "term/decode"]),
        never: &["KeyCode", "crossterm::event::KeyCode", "KeyModifiers", "crossterm::event::KeyModifiers"],
        but: &[],
    },
    Rule {
        why: "standard output belongs to the terminal and the command line",
        // What the build script prints is for cargo.
        holds_in: |path| !is(path, &["term", "cli", "main", "compile_pack"]),
        never: &[
            "println!",
            "print!",
            "eprintln!",
            "eprint!",
            "dbg!",
            "std::io::stdout",
            "std::io::stderr",
            "io::stdout",
            "io::stderr",
        ],
        but: &[],
    },
    Rule {
        why: "files, the environment and embedded texts are read at the edges",
        holds_in: |path| !is(path, &["lib", "main", "cli", "pack/load", "store", "compile_pack", "term/signals"]),
        never: &["include_str!", "include_bytes!", "env!", "option_env!", "std::env", "std::fs", "env::", "fs::"],
        // The terminal is written to as a file, one write a frame, and may be asked to panic by its tests; the compiled
        // pack is a constant of the crate.
        but: &["std::fs::File", "std::env::var_os", "crate::COMPILED"],
    },
    Rule {
        why: "the edges of the terminal's file are the terminal's",
        holds_in: |path| !is(path, &["term", "main", "cli", "pack/load", "store"]),
        never: &["std::fs::File", "std::env::var_os"],
        but: &[],
    },
    Rule {
        why: "state is plain data: nothing shared, nothing hidden, no trait objects",
        holds_in: |_| true,
        never: &[
            "async",
            "await",
            "dyn",
            "unsafe",
            "static mut",
            "Rc",
            "std::rc",
            "RefCell",
            "std::cell",
            "Mutex",
            "RwLock",
            "std::sync::Mutex",
            "std::sync::RwLock",
            "OnceLock",
            "OnceCell",
            "LazyLock",
            "LazyCell",
            "std::sync::OnceLock",
            "std::sync::LazyLock",
            "thread_local!",
            "lazy_static",
        ],
        but: &[],
    },
];

/// What the terminal's guard needs to be reached from the threads that watch signals and the terminal itself.
const GUARD: &[&str] = &["Mutex", "std::sync::Mutex"];

/// Everything that is wrong with a source file; `path` is told from `src/`.
fn faults(path: &str, text: &str) -> Vec<String> {
    let source = Source::read(path, text);
    let mut faults = Vec::new();
    for rule in RULES.iter().filter(|rule| (rule.holds_in)(path)) {
        for (line, name) in &source.names {
            let begins = |with: &&str| with.is_empty() || begins_with(name, with);
            let guarded = is(path, &["term"]) && GUARD.iter().any(|with| begins_with(name, with));
            if rule.never.iter().any(&begins) && !rule.but.iter().any(begins) && !guarded {
                faults.push(format!("src/{path}:{line}: {name}: {}", rule.why));
            }
        }
    }
    if is(path, &["view"]) && source.code.replace(' ', "").contains("&mutApp") {
        faults.push(format!("src/{path}: &mut App: painting changes nothing"));
    }
    let lines = text.lines().count();
    if lines > 400 {
        faults.push(format!("src/{path}: {lines} lines; files have at most 400"));
    }
    if !text.trim_start().starts_with("//!") && !source::is_test(path) {
        faults.push(format!("src/{path}: a file begins by saying what it is"));
    }
    faults
}

/// Whether a name is `with` or lies in it: `crate::viewer` is not `crate::view`.
fn begins_with(name: &str, with: &str) -> bool {
    name.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with("::") || with.ends_with("::"))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder, by their paths in it.
fn files(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(dir).unwrap().display().to_string());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_file_keeps_to_the_rules() {
    let src = root().join("src");
    let files = files(&src);
    assert!(files.len() > 60);
    let faults: Vec<String> =
        files.iter().flat_map(|path| faults(path, &fs::read_to_string(src.join(path)).unwrap())).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_file_names_a_place_on_some_machine() {
    let homes = ["root", "home", "Users", "work"].map(|dir| format!("/{dir}/"));
    for folder in ["src", "tests", "assets", "benches"] {
        for path in files(&root().join(folder)) {
            let text = fs::read_to_string(root().join(folder).join(&path)).unwrap();
            for home in &homes {
                assert!(!text.contains(home.as_str()), "{folder}/{path} names {home}");
            }
        }
    }
}

/// What stands at the top, without what git does not keep.
fn top() -> Vec<String> {
    let git = Command::new("git").args(["ls-files"]).current_dir(root()).output();
    match git {
        Ok(git) if git.status.success() => {
            let files = String::from_utf8(git.stdout).unwrap();
            files.lines().map(|file| file.split('/').next().unwrap_or_default().to_owned()).collect()
        }
        _ => fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect(),
    }
}

#[test]
fn the_top_of_the_repository_holds_what_was_decided() {
    const DECIDED: [&str; 16] = [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "src",
        "assets",
        "tests",
        "benches",
        ".ci",
        ".rustfmt.toml",
        ".clippy.toml",
        ".gitignore",
        "target",
    ];
    for name in top() {
        assert!(DECIDED.contains(&name.as_str()) || name == ".git", "{name} has no place at the top");
    }
    let cargo = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(cargo.contains("unsafe_code = \"forbid\""));
    assert!(fs::read_to_string(root().join("src/lib.rs")).unwrap().starts_with("//!"));
}

#[test]
fn the_rules_find_what_they_forbid() {
    for (path, code, told) in [
        ("when/parse.rs", "use serde::Deserialize;", "serde::Deserialize: time needs"),
        ("when.rs", "use crate::clean::clean;", "crate::clean::clean: time needs"),
        ("pack/raw.rs", "use ratatui::layout::Rect;", "ratatui::layout::Rect: a pack is data"),
        ("pack.rs", "use crate::text::Layout;", "crate::text::Layout: a pack is data"),
        ("search.rs", "use crate::app::App;", "crate::app::App: lines and search"),
        ("text/wrap.rs", "use ratatui::layout::Rect;", "ratatui::layout::Rect: lines and search"),
        ("text/page.rs", "fn f() { super::super::app::App::new() }", "crate::app::App::new: lines and search"),
        ("update.rs", "use crossterm::event::Event;", "crossterm::event::Event: only the terminal"),
        ("update/read.rs", "use super::super::view::view;", "crate::view::view: the state and its changes"),
        ("update.rs", "use crate::{app::App, view};", "crate::view: the state and its changes"),
        ("app.rs", "use crate::{app::Action, view::{self, pen}};", "crate::view::pen: the state"),
        ("panes.rs", "use ratatui::widgets::Paragraph;", "ratatui::widgets::Paragraph: outside painting"),
        ("reader.rs", "use ratatui::{layout::Rect, buffer::Buffer};", "ratatui::buffer::Buffer: outside painting"),
        ("who.rs", "use ratatui::layout::*;", "ratatui::layout::*: outside painting"),
        ("app.rs", "fn f() { crate::term::run(); }", "crate::term::run: the state and its changes"),
        ("timeline.rs", "fn f() { crate::store::Store::open(); }", "crate::store::Store::open: the state"),
        ("view/read.rs", "use crate::update::update;", "crate::update::update: painting changes nothing"),
        ("view/read.rs", "fn paint(app: &mut App) {}", "&mut App: painting changes nothing"),
        ("view/read.rs", "use ratatui::style::{Color, Style};", "ratatui::style::Color: colours"),
        ("view.rs", "const C: u8 = Color::Red as u8;", "Color::Red: colours"),
        ("term.rs", "use crossterm::event::{Event, KeyCode};", "crossterm::event::KeyCode: key codes"),
        ("app.rs", "fn f() { println!(\"a\"); }", "println!: standard output"),
        ("store.rs", "fn f() { let _ = std::io::stderr(); }", "std::io::stderr: standard output"),
        ("search.rs", "const T: &str = include_str!(\"a\");", "include_str!: files"),
        ("theme.rs", "fn f() { std::env::var(\"A\"); }", "std::env::var: files"),
        ("pack/build.rs", "use std::{fs::File, io};", "std::fs::File: the edges"),
        ("pack/build.rs", "use std::fs;", "std::fs: files"),
        ("app.rs", "use std::rc::Rc;", "std::rc::Rc: state is plain data"),
        ("app.rs", "struct A { b: Box<dyn Fn()> }", "dyn: state is plain data"),
        ("reader.rs", "static mut A: u8 = 0;", "static mut: state is plain data"),
        ("reader.rs", "use std::sync::{Arc, Mutex};", "std::sync::Mutex: state is plain data"),
        ("search.rs", "async fn f() {}", "async: state is plain data"),
        ("search.rs", "fn f() { unsafe { g() } }", "unsafe: state is plain data"),
        ("search.rs", "static A: LazyLock<u8> = LazyLock::new(|| 1);", "LazyLock"),
        ("search.rs", "thread_local! { static A: u8 = 0; }", "thread_local!"),
    ] {
        let found = faults(path, &format!("//! A file.\n{code}\n"));
        assert!(found.iter().any(|fault| fault.contains(told)), "{path}: {code}: {found:?}");
    }
    let long = format!("//! A file.\n{}", "fn f() {}\n".repeat(400));
    assert_eq!(faults("app.rs", &long), ["src/app.rs: 401 lines; files have at most 400"]);
    assert_eq!(faults("app.rs", "use std::io;\n"), ["src/app.rs: a file begins by saying what it is"]);
}

#[test]
fn the_rules_leave_alone_what_they_allow() {
    for (path, code) in [
        ("when/parse.rs", "use std::fmt; use super::Day; fn f() { crate::when::parse(); }"),
        ("app.rs", "use ratatui::layout::{Position, Rect, Size}; use crate::viewer::A;"),
        ("app.rs", "// println!(\"a\") and unsafe and crate::view\nconst A: &str = \"std::fs::read crate::view\";"),
        (
            "app.rs",
            "/* dyn */ const A: &str = r#\"a \" unsafe\"#; const B: char = '\"'; const C: char = '\\''; const D: &str = \"dyn\";",
        ),
        ("app.rs", "#[cfg(test)]\nmod tests { use std::fs; fn f() { println!(\"{}\", crate::view::A); } }"),
        ("pack/tests.rs", "use std::fs; use crate::view;"),
        ("app.rs", "fn f<'a>(a: &'a str) -> &'a str { a }"),
        (
            "term.rs",
            "use std::sync::{Arc, Mutex}; use std::fs::File; fn f(a: &Mutex<u8>) { let _ = std::io::stdout(); }",
        ),
        ("view.rs", "fn f(app: &App, pen: &mut Pen) {} struct Appendix;"),
        ("pack/load.rs", "use std::fs; const A: &str = include_str!(\"a\");"),
    ] {
        assert_eq!(faults(path, &format!("//! A file.\n{code}\n")), [""; 0], "{path}: {code}");
    }
}
