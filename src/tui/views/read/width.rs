//! The width of the text and of the sidebar.

use super::Read;
use crate::tui::settings::Settings;
use crate::tui::shared::Shared;

/// How many columns a key adds or takes.
const STEP: i16 = 2;

/// Makes the text wider or narrower by steps.
pub(super) fn text(shared: &mut Shared, by: i32) {
    let measure = shared.settings.measure.saturating_add_signed(by as i16 * STEP);
    shared.settings.measure = measure.clamp(*Settings::MEASURES.start(), *Settings::MEASURES.end());
    let shown = shared.regions().map_or(shared.settings.measure, |regions| regions.text.width);
    shared.say(format!("text {shown} columns wide"));
}

/// Makes the sidebar wider or narrower by steps.
pub(super) fn sidebar(view: &Read, shared: &mut Shared, by: i32) {
    let columns = view.regions(shared).and_then(|regions| regions.sidebar).map_or(0, |sidebar| sidebar.width);
    sidebar_to(view, shared, columns.saturating_add_signed(by.clamp(-99, 99) as i16 * STEP));
}

/// Makes the sidebar as many columns wide as the screen allows of those that are asked for.
pub(super) fn sidebar_to(view: &Read, shared: &mut Shared, columns: u16) {
    let before = shared.settings.sidebar;
    shared.settings.sidebar = Some(columns);
    // What is kept is what is shown, so that the next step begins there.
    let beside = view.regions(shared).filter(|regions| regions.separator.is_some());
    let shown = beside.and_then(|regions| regions.sidebar);
    shared.settings.sidebar = shown.map_or(before, |sidebar| Some(sidebar.width));
    shared.say(match shown {
        Some(sidebar) => format!("sidebar {} columns wide", sidebar.width),
        None if shared.settings.only_text => format!("{} brings the panes back", shared.key("only-text")),
        None => "no room for a sidebar beside the text".into(),
    });
}
