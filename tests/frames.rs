//! What the reading view and its popups look like: text, and under it the ink of every cell. Each is looked at before it
//! is taken.

mod common;

use common::Harness;
use griot::tui::action::Action;
use griot::tui::app::App;
use griot::tui::settings::Settings;
use griot::tui::svg::svg;
use griot::tui::theme::Theme;
use griot_history::text::width;
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{Standing, StatementId};
use griot_pack::when::Language;
use insta::assert_snapshot;
use ratatui::layout::Size;

fn at(width: u16, height: u16) -> Harness {
    Harness::new(width, height)
}

#[test]
fn the_reading_view_at_every_size() {
    assert_snapshot!("read-120x40", at(120, 40).keys(") Tab Tab").inked());
    assert_snapshot!("read-80x24", at(80, 24).keys("5 Space").inked());
    assert_snapshot!("read-60x20", at(60, 20).keys("j j j").inked());
    assert_snapshot!("read-40x12", at(40, 12).keys("2 }").inked());
    assert_snapshot!("read-24x6", at(24, 6).keys("3 Space").inked());
    assert_snapshot!("too-small-20x5", at(20, 5).frame());
}

#[test]
fn what_the_keys_of_the_text_show() {
    assert_snapshot!("footnote", at(110, 30).keys("c c").inked());
    assert_snapshot!("letters", at(80, 24).keys("f").inked());
    assert_snapshot!("trust", at(80, 24).keys("T").inked());
    assert_snapshot!("peek", at(80, 24).keys("Tab K").inked());
    assert_snapshot!("sidebar-over-text", at(60, 20).keys("h j j").inked());
    assert_snapshot!("only-text", at(80, 24).keys("z j j").inked());
    assert_snapshot!("page-turned", at(80, 24).keys("Space Space").inked());
    assert_snapshot!("edge-of-an-era", at(80, 24).keys("2 G j").inked());
}

#[test]
fn what_rests_on_copies_of_wikipedia_alone_has_its_sign_on_every_screen() {
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
        for glyphs in [Settings::default().glyphs, Glyphs::Ascii] {
            let mut it = Harness::with(width, height, Settings { glyphs, ..Settings::default() });
            let pack = &it.app.shared.pack;
            let sound = |id: &StatementId| pack[*id].standing == Standing::Established;
            let id = pack.statements().filter(sound).find(|id| pack.rests_on_wiki(*id)).expect("one that does");
            it.app.shared.step_to(id);
            let it = it.keys("T");
            let margin = it.app.shared.regions().expect("regions").margin;
            let frame = it.frame();
            let signs = frame.lines().filter(|line| line.chars().nth(usize::from(margin.x)) == Some('w'));
            assert_eq!(signs.count(), 1, "{frame}");
            assert!(frame.contains("w Wikipedia alone"), "{frame}");
            if (width, glyphs) == (40, Glyphs::Ascii) {
                assert_snapshot!("trust-wiki-40x12", it.inked());
                let help = it.keys("? t r u s t").frame();
                assert!(help.contains("trust margin; w: Wikipedia alone"), "{help}");
            }
        }
    }
}

#[test]
fn words_that_are_selected() {
    let drawn = |at: Harness| {
        let area = at.app.shared.regions().expect("regions").text;
        let at = at.act(Action::Press { column: area.x + 9, row: area.y + 4 });
        at.act(Action::Drag { column: area.x + 30, row: area.bottom() - 3 }).act(Action::Release { column: 0, row: 0 })
    };
    assert_snapshot!("selection-120x40", drawn(at(120, 40).keys("Space")).inked());
    let plain = Settings { theme: Theme::Plain, glyphs: Glyphs::Ascii, ..Settings::default() };
    assert_snapshot!("selection-plain", drawn(Harness::with(60, 20, plain)).inked());
}

