//! How the timeline and the ribbon look, with their inks.

use griot::app::Settings;

use crate::common::Harness;

fn ascii() -> Settings {
    Settings { ascii: true, ..Settings::default() }
}

/// The rows of the screen from one that begins with `from` on.
fn below(frame: &str, from: &str) -> String {
    frame.lines().skip_while(|line| !line.contains(from)).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_timeline_at_three_sizes() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (24, 6)] {
        let it = Harness::new(width, height).keys("t ] ] ] ] ] Tab Tab");
        insta::assert_snapshot!(format!("timeline-{width}x{height}"), it.inked());
    }
}

#[test]
fn the_sets_and_the_scales() {
    let it = Harness::new(120, 40).keys("t ] ] v");
    insta::assert_snapshot!("timeline-powers", it.frame());
    let it = it.keys("v");
    insta::assert_snapshot!("timeline-events", it.frame());
    let it = it.keys("v");
    insta::assert_snapshot!("timeline-statements", it.frame());
    let it = it.keys("v x");
    insta::assert_snapshot!("timeline-log", it.frame());
    let it = it.keys("x");
    insta::assert_snapshot!("timeline-true", it.frame());
}

#[test]
fn zoomed_in_and_filtered() {
    let it = Harness::new(80, 24).keys("t ] ] ] ] ] + + + +");
    insta::assert_snapshot!("timeline-zoomed", it.frame());
    let it = it.keys("0 f b a t t l e Enter");
    insta::assert_snapshot!("timeline-filtered", it.frame());
}

#[test]
fn in_plain_ascii() {
    let it = Harness::with(80, 24, ascii()).keys("t ] ] ] ]");
    let frame = it.frame();
    assert!(frame.is_ascii(), "{frame}");
    insta::assert_snapshot!("timeline-ascii", frame);
}

#[test]
fn the_ribbon() {
    let it = Harness::new(120, 40).keys("4");
    insta::assert_snapshot!("ribbon-120x40", below(&it.inked(), "1 Before colonization   "));
    let it = Harness::new(80, 24).keys("4");
    let ribbon: Vec<String> = it.frame().lines().rev().take(3).map(str::to_owned).collect();
    insta::assert_snapshot!("ribbon-80x24", ribbon.into_iter().rev().collect::<Vec<_>>().join("\n"));
}
