//! What the signs of the lanes and of the axis mean, in one line: those that are in sight.

use griot_history::scale::Kind;
use griot_history::text::ascii::plain;
use griot_history::text::width;
use griot_history::timeline::lanes::{Piece, Tone};
use ratatui::layout::Rect;

use super::Timeline;
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::pen::Pen;

/// Paints the legend, where there is a line for it: what needs explaining most comes first.
pub(super) fn paint(timeline: &Timeline, shared: &Shared, pen: &mut Pen) {
    let area = timeline.drawn.places.legend;
    if area.height == 0 {
        return;
    }
    let glyphs = pen.glyphs;
    let mut writer = pen.writer(Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area });
    let mut shown: Vec<String> = Vec::new();
    for (sign, words) in signs(timeline, shared) {
        let first = if glyphs.is_ascii() { plain(&sign) } else { sign.clone() };
        // In ASCII some signs are the same.
        if shown.contains(&first) || 2 + width(words) > usize::from(writer.room()) {
            continue;
        }
        shown.push(first);
        writer.put(&sign, Ink::Body).gap(1).put(words, Ink::Quiet).gap(2);
    }
}

/// The signs in sight, and the key that shows the lanes that are not.
fn signs(timeline: &Timeline, shared: &Shared) -> Vec<(String, &'static str)> {
    let drawn = &timeline.drawn;
    let pieces = || drawn.lanes.iter().flat_map(|lane| &lane.pieces);
    let bars = |sign: &str| pieces().any(|piece| piece.tone == Tone::Bar && piece.text.contains(sign));
    let thin = |sign: &str| pieces().any(|piece| piece.tone == Tone::Quiet && piece.text.contains(sign));
    let of_tone = |tone: Tone| pieces().any(|piece| piece.tone == tone);
    let is_group = |piece: &Piece| matches!(piece.tone, Tone::Group(_));
    let grouped = |sign: &str| pieces().any(|piece| is_group(piece) && piece.text == sign);
    let next_set = shared.key("next-set");
    let all = [
        ("━", "lasted", bars("━")),
        ("░", "roughly then", bars("░")),
        ("▸", "goes on", bars("▸") || thin("▸")),
        ("●", "one", of_tone(Tone::Mark) || grouped("●")),
        ("3", "that many", of_tone(Tone::Count) || pieces().any(|piece| is_group(piece) && piece.text != "●")),
        ("╱", "change of scale", timeline.kind == Kind::Story),
        (next_set.as_str(), "shows all lanes", drawn.lanes.iter().any(|lane| lane.name.contains('+'))),
        ("┄", "nothing dated", thin("┄")),
        ("─", "lasting", thin("─")),
        ("┊", "chosen time", !timeline.is_empty()),
        ("█", "most entries", true),
        ("◂", "began before", bars("◂")),
    ];
    all.into_iter().filter(|(.., seen)| *seen).map(|(sign, words, _)| (sign.to_owned(), words)).collect()
}
