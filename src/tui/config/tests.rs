use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::tui::action::Context;
use crate::tui::commands;
use crate::tui::screens::Screen;

/// The mistakes as `line: what`, and what is marked.
fn mistakes(text: &str) -> Vec<(usize, String, String)> {
    let marked = |it: &Mistake| it.source.as_ref().map_or_else(String::new, |it| it.text[it.marked.clone()].to_owned());
    Config::of(text).mistakes.iter().map(|it| (it.place.line, marked(it), it.what.clone())).collect()
}

#[test]
fn every_setting_is_taken() {
    let config = Config::of(
        "theme = \"ink\"\nwidth = 50\nsidebar = 0x14\npanes = false\nmouse = false\nmarker = 'words'\nascii = true\nlanguage = \"fr\"\ndate-language = \"fr\"\n\
         [colours]\naccent = \"#e5b249\"\nlink = 33\n[keys]\nmark = [\"M\", \"F6\"]\ncopy = \"none\"\n[keys.map]\nsearch = \"F7\"\n",
    );
    assert_eq!(config.mistakes, []);
    let looks = Looks { theme: Some(Theme::Ink), measure: Some(50), sidebar: Some(20) };
    assert_eq!((config.looks(), config.mouse(), config.marker()), (looks, Some(false), Some(Marker::Words)));
    assert_eq!(config.panes(), Some(false));
    assert_eq!((config.glyphs(), config.language(), config.count()), (Glyphs::Ascii, Some("fr"), 14));
    assert_eq!(config.date_language(), Some(Language::French));
    let mut own = OwnColours::default();
    assert!(own.set("accent", "#e5b249") && own.set("link", "33"));
    assert_eq!(config.colours(Depth::Full), own);
    let keymap = config.keymap();
    let map = Context::View(Screen::Map);
    let runs = |context, key: &str| keymap.command(context, key.parse().unwrap()).map(|command| command.name);
    assert_eq!((runs(map, "M"), runs(map, "m"), runs(map, "y")), (Some("mark"), None, None));
    assert_eq!((runs(map, "F7"), runs(map, "/")), (Some("search"), None));
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_all_else_holds() {
    let text = "thme = \"ink\"\nwidth = \"wide\"\nmouse = 1\nsidebar = 20\nmarker = \"braile\"\n[colours]\nacent = 3\nlink = \"blurple\"\n\
                [keys]\nmrk = \"M\"\nquit = \"enter\"\nsearch = 7\n[keys.map]\nnext-link = \"x\"\n";
    let found = mistakes(text);
    let begins = [
        (1, "thme", "there is no setting \"thme\"; did you mean \"theme\"?"),
        (2, "\"wide\"", "\"width\" cannot be this: it takes a whole number from 30 to 72"),
        (3, "1", "\"mouse\" cannot be this: it takes true or false"),
        (
            5,
            "\"braile\"",
            "\"marker\" cannot be this: it takes \"braille\", \"blocks\", \"dots\" or \"words\"; did you mean",
        ),
        (7, "acent", "there is no role \"acent\"; did you mean \"accent\"?"),
        (8, "\"blurple\"", "this is no colour"),
        (10, "mrk", "there is no command \"mrk\"; did you mean \"mark\"?"),
        (11, "\"enter\"", "no key is called \"enter\"; did you mean \"Enter\"?"),
        (12, "7", "a key is written as"),
        (14, "next-link", "\"next-link\" does not hold in map; it holds in text"),
    ];
    for ((line, marked, what), found) in begins.iter().zip(&found) {
        assert_eq!((line, *marked), (&found.0, found.1.as_str()), "{}", found.2);
        assert!(found.2.starts_with(what), "{}", found.2);
    }
    assert_eq!(found.len(), begins.len(), "{found:?}");
    assert_eq!(Config::of(text).looks(), Looks { sidebar: Some(20), ..Looks::default() });
    assert_eq!(Config::of(text).keymap(), Keymap::default());
}

#[test]
fn a_broken_line_is_left_out_whole_and_those_around_it_hold() {
    let text = "width = 50\ntheme = ink\nmouse = false\n[keys\nsidebar = 20\n";
    let config = Config::of(text);
    assert_eq!((config.looks().measure, config.looks().theme, config.mouse()), (Some(50), None, Some(false)));
    let lines: Vec<usize> = config.mistakes.iter().map(|it| it.place.line).collect();
    assert!(lines.starts_with(&[2]) && lines.contains(&4), "{:?}", config.mistakes);
    let twice = Config::of("width = 50\nwidth = 60\n");
    assert_eq!((twice.mistakes.len(), twice.mistakes[0].place.line), (1, 2), "{:?}", twice.mistakes);
}

#[test]
fn a_key_that_would_run_two_things_or_close_the_way_out_names_both() {
    let what =
        |line: &str| mistakes(&format!("[keys]\n{line}\n")).into_iter().map(|it| it.2).collect::<Vec<_>>().join("; ");
    assert!(
        what("mark = 'j'").starts_with("j would run both \"line-down\" and \"mark\" (text)"),
        "{}",
        what("mark = 'j'")
    );
    assert!(what("mark = 'Esc'").contains("\"mark\" and \"escape\""), "{}", what("mark = 'Esc'"));
    assert!(what("row-up = ['Up', 'Ctrl-c']").contains("\"quit-now\" and \"row-up\""));
    assert!(what("escape = 'x'").contains("\"escape\" keeps Esc"));
    assert!(what("quit-now = 'none'").contains("keeps Ctrl-c"));
    assert!(what("open-row = 'l'").contains("typed as a letter"));
    assert!(what("mark = 'Ctrl-i'").contains("terminals send Tab"));
    assert!(what("mark = 'Ctrl-D'").contains("did you mean \"Ctrl-d\"?"));
    assert!(what("mark = 'Shift-m'").contains("did you mean \"M\"?"));
    assert_eq!(what("escape = ['Esc', 'F9']\nquit = 'none'\nmark = 'q'"), "");
}

#[test]
fn of_two_lines_that_meet_the_first_holds() {
    let config = Config::of("[keys]\nmark = 'J'\ncopy = 'J'\n");
    assert_eq!((config.mistakes.len(), config.mistakes[0].place.line), (1, 3));
    assert_eq!((config.keymap().key("mark"), config.keymap().key("copy")), ("J".into(), "y".into()));
    // What falls back to its own key may meet another there.
    let config = Config::of("[keys]\nsort = 'f'\nfilter = ['x', 'Esc']\n");
    let lines: Vec<usize> = config.mistakes.iter().map(|it| it.place.line).collect();
    assert_eq!((lines, config.keymap()), (vec![2, 3], Keymap::default()), "{:?}", config.mistakes);
}

#[test]
fn what_is_written_is_read_back_with_all_that_stands_behind_a_hash_or_without() {
    let first = Config::default();
    assert_eq!(Config::of(&first.written()), first);
    let own = Config::of(
        "theme = \"paper\"\nascii = true\n[colours]\nkey = \"7\"\n[keys]\nmark = \"none\"\nlist-marks = '\"'\n[keys.who]\nsearch = '\\'\n",
    );
    assert_eq!(own.mistakes, []);
    assert_eq!(Config::of(&own.written()), own);
    let set = |line: &str| {
        line.strip_prefix("# ").filter(|rest| rest.split(' ').nth(1) == Some("=")).unwrap_or(line).to_owned()
    };
    let all: Vec<String> = first.written().lines().map(set).collect();
    let all = Config::of(&all.join("\n"));
    assert_eq!((all.mistakes.as_slice(), all.keymap()), ([].as_slice(), Keymap::default()));
    assert_eq!(all.count(), table::SETTINGS.len() + OwnColours::roles().count() + commands::all().count());
}

#[test]
fn the_words_of_contexts_are_their_own() {
    let mut words = HashMap::new();
    for context in Context::ALL {
        assert!(words.insert(context.word(), context).is_none() && commands::named(context.word()).is_none());
        assert!(context.word().bytes().all(|b| b.is_ascii_lowercase()), "{}", context.word());
    }
    assert!(commands::all().flat_map(|command| command.contexts).all(|context| Context::ALL.contains(context)));
}

proptest! {
    #[test]
    fn whatever_is_written_there_is_read_and_told(pieces in prop::collection::vec(prop_oneof![
        Just("[keys]\n".to_owned()), Just("[keys.map]\n".to_owned()), Just("[colours]\n".to_owned()),
        Just("mark = ".to_owned()), Just("width = ".to_owned()), Just("= [".to_owned()), Just("\"\"\"".to_owned()),
        Just("'Esc'\n".to_owned()), Just("[[keys]]\n".to_owned()), Just("keys.text.mark = \"é\"\n".to_owned()), ".{0,12}\n?",
    ], 0..30)) {
        let config = Config::of(&pieces.concat());
        prop_assert_eq!(config.keymap().clash(), None);
        for mistake in &config.mistakes {
            prop_assert!(!mistake.to_string().chars().any(griot_pack::clean::is_forbidden), "{}", mistake);
        }
        prop_assert_eq!(Config::of(&config.written()).mistakes, vec![]);
    }
}