#[test]
fn the_text_in_another_language() {
    assert_snapshot!("french-120x40", at(120, 40).keys("3 } Space F4 Tab").inked());
    assert_snapshot!("french-80x24", at(80, 24).keys("F4 4 Space T").inked());
    assert_snapshot!("french-40x12", at(40, 12).keys("F4 3 }").inked());
    assert_snapshot!("language-named", at(80, 24).keys(": lang Space fr").inked());
    assert_eq!(at(80, 24).keys(": lang Space fr Enter 2").frame(), at(80, 24).keys("F4 2").frame());
}

#[test]
fn dates_in_another_language_than_the_text() {
    let at = |width: u16, height: u16| {
        let mut pack = griot::built_in::pack().expect("the built-in pack");
        pack.show_dates_in(Some(Language::French));
        Harness::of(App::new(pack, Size { width, height }, Settings::default()))
    };
    assert_snapshot!("french-dates-120x40", at(120, 40).keys("t").inked());
    assert_snapshot!("french-dates-80x24", at(80, 24).keys(")").inked());
    assert_snapshot!("french-dates-40x12", at(40, 12).keys("e").inked());
    assert_snapshot!("french-dates-search", at(80, 24).keys("/ 1591").inked());
    let again = at(80, 24).keys("F4 F4 F4 j").frame();
    assert_eq!(again, at(80, 24).keys("j").frame(), "they stay as chosen, whatever is read");
}

#[test]
fn the_place_in_the_text_stays_in_every_language() {
    for keys in
        ["Space Space", "5 } } j j", "8 G", "e j j", "e j j Enter Space", "t j j j", "s v j", "p Tab", "e v v j"]
    {
        let there = |more: &str| at(100, 30).keys(keys).keys(more);
        // The first sentence that begins in sight is the first in sight.
        let top = |at: Harness| {
            at.app.shared.reader.page.statement_near(at.app.shared.reader.top).map_or(0, StatementId::index)
        };
        assert!(top(there("F4")).abs_diff(top(there(""))) <= 1, "{keys}");
        assert_eq!(there("F4 F4 F4 F4 F4 F4").frame(), there("F4 F4 F4").frame(), "{keys}");
        assert_eq!(there("F4 F4 F4 F4").frame(), there("F4").frame(), "{keys}");
    }
}

/// A place keeps the link in focus, and a page in another language has other links.
#[test]
fn a_link_in_focus_is_not_sought_in_another_language() {
    for back in ["Ctrl-o", "' Enter"] {
        let there = at(100, 30).keys("Tab Tab Tab m").keys("8").keys("F4").keys(back);
        assert_eq!(there.app.shared.reader.link, None, "{back}");
        let same = at(100, 30).keys("Tab Tab Tab m").keys("8").keys(back);
        assert!(same.app.shared.reader.focused().is_some(), "{back}");
    }
}

#[test]
fn the_search() {
    assert_snapshot!("search-empty", at(80, 24).keys("/").inked());
    assert_snapshot!("search-name", at(120, 40).keys("/ timbuktu").inked());
    assert_snapshot!("search-typo", at(80, 24).keys("/ tinbuktu").inked());
    assert_snapshot!("search-year", at(120, 40).keys("/ 1591").inked());
    assert_snapshot!("search-kind", at(80, 24).keys("/ @person Space keita").inked());
    assert_snapshot!("search-small", at(40, 12).keys("/ sundiata").inked());
    assert_snapshot!("search-lit-in-the-text", at(80, 24).keys("/ salt Ctrl-t n").inked());
}

#[test]
fn an_entity_and_the_popups() {
    assert_snapshot!("entity-120x40", at(120, 40).keys("/ kirina Enter").inked());
    assert_snapshot!("entity-40x12", at(40, 12).keys("/ kirina Enter").inked());
    assert_snapshot!("help", at(80, 24).keys("? page").inked());
    assert_snapshot!("marks", at(80, 24).keys("j m '").inked());
    assert_snapshot!("copy-menu", at(80, 24).keys("Y j").inked());
    assert_snapshot!("address", at(80, 24).keys("Tab o").inked());
}

