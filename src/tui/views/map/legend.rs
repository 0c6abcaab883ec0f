//! What the lines and signs of the map mean.

use griot_pack::glyphs::Glyphs;
use ratatui::layout::Rect;

use super::Marker;
use super::canvas::Stroke;
use super::scene::{NameOf, Scene, Sign};
use crate::tui::theme::Ink;
use crate::tui::widgets::pen::Pen;
use griot_history::map::world;
use griot_history::text::width;
use griot_pack::pack::geo::Geo;
use griot_pack::when::When;

/// What the legend depends on beside the scene.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    pub geo: &'a Geo,
    pub when: Option<When>,
    pub marker: Marker,
    pub glyphs: Glyphs,
    /// The signs that stand in a list beside the map.
    pub listed: Vec<Sign>,
}

/// A sign, its ink and what it means.
pub type Entry = (String, Ink, String);

/// An entry in many words and in few.
type Legend = (String, Ink, [&'static str; 2]);

/// The columns between two entries.
const GAP: usize = 2;

/// Paints the legend in the lines of an area.
pub fn paint(pen: &mut Pen, area: Rect, context: &Context, scene: &Scene) {
    let lines = lines(context, scene, area.width.saturating_sub(2), usize::from(area.height));
    for (entries, y) in lines.into_iter().zip(area.y..) {
        let mut writer = pen.writer(Rect { x: area.x + 1, y, width: area.width.saturating_sub(1), height: 1 });
        for (sign, ink, words) in entries {
            writer.put(&sign, ink).gap(u16::from(!sign.is_empty())).put(&words, Ink::Quiet).gap(GAP as u16);
        }
    }
}

/// The entries in at most so many lines of `room` columns, in as many words as there is room for; where even few words
/// are too many, what says least is left out.
#[must_use]
pub fn lines(context: &Context, scene: &Scene, room: u16, most: usize) -> Vec<Vec<Entry>> {
    let entries = entries(context, scene);
    let form = |long: &[bool]| {
        let words = |(it, long): (&Legend, &bool)| (it.0.clone(), it.1, it.2[usize::from(!long)].to_owned());
        flow(entries.iter().zip(long).map(words), usize::from(room), most)
    };
    let mut long = vec![false; entries.len()];
    let (mut lines, dropped) = form(&long);
    // Entries get their many words one by one, as long as every other keeps its place.
    for at in 0..entries.len() {
        long[at] = true;
        let (longer, lost) = form(&long);
        if lost > dropped {
            long[at] = false;
        } else {
            lines = longer;
        }
    }
    lines
}

/// Fills lines with entries, each in the first line that has room for it; how many found none.
fn flow(entries: impl Iterator<Item = Entry>, room: usize, most: usize) -> (Vec<Vec<Entry>>, usize) {
    let mut lines: Vec<(usize, Vec<Entry>)> = Vec::new();
    let mut dropped = 0;
    for entry in entries {
        let wide = width(&entry.0) + usize::from(!entry.0.is_empty()) + width(&entry.2);
        if let Some((used, line)) = lines.iter_mut().find(|(used, _)| used + GAP + wide <= room) {
            *used += GAP + wide;
            line.push(entry);
        } else if lines.len() < most && wide <= room {
            lines.push((wide, vec![entry]));
        } else {
            dropped += 1;
        }
    }
    (lines.into_iter().map(|(_, line)| line).collect(), dropped)
}

/// What is in sight, what needs saying most first; each in many words and in few.
fn entries(context: &Context, scene: &Scene) -> Vec<Legend> {
    let line = |stroke: Stroke, words: [&'static str; 2]| (sample(context, stroke), stroke.ink(), words);
    let sign = |sign: Sign, words: [&'static str; 2]| {
        let ink = if sign.is_lit() { Ink::Accent } else { Ink::Quiet };
        (sign.character(context.glyphs).to_string(), ink, words)
    };
    let has = |wanted: fn(&Sign) -> bool| scene.dots.iter().any(|dot| wanted(&dot.sign));
    let lists = |wanted: Sign| context.listed.contains(&wanted);
    let names = |of: fn(&NameOf) -> bool| scene.names.iter().any(|name| of(&name.of));
    let mut entries = vec![if context.geo.lines.is_empty() {
        (String::new(), Ink::Quiet, ["the pack draws no borders", "no borders"])
    } else if world::is_under(context.geo) {
        line(Stroke::Abroad, world::CAPTION)
    } else {
        line(Stroke::Border, ["modern border, for orientation", "modern border"])
    }];
    let mut add = |seen: bool, entry: Legend| entries.extend(seen.then_some(entry));
    let disputed = context.geo.lines.iter().filter(|line| line.disputed).flat_map(|line| line.paths.iter().flatten());
    let in_sight = disputed.copied().any(|at| scene.section.cell(at, scene.size).is_some());
    add(in_sight, line(Stroke::Disputed, ["disputed border", "disputed"]));
    add(!scene.powers.is_empty(), line(Stroke::Reach, ["reach of a power, approximate", "approximate reach"]));
    add(context.when.is_some() && has(|s| *s == Sign::Named), sign(Sign::Named, ["named then", "named"]));
    add(has(|s| *s == Sign::Other), sign(Sign::Other, ["other place", "other"]));
    add(has(|s| *s == Sign::Chosen) || lists(Sign::Chosen), sign(Sign::Chosen, ["chosen", "chosen"]));
    for lit in [true, false] {
        let capital = Sign::Capital(lit);
        add(scene.dots.iter().any(|dot| dot.sign == capital), sign(capital, ["capital", "capital"]));
    }
    if let Some(number) = scene.dots.iter().map(|dot| dot.sign).find(|sign| matches!(sign, Sign::Number(_))) {
        let listed = if context.listed.is_empty() { ["named below", "below"] } else { ["in the list", "listed"] };
        add(true, sign(number, listed));
    }
    let shared = scene.names.iter().any(|name| matches!(name.of, NameOf::Place(..)) && name.text.contains(" +"));
    add(shared, ("+2".into(), Ink::Quiet, ["two more there", "two more"]));
    add(lists(Sign::Beyond), sign(Sign::Beyond, ["beyond the frame", "beyond"]));
    add(lists(Sign::Spread), sign(Sign::Spread, ["without a dot", "no dot"]));
    add(lists(Sign::Absent), sign(Sign::Absent, ["not there then", "not then"]));
    let town = if context.glyphs.is_ascii() { "." } else { "·" };
    add(names(|of| *of == NameOf::Town), (town.into(), Ink::Quiet, ["town today", "town"]));
    add(names(|of| *of == NameOf::Water), ("~".into(), Ink::Label, ["water", "water"]));
    entries
}

/// Two cells of a line.
fn sample(context: &Context, stroke: Stroke) -> String {
    match (context.marker, stroke) {
        (Marker::Braille, Stroke::Reach) => "⠄⠄".into(),
        (Marker::Braille, Stroke::Disputed) => "⠤⠄".into(),
        (Marker::Blocks, Stroke::Disputed) => "▄ ▄".into(),
        (Marker::Braille, _) => "⠤⠤".into(),
        (Marker::Blocks, Stroke::Reach) => "▄ ".into(),
        (Marker::Blocks, _) => "▄▄".into(),
        (Marker::Dots | Marker::Words, _) => stroke.character(context.glyphs).to_string().repeat(2),
    }
}
