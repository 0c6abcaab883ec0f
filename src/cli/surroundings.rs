//! What the environment says of the terminal that griot runs in.

use std::env::{var, var_os};

use crate::tui::browser::Browser;
use crate::tui::settings::Clipboard;
use crate::tui::theme::Depth;

/// The terminal, as its variables tell.
pub(super) struct Surroundings {
    pub(super) depth: Depth,
    pub(super) clipboard: Clipboard,
    /// Whether it is the console of Linux, whose fonts lack most of griot’s signs.
    pub(super) is_console: bool,
}

/// What shows URLs in this terminal: a browser that is named, where there is no desktop.
pub(super) fn browser() -> Option<Browser> {
    let set = |name| var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "macos") || set("DISPLAY") || set("WAYLAND_DISPLAY") {
        return None;
    }
    Browser::named(&var("BROWSER").ok()?)
}

/// What notes are written in: the editor that is named, or else the one that every system has.
pub(super) fn editor() -> Vec<String> {
    let named = ["VISUAL", "EDITOR"].iter().find_map(|name| {
        let words: Vec<String> = var(name).ok()?.split_whitespace().map(str::to_owned).collect();
        (!words.is_empty()).then_some(words)
    });
    named.unwrap_or_else(|| vec!["vi".to_owned()])
}

impl Surroundings {
    /// Reads `TERM`, `COLORTERM`, `TMUX` and `STY`.
    pub(super) fn read() -> Self {
        let set = |name| var_os(name).is_some_and(|value| !value.is_empty());
        let (term, colorterm) = (var("TERM").unwrap_or_default(), var("COLORTERM").unwrap_or_default());
        Self::of(&term, &colorterm, set("TMUX"), set("STY"))
    }

    fn of(term: &str, colorterm: &str, tmux: bool, sty: bool) -> Self {
        let is_console = term == "linux";
        // One may run within the other, and then `TERM` tells which is the inner one only of screen.
        let in_screen = sty && term.starts_with("screen") && !tmux;
        let clipboard = match () {
            () if is_console => Clipboard::None,
            () if in_screen => Clipboard::Screen,
            () if tmux => Clipboard::Tmux,
            () => Clipboard::Terminal,
        };
        Self { depth: Depth::of(term, colorterm, in_screen), clipboard, is_console }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clipboard_is_that_of_the_innermost_terminal() {
        let clipboard = |term, tmux, sty| Surroundings::of(term, "truecolor", tmux, sty).clipboard;
        assert_eq!(clipboard("xterm-256color", false, false), Clipboard::Terminal);
        assert_eq!(clipboard("tmux-256color", true, false), Clipboard::Tmux);
        assert_eq!(clipboard("screen", false, true), Clipboard::Screen);
        assert_eq!(clipboard("linux", false, false), Clipboard::None);
    }
}
