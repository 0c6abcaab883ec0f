//! Where the parts of the map's view lie: one function for painting and for the mouse.

use crate::tui::layout::Width;
use ratatui::layout::Rect;

/// The parts of the view; those without room are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panes {
    /// Where the map is drawn; none in words alone.
    pub map: Option<Rect>,
    /// The lines that tell what the signs mean.
    pub legend: Option<Rect>,
    /// The time at hand and what the text says of it.
    pub caption: Rect,
    /// The column of the rule beside the panel.
    pub separator: Option<Rect>,
    /// The line over the list.
    pub title: Option<Rect>,
    /// The line over a list of words: from where distances are told.
    pub over: Option<Rect>,
    pub list: Option<Rect>,
    /// The chosen place in words.
    pub detail: Option<Rect>,
    /// Whether the list has room for headings.
    pub heads: bool,
}

/// The panes of a body; `words` for a view without a map.
#[must_use]
pub fn panes(body: Rect, words: bool) -> Panes {
    // A list of words needs the whole of a middling screen.
    let side = if words && Width::of(body.width) < Width::Wide { 0 } else { panel_width(body) };
    let left = Rect { width: body.width.saturating_sub(if side > 0 { side + 1 } else { 0 }), ..body };
    let caption_rows = match body.height {
        24.. if side == 0 => 5,
        20.. => 4,
        16.. => 3,
        _ => 1,
    };
    // Where columns are few, what is told beneath the map goes on beneath the panel.
    let (under, lower) = if Width::of(body.width) < Width::Wide { (caption_rows, body.width) } else { (0, left.width) };
    let panel = Rect { x: body.right() - side, width: side, height: body.height.saturating_sub(under).max(1), ..body };
    let main = Rect { height: body.height.saturating_sub(caption_rows).max(1), ..left };
    let caption =
        Rect { y: main.bottom().min(body.bottom() - 1), height: caption_rows.min(body.height), width: lower, ..body };
    let mut panes = Panes {
        map: None,
        legend: None,
        caption,
        separator: (side > 0).then(|| Rect { x: left.right(), width: 1, ..panel }),
        title: None,
        over: None,
        list: None,
        detail: None,
        heads: body.height >= 12,
    };
    // In words alone the list takes the map's place, and the panel has the chosen place to itself.
    if words {
        let over = u16::from(main.height >= 4);
        let main = inside(main);
        panes.over = (over > 0).then_some(Rect { height: 1, ..main });
        panes.list = Some(Rect { y: main.y + over, height: main.height - over, ..main });
        panes.detail = (side > 0).then(|| inside(panel));
        return panes;
    }
    let legend = match main.height {
        16.. => 2,
        10.. => 1,
        _ => 0,
    };
    panes.map = Some(Rect { height: main.height - legend, ..main });
    panes.legend = (legend > 0).then(|| Rect { y: main.bottom() - legend, height: legend, ..main });
    if side > 0 {
        split_panel(&mut panes, panel);
    }
    panes
}

impl Panes {
    /// The line that tells the chosen place where there is no room for more of it.
    #[must_use]
    pub fn one_line(&self) -> Option<Rect> {
        let line = Rect { y: self.caption.y + u16::from(self.caption.height > 1), height: 1, ..inside(self.caption) };
        self.detail.is_none().then_some(line)
    }

    /// The lines for what the text says of the time at hand; none on the smallest screens.
    #[must_use]
    pub fn caption(&self) -> Option<Rect> {
        let lead = u16::from(self.caption.height > 1) + u16::from(self.detail.is_none());
        let height = self.caption.height.checked_sub(lead).filter(|height| *height > 0)?;
        let small = self.caption.height == 1;
        (!small).then(|| Rect { y: self.caption.y + lead, height, ..inside(self.caption) })
    }

    /// The lines for the chosen place in words, without the rule over them.
    #[must_use]
    pub fn beside(&self) -> Option<Rect> {
        let lead = u16::from(self.title.is_some());
        self.detail.map(|area| Rect { y: area.y + lead, height: area.height - lead, ..area })
    }
}

fn split_panel(it: &mut Panes, panel: Rect) {
    let panel = inside(panel);
    let small = panel.height < 12;
    let detail = match panel.height {
        30.. => panel.height * 2 / 5,
        16.. => 7,
        height => (height / 2).min(3),
    };
    if small {
        it.list = Some(Rect { height: panel.height - detail, ..panel });
        it.detail = Some(Rect { y: panel.bottom() - detail, height: detail, ..panel });
        return;
    }
    it.title = Some(Rect { height: 1, ..panel });
    it.list = Some(Rect { y: panel.y + 1, height: panel.height - 1 - detail, ..panel });
    it.detail = Some(Rect { y: panel.bottom() - detail, height: detail, ..panel });
}

/// The columns of the panel. On a small screen it has what the map, which is about as wide as high, leaves.
const fn panel_width(body: Rect) -> u16 {
    match body.width {
        Width::WIDE.. => 38,
        72.. => 26,
        width if body.height < 12 && width >= 2 * body.height + 20 => 17,
        _ => 0,
    }
}

/// A column of space at the left and the right.
const fn inside(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_part_lies_on_another_or_outside(width in 24u16..300, height in 3u16..120, words in any::<bool>()) {
            let body = Rect::new(0, 2, width, height);
            let panes = panes(body, words);
            let parts: Vec<Rect> = [panes.map, panes.legend, Some(panes.caption), panes.title, panes.over, panes.list, panes.detail]
                .into_iter().flatten().collect();
            for (i, part) in parts.iter().enumerate() {
                prop_assert_eq!(part.intersection(body), *part, "{:?}", panes);
                prop_assert!(part.area() > 0, "{:?}", panes);
                for other in &parts[i + 1..] {
                    prop_assert!(!part.intersects(*other), "{:?}", panes);
                }
            }
            prop_assert_eq!(panes.map.is_none(), words);
        }
    }
}
