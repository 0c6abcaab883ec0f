//! Where the parts of the views with lists lie: the heading, the list, the page beside it and the foot.

use ratatui::layout::Rect;

use crate::app::App;
use crate::regions::Regions;
use crate::who::Table;

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

/// The parts of who’s who.
#[must_use]
pub fn of_who(app: &App) -> Option<Places> {
    Some(places(&app.regions()?, app.who.side, app.who.table == Table::Kinds, 0))
}

/// Parts the body of a view: `side` tells that the page beside the list has the keys, `beside` that there may be one,
/// `foot` how many rows are wanted at the foot.
#[must_use]
pub fn places(regions: &Regions, side: bool, beside: bool, foot: u16) -> Places {
    let body = regions.body;
    let heading = if regions.tabs { 2.min(body.height.saturating_sub(1)) } else { 0 };
    let foot = if foot + 6 + heading <= body.height { foot } else { 0 };
    let main = Rect { y: body.y + heading, height: body.height - heading - foot, ..body };
    let mut it = Places {
        heading: Rect { height: heading, ..body },
        list: main,
        aside: None,
        foot: Rect { y: main.bottom(), height: foot, ..body },
    };
    if beside && body.width >= BESIDE {
        let columns = (body.width * 7 / 20).clamp(40, 72);
        let aside = Rect { x: body.right() - columns, width: columns, ..body };
        it.aside = Some(Rect { height: body.height - foot, ..aside });
        it.list.width -= columns + 1;
        it.heading.width = it.list.width;
    } else if side {
        it.aside = Some(main);
        it.list = Rect::default();
    }
    it
}

/// The part of a page beside a list that holds its text: a column is free on either side.
#[must_use]
pub const fn aside_text(pane: Rect) -> Rect {
    Rect { x: pane.x + 1, width: pane.width.saturating_sub(2), ..pane }
}
