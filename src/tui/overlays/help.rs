//! What the help lists: the keys that matter first, the signs of the reading view, and all keys.

use griot_pack::pack::Standing;

use crate::tui::action::{Action, Context};
use crate::tui::keymap::Binding;
use crate::tui::screens::Screen;
use crate::tui::shared::Shared;
use crate::tui::signs;

/// How many keys come first.
const MATTER: usize = 8;
/// Commands to know before any other, as far as they hold where the help is called; the last of them always does.
const FIRST: [&str; 12] = [
    "page-down",
    "next-link",
    "next-event",
    "next-place",
    "next-beside",
    "open",
    "back",
    "search",
    "commands",
    "show-timeline",
    "show-text",
    "quit",
];

/// A line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row<'a> {
    /// A command and its keys.
    Key(&'a Binding),
    /// A sign and what it says.
    Sign(String, String),
    /// What stands beneath it.
    Head(&'static str),
    /// A blank line.
    Gap,
}

impl Row<'_> {
    /// Whether it can be chosen: what can be read can.
    #[must_use]
    pub const fn can_be_chosen(&self) -> bool {
        matches!(self, Self::Key(_) | Self::Sign(..))
    }
}

/// The lines of the help of a context, or of every command, that hold what was typed.
#[must_use]
pub fn rows<'a>(shared: &'a Shared, typed: &str, context: Option<Context>) -> Vec<Row<'a>> {
    let all = shared.keymap.rows(typed, context).into_iter().map(Row::Key);
    let Some(context) = context.filter(|_| typed.trim().is_empty()) else { return all.collect() };
    let mut rows: Vec<Row> = first(shared, context).into_iter().map(Row::Key).collect();
    if context == Context::View(Screen::Read) {
        rows.extend([Row::Gap, Row::Head("Signs")]);
        rows.extend(legend(shared).into_iter().map(|(sign, says)| Row::Sign(sign, says)));
    }
    rows.extend([Row::Gap, Row::Head("All keys")]);
    rows.extend(all);
    rows
}

/// The keys that matter most in a context.
fn first(shared: &Shared, context: Context) -> Vec<&Binding> {
    let here = |b: &&Binding| b.holds_in(context) && b.command.action != Action::Show(shared.screen);
    let named = |name: &str| shared.keymap.bindings().iter().filter(here).find(|b| b.command.name == name);
    let mut found: Vec<&Binding> = FIRST.into_iter().filter_map(named).collect();
    if let Some(last) = found.pop() {
        found.truncate(MATTER - 1);
        found.push(last);
    }
    found
}

/// The signs of the reading view and what they say.
fn legend(shared: &Shared) -> Vec<(String, String)> {
    let key = |name: &str| shared.key(name);
    let (pack, glyphs) = (&shared.pack, shared.settings.glyphs);
    let sign = |sign: &str, says: &str| (sign.to_owned(), says.to_owned());
    let mut legend = vec![
        sign(signs::CURRENT, "the statement you went to"),
        sign(signs::ENDED, "where the last page ended; beside the eras, the chapter"),
        (signs::MARK.to_owned(), format!("your mark: {} sets it", key("mark"))),
        (signs::NOTE.to_owned(), format!("your note: {} writes it", key("note"))),
        ("¹ ²".to_owned(), format!("footnotes: {} tells the next", key("next-footnote"))),
        sign("¶ 3 of 47", "the third passage of its era"),
        sign("▁ ▅ █", "how much is told of an era or a time"),
        sign("╱", "here the scale of time changes"),
        sign("◆", "where you are in time"),
    ];
    if pack.languages().len() > 1 {
        legend.push((format!("[{}]", pack.about.language), "not translated".to_owned()));
    }
    let trust = key("trust-margin");
    let standings = Standing::ALL
        .into_iter()
        .map(|it| (it.sign(glyphs).to_owned(), format!("{}: {} ({trust})", it.name(), it.in_short())));
    legend.extend(standings);
    legend.push((signs::WIKI.to_owned(), format!("rests on copies of Wikipedia alone ({trust})")));
    legend
}
