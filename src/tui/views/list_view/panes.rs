//! How the screen of a view with a list is parted.

use ratatui::layout::Rect;

use crate::tui::layout::{Regions, Width};

/// How many rows and columns the parts of the view want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// Rows over the list.
    pub heading: u16,
    /// Columns of the page beside the list; none where there is never one.
    pub detail: Option<u16>,
    /// Rows under the list.
    pub foot: u16,
}

/// Where the parts lie. Parts that are not shown are empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Panes {
    /// Over the list.
    pub heading: Rect,
    /// The list.
    pub list: Rect,
    /// The page beside it, or in its place.
    pub detail: Option<Rect>,
    /// Under the list.
    pub foot: Rect,
}

/// The most columns of a page that is read.
const MEASURE: u16 = 72;

impl Panes {
    /// Parts the body of the screen; `in_detail` tells that the page beside the list has the keys.
    #[must_use]
    pub fn new(regions: &Regions, parts: Parts, in_detail: bool) -> Self {
        let body = regions.body;
        let beside = parts.detail.filter(|_| Width::of(body.width) == Width::Wide);
        let alone = in_detail && beside.is_none();
        // Alone the page takes what the list and the foot leave.
        let heading = if alone && parts.heading < 2 { 0 } else { parts.heading.min(body.height.saturating_sub(1)) };
        let foot = if !alone && parts.foot + 6 + heading <= body.height { parts.foot } else { 0 };
        let main = Rect { y: body.y + heading, height: body.height - heading - foot, ..body };
        let mut panes = Self {
            heading: Rect { height: heading, ..body },
            list: main,
            detail: None,
            foot: Rect { y: main.bottom(), height: foot, ..body },
        };
        if let Some(columns) = beside {
            let columns = columns.clamp(30, MEASURE);
            let detail = Rect { x: body.right() - columns, width: columns, ..body };
            panes.detail = Some(Rect { height: body.height - foot, ..detail });
            panes.list.width -= columns + 1;
            panes.heading.width = panes.list.width;
        } else if alone {
            panes.detail = Some(main);
            panes.list = Rect::default();
        }
        panes
    }

    /// The part of the page beside the list that holds its text: a column is free on either side, and lines stay short
    /// enough to be read where the page has the screen for itself.
    #[must_use]
    pub fn text(&self) -> Option<Rect> {
        let pane = self.detail?;
        Some(Rect { x: pane.x + 1, width: pane.width.saturating_sub(2).min(MEASURE), ..pane })
    }

    /// How many lines of the page beside the list are in sight.
    pub(super) fn detail_height(&self) -> usize {
        self.detail.map_or(1, |pane| usize::from(pane.height.max(1)))
    }
}
