//! The rectangles of the screen, from its size alone: one function for painting, for scrolling and for the mouse.

use ratatui::layout::{Rect, Size};

/// The least size at which griot is usable.
pub const LEAST: Size = Size { width: 24, height: 6 };
/// Larger sizes than this are taken for this: a terminal may claim anything.
pub const MOST: Size = Size { width: 1000, height: 500 };

/// The narrowest and the widest sidebar that can be chosen, in columns.
pub const SIDEBARS: std::ops::RangeInclusive<u16> = 16..=44;
/// What a sidebar leaves for the pane beside it: thirty columns of text, the rule and the margins.
const BESIDE_SIDEBAR: u16 = 34;

/// What the layout depends on beside the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chrome {
    /// Only the text, no panes.
    pub only_text: bool,
    /// The sidebar is called for although there is no room beside the text.
    pub sidebar_over: bool,
    /// The reading view, which alone has a sidebar, a card and a ribbon.
    pub reading: bool,
    /// The most columns of text.
    pub measure: u16,
    /// The columns of the sidebar, where they were chosen.
    pub sidebar: Option<u16>,
}

/// Where everything is. Parts that are not shown are `None` or empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Regions {
    pub all: Rect,
    /// The line with the views; on small screens, where one is.
    pub header: Rect,
    /// Whether the header holds the tabs.
    pub tabs: bool,
    pub header_rule: Option<Rect>,
    /// Everything between header and footer.
    pub body: Rect,
    pub sidebar: Option<Rect>,
    /// The rule between the sidebar and what stands beside it.
    pub separator: Option<Rect>,
    /// The pane of the text, with its heading and margins.
    pub pane: Rect,
    /// The line that tells the era, above the text.
    pub heading: Option<Rect>,
    /// The two columns before the text, for marks.
    pub margin: Rect,
    pub text: Rect,
    pub card: Option<Rect>,
    pub ribbon: Option<Rect>,
    pub status: Rect,
}

/// How wide a screen or a pane is, in the three steps at which what it shows changes its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// One thing in a row, and that in short.
    Narrow,
    /// A row with its date and its kind.
    Medium,
    /// Room for a second pane beside the first.
    Wide,
}

impl Width {
    /// The columns from which on a screen is wide.
    pub const WIDE: u16 = 110;
    const MEDIUM: u16 = 60;

    /// Of so many columns.
    #[must_use]
    pub const fn of(columns: u16) -> Self {
        match columns {
            Self::WIDE.. => Self::Wide,
            Self::MEDIUM.. => Self::Medium,
            _ => Self::Narrow,
        }
    }
}

/// The regions of a screen, or nothing when it is too small.
#[must_use]
pub fn regions(size: Size, chrome: Chrome) -> Option<Regions> {
    let Size { width, height } = size;
    if width < LEAST.width || height < LEAST.height {
        return None;
    }
    let all = Rect::new(0, 0, width, height);
    let row = |y: u16, rows: u16| Rect::new(0, y, width, rows);
    let tabs = height >= 14 && width >= 50 && !chrome.only_text;
    let rules = height >= 20 && !chrome.only_text;
    let ribbon_rows = match height {
        _ if chrome.only_text || !chrome.reading || width < 50 => 0,
        30.. => 4,
        20.. => 2,
        _ => 0,
    };
    let status = row(height - 1, 1);
    let ribbon = (ribbon_rows > 0).then(|| row(height - 1 - ribbon_rows, ribbon_rows));
    let header_rule = (rules || !tabs && height >= 8).then(|| row(1, 1));
    let top = 1 + u16::from(header_rule.is_some());
    let bottom = height - 1 - ribbon_rows - u16::from(ribbon_rows > 0);
    let body = row(top, bottom.saturating_sub(top).max(1));
    let mut regions = Regions { all, header: row(0, 1), tabs, header_rule, body, ribbon, status, ..Regions::default() };
    regions.pane = body;
    if chrome.reading {
        place_text(&mut regions, chrome);
    } else {
        regions.text = body;
    }
    Some(regions)
}

