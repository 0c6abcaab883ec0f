//! The README is held to the program: its table of keys is the one that the program looks keys up in, and its screen and
//! its pictures are what the program draws.

mod common;

use std::path::Path;

use common::Harness;
use griot::tui::keymap::Keymap;
use griot::tui::settings::Settings;
use griot::tui::svg::svg;
use griot::tui::theme::Theme;

/// The text between two marks of the README.
fn between<'a>(readme: &'a str, from: &str, to: &str) -> &'a str {
    let start = readme.find(from).expect("the first mark stands in the README") + from.len();
    &readme[start..start + readme[start..].find(to).expect("the second mark follows")]
}

/// Holds a part of the README to what the program says; `GRIOT_WRITE=1` writes that part anew.
fn hold(from: &str, to: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).expect("the README");
    let part = between(&readme, from, to).to_owned();
    if std::env::var_os("GRIOT_WRITE").is_some() {
        let anew = readme.replacen(&format!("{from}{part}{to}"), &format!("{from}{wanted}{to}"), 1);
        std::fs::write(&path, anew).expect("the README can be written");
        return;
    }
    assert!(part == wanted, "the README is stale: GRIOT_WRITE=1 cargo test --test readme -- --test-threads=1");
}

#[test]
fn the_keys_are_those_of_the_table() {
    hold("<!-- keys -->\n", "<!-- /keys -->", &format!("{}\n", Keymap::default().markdown()));
}

#[test]
fn the_screen_is_one_that_the_program_draws() {
    let mut at = Harness::new(112, 34);
    let battle = at.app.shared.pack.find("tondibi-1591-battle").expect("the battle of 1591");
    at.app.open(battle);
    let screen = at.keys("Tab").frame();
    let screen: Vec<&str> = screen.lines().map(str::trim_end).collect();
    hold("```text\n", "\n```\n\n## Set up", screen.join("\n").trim_end());
}

#[test]
fn the_pictures_are_frames_that_the_program_draws() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens");
    let readme = include_str!("../README.md");
    for (name, keys) in [("read", "Tab"), ("timeline", "t"), ("map", "p"), ("who", "e"), ("sources", "s")] {
        let settings = Settings { theme: Theme::Ink, ..Settings::default() };
        let mut at = Harness::with(112, 34, settings);
        let battle = at.app.shared.pack.find("tondibi-1591-battle").expect("the battle of 1591");
        at.app.open(battle);
        let at = at.keys(keys);
        let picture = svg(&at.buffer(), settings.theme, at.app.shared.settings.depth);
        let file = folder.join(format!("{name}.svg"));
        if std::env::var_os("GRIOT_WRITE").is_some() {
            std::fs::create_dir_all(&folder).expect("the folder can be made");
            std::fs::write(&file, &picture).expect("the picture can be written");
        }
        let held = std::fs::read_to_string(&file).expect("the picture");
        assert!(held == picture, "{name}.svg is stale: GRIOT_WRITE=1 cargo test --test readme -- --test-threads=1");
        assert!(readme.contains(&format!("assets/screens/{name}.svg")), "{name}.svg is not shown");
    }
}

#[test]
fn the_settings_that_it_shows_can_be_read() {
    let readme = include_str!("../README.md");
    let config = griot::tui::config::Config::of(between(readme, "```toml\n", "```"));
    assert!(config.mistakes.is_empty() && config.count() == 7, "{config:?}");
}