#[test]
fn the_looks() {
    let with = |theme, glyphs| Harness::with(72, 20, Settings { theme, glyphs, ..Settings::default() }).keys(") T Tab");
    for (name, theme) in Theme::NAMED {
        assert_snapshot!(format!("theme-{name}"), with(theme, Glyphs::All).inked());
    }
    assert_snapshot!("theme-plain", with(Theme::Plain, Glyphs::All).inked());
    assert_snapshot!("ascii", with(Theme::Auto, Glyphs::Ascii).inked());
}

#[test]
fn small_screens() {
    assert_snapshot!("link-that-wraps-40x12", at(40, 12).keys("2 Tab Tab Tab Tab Tab Tab Tab").inked());
    assert_snapshot!("footnote-60x20", at(60, 20).keys("2 c c").inked());
    assert_snapshot!("peek-40x12", at(40, 12).keys("2 Tab K").inked());
    assert_snapshot!("sidebar-40x12", at(40, 12).keys("h").inked());
    assert_snapshot!("search-24x6", at(24, 6).keys("/ timb").inked());
    assert_snapshot!("help-40x12", at(40, 12).keys("?").inked());
}

#[test]
fn what_can_be_typed() {
    assert_snapshot!("search-recent", at(80, 24).keys("/ sundiata Esc /").inked());
    assert_snapshot!("search-century", at(80, 24).keys("/ 13th Space c.").inked());
    assert_snapshot!("search-initials", at(80, 24).keys("/ mnla").inked());
    assert_snapshot!("search-text", at(80, 24).keys("/ drought Down Down Down").inked());
    assert_snapshot!("search-text-wide", at(120, 40).keys("/ salt Space gold Down Down Down").inked());
    assert_snapshot!("search-nothing", at(80, 24).keys("/ xqzj").inked());
    assert_snapshot!("search-nothing-wide", at(120, 40).keys("/ xqzj").inked());
    assert_snapshot!("palette", at(80, 24).keys(": theme").inked());
    let ascii = Harness::with(80, 24, Settings { glyphs: Glyphs::Ascii, theme: Theme::Plain, ..Settings::default() });
    assert_snapshot!("search-ascii", ascii.keys("/ segou").inked());
}

#[test]
fn a_frame_as_a_picture_holds_every_letter_in_its_column() {
    let of = |at: &Harness| svg(&at.buffer(), at.app.shared.settings.theme, at.app.shared.settings.depth);
    let ink = Settings { theme: Theme::Ink, ..Settings::default() };
    assert_snapshot!("picture-40x12", of(&Harness::with(40, 12, ink).keys("2 } Tab")));
    for (pack, theme) in [(None, Theme::Auto), (Some("chinese"), Theme::Paper), (Some("devanagari"), Theme::Contrast)] {
        let settings = Settings { theme, ..Settings::default() };
        let harness = pack.map_or_else(
            || Harness::with(120, 40, settings),
            |pack| {
                let pack = griot_pack::pack::open(format!("tests/scripts/packs/{pack}").as_ref()).expect("a pack");
                Harness::of(App::new(pack, Size { width: 80, height: 24 }, settings))
            },
        );
        let picture = of(&harness);
        let parsed = roxmltree::Document::parse(&picture).expect("XML");
        let text_of = |row: usize| {
            let y = (row * 19 + 12 + 14).to_string();
            let mut line = String::new();
            for text in parsed.descendants().filter(|it| it.attribute("y") == Some(&*y) && it.has_tag_name("text")) {
                let column = (text.attribute("x").and_then(|x| x.parse::<usize>().ok()).expect("a place") - 12) / 9;
                line.push_str(&" ".repeat(column - width(&line)));
                line.push_str(text.text().unwrap_or_default());
            }
            line
        };
        for (row, line) in harness.frame().lines().enumerate() {
            // The cells that a wide character covers are blank in the buffer.
            assert_eq!(text_of(row).trim_end().replace(' ', ""), line.replace(' ', ""), "{theme:?} row {row}");
        }
    }
}
