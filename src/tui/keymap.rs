//! The one table of keys: look-up, help, footer hints, palette, `griot keys` and the README are made from it.

mod rows;

pub use rows::rows;

use crate::tui::app::{Action, Context, Screen};
use crate::tui::key::Key;

/// A row of the key table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    pub keys: &'static [&'static str],
    pub action: Action,
    pub does: &'static str,
    pub group: Group,
    /// The word for the footer; empty where it has no place there.
    pub hint: &'static str,
}

/// The headings of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Move,
    Links,
    Look,
    Keep,
    Leave,
    Prompt,
}

impl Group {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Links => "Links and notes",
            Self::Look => "Views and looks",
            Self::Keep => "Keep and share",
            Self::Leave => "Leave",
            Self::Prompt => "While typing",
        }
    }
}

use Action as A;
use Context::{Any, Letters, Map, Pick, Prompt, Read, Select, Sources, Timeline, Who};

/// Contexts whose main part scrolls or is a list.
const SCROLL: &[Context] = &[Read, Timeline, Who, Sources, Pick];
const VIEWS: &[Context] = &[Read, Timeline, Map, Who, Sources];
const VIEWS_AND_SELECT: &[Context] = &[Read, Timeline, Map, Who, Sources, Select];

const fn key(
    contexts: &'static [Context],
    keys: &'static [&'static str],
    action: Action,
    does: &'static str,
    group: Group,
    hint: &'static str,
) -> Binding {
    Binding { contexts, keys, action, does, group, hint }
}

