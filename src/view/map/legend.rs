//! What the lines and signs of the map mean.

use ratatui::layout::Rect;

use super::canvas::Stroke;
use crate::map::Marker;
use crate::map::scene::{Scene, Sign};
use crate::pack::geo::Geo;
use crate::text::width;
use crate::theme::Ink;
use crate::view::pen::Pen;
use crate::when::When;

/// What the legend depends on beside the scene.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    pub geo: &'a Geo,
    pub when: Option<When>,
    pub marker: Marker,
    pub ascii: bool,
}

/// A sign, its ink and what it means.
pub type Entry = (String, Ink, String);

/// Paints the legend in one line.
pub fn paint(pen: &mut Pen, line: Rect, told: &Told, scene: &Scene) {
    let mut x = line.x + 1;
    for (sign, ink, words) in entries(told, scene, line.width.saturating_sub(2)) {
        let columns = (width(&sign) + width(&words) + 1) as u16;
        if x + columns > line.right() {
            break;
        }
        let end = pen.put(x, line.y, &sign, ink, columns);
        x = pen.put(end + u16::from(!sign.is_empty()), line.y, &words, Ink::Quiet, columns) + 3;
    }
}

/// The entries, in as many words as there is room for.
pub fn entries(told: &Told, scene: &Scene, room: u16) -> Vec<Entry> {
    let wide = |form: &[Entry]| form.iter().map(|(a, _, b)| width(a) + width(b) + 4).sum::<usize>();
    let long = said(told, scene, true);
    if wide(&long) <= usize::from(room) + 3 { long } else { said(told, scene, false) }
}

fn said(told: &Told, scene: &Scene, long: bool) -> Vec<Entry> {
    let ascii = told.ascii;
    let entry =
        |sign: String, ink: Ink, full: &str, short: &str| (sign, ink, if long { full } else { short }.to_owned());
    let line = |stroke: Stroke, full: &str, short: &str| entry(sample(told, stroke), stroke.ink(), full, short);
    let sign = |sign: Sign| sign.character(ascii).to_string();
    let mut entries = Vec::new();
    if told.geo.lines.is_empty() {
        entries.push(entry(String::new(), Ink::Quiet, "the pack draws no borders", "no borders"));
    } else {
        entries.push(line(Stroke::Border, "modern border, for orientation", "modern border"));
    }
    if !scene.powers.is_empty() {
        entries.push(line(Stroke::Reach, "reach of a power, approximate", "approximate reach"));
    }
    if told.when.is_some() {
        entries.push(entry(sign(Sign::Named), Ink::Accent, "named then", "named"));
        entries.push(entry(sign(Sign::Other), Ink::Quiet, "other place", "other"));
    }
    if long && scene.dots.iter().any(|dot| !dot.with.is_empty()) {
        entries.push(entry("+2".into(), Ink::Quiet, "two more there", ""));
    }
    entries
}

/// Two cells of a line.
fn sample(told: &Told, stroke: Stroke) -> String {
    match (told.marker, stroke) {
        (Marker::Braille, Stroke::Reach) => "⠄⠄".into(),
        (Marker::Braille, _) => "⠤⠤".into(),
        (Marker::Blocks, Stroke::Reach) => "▄ ".into(),
        (Marker::Blocks, _) => "▄▄".into(),
        (Marker::Dots | Marker::Words, _) => stroke.character(told.ascii).to_string().repeat(2),
    }
}
