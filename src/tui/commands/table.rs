//! The table itself, in the order in which help shows it.

use super::{Command, Group};
use crate::tui::action::{Action as A, Context};
use crate::tui::screens::{Screen, for_each_view};

const ANY: Context = Context::Any;
const READ: Context = Context::View(Screen::Read);
const TIMELINE: Context = Context::View(Screen::Timeline);
const MAP: Context = Context::View(Screen::Map);
const WHO: Context = Context::View(Screen::Who);
const SOURCES: Context = Context::View(Screen::Sources);
const SELECT: Context = Context::Select;
const PICK: Context = Context::Pick;
const PROMPT: Context = Context::Prompt;
const JUMP: Context = Context::JumpLabels;

/// Contexts whose main part scrolls or is a list.
const SCROLL: &[Context] = &[READ, TIMELINE, WHO, SOURCES, PICK];
/// Views with a list and a page beside it.
const LISTS: &[Context] = &[WHO, SOURCES];
const PAGES: &[Context] = &[READ, WHO, SOURCES, PICK];
const PANES: &[Context] = &[READ, WHO, SOURCES];
const IN_TIME: &[Context] = &[TIMELINE, MAP];
const ON_TEXT_AND_MAP: &[Context] = &[READ, MAP];

macro_rules! of_every_view {
    ($($(#[$doc:meta])* $name:ident, $module:ident, $title:literal, $keys:literal, $letter:literal, $command:literal, $does:literal;)*) => {
        /// The views, whatever lies on top of them.
        const VIEWS: &[Context] = &[$(Context::View(Screen::$name)),*];

        const VIEWS_AND_SELECT: &[Context] = &[$(Context::View(Screen::$name),)* SELECT];

        /// The command that shows each view.
        pub(super) const SHOWING: &[Command] = &[$(
            Group::Look.command($command, A::Show(Screen::$name), $does).on(VIEWS).keys(&[first_char($letter)])
        ),*];
    };
}

/// The letter as a text.
const fn first_char(letter: char) -> &'static str {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
    assert!(letter.is_ascii_lowercase(), "a view is kept by a small letter");
    let (_, from) = LETTERS.split_at((letter as u8 - b'a') as usize);
    let (one, _) = from.split_at(1);
    one
}

for_each_view!(of_every_view);

/// Links come first, because the footer has room for few.
pub(super) const LINKS: &[Command] = {
    use Group::{Links, Look};
    &[
        Links.command("next-link", A::Links(1), "next link").on(&[READ]).keys(&["Tab"]).hint("link"),
        Links.command("previous-link", A::Links(-1), "previous link").on(&[READ]).keys(&["Shift-Tab"]),
        Links
            .command("next-beside", A::Links(1), "next link beside the list; next type of event")
            .on(LISTS)
            .keys(&["Tab"])
            .hint("next"),
        Links.command("previous-beside", A::Links(-1), "the one before").on(LISTS).keys(&["Shift-Tab"]),
        Links.command("next-place", A::Links(1), "next place").on(&[MAP]).keys(&["Tab"]).hint("place"),
        Links.command("previous-place", A::Links(-1), "previous place").on(&[MAP]).keys(&["Shift-Tab"]),
        Links.command("next-event", A::Links(1), "next event").on(&[TIMELINE]).keys(&["Tab", "Right"]).hint("event"),
        Links.command("previous-event", A::Links(-1), "previous event").on(&[TIMELINE]).keys(&["Shift-Tab", "Left"]),
        Links.command("open", A::Open, "open what has the focus").on(VIEWS).keys(&["Enter"]).hint("open"),
        Links.command("choose", A::Open, "choose").on(&[PICK]).keys(&["Enter"]).hint("choose"),
        Look.command("sort", A::Cycle, "sort by something else").on(LISTS).keys(&["x"]).hint("sort"),
        Look.command("next-scale", A::Cycle, "scale: story, log, true").on(&[TIMELINE]).keys(&["x"]).hint("scale"),
        Look.command("filter", A::Filter, "filter as you type")
            .on(&[TIMELINE, WHO, SOURCES])
            .keys(&["f"])
            .hint("filter"),
        Look.command("next-set", A::NextTable, "another set: all, powers, events, statements, groups")
            .on(&[TIMELINE])
            .keys(&["v"])
            .hint("set"),
        Look.command("zoom-in", A::Wider(1), "zoom in")
            .on(&[TIMELINE])
            .keys(&["+", "="])
            .hint("zoom")
            .beside("zoom-out"),
        Look.command("zoom-out", A::Wider(-1), "zoom out").on(&[TIMELINE]).keys(&["-"]),
        Look.command("next-table", A::NextTable, "next table: kinds, events, rulers, figures; sources, corrections")
            .on(LISTS)
            .keys(&["v"])
            .hint("table"),
        Look.command("types", A::TypeMenu, "choose a type of event from a list").on(&[WHO]).keys(&["T"]).hint("types"),
        Links.command("peek", A::Peek, "peek without leaving").on(&[READ]).keys(&["K"]).hint("peek"),
        Links.command("peek-beside", A::Peek, "what is told of the chosen row, and back").on(LISTS).keys(&["K"]),
        Links.command("jump-labels", A::JumpLabels, "a letter on every link, then type it").on(&[READ]).keys(&["f"]),
        Links.command("next-footnote", A::Notes(1), "next footnote").on(&[READ]).keys(&["c"]),
        Links.command("previous-footnote", A::Notes(-1), "previous footnote").on(&[READ]).keys(&["C"]),
        Links.command("forward", A::Forward, "forward").on(VIEWS).keys(&["L", "Alt-Right"]),
        Links
            .command("back", A::Back, "back, to the exact place")
            .on(VIEWS)
            .keys(&["H", "Backspace", "Ctrl-o", "Alt-Left"])
            .hint("back"),
        Links.command("open-outside", A::OpenOutside, "show the URL and open it outside griot").on(VIEWS).keys(&["o"]),
        Links.command("open-archive", A::OpenArchive, "open the archived copy").on(&[SOURCES]).keys(&["A"]),
    ]
};

pub(super) const MOVES: &[Command] = {
    use Group::Move;
    &[
        Move.command("line-down", A::Lines(1), "a line down").on(SCROLL).keys(&["j", "Down", "Ctrl-n", "Ctrl-e"]),
        Move.command("line-up", A::Lines(-1), "a line up").on(SCROLL).keys(&["k", "Up", "Ctrl-p", "Ctrl-y"]),
        Move.command("half-page-down", A::HalfPages(1), "half a page down").on(SCROLL).keys(&["d", "Ctrl-d"]),
        Move.command("half-page-up", A::HalfPages(-1), "half a page up").on(SCROLL).keys(&["u", "Ctrl-u"]),
        Move.command("page-down", A::Pages(1), "a page down, two lines kept")
            .on(SCROLL)
            .keys(&["Space", "PgDn", "Ctrl-f", "Ctrl-v"])
            .hint("page"),
        Move.command("page-up", A::Pages(-1), "a page up, two lines kept")
            .on(SCROLL)
            .keys(&["b", "PgUp", "Ctrl-b", "Alt-v"]),
        Move.command("top", A::Top, "top; once more for the beginning of all").on(PAGES).keys(&["g", "Home", "Alt-<"]),
        Move.command("bottom", A::Bottom, "bottom; once more for the end of all")
            .on(PAGES)
            .keys(&["G", "End", "Alt->"]),
        Move.command("first-date", A::Top, "the first date").on(IN_TIME).keys(&["g", "Home"]),
        Move.command("last-date", A::Bottom, "the last date").on(IN_TIME).keys(&["G", "End"]),
        Move.command("next-passage", A::Passages(1), "next passage; next group of the list").on(PANES).keys(&["}"]),
        Move.command("previous-passage", A::Passages(-1), "previous passage; previous group").on(PANES).keys(&["{"]),
        Move.command("next-date", A::Dated(1), "next dated statement").on(VIEWS).keys(&[")"]),
        Move.command("previous-date", A::Dated(-1), "previous dated statement")
            .on(VIEWS)
            .keys(&["("])
            .hint("date")
            .beside("next-date"),
        Move.command("next-era", A::Eras(1), "next era").on(VIEWS).keys(&["]", "Shift-Right"]),
        Move.command("previous-era", A::Eras(-1), "previous era")
            .on(VIEWS)
            .keys(&["[", "Shift-Left"])
            .hint("era")
            .beside("next-era"),
        Move.command("era-1", A::Era(1), "the first era; 2 to 9 the others").on(VIEWS).keys(&["1"]),
        Move.command("era-2", A::Era(2), "").on(VIEWS).keys(&["2"]),
        Move.command("era-3", A::Era(3), "").on(VIEWS).keys(&["3"]),
        Move.command("era-4", A::Era(4), "").on(VIEWS).keys(&["4"]),
        Move.command("era-5", A::Era(5), "").on(VIEWS).keys(&["5"]),
        Move.command("era-6", A::Era(6), "").on(VIEWS).keys(&["6"]),
        Move.command("era-7", A::Era(7), "").on(VIEWS).keys(&["7"]),
        Move.command("era-8", A::Era(8), "").on(VIEWS).keys(&["8"]),
        Move.command("era-9", A::Era(9), "").on(VIEWS).keys(&["9"]),
        Move.command("pane-right", A::Panes(1), "to the pane on the right: eras, text, card")
            .on(PANES)
            .keys(&["l", "Right"]),
        Move.command("pane-left", A::Panes(-1), "to the pane on the left").on(PANES).keys(&["h", "Left"]),
        Move.command("next-row", A::Lines(1), "next place of the list").on(&[MAP]).keys(&["j", "Ctrl-n"]),
        Move.command("previous-row", A::Lines(-1), "previous place of the list").on(&[MAP]).keys(&["k", "Ctrl-p"]),
        Move.command("pan-west", A::Pan(-1, 0), "pan west").on(&[MAP]).keys(&["h", "Left"]),
        Move.command("pan-east", A::Pan(1, 0), "pan east").on(&[MAP]).keys(&["l", "Right"]),
        Move.command("pan-south", A::Pan(0, -1), "pan south").on(&[MAP]).keys(&["Down"]),
        Move.command("pan-north", A::Pan(0, 1), "pan north").on(&[MAP]).keys(&["Up"]),
        Move.command("pan-earlier", A::Pan(-1, 0), "pan to earlier times").on(&[TIMELINE]).keys(&["h"]),
        Move.command("pan-later", A::Pan(1, 0), "pan to later times").on(&[TIMELINE]).keys(&["l"]),
    ]
};

pub(super) const SEARCHES: &[Command] = {
    use Group::Look;
    &[
        Look.command("search", A::Search, "search names, years and the text").on(&[ANY]).keys(&["/"]).hint("search"),
        Look.command("next-hit", A::Hits(1), "next place of the last search in the text").on(&[READ]).keys(&["n"]),
        Look.command("previous-hit", A::Hits(-1), "previous place of the last search").on(&[READ]).keys(&["N"]),
    ]
};

pub(super) const LOOKS: &[Command] = {
    use Group::Look;
    &[
        Look.command("next-extent", A::Cycle, "fit: the country, the region, the passage")
            .on(&[MAP])
            .keys(&["x"])
            .hint("fit"),
        Look.command("next-marker", A::Marker, "marker: braille, blocks, dots, words")
            .on(&[MAP])
            .keys(&["b"])
            .hint("marker"),
        Look.command("wider", A::Wider(1), "wider text; zoom in").on(ON_TEXT_AND_MAP).keys(&["+", "="]),
        Look.command("narrower", A::Wider(-1), "narrower text; zoom out").on(ON_TEXT_AND_MAP).keys(&["-"]),
        Look.command("wider-sidebar", A::Sidebar(1), "wider sidebar").on(&[READ]).keys(&[">"]),
        Look.command("narrower-sidebar", A::Sidebar(-1), "narrower sidebar").on(&[READ]).keys(&["<"]),
        Look.command("show-all", A::ShowAll, "show all").on(IN_TIME).keys(&["0"]).hint("all"),
        Look.command("only-text", A::OnlyText, "only the text").on(&[READ]).keys(&["z"]),
        Look.command("trust-margin", A::Trust, "trust margin; w: Wikipedia alone").on(&[READ]).keys(&["T"]),
        Look.command("lang", A::NextLanguage, "another language, as \"lang fr\"; [en]: not translated")
            .on(VIEWS)
            .keys(&["F4"]),
        Look.command("next-theme", A::NextTheme, "another theme").on(VIEWS).keys(&["F2"]),
    ]
};

pub(super) const KEEPS: &[Command] = {
    use Group::Keep;
    &[
        Keep.command("mark", A::Mark, "mark this place, or take the mark away").on(VIEWS).keys(&["m"]),
        Keep.command("list-marks", A::Marks, "the list of marks and notes").on(VIEWS).keys(&["'"]),
        Keep.command("note", A::Note, "write a note on this statement, in your editor").on(&[READ]).keys(&["a"]),
        Keep.command("copy", A::Copy, "copy the passage, source or entry with its citations")
            .on(VIEWS)
            .keys(&["y"])
            .hint("copy"),
        Keep.command("copy-as", A::CopyMenu, "copy in another form: plain, citation, BibTeX, RIS, JSON, address")
            .on(VIEWS)
            .keys(&["Y"]),
        Keep.command("select", A::Select, "select words by keys, from the statement under the eye")
            .on(&[READ])
            .keys(&["v"]),
        Keep.command("select-next-word", A::CursorWord(1), "up to the next word").on(&[SELECT]).keys(&["l", "Right"]),
        Keep.command("select-previous-word", A::CursorWord(-1), "up to the word before")
            .on(&[SELECT])
            .keys(&["h", "Left"])
            .hint("word")
            .beside("select-next-word"),
        Keep.command("select-next-line", A::Lines(1), "up to the next line")
            .on(&[SELECT])
            .keys(&["j", "Down"])
            .hint("line")
            .beside("select-previous-line"),
        Keep.command("select-previous-line", A::Lines(-1), "up to the line before").on(&[SELECT]).keys(&["k", "Up"]),
        Keep.command("copy-selection", A::Copy, "copy what is selected").on(&[SELECT]).keys(&["y"]).hint("copy"),
        Keep.command("end-selection", A::Escape, "select nothing").on(&[SELECT]).keys(&["Esc", "v", "q"]).hint("end"),
    ]
};

pub(super) const LEAVES: &[Command] = {
    use Group::Leave;
    &[
        Leave
            .command("help", A::Help, "these keys; type to filter, Enter runs one")
            .on(VIEWS_AND_SELECT)
            .keys(&["?", "F1"])
            .hint("help"),
        Leave.command("commands", A::Palette, "a command by name, a place or a year").on(VIEWS).keys(&[":"]),
        Leave.command("escape", A::Escape, "close the top thing; never quits").on(&[ANY]).keys(&["Esc"]),
        Leave.command("close", A::Escape, "close").on(&[PICK, JUMP]).keys(&["q"]).hint("close"),
        Leave.command("quit", A::Quit, "quit; the place is remembered").on(VIEWS).keys(&["q"]).hint("quit"),
        Leave.command("quit-now", A::QuitNow, "quit at once; in a prompt: close it").on(&[ANY]).keys(&["Ctrl-c"]),
        Leave.command("suspend", A::Suspend, "suspend; fg comes back").on(&[ANY]).keys(&["Ctrl-z"]),
        Leave.command("redraw", A::Redraw, "draw the screen anew").on(&[ANY]).keys(&["Ctrl-l"]),
        Leave.command("mouse", A::Mouse, "release the mouse to the terminal, or take it back").on(&[ANY]).keys(&["F3"]),
    ]
};

pub(super) const PROMPTS: &[Command] = {
    use Group::Prompt;
    &[
        Prompt.command("open-row", A::Open, "open the chosen row").on(&[PROMPT]).keys(&["Enter"]).hint("open"),
        Prompt.command("row-down", A::Lines(1), "next row").on(&[PROMPT]).keys(&["Down", "Ctrl-n"]),
        Prompt
            .command("row-up", A::Lines(-1), "previous row; with nothing typed, the last search")
            .on(&[PROMPT])
            .keys(&["Up", "Ctrl-p"]),
        Prompt.command("rows-down", A::Pages(1), "a page of rows down").on(&[PROMPT]).keys(&["PgDn", "Ctrl-v"]),
        Prompt.command("rows-up", A::Pages(-1), "a page of rows up").on(&[PROMPT]).keys(&["PgUp", "Alt-v"]),
        Prompt.command("complete-kind", A::Complete, "complete @kind").on(&[PROMPT]).keys(&["Tab"]).hint("@kind"),
        Prompt
            .command("hits-in-text", A::HitsInText, "leave and show every hit in the text")
            .on(&[PROMPT])
            .keys(&["Ctrl-t"])
            .hint("in text"),
        Prompt.command("recent-searches", A::Recent, "recent searches").on(&[PROMPT]).keys(&["Ctrl-r"]).hint("recent"),
        Prompt.command("close-prompt", A::Escape, "close").on(&[PROMPT]).keys(&["Esc", "Ctrl-g"]).hint("close"),
        Prompt.command("letter-left", A::Cursor(-1), "a letter left").on(&[PROMPT]).keys(&["Left", "Ctrl-b"]),
        Prompt.command("letter-right", A::Cursor(1), "a letter right").on(&[PROMPT]).keys(&["Right", "Ctrl-f"]),
        Prompt.command("word-left", A::CursorWord(-1), "a word left").on(&[PROMPT]).keys(&["Alt-b"]),
        Prompt.command("word-right", A::CursorWord(1), "a word right").on(&[PROMPT]).keys(&["Alt-f"]),
        Prompt.command("line-begin", A::CursorEnd(-1), "to the beginning").on(&[PROMPT]).keys(&["Ctrl-a", "Home"]),
        Prompt.command("line-end", A::CursorEnd(1), "to the end").on(&[PROMPT]).keys(&["Ctrl-e", "End"]),
        Prompt.command("erase-letter", A::Erase, "erase a letter").on(&[PROMPT]).keys(&["Backspace", "Ctrl-h"]),
        Prompt
            .command("erase-next-letter", A::EraseNext, "erase the next letter")
            .on(&[PROMPT])
            .keys(&["Delete", "Ctrl-d"]),
        Prompt.command("erase-word", A::EraseWord, "erase a word").on(&[PROMPT]).keys(&["Ctrl-w"]),
        Prompt.command("erase-before", A::EraseLine, "erase all before").on(&[PROMPT]).keys(&["Ctrl-u"]).hint("clear"),
        Prompt.command("erase-after", A::EraseRest, "erase all after").on(&[PROMPT]).keys(&["Ctrl-k"]),
    ]
};