/// Every key, in the order in which help shows them; the order of the footer's hints as well.
pub const BINDINGS: &[Binding] = &[
    // Links come first, because the footer has room for few.
    key(&[Read], &["Tab"], A::Links(1), "next link", Group::Links, "link"),
    key(&[Read], &["Shift-Tab"], A::Links(-1), "previous link", Group::Links, ""),
    key(&[Who, Sources], &["Tab"], A::Links(1), "next link beside the list; next type of event", Group::Links, "next"),
    key(&[Who, Sources], &["Shift-Tab"], A::Links(-1), "the one before", Group::Links, ""),
    key(&[Map], &["Tab"], A::Links(1), "next place", Group::Links, "place"),
    key(&[Map], &["Shift-Tab"], A::Links(-1), "previous place", Group::Links, ""),
    key(&[Timeline], &["Tab", "Right"], A::Links(1), "next event", Group::Links, "event"),
    key(&[Timeline], &["Shift-Tab", "Left"], A::Links(-1), "previous event", Group::Links, ""),
    key(VIEWS, &["Enter"], A::Open, "open what has the focus", Group::Links, "open"),
    key(&[Pick], &["Enter"], A::Open, "choose", Group::Links, "choose"),
    key(&[Who, Sources], &["x"], A::Cycle, "another order", Group::Look, "order"),
    key(&[Timeline], &["x"], A::Cycle, "scale: story, log, true", Group::Look, "scale"),
    key(&[Timeline, Who, Sources], &["f"], A::Filter, "filter as you type", Group::Look, "filter"),
    key(&[Timeline], &["v"], A::Variant, "another set: all, powers, events, statements", Group::Look, "set"),
    key(&[Timeline], &["+", "="], A::Wider(1), "zoom in", Group::Look, "zoom"),
    key(&[Timeline], &["-"], A::Wider(-1), "zoom out", Group::Look, ""),
    key(&[Who, Sources], &["v"], A::Variant, "another table: kinds, types, corrections", Group::Look, "table"),
    key(&[Read], &["K"], A::Peek, "peek without leaving", Group::Links, "peek"),
    key(&[Who, Sources], &["K"], A::Peek, "what is told of the chosen row, and back", Group::Links, ""),
    key(&[Read], &["f"], A::Letters, "a letter on every link, then type it", Group::Links, ""),
    key(&[Read], &["c"], A::Notes(1), "next footnote", Group::Links, ""),
    key(&[Read], &["C"], A::Notes(-1), "previous footnote", Group::Links, ""),
    key(VIEWS, &["L", "Alt-Right"], A::Forward, "forward", Group::Links, ""),
    key(VIEWS, &["H", "Backspace", "Ctrl-o", "Alt-Left"], A::Back, "back, to the exact place", Group::Links, "back"),
    key(VIEWS, &["o"], A::OpenOutside, "show the address and open it outside griot", Group::Links, ""),
    key(&[Sources], &["A"], A::OpenArchive, "open the archived copy", Group::Links, ""),
    // Moving about.
    key(SCROLL, &["j", "Down", "Ctrl-n", "Ctrl-e"], A::Lines(1), "a line down", Group::Move, ""),
    key(SCROLL, &["k", "Up", "Ctrl-p", "Ctrl-y"], A::Lines(-1), "a line up", Group::Move, ""),
    key(SCROLL, &["d", "Ctrl-d"], A::HalfPages(1), "half a page down", Group::Move, ""),
    key(SCROLL, &["u", "Ctrl-u"], A::HalfPages(-1), "half a page up", Group::Move, ""),
    key(
        SCROLL,
        &["Space", "PgDn", "Ctrl-f", "Ctrl-v"],
        A::Pages(1),
        "a page down, two lines kept",
        Group::Move,
        "page",
    ),
    key(SCROLL, &["b", "PgUp", "Ctrl-b", "Alt-v"], A::Pages(-1), "a page up, two lines kept", Group::Move, ""),
    key(
        &[Read, Who, Sources, Pick],
        &["g", "Home", "Alt-<"],
        A::Top,
        "top; once more for the beginning of all",
        Group::Move,
        "",
    ),
    key(
        &[Read, Who, Sources, Pick],
        &["G", "End", "Alt->"],
        A::Bottom,
        "bottom; once more for the end of all",
        Group::Move,
        "",
    ),
    key(&[Timeline, Map], &["g", "Home"], A::Top, "the first date", Group::Move, ""),
    key(&[Timeline, Map], &["G", "End"], A::Bottom, "the last date", Group::Move, ""),
    key(&[Read, Who, Sources], &["}"], A::Passages(1), "next passage; next group of the list", Group::Move, ""),
    key(&[Read, Who, Sources], &["{"], A::Passages(-1), "previous passage; previous group", Group::Move, ""),
    key(VIEWS, &[")"], A::Dated(1), "next dated statement", Group::Move, ""),
    key(VIEWS, &["("], A::Dated(-1), "previous dated statement", Group::Move, "date"),
    key(VIEWS, &["]", "Shift-Right"], A::Eras(1), "next era", Group::Move, ""),
    key(VIEWS, &["[", "Shift-Left"], A::Eras(-1), "previous era", Group::Move, "era"),
    key(VIEWS, &["1"], A::Era(1), "the first era; 2 to 9 the others", Group::Move, ""),
    key(VIEWS, &["2"], A::Era(2), "", Group::Move, ""),
    key(VIEWS, &["3"], A::Era(3), "", Group::Move, ""),
    key(VIEWS, &["4"], A::Era(4), "", Group::Move, ""),
    key(VIEWS, &["5"], A::Era(5), "", Group::Move, ""),
    key(VIEWS, &["6"], A::Era(6), "", Group::Move, ""),
    key(VIEWS, &["7"], A::Era(7), "", Group::Move, ""),
    key(VIEWS, &["8"], A::Era(8), "", Group::Move, ""),
    key(VIEWS, &["9"], A::Era(9), "", Group::Move, ""),
    key(
        &[Read, Who, Sources],
        &["l", "Right"],
        A::Panes(1),
        "to the pane on the right: eras, text, card",
        Group::Move,
        "",
    ),
    key(&[Read, Who, Sources], &["h", "Left"], A::Panes(-1), "to the pane on the left", Group::Move, ""),
    key(&[Map], &["j", "Ctrl-n"], A::Lines(1), "next place of the list", Group::Move, ""),
    key(&[Map], &["k", "Ctrl-p"], A::Lines(-1), "previous place of the list", Group::Move, ""),
    key(&[Map], &["h", "Left"], A::Pan(-1, 0), "pan west", Group::Move, ""),
    key(&[Map], &["l", "Right"], A::Pan(1, 0), "pan east", Group::Move, ""),
    key(&[Map], &["Down"], A::Pan(0, -1), "pan south", Group::Move, ""),
    key(&[Map], &["Up"], A::Pan(0, 1), "pan north", Group::Move, ""),
    key(&[Timeline], &["h"], A::Pan(-1, 0), "pan to earlier times", Group::Move, ""),
    key(&[Timeline], &["l"], A::Pan(1, 0), "pan to later times", Group::Move, ""),
    // Search, views and looks.
    key(&[Any], &["/"], A::Search, "search names, years and the text", Group::Look, "search"),
    key(&[Read], &["n"], A::Hits(1), "next place of the last search in the text", Group::Look, ""),
    key(&[Read], &["N"], A::Hits(-1), "previous place of the last search", Group::Look, ""),
    key(VIEWS, &["r"], A::Show(Screen::Read), "the text", Group::Look, ""),
    key(VIEWS, &["t"], A::Show(Screen::Timeline), "the timeline", Group::Look, ""),
    key(VIEWS, &["p"], A::Show(Screen::Map), "places: the map", Group::Look, ""),
    key(VIEWS, &["e"], A::Show(Screen::Who), "entities: who’s who", Group::Look, ""),
    key(VIEWS, &["s"], A::Show(Screen::Sources), "the sources", Group::Look, ""),
    key(&[Map], &["x"], A::Cycle, "fit: the country, the region, the passage", Group::Look, "fit"),
    key(&[Map], &["b"], A::Marker, "marker: braille, blocks, dots, words", Group::Look, "marker"),
    key(&[Read, Map], &["+", "="], A::Wider(1), "wider text; zoom in", Group::Look, ""),
    key(&[Read, Map], &["-"], A::Wider(-1), "narrower text; zoom out", Group::Look, ""),
    key(&[Read], &[">"], A::Sidebar(1), "wider sidebar", Group::Look, ""),
    key(&[Read], &["<"], A::Sidebar(-1), "narrower sidebar", Group::Look, ""),
    key(&[Timeline, Map], &["0"], A::ShowAll, "show all", Group::Look, "all"),
    key(&[Read], &["z"], A::OnlyText, "only the text", Group::Look, ""),
    key(&[Read], &["T"], A::Trust, "the trust margin: how well each statement is known", Group::Look, ""),
    key(VIEWS, &["F2"], A::NextTheme, "another theme", Group::Look, ""),
    // Keeping and sharing.
    key(VIEWS, &["m"], A::Mark, "mark this place, or take the mark away", Group::Keep, ""),
    key(VIEWS, &["'"], A::Marks, "the list of marks", Group::Keep, ""),
    key(VIEWS, &["y"], A::Copy, "copy the passage, source or entry with its citations", Group::Keep, "copy"),
    key(
        VIEWS,
        &["Y"],
        A::CopyMenu,
        "copy in another form: plain, citation, BibTeX, RIS, JSON, address",
        Group::Keep,
        "",
    ),
    // Selecting.
    key(&[Read], &["v"], A::Select, "select words by keys, from the statement under the eye", Group::Keep, ""),
    key(&[Select], &["l", "Right"], A::CursorWord(1), "up to the next word", Group::Keep, ""),
    key(&[Select], &["h", "Left"], A::CursorWord(-1), "up to the word before", Group::Keep, "word"),
    key(&[Select], &["j", "Down"], A::Lines(1), "up to the next line", Group::Keep, ""),
    key(&[Select], &["k", "Up"], A::Lines(-1), "up to the line before", Group::Keep, "line"),
    key(&[Select], &["y"], A::Copy, "copy what is selected", Group::Keep, "copy"),
    key(&[Select], &["Esc", "v", "q"], A::Escape, "select nothing", Group::Keep, "end"),
    // Help and leaving.
    key(VIEWS_AND_SELECT, &["?", "F1"], A::Help, "these keys; type to filter, Enter runs one", Group::Leave, "help"),
    key(VIEWS, &[":"], A::Palette, "any command by name", Group::Leave, ""),
    key(&[Any], &["Esc"], A::Escape, "close the top thing; never quits", Group::Leave, ""),
    key(&[Pick, Letters], &["q"], A::Escape, "close", Group::Leave, "close"),
    key(VIEWS, &["q"], A::Quit, "quit; the place is remembered", Group::Leave, "quit"),
    key(&[Any], &["Ctrl-c"], A::QuitNow, "quit at once; in a prompt: close it", Group::Leave, ""),
    key(&[Any], &["Ctrl-z"], A::Suspend, "suspend; fg comes back", Group::Leave, ""),
    key(&[Any], &["Ctrl-l"], A::Redraw, "draw the screen anew", Group::Leave, ""),
    key(&[Any], &["F3"], A::Mouse, "release the mouse to the terminal, or take it back", Group::Leave, ""),
    // Prompts.
    key(&[Prompt], &["Enter"], A::Open, "open the chosen row", Group::Prompt, "open"),
    key(&[Prompt], &["Down", "Ctrl-n"], A::Lines(1), "next row", Group::Prompt, ""),
    key(
        &[Prompt],
        &["Up", "Ctrl-p"],
        A::Lines(-1),
        "previous row; with nothing typed, the last search",
        Group::Prompt,
        "",
    ),
    key(&[Prompt], &["PgDn", "Ctrl-v"], A::Pages(1), "a page of rows down", Group::Prompt, ""),
    key(&[Prompt], &["PgUp", "Alt-v"], A::Pages(-1), "a page of rows up", Group::Prompt, ""),
    key(&[Prompt], &["Tab"], A::Complete, "complete @kind", Group::Prompt, "@kind"),
    key(&[Prompt], &["Ctrl-t"], A::HitsInText, "leave and show every hit in the text", Group::Prompt, "in text"),
    key(&[Prompt], &["Ctrl-r"], A::Recent, "recent searches", Group::Prompt, "recent"),
    key(&[Prompt], &["Esc", "Ctrl-g"], A::Escape, "close", Group::Prompt, "close"),
    key(&[Prompt], &["Left", "Ctrl-b"], A::Cursor(-1), "a letter left", Group::Prompt, ""),
    key(&[Prompt], &["Right", "Ctrl-f"], A::Cursor(1), "a letter right", Group::Prompt, ""),
    key(&[Prompt], &["Alt-b"], A::CursorWord(-1), "a word left", Group::Prompt, ""),
    key(&[Prompt], &["Alt-f"], A::CursorWord(1), "a word right", Group::Prompt, ""),
    key(&[Prompt], &["Ctrl-a", "Home"], A::CursorEnd(-1), "to the beginning", Group::Prompt, ""),
    key(&[Prompt], &["Ctrl-e", "End"], A::CursorEnd(1), "to the end", Group::Prompt, ""),
    key(&[Prompt], &["Backspace", "Ctrl-h"], A::Erase, "erase a letter", Group::Prompt, ""),
    key(&[Prompt], &["Delete", "Ctrl-d"], A::EraseNext, "erase the next letter", Group::Prompt, ""),
    key(&[Prompt], &["Ctrl-w"], A::EraseWord, "erase a word", Group::Prompt, ""),
    key(&[Prompt], &["Ctrl-u"], A::EraseLine, "erase all before", Group::Prompt, "clear"),
    key(&[Prompt], &["Ctrl-k"], A::EraseRest, "erase all after", Group::Prompt, ""),
];

