//! The lines of the map on a canvas: borders, coasts, rivers, lakes and the dotted reaches of powers.

use griot_pack::glyphs::Glyphs;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::symbols;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Context, Painter, Shape};

use super::Marker;
use super::scene::Scene;
use crate::tui::theme::Ink;
use griot_history::map::places;
use griot_history::map::projection::View as Section;
use griot_pack::pack::geo::{Geo, LineKind, LonLat};
use griot_pack::when::When;

/// What a line is; what comes later is drawn over what comes before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stroke {
    /// The border of another country, as it is today.
    Abroad,
    /// The country's border, as it is today.
    Border,
    /// A border of today that states contest.
    Disputed,
    Coast,
    Water,
    /// The approximate outline of a power.
    Reach,
}

impl Stroke {
    const ALL: [Self; 6] = [Self::Abroad, Self::Border, Self::Disputed, Self::Coast, Self::Water, Self::Reach];

    /// Its ink on the screen.
    pub const fn ink(self) -> Ink {
        match self {
            Self::Abroad | Self::Border | Self::Disputed | Self::Coast => Ink::Rule,
            Self::Water => Ink::Label,
            Self::Reach => Ink::Emphasis,
        }
    }

    /// Its character where there is one for a cell.
    pub const fn character(self, glyphs: Glyphs) -> char {
        match self {
            Self::Abroad | Self::Border | Self::Coast if glyphs.is_ascii() => '.',
            Self::Abroad | Self::Border | Self::Coast => '·',
            Self::Disputed => '-',
            Self::Water => '~',
            Self::Reach => ':',
        }
    }

    /// How many dots are drawn and how many are left out.
    const fn dashes(self, marker: Marker) -> (usize, usize) {
        match (self, marker) {
            (Self::Reach, Marker::Braille) => (1, 2),
            (Self::Abroad, Marker::Braille) | (Self::Reach, _) => (1, 1),
            (Self::Abroad, _) => (1, 2),
            (Self::Disputed, Marker::Dots | Marker::Words) => (1, 0),
            (Self::Disputed, _) => (3, 3),
            _ => (1, 0),
        }
    }
}

/// The lines in a buffer of the pane's size; the ink of each cell is told by its colour's mask.
pub fn lines(geo: &Geo, when: Option<&When>, scene: &Scene, marker: Marker, glyphs: Glyphs) -> Buffer {
    let Size { width, height } = scene.size;
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let strokes = strokes(geo, when, scene);
    let paint = |context: &mut Context| {
        for kind in Stroke::ALL {
            if marker == Marker::Dots {
                context.marker(symbols::Marker::Custom(kind.character(glyphs)));
            }
            for (_, path) in strokes.iter().filter(|(stroke, _)| *stroke == kind) {
                let dashes = kind.dashes(marker);
                context.draw(&Path {
                    points: path,
                    dashes,
                    ink: kind.ink(),
                    section: scene.section,
                    size: scene.size,
                    marker,
                });
            }
        }
    };
    let marks = match marker {
        Marker::Braille => symbols::Marker::Braille,
        Marker::Blocks => symbols::Marker::HalfBlock,
        Marker::Dots | Marker::Words => symbols::Marker::Dot,
    };
    Canvas::default().marker(marks).paint(paint).render(area, &mut buffer);
    buffer
}

/// The paths that belong to a time, with what they are.
fn strokes<'a>(geo: &'a Geo, when: Option<&When>, scene: &Scene) -> Vec<(Stroke, &'a [LonLat])> {
    let mut strokes: Vec<(Stroke, &[LonLat])> = Vec::new();
    for line in &geo.lines {
        let kind = match (line.kind, line.rank) {
            (LineKind::Coast, _) => Stroke::Coast,
            (LineKind::Border, _) if line.disputed => Stroke::Disputed,
            (LineKind::Border, 0) => Stroke::Border,
            (LineKind::Border, _) => Stroke::Abroad,
        };
        strokes.extend(line.paths.iter().map(|path| (kind, path.as_slice())));
    }
    for water in geo.waters.iter().filter(|w| w.rank <= scene.detail() && places::flows(w, when)) {
        strokes.extend(water.paths.iter().map(|path| (Stroke::Water, path.as_slice())));
    }
    let reaches = scene.powers.iter().map(|(_, reach)| &geo.reaches[*reach]);
    strokes.extend(reaches.map(|reach| (Stroke::Reach, reach.outline.as_slice())));
    strokes
}

