//! The line with the tabs and the keys at its right end.

use crate::tui::app::{Action, App, Screen};
use crate::tui::regions::Regions;
use griot_history::text::width;

/// The tabs of the header and the columns they take.
#[must_use]
pub fn tabs(app: &App, regions: &Regions) -> Vec<(Screen, u16, u16)> {
    let wide = regions.all.width >= 110;
    let (lead, pad) = if wide { (width(&app.pack.about.title) as u16 + 12, 2) } else { (9, 0) };
    let mut x = regions.header.x + lead;
    let mut tabs = Vec::new();
    for screen in Screen::ALL {
        let columns = width(&tab_said(regions, screen)) as u16;
        if x + columns > regions.header.right() {
            break;
        }
        tabs.push((screen, x, columns));
        x += columns + pad;
    }
    tabs
}

/// A tab as it is shown: with its key, where there is room.
#[must_use]
pub fn tab_said(regions: &Regions, screen: Screen) -> String {
    match screen.name() {
        name if regions.all.width >= 80 => format!(" {} {name} ", screen.key()),
        name => format!(" {name} "),
    }
}

/// The tab under a column of the header.
#[must_use]
pub fn tab_at(app: &App, column: u16) -> Option<Screen> {
    let regions = app.regions()?;
    tabs(app, &regions)
        .into_iter()
        .find(|(_, x, columns)| (*x..x + columns).contains(&column))
        .map(|(screen, ..)| screen)
}

/// A key that the header shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderKey {
    /// What the key does, and a click on it.
    pub action: Action,
    /// The key and the word for it.
    pub said: &'static str,
    /// The column of the screen at which that begins.
    pub x: u16,
}

/// What parts the keys of the header.
pub const HEADER_GAP: &str = "  ";

/// The keys that the header shows at its right end: as many as the tabs leave room for.
#[must_use]
pub fn header_keys(app: &App, regions: &Regions) -> Vec<HeaderKey> {
    const KEYS: [(Action, &str); 3] =
        [(Action::Search, "/ search"), (Action::Palette, ": commands"), (Action::Help, "? help")];
    if !regions.tabs {
        return Vec::new();
    }
    let left = tabs(app, regions).last().map_or(0, |(_, x, columns)| x + columns) + 2;
    let mut end = regions.header.right() - 1;
    // From right to left; the commands are the first to go, because the help tells of them.
    let fits = |keys: &[usize]| {
        keys.iter().map(|key| width(KEYS[*key].1)).sum::<usize>() + 2 * (keys.len() - 1)
            <= usize::from((end + 1).saturating_sub(left))
    };
    let keys: &[usize] = [&[2, 1, 0][..], &[2, 0], &[2]].into_iter().find(|keys| fits(keys)).unwrap_or_default();
    let place = |key: &usize| {
        let (action, said) = KEYS[*key];
        let x = end - width(said) as u16;
        end = x.saturating_sub(HEADER_GAP.len() as u16);
        HeaderKey { action, said, x }
    };
    let mut keys: Vec<HeaderKey> = keys.iter().map(place).collect();
    keys.reverse();
    keys
}

/// What a click on a column of the header does beside the tabs.
#[must_use]
pub fn header_key_at(app: &App, column: u16) -> Option<Action> {
    let under = |key: &HeaderKey| (key.x..key.x + width(key.said) as u16).contains(&column);
    header_keys(app, &app.regions()?).into_iter().find(under).map(|key| key.action)
}
