//! The line with the tabs and the keys at its right end. Painting and the mouse both ask here, so they never disagree.

use griot_history::text::width;

use super::action::Action;
use super::commands;
use super::layout::Regions;
use super::screens::Screen;
use super::shared::Shared;
use crate::tui::layout::Width;

/// A tab of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// The view that it shows.
    pub screen: Screen,
    /// The column of the screen at which it begins.
    pub x: u16,
    /// As it is shown: with its key, where there is room.
    pub text: String,
}

/// The tabs that the header has room for.
#[must_use]
pub fn tabs(shared: &Shared, regions: &Regions) -> Vec<Tab> {
    let wide = Width::of(regions.all.width) == Width::Wide;
    let (lead, pad) = if wide { (width(&shared.pack.about.title) as u16 + 12, 2) } else { (9, 0) };
    let mut x = regions.header.x + lead;
    let mut tabs = Vec::new();
    for screen in Screen::ALL.iter().copied() {
        let name = screen.name();
        let bound = shared.keymap.bound(screen.command()).filter(|_| regions.all.width >= 80);
        let key = bound.map_or_else(String::new, |key| format!(" {key}"));
        let text = format!("{key} {name} ");
        let columns = width(&text) as u16;
        if x + columns > regions.header.right() {
            break;
        }
        tabs.push(Tab { screen, x, text });
        x += columns + pad;
    }
    tabs
}

impl Tab {
    fn end(&self) -> u16 {
        self.x + width(&self.text) as u16
    }
}

/// The tab under a column of the header.
#[must_use]
pub fn tab_at(shared: &Shared, regions: &Regions, column: u16) -> Option<Screen> {
    tabs(shared, regions).into_iter().find(|tab| (tab.x..tab.end()).contains(&column)).map(|tab| tab.screen)
}

/// A key that the header shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderKey {
    /// The command, which a click on it runs as well.
    pub name: &'static str,
    /// The key and the word for it.
    pub text: String,
    /// The column of the screen at which that begins.
    pub x: u16,
}

/// What parts the keys of the header.
pub const GAP: &str = "  ";

/// The keys that the header shows at its right end: as many as the tabs leave room for.
#[must_use]
pub fn keys(shared: &Shared, regions: &Regions) -> Vec<HeaderKey> {
    if !regions.tabs {
        return Vec::new();
    }
    let all = ["search", "commands", "help"].map(|name| (name, format!("{} {name}", shared.key(name))));
    let left = tabs(shared, regions).last().map_or(0, Tab::end) + 2;
    let mut end = regions.header.right() - 1;
    // From right to left; the commands are the first to go, because the help tells of them.
    let fits = |keys: &[usize]| {
        keys.iter().map(|key| width(&all[*key].1)).sum::<usize>() + GAP.len() * (keys.len() - 1)
            <= usize::from((end + 1).saturating_sub(left))
    };
    let shown: &[usize] = [&[2, 1, 0][..], &[2, 0], &[2]].into_iter().find(|keys| fits(keys)).unwrap_or_default();
    let place = |key: &usize| {
        let (name, text) = all[*key].clone();
        let x = end - width(&text) as u16;
        end = x.saturating_sub(GAP.len() as u16);
        HeaderKey { name, text, x }
    };
    let mut keys: Vec<HeaderKey> = shown.iter().map(place).collect();
    keys.reverse();
    keys
}

/// What a click on a column of the header does beside the tabs.
#[must_use]
pub fn key_at(shared: &Shared, regions: &Regions, column: u16) -> Option<Action> {
    let under = |key: &HeaderKey| (key.x..key.x + width(&key.text) as u16).contains(&column);
    let key = keys(shared, regions).into_iter().find(under)?;
    commands::named(key.name).map(|command| command.action)
}