fn place_text(it: &mut Regions, chrome: Chrome) {
    let Rect { width, .. } = it.body;
    let mut pane = it.body;
    if !chrome.only_text {
        let suits = match width {
            Width::WIDE.. => 30,
            72.. => 22,
            _ => 0,
        };
        if suits > 0 {
            let chosen = chrome.sidebar.unwrap_or(suits).clamp(*SIDEBARS.start(), *SIDEBARS.end());
            let sidebar = chosen.min(width - BESIDE_SIDEBAR);
            it.separator = Some(Rect { x: pane.x + sidebar, width: 1, ..pane });
            it.sidebar = Some(Rect { width: sidebar, ..pane });
            pane.x += sidebar + 1;
            pane.width -= sidebar + 1;
        } else if chrome.sidebar_over {
            it.sidebar = Some(Rect { width: width.min(30), ..pane });
        }
        if Width::of(width) == Width::Wide {
            // The card takes what the text leaves, within reason.
            let card = pane.width.saturating_sub(chrome.measure + 4).clamp(28, 44);
            it.card = Some(Rect { x: pane.right() - card, width: card, ..pane });
            pane.width -= card + 1;
        }
    }
    it.pane = pane;
    let mut text = pane;
    if it.tabs && text.height > 6 {
        it.heading = Some(Rect { height: 2, ..text });
        text.y += 2;
        text.height -= 2;
    }
    // Two columns of margin, and one on the right so that the text never touches the next pane.
    let margin = if text.width >= 40 { 2 } else { 1 };
    let right = u16::from(text.width >= 40);
    let room = text.width.saturating_sub(margin + right).max(1);
    let measure = room.min(chrome.measure);
    // Where there is more room than the text takes, it stands in the middle.
    let lead = (room - measure) / 2;
    it.margin = Rect { x: text.x + lead, width: margin, ..text };
    it.text = Rect { x: text.x + lead + margin, width: measure, ..text };
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chrome() -> impl Strategy<Value = Chrome> {
        let sidebar = proptest::option::of(0u16..100);
        (any::<bool>(), any::<bool>(), any::<bool>(), 20u16..100, sidebar).prop_map(
            |(only_text, sidebar_over, reading, measure, sidebar)| Chrome {
                only_text,
                sidebar_over,
                reading,
                measure,
                sidebar,
            },
        )
    }

    proptest! {
        #[test]
        fn every_part_lies_on_the_screen_and_none_on_another(width in 0u16..400, height in 0u16..200, chrome in chrome()) {
            let Some(it) = regions(Size { width, height }, chrome) else {
                prop_assert!(width < LEAST.width || height < LEAST.height);
                return Ok(());
            };
            let rule = it.header_rule;
            let beside = if it.sidebar.is_some_and(|s| s.intersects(it.pane)) { None } else { it.sidebar };
            let parts: Vec<Rect> = [Some(it.header), rule, beside, it.separator, it.heading, Some(it.margin), Some(it.text), it.card, it.ribbon, Some(it.status)]
                .into_iter().flatten().filter(|r| r.area() > 0).collect();
            for (i, part) in parts.iter().enumerate() {
                prop_assert_eq!(part.intersection(it.all), *part);
                for other in &parts[i + 1..] {
                    prop_assert!(!part.intersects(*other), "{:?} {:?}", part, other);
                }
            }
            prop_assert!(it.separator.is_none() || it.text.width >= chrome.measure.min(30), "{:?}", it);
            prop_assert!(it.separator.is_none() || chrome.sidebar.is_some() || beside.is_some_and(|s| [22, 30].contains(&s.width)));
            prop_assert!(it.text.width >= 1 && it.text.height >= 1);
            prop_assert!(it.text.width <= chrome.measure.max(width) && (!chrome.reading || it.text.width <= chrome.measure));
        }
    }
}
