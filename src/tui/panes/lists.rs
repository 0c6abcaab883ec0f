//! Where the parts of the views with lists lie: the heading, the list, the page beside it and the foot.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::regions::Regions;
use griot_history::sources;
use griot_history::who::Table;

/// The parts of a view with a list. Parts that are not shown are empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Places {
    pub heading: Rect,
    pub list: Rect,
    pub aside: Option<Rect>,
    pub foot: Rect,
}

/// The least width at which a page stands beside the list.
const BESIDE: u16 = 110;
/// The most columns of a page that is read.
const MEASURE: u16 = 72;

/// The parts of who’s who.
#[must_use]
pub fn of_who(app: &App) -> Option<Places> {
    let regions = app.regions()?;
    let heading = match app.who.table {
        _ if regions.tabs => 2,
        // On small screens the columns are named where that costs few rows.
        Table::Kinds if regions.body.height >= 8 => 1,
        _ => 0,
    };
    // The list tells who everyone is; the card beside it needs no more than short lines.
    let card = (app.who.table == Table::Kinds).then_some(regions.body.width / 4);
    Some(places(&regions, app.who.side, card, heading, 0))
}

/// The parts of the sources.
#[must_use]
pub fn of_sources(app: &App) -> Option<Places> {
    let regions = app.regions()?;
    let it = &app.bibliography;
    let (small, beside, foot) = match it.table {
        sources::Table::Sources => (0, true, foot_rows(app, &regions)),
        sources::Table::Corrections => (0, false, 0),
        sources::Table::Standings => (1, true, if (60..110).contains(&regions.body.width) { 3 } else { 2 }),
    };
    let heading = if regions.tabs { 2 } else { small };
    let page = beside.then_some((regions.body.width * 7 / 20).max(40));
    Some(places(&regions, it.side, page, heading, foot))
}

/// The columns of an era at the foot of the sources.
pub const ERA: u16 = 29;

/// How many rows the foot of the sources wants: a rule, and below it either a line of words or every era.
fn foot_rows(app: &App, regions: &Regions) -> u16 {
    let eras = app.pack.eras().len() as u16;
    let lines = eras.div_ceil((regions.body.width / ERA).max(1));
    match regions.body {
        body if body.width >= ERA && body.height >= 14 && lines <= 4 => lines + 3,
        _ => 2,
    }
}

/// Parts the body of a view: `side` tells that the page beside the list has the keys, `beside` how many columns it may
/// have there, `heading` and `foot` how many rows are wanted there.
#[must_use]
pub fn places(regions: &Regions, side: bool, beside: Option<u16>, heading: u16, foot: u16) -> Places {
    let body = regions.body;
    let beside = beside.filter(|_| body.width >= BESIDE);
    let alone = side && beside.is_none();
    // Alone the page takes what the list and the foot leave.
    let heading = if alone && heading < 2 { 0 } else { heading.min(body.height.saturating_sub(1)) };
    let foot = if !alone && foot + 6 + heading <= body.height { foot } else { 0 };
    let main = Rect { y: body.y + heading, height: body.height - heading - foot, ..body };
    let mut it = Places {
        heading: Rect { height: heading, ..body },
        list: main,
        aside: None,
        foot: Rect { y: main.bottom(), height: foot, ..body },
    };
    if let Some(columns) = beside {
        let columns = columns.clamp(30, MEASURE);
        let aside = Rect { x: body.right() - columns, width: columns, ..body };
        it.aside = Some(Rect { height: body.height - foot, ..aside });
        it.list.width -= columns + 1;
        it.heading.width = it.list.width;
    } else if alone {
        it.aside = Some(main);
        it.list = Rect::default();
    }
    it
}

/// The part of a page beside a list that holds its text: a column is free on either side, and lines stay short enough
/// to be read where the page has the screen for itself.
#[must_use]
pub const fn aside_text(pane: Rect) -> Rect {
    let room = pane.width.saturating_sub(2);
    Rect { x: pane.x + 1, width: if room < MEASURE { room } else { MEASURE }, ..pane }
}
