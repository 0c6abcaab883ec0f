//! What lies on top, in words alone: for readers who have it read to them.

#![deny(clippy::wildcard_enum_match_arm)]

use griot_history::cite;
use griot_history::search::{Hit, Via, fold};
use griot_pack::pack::{Pack, StatementId};

use super::paint::mark_said;
use super::search::Row;
use super::{Overlay, help};
use crate::tui::shared::Shared;

/// A line of what lies on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it says.
    pub text: String,
    /// Its place in the list, where it can be chosen.
    pub row: Option<usize>,
}

/// All lines of what lies on top.
#[must_use]
pub fn words(overlay: &Overlay, shared: &Shared) -> Vec<Said> {
    let choice = |(row, text)| Said { text, row: Some(row) };
    let line = |text: String| Said { text, row: None };
    match overlay {
        Overlay::Search(finder) => {
            let rows = finder.rows.iter().enumerate();
            let said =
                |(at, row): (usize, &Row)| Some(Said { text: found(&shared.pack, row)?, row: row.goal().map(|_| at) });
            rows.filter_map(said).collect()
        }
        Overlay::Help { input, context, .. } => {
            let told = |row: help::Row| match row {
                help::Row::Key(b) => {
                    let keys: Vec<String> = b.keys.iter().map(ToString::to_string).collect();
                    let does = format!("{}{}", b.command.does, b.where_it_holds());
                    Some(line(format!("{}: {does} ({})", keys.join(", "), b.command.name)))
                }
                help::Row::Sign(sign, says) => Some(line(format!("{sign}: {says}"))),
                help::Row::Head(_) | help::Row::Gap => None,
            };
            help::rows(shared, input.text(), *context).into_iter().filter_map(told).collect()
        }
        Overlay::Marks(_) => {
            (0..shared.marks.len() + shared.notes.len()).map(|at| choice((at, mark_said(shared, at)))).collect()
        }
        Overlay::CopyMenu { labels, .. } => labels.iter().map(ToString::to_string).enumerate().map(choice).collect(),
        Overlay::Types { rows, .. } => rows.iter().cloned().enumerate().map(choice).collect(),
        Overlay::Ask(url) => vec![line(url.clone())],
        Overlay::Peek(page) => page.blocks.iter().map(|block| line(block.text.clone())).collect(),
        Overlay::JumpLabels(_) | Overlay::Filter(_) => Vec::new(),
    }
}

/// A row of the search.
fn found(pack: &Pack, row: &Row) -> Option<String> {
    let dated = |id: StatementId| pack[id].when.map_or_else(String::new, |when| format!("{}: ", pack.date(&when)));
    Some(match row {
        Row::Head(text, count) => format!("{text}, {count}:"),
        Row::Name(hit) => name(pack, hit)?,
        Row::Office(entity, at) => {
            let office = &pack[*entity].offices[*at];
            let when = office.when.map_or_else(String::new, |when| format!(", {}", pack.date(&when)));
            format!("{}, {}, {}{when}", pack[*entity].name, office.title, pack[office.of].name)
        }
        Row::Before(id) => format!("before, {}{}", dated(*id), pack[*id].text),
        Row::After(id) => format!("after, {}{}", dated(*id), pack[*id].text),
        Row::Text(id) => format!("{}: {}", pack.told_at(pack[*id].passage), pack[*id].text),
        Row::Source(id) => cite::text(&pack[*id], None),
        Row::Say(text) | Row::Recent(text) => text.clone(),
        Row::Filter(filter) => format!("@{}", filter.name()),
        Row::Gap => return None,
    })
}

/// An entity with the name that matched, its dates and what it is.
fn name(pack: &Pack, hit: &Hit) -> Option<String> {
    let entity = &pack[hit.entity()?];
    let mut out = entity.name.to_string();
    let other = match hit.via {
        Via::Alias(_) => hit.alias(pack).map(ToOwned::to_owned),
        Via::Role(role) => Some(role.in_words(pack)),
        Via::Name | Via::Record | Via::Date | Via::Text => None,
    };
    let parts = [
        other.filter(|other| fold(other) != fold(&entity.name)),
        entity.when.map(|when| pack.date(&when)),
        entity.role.as_ref().map(ToString::to_string),
    ];
    for part in parts.into_iter().flatten() {
        out.push_str(", ");
        out.push_str(&part);
    }
    Some(out)
}
