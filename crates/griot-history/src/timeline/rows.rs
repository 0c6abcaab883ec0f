//! The timeline as data, for the command line.

use super::model::{Model, What};
use griot_pack::pack::Pack;
use griot_pack::when::When;

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

/// Every row of the timeline, in date order.
#[must_use]
pub fn rows(pack: &Pack) -> Vec<Entry> {
    Model::new(pack).rows.iter().filter_map(|row| entry(pack, row.what)).collect()
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

/// The word for what a row tells of.
#[must_use]
pub const fn kind_of(what: What) -> &'static str {
    match what {
        What::Statement(_) => "statement",
        What::Event(_) => "event",
        What::Polity(_) => "polity",
        What::Office(..) => "office",
        What::Silence(..) => "silence",
    }
}