/// The action of a key in a context: the context's own, or else one that holds anywhere.
#[must_use]
pub fn lookup(context: Context, key: Key) -> Option<Action> {
    let name = key.to_string();
    let holds = |context: Context| {
        BINDINGS.iter().find(|b| b.contexts.contains(&context) && b.keys.contains(&name.as_str())).map(|b| b.action)
    };
    let anywhere = || if typed_into(context) && key.typed().is_some() { None } else { holds(Any) };
    holds(context).or_else(anywhere)
}

/// What a key does in a context: its binding, or the letter that it types.
#[must_use]
pub fn action(context: Context, key: Key) -> Option<Action> {
    let typed = || key.typed().filter(|_| typed_into(context)).map(Action::Type);
    lookup(context, key).or_else(typed)
}

/// Whether the context takes letters as text.
#[must_use]
pub const fn typed_into(context: Context) -> bool {
    matches!(context, Context::Prompt | Context::Letters)
}

/// The rows that hold in a context, its own and those that hold anywhere.
pub fn of_context(context: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |b| b.contexts.contains(&context) || b.contexts.contains(&Any))
}

/// The key table as Markdown, as the README shows it.
#[must_use]
pub fn markdown() -> String {
    let mut out = String::new();
    let mut groups: Vec<Group> = BINDINGS.iter().map(|b| b.group).collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        out.push_str(&format!("\n| {} | |\n|---|---|\n", group.name()));
        for binding in BINDINGS.iter().filter(|b| b.group == group && !b.does.is_empty()) {
            let keys: Vec<String> = binding.keys.iter().map(|k| format!("`{}`", k.replace('|', "\\|"))).collect();
            out.push_str(&format!("| {} | {}{} |\n", keys.join(" "), binding.does, where_it_holds(binding)));
        }
    }
    out
}

/// ` (timeline, map)`, where a key does not hold in the text.
#[must_use]
pub fn where_it_holds(binding: &Binding) -> String {
    if binding.contexts.iter().any(|c| matches!(c, Read | Any | Prompt)) {
        return String::new();
    }
    let names: Vec<&str> = binding.contexts.iter().map(|c| c.name()).collect();
    format!(" ({})", names.join(", "))
}

#[cfg(test)]
mod tests;