/// A path of positions, drawn in dashes.
struct Path<'a> {
    points: &'a [LonLat],
    /// Dots drawn, and dots left out.
    dashes: (usize, usize),
    ink: Ink,
    section: Section,
    size: Size,
    marker: Marker,
}

impl Shape for Path<'_> {
    fn draw(&self, painter: &mut Painter) {
        let (across, down) = match self.marker {
            Marker::Braille => (2.0, 4.0),
            Marker::Blocks => (1.0, 2.0),
            Marker::Dots | Marker::Words => (1.0, 1.0),
        };
        let limit = [f64::from(self.size.width) * across, f64::from(self.size.height) * down];
        let dot = |[column, row]: [f64; 2]| [column * across, row * down];
        let mut drawn = 0;
        for pair in self.points.windows(2) {
            let [from, to] = self.section.project_line([pair[0], pair[1]], self.size).map(dot);
            if let Some([from, to]) = clip(from, to, limit) {
                drawn = self.segment([from, to], limit, drawn, painter);
            }
        }
    }
}

impl Path<'_> {
    /// Draws a segment after so many dots of its path; how many there are now.
    fn segment(&self, [from, to]: [[f64; 2]; 2], limit: [f64; 2], drawn: usize, painter: &mut Painter) -> usize {
        let (on, off) = self.dashes;
        let by = [to[0] - from[0], to[1] - from[1]];
        let steps = by[0].abs().max(by[1].abs()).ceil().max(1.0);
        for step in 0..steps as usize {
            let along = step as f64 / steps;
            let at = [by[0].mul_add(along, from[0]), by[1].mul_add(along, from[1])];
            if (drawn + step) % (on + off) < on && (0.0..limit[0]).contains(&at[0]) && (0.0..limit[1]).contains(&at[1])
            {
                painter.paint(at[0] as usize, at[1] as usize, self.ink.mask());
            }
        }
        drawn + steps as usize
    }
}

/// The part of a segment that lies in the box from nought to `limit` (Liang and Barsky).
fn clip(from: [f64; 2], to: [f64; 2], limit: [f64; 2]) -> Option<[[f64; 2]; 2]> {
    let by = [to[0] - from[0], to[1] - from[1]];
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for axis in 0..2 {
        for (towards, room) in [(-by[axis], from[axis]), (by[axis], limit[axis] - from[axis])] {
            if towards == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if towards < 0.0 {
                enter = enter.max(room / towards);
            } else {
                leave = leave.min(room / towards);
            }
        }
    }
    let at = |along: f64| [by[0].mul_add(along, from[0]), by[1].mul_add(along, from[1])];
    (enter < leave).then(|| [at(enter), at(leave)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_clipped_lies_in_the_box_and_on_the_segment(a in (-500.0f64..500.0, -500.0f64..500.0), b in (-500.0f64..500.0, -500.0f64..500.0)) {
            let limit = [200.0, 100.0];
            let inside = |p: [f64; 2]| (-1e-6..=200.0 + 1e-6).contains(&p[0]) && (-1e-6..=100.0 + 1e-6).contains(&p[1]);
            let (a, b) = ([a.0, a.1], [b.0, b.1]);
            match clip(a, b, limit) {
                Some(ends) => {
                    for p in ends {
                        prop_assert!(inside(p), "{p:?}");
                        let cross = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
                        prop_assert!(cross.abs() < 1e-3, "{p:?} lies off the segment");
                    }
                }
                None => {
                    for i in 0..=100 {
                        let t = f64::from(i) / 100.0;
                        let p = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
                        let well_inside = p[0] > 1e-6 && p[0] < 200.0 - 1e-6 && p[1] > 1e-6 && p[1] < 100.0 - 1e-6;
                        prop_assert!(!well_inside, "{p:?} was lost");
                    }
                }
            }
        }
    }
}
