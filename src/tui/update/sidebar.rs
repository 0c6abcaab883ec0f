//! The width of the sidebar.

use crate::tui::app::App;

/// How many columns a key adds or takes.
const STEP: i16 = 2;

/// Makes the sidebar wider or narrower by steps.
pub(super) fn step(app: &mut App, by: i32) {
    let columns = app.regions().and_then(|regions| regions.sidebar).map_or(0, |sidebar| sidebar.width);
    to(app, columns.saturating_add_signed(by.clamp(-99, 99) as i16 * STEP));
}

/// Makes the sidebar as many columns wide as the screen allows of those that are asked for.
pub(super) fn to(app: &mut App, columns: u16) {
    let before = app.settings.sidebar;
    app.settings.sidebar = Some(columns);
    // What is kept is what is shown, so that the next step begins there.
    let shown = app.regions().filter(|regions| regions.wall.is_some()).and_then(|regions| regions.sidebar);
    app.settings.sidebar = shown.map_or(before, |sidebar| Some(sidebar.width));
    app.message = Some(match shown {
        Some(sidebar) => format!("sidebar {} columns wide", sidebar.width),
        None if app.settings.only_text => "z brings the panes back".into(),
        None => "no room for a sidebar beside the text".into(),
    });
    app.fit();
}
