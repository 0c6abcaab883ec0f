//! Where the parts of the timeline lie: one function for painting, for fitting and for the mouse.

use crate::tui::layout::Width;
use ratatui::layout::Rect;

use griot_history::timeline::Shown;

/// The rectangles of the timeline; parts that have no room are empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Places {
    /// The line that tells the scale, the set and the filter.
    pub heading: Rect,
    /// The years.
    pub labels: Rect,
    pub axis: Rect,
    /// How many rows of the list fall on each column, in digits.
    pub digits: Rect,
    pub eras: Rect,
    /// The strip that is true to scale.
    pub strip: Rect,
    pub lanes: Rect,
    /// The names of the lanes, left of them.
    pub names: Rect,
    /// What the signs of the lanes mean.
    pub legend: Rect,
    pub rule: Rect,
    pub list: Rect,
    pub detail_rule: Rect,
    /// The chosen statement in full.
    pub detail: Rect,
}

impl Places {
    /// The parts of an area with as many lanes as it has room for.
    #[must_use]
    pub fn of(area: Rect, shown: Shown) -> Self {
        Self::with_lanes(area, shown, u16::MAX)
    }

    /// The parts of an area; on small screens the lanes go first, then the axis shrinks, and the list stays. It takes
    /// over what more than `most` lanes would have had.
    #[must_use]
    pub fn with_lanes(area: Rect, shown: Shown, most: u16) -> Self {
        let Rect { width, height, .. } = area;
        let roomy = height >= 30;
        let legend = u16::from(Width::of(width) > Width::Narrow && height >= 16);
        let lanes = match height {
            _ if Width::of(width) == Width::Narrow || height < 14 => 0,
            // The set is looked at for its lanes: the list keeps a few rows around the chosen one.
            30.. if shown.has_all_lanes() => height - 17,
            _ if shown.has_all_lanes() => height - 10 - legend,
            30.. => height / 2 - 1,
            _ => height * 2 / 5 - 2,
        };
        let names: u16 = match width {
            100.. => 14,
            _ if lanes > 0 => 12,
            _ => 1,
        };
        let mut rest = Rest(area);
        let mut places = Self {
            heading: rest.take(u16::from(height >= 12)),
            labels: rest.take(u16::from(height >= 7)),
            axis: rest.take(1),
            digits: rest.take(u16::from(height >= 44)),
            eras: rest.take(u16::from(lanes > 0)),
            strip: rest.take(u16::from(roomy)),
            lanes: rest.take(lanes.min(most)),
            legend: rest.take(legend.min(most)),
            rule: rest.take(u16::from(height >= 6)),
            ..Self::default()
        };
        if roomy {
            places.detail = rest.take_below(3);
            places.detail_rule = rest.take_below(1);
        }
        places.list = rest.0;
        places.names = Rect { width: names.saturating_sub(1), ..places.lanes };
        for part in [
            &mut places.labels,
            &mut places.axis,
            &mut places.digits,
            &mut places.eras,
            &mut places.strip,
            &mut places.lanes,
        ] {
            *part = Rect { x: part.x + names, width: part.width.saturating_sub(names + 1).max(1), ..*part };
        }
        places
    }
}

/// What is left of an area.
struct Rest(Rect);

impl Rest {
    fn take(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.0.height);
        let taken = Rect { height: rows, ..self.0 };
        self.0 = Rect { y: self.0.y + rows, height: self.0.height - rows, ..self.0 };
        taken
    }

    fn take_below(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.0.height);
        self.0.height -= rows;
        Rect { y: self.0.y + self.0.height, height: rows, ..self.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_lie_in_the_area_and_none_on_another(
            width in 24u16..400, height in 3u16..200, shown in prop::sample::select(Shown::ALL.to_vec()),
        ) {
            let area = Rect::new(0, 2, width, height);
            let places = Places::of(area, shown);
            let parts = [places.heading, places.labels, places.axis, places.digits, places.eras, places.strip, places.lanes, places.names, places.legend, places.rule, places.list, places.detail_rule, places.detail];
            let parts: Vec<Rect> = parts.into_iter().filter(|part| part.area() > 0).collect();
            for (i, part) in parts.iter().enumerate() {
                prop_assert_eq!(part.intersection(area), *part);
                prop_assert!(parts[i + 1..].iter().all(|other| !part.intersects(*other)), "{:?}", places);
            }
            prop_assert!(places.axis.height == 1 && places.list.height >= 1, "{:?}", places);
        }
    }
}
