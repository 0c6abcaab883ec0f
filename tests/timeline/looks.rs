//! How the timeline and the ribbon look, with their inks.

use griot::tui::settings::Settings;
use griot_pack::glyphs::Glyphs;
use ratatui::layout::Rect;

use crate::common::Harness;

fn ascii() -> Settings {
    Settings { glyphs: Glyphs::Ascii, ..Settings::default() }
}

/// The rows of the timeline, without the header and the footer that all views share; and under them their inks.
fn body(it: &Harness, with_inks: bool) -> String {
    rows(it, it.app.shared.regions().unwrap().body, with_inks)
}

fn ribbon(it: &Harness) -> String {
    rows(it, it.app.shared.regions().unwrap().ribbon.unwrap(), true)
}

fn rows(it: &Harness, area: Rect, with_inks: bool) -> String {
    let text = it.inked();
    let lines: Vec<&str> = text.split('\n').collect();
    let from = |start: usize| lines[start + usize::from(area.y)..start + usize::from(area.bottom())].join("\n");
    let frame = from(0);
    if with_inks { format!("{frame}\n{}", from(usize::from(it.app.shared.size.height))) } else { frame }
}

#[test]
fn the_timeline_at_three_sizes() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (24, 6)] {
        let it = Harness::new(width, height).keys("t ] ] ] ] ] Tab Tab");
        insta::assert_snapshot!(format!("timeline-{width}x{height}"), body(&it, true));
    }
}

#[test]
fn the_sets_and_the_scales() {
    let it = Harness::new(120, 40).keys("t ] ] v");
    insta::assert_snapshot!("timeline-powers", body(&it, false));
    let it = it.keys("v");
    insta::assert_snapshot!("timeline-events", body(&it, false));
    let it = it.keys("v");
    insta::assert_snapshot!("timeline-statements", body(&it, false));
    let it = it.keys("v x");
    insta::assert_snapshot!("timeline-log", body(&it, false));
    let it = it.keys("x");
    insta::assert_snapshot!("timeline-true", body(&it, false));
}

#[test]
fn zoomed_in_and_filtered() {
    let it = Harness::new(80, 24).keys("t ] ] ] ] ] + + + +");
    insta::assert_snapshot!("timeline-zoomed", body(&it, false));
    let it = it.keys("0 f b a t t l e Enter");
    insta::assert_snapshot!("timeline-filtered", body(&it, false));
}

#[test]
fn in_plain_ascii() {
    let it = Harness::with(80, 24, ascii()).keys("t ] ] ] ]");
    let frame = it.frame();
    assert!(frame.is_ascii(), "{frame}");
    insta::assert_snapshot!("timeline-ascii", body(&it, false));
}

#[test]
fn the_ribbon() {
    for (width, height) in [(120, 40), (80, 24)] {
        insta::assert_snapshot!(format!("ribbon-{width}x{height}"), ribbon(&Harness::new(width, height).keys("4")));
    }
}
