//! A session goes on in the pack as it was read again: every place is found by what it names, as in the next session.

use std::sync::Arc;

use griot_pack::pack::{Pack, Target};

use super::place::Place;
use crate::tui::app::App;
use crate::tui::shared::{Location, Selected, Shared};

/// How many steps back and forward go on: a page is laid out for each, and who goes further back than that searches.
const STEPS: usize = 20;

/// The same session in a pack that was read again. What a view had of its own begins anew.
#[must_use]
pub fn renewed(app: &App, mut pack: Pack) -> App {
    let old = &app.shared;
    pack.show_dates_in(old.pack.dates_shown_in());
    let mut next = App::new(pack, old.size, old.settings);
    if old.pack.language() != next.shared.pack.language() {
        next.read_in(old.pack.language());
    }
    let new = &mut next.shared;
    let in_new = |location: &Location| in_pack(old, location, &new.pack);
    let latest = |way: &[Location]| way[way.len().saturating_sub(STEPS)..].iter().filter_map(in_new).collect();
    let (back, forward) = (latest(&old.history.back), latest(&old.history.forward));
    let marks = old.marks.iter().filter_map(in_new).collect();
    let here = in_new(&old.here());
    (new.history.back, new.history.forward, new.marks) = (back, forward, marks);
    new.recent.clone_from(&old.recent);
    new.browser.clone_from(&old.browser);
    new.editor.clone_from(&old.editor);
    new.keymap.clone_from(&old.keymap);
    new.message = None;
    next.views.map.marker = app.views.map.marker;
    if let Some(here) = here {
        next.resume(here);
    }
    next
}

/// Where a location of the old pack is in the new one.
fn in_pack(old: &Shared, location: &Location, pack: &Arc<Pack>) -> Option<Location> {
    let found = Place::of(&old.pack, None, location, Some(&old.reader.page)).location(pack)?;
    let Selected { entity, source } = location.selected;
    let entity = entity.and_then(|id| match pack.find(&old.pack[id].id)? {
        Target::Entity(entity) => Some(entity),
        _ => None,
    });
    let source = source.and_then(|id| pack.source(&old.pack[id].key));
    let selected = Selected { entity, source };
    Some(Location { screen: location.screen, selected, filter: location.filter.clone(), ..found })
}
