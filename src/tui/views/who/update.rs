//! The keys and the mouse of the view.

use griot_history::quote::Form;
use griot_history::who::{Table, type_of};
use griot_pack::pack::{EntityId, Kind};
use ratatui::layout::Position;

use super::super::Entry;
use super::super::list_view::{Listing, ListingView};
use super::{Entities, Who, copy, paint};
use crate::tui::action::Action;
use crate::tui::shared::{Next, Shared};
use crate::tui::widgets::list::List;
use crate::tui::widgets::pen::Pen;

impl ListingView for Entities {
    fn enter(view: &mut Who, shared: &mut Shared, entry: Entry) {
        let fresh = view.listing.is_empty();
        match entry {
            Entry::Return if !fresh => {
                // The view is as it was left, with what was chosen then.
                if let Some(entity) = shared.selected.entity
                    && let Some(at) = find(view, shared, entity)
                {
                    view.list.chosen = at;
                }
            }
            Entry::From(_) | Entry::Return => {
                view.in_detail = false;
                if let Some(entity) = shared.selected.entity.or_else(|| shared.page_entity())
                    && let Some(at) = find(view, shared, entity)
                {
                    view.show_row(shared, at);
                }
            }
        }
    }

    fn act(view: &mut Who, shared: &mut Shared, action: Action) -> Option<Next> {
        let events = view.listing.table == Table::Events;
        match action {
            Action::Passages(by) | Action::Links(by) | Action::Panes(by) if events => next_type(view, by),
            Action::Cycle => {
                let next = view.listing.next_sort(view.listing.sort());
                shared.say(format!("sorted by {}", next.name()));
            }
            Action::NextTable => {
                let next = view.listing.table.next(&shared.pack);
                show_table(view, shared, next);
            }
            Action::TypeMenu => return Some(type_menu(view, shared)),
            Action::ShowType(at) => show_type(view, shared, at),
            Action::OpenOutside => return Some(outside(view, shared)),
            _ => return None,
        }
        Some(Next::Stay)
    }

    fn paint(view: &Who, shared: &Shared, pen: &mut Pen) -> Option<Position> {
        paint::paint(view, shared, pen)
    }

    fn copy(view: &Who, shared: &Shared, form: Form) -> Option<String> {
        copy::copy(view, &shared.pack, form)
    }

    fn copy_label(_view: &Who, form: Form) -> &'static str {
        copy::label(form)
    }

    fn place(view: &Who, shared: &Shared) -> String {
        paint::place(view, shared)
    }
}

/// The row of an entity, in the table of its type where events are shown; none where the filter hides it.
fn find(view: &mut Who, shared: &Shared, entity: EntityId) -> Option<usize> {
    view.listing.fill(shared, &mut view.list);
    if view.listing.table == Table::Events && shared.pack[entity].kind == Kind::Event {
        let of = type_of(&shared.pack, entity);
        let at = view.listing.types.iter().position(|(name, _)| name == of);
        view.listing.of_type = at.unwrap_or(view.listing.of_type);
        view.listing.fill(shared, &mut view.list);
    }
    view.listing.position(entity)
}

/// Shows the next or previous type of event.
fn next_type(view: &mut Who, by: i32) {
    let count = view.listing.types.len() as i32;
    if count > 0 {
        view.listing.of_type = (view.listing.of_type as i32 + by).rem_euclid(count) as usize;
        view.list = List::default();
    }
}

/// Shows another table; the choice goes along where it can.
fn show_table(view: &mut Who, shared: &mut Shared, table: Table) {
    if table == view.listing.table {
        shared.say(format!("this pack has no other table than that of its {}", table.name()));
        return;
    }
    let chosen = view.chosen();
    view.listing.table = table;
    view.in_detail = false;
    if let Some(at) = chosen.and_then(|entity| find(view, shared, entity)) {
        view.list.chosen = at;
    }
}

/// The types of event, each with how many there are, to choose from.
fn type_menu(view: &Who, shared: &mut Shared) -> Next {
    let types = &view.listing.types;
    if types.is_empty() {
        shared.say("this pack tells of no events");
        return Next::Stay;
    }
    let rows = types.iter().map(|(name, count)| format!("{name} {count}")).collect();
    Next::Types(rows, view.listing.of_type)
}

/// Shows the events of a type that was chosen.
fn show_type(view: &mut Who, shared: &Shared, at: usize) {
    view.listing.table = Table::Events;
    view.listing.of_type = at.min(view.listing.types.len().saturating_sub(1));
    view.in_detail = false;
    view.listing.fill(shared, &mut view.list);
    view.list = List::default();
}

/// The URL of the chosen entity's article.
fn outside(view: &Who, shared: &mut Shared) -> Next {
    if let Some(url) = view.chosen().and_then(|entity| shared.page_outside(entity)) {
        return Next::Ask(url);
    }
    shared.say("nothing here has a URL");
    Next::Stay
}
