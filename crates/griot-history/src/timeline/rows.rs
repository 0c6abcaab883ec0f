//! The timeline as data, for the command line.

use super::model::{Model, What};
use griot_pack::pack::Pack;
use griot_pack::when::When;

/// Which rows are wanted; what is not said lets everything through.
#[derive(Debug, Clone, Default)]
pub struct Asked<'a> {
    /// Only what shares a day with this time.
    pub when: Option<When>,
    /// Only what ends then or later.
    pub from: Option<When>,
    /// Only what begins then or earlier.
    pub to: Option<When>,
    /// `statement`, `event`, `polity`, `office`, or a type of event such as `coup`.
    pub kind: Option<&'a str>,
}

/// A row of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it tells of.
    pub what: What,
    /// The id by which it can be opened; silences have none.
    pub id: String,
    /// When it was.
    pub when: When,
    /// `statement`, `event`, `polity`, `office` or `silence`.
    pub kind: &'static str,
    /// The type of an event.
    pub subtype: Option<String>,
    /// It in a line.
    pub text: String,
}

/// The rows of the timeline that are asked for, in date order. Polities and offices are rows only when asked for.
#[must_use]
pub fn rows(pack: &Pack, asked: &Asked) -> Vec<Entry> {
    let model = Model::new(pack);
    let entries = model.rows.iter().filter(|row| asked.wants(pack, row.what));
    entries.filter_map(|row| entry(pack, row.what)).collect()
}

impl Asked<'_> {
    fn wants(&self, pack: &Pack, what: What) -> bool {
        let Some(when) = what.when(pack) else { return false };
        let kind = match self.kind {
            None => matches!(what, What::Statement(_) | What::Event(_)),
            Some(kind) => kind == kind_of(what) || kind == what.kind(pack),
        };
        let since = self.from.is_none_or(|from| from.first() <= when.last());
        let until = self.to.is_none_or(|to| when.first() <= to.last());
        kind && since && until && self.when.is_none_or(|wanted| wanted.overlaps(&when))
    }
}

fn entry(pack: &Pack, what: What) -> Option<Entry> {
    let subtype = match what {
        What::Event(entity) => pack[entity].subtype.clone().map(String::from),
        _ => None,
    };
    let id = match what {
        What::Statement(statement) => pack.statement_id(statement),
        What::Silence(..) => String::new(),
        _ => pack[what.entity()?].id.to_string(),
    };
    Some(Entry { what, id, when: what.when(pack)?, kind: kind_of(what), subtype, text: what.text(pack) })
}

const fn kind_of(what: What) -> &'static str {
    match what {
        What::Statement(_) => "statement",
        What::Event(_) => "event",
        What::Polity(_) => "polity",
        What::Office(..) => "office",
        What::Silence(..) => "silence",
    }
}
