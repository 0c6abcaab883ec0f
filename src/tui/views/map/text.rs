//! The map as lines of text, for the command line.

use griot_pack::glyphs::Glyphs;
use ratatui::layout::{Rect, Size};

use super::Marker;
use super::canvas;
use super::legend::{self, Context};
use super::scene::{Scene, Sign, Wanted};
use griot_history::map::projection::View as Section;
use griot_history::map::{self as model, places};
use griot_history::text::width;
use griot_pack::pack::Pack;
use griot_pack::pack::geo::Geo;
use griot_pack::when::When;

/// The most lines of the legend.
const LEGEND: usize = 4;

/// The country as lines of text, with what its signs mean beneath; at a time, or at all times at once.
///
/// Nothing is returned for a pack that has neither lines nor places to draw.
#[must_use]
pub fn canvas_text(pack: &Pack, geo: &Geo, when: Option<&When>, size: Size, glyphs: Glyphs) -> Option<String> {
    let size = Size { width: size.width.max(1), height: size.height.max(1) };
    let places = places::gazetteer(pack);
    let moment = when.map(places::moment);
    let named = places::named(pack, None, moment.as_ref());
    let extent = model::country(geo, &places)?;
    let wanted = Wanted {
        pack,
        geo,
        places: &places,
        when: moment.as_ref(),
        named: &named,
        all_time: when.is_none(),
        chosen: None,
        statement: None,
    };
    let scene = Scene::new(&wanted, Section::of(&extent, size), size);
    let marker = Marker::Braille.shown(glyphs);
    let lines = canvas::lines(geo, moment.as_ref(), &scene, marker, glyphs);
    let mut out = drawn(&lines, &scene, glyphs);
    let context = Context { geo, when: moment, marker, glyphs, listed: Vec::new() };
    for line in legend::lines(&context, &scene, size.width, LEGEND) {
        let entries = line.into_iter().map(|(sign, _, words)| format!("{sign} {words}").trim().to_owned());
        out.push_str(&format!("\n{}", entries.collect::<Vec<_>>().join("  ")));
    }
    out.push('\n');
    out.push_str(&numbers(pack, &scene));
    Some(if glyphs.is_ascii() { griot_history::text::ascii::plain(&out) } else { out })
}

/// The lines with names and dots over them.
fn drawn(lines: &ratatui::buffer::Buffer, scene: &Scene, glyphs: Glyphs) -> String {
    let Size { width: columns, height } = scene.size;
    let mut buffer = lines.clone();
    let area = Rect::new(0, 0, columns, height);
    for name in &scene.names {
        let x = name.area.x.saturating_sub(1);
        let text = if name.area.x > 0 { format!(" {} ", name.text) } else { format!("{} ", name.text) };
        buffer.set_stringn(x, name.area.y, text, usize::from(columns - x), ratatui::style::Style::new());
    }
    for dot in &scene.dots {
        buffer[dot.at].set_char(dot.sign.character(glyphs));
    }
    let row = |y: u16| {
        let mut line = String::new();
        let mut skip = 0;
        for x in area.left()..area.right() {
            let symbol = buffer[(x, y)].symbol();
            if skip == 0 {
                line.push_str(symbol);
            }
            skip = if skip == 0 { width(symbol).saturating_sub(1) } else { skip - 1 };
        }
        line.trim_end().to_owned()
    };
    (0..height).map(row).collect::<Vec<_>>().join("\n")
}

/// The places that are told by numbers.
fn numbers(pack: &Pack, scene: &Scene) -> String {
    let numbered = scene.dots.iter().filter_map(|dot| match dot.sign {
        Sign::Number(number) => Some(format!("{number} {}", pack[dot.place].name)),
        _ => None,
    });
    let labels: Vec<String> = numbered.collect();
    if labels.is_empty() { String::new() } else { format!("{}\n", labels.join("   ")) }
}
