use super::*;
use proptest::prelude::*;

fn style(width: usize) -> OutputStyle {
    OutputStyle { measure: width, width, rows: 24, bold: false, glyphs: Glyphs::All, plain: false }
}

proptest! {
    #[test]
    fn wrapping_keeps_every_word_and_the_width(text in "[a-zé0-9.]{1,30}( [a-zé0-9.]{1,12}){0,40}", columns in 10usize..80) {
        let lines = wrap(&text, columns);
        prop_assert_eq!(lines.join(" "), text);
        for line in lines {
            prop_assert!(width(&line) <= columns || !line.contains(' '), "{}", line);
        }
    }

    #[test]
    fn nothing_written_acts_on_a_terminal(cells in prop::collection::vec("[\\PC\\x00-\\x1f\u{9b}\u{202e}]{0,40}", 1..5), columns in 20usize..90) {
        let mut writer = TextWriter::new(style(columns));
        writer.head(&cells[0]);
        writer.record(&cells.iter().map(String::as_str).collect::<Vec<_>>());
        writer.table(&[cells.clone(), cells.clone()]);
        writer.entry(8, &cells[0], &cells.join(" "));
        let acts = |c: char| c != '\n' && c != '\t' && griot_pack::clean::is_forbidden(c);
        prop_assert!(!writer.into_text().contains(acts));
    }
}

#[test]
fn urls_stand_whole_on_a_line_of_their_own() {
    let url = "https://example.org/a/very/long/address/that/is/there/to/be/copied";
    assert_eq!(wrap(&format!("A book. {url} end"), 30), ["A book.", url, "end"]);
    // Numbers of notes do not, and none of them is cut.
    assert_eq!(wrap("in 2015.[1011][1012][1013][1014]", 20), ["in 2015.[1011][1012]", "[1013][1014]"]);
}

#[test]
fn a_table_gives_its_last_column_room() {
    let mut writer = TextWriter::new(style(60));
    let cell = |text: &str| text.to_owned();
    writer.table(&[
        vec![cell("1591"), cell("Tondibi"), cell("a battle")],
        vec![cell("from the very beginning to the very end of time"), cell("x"), cell("long")],
    ]);
    let text = writer.into_text();
    assert!(text.lines().all(|line| width(line) <= 60), "{text}");
    assert!(text.starts_with("1591  "), "{text}");
    // Where a word of it has no room, there are no columns.
    let mut writer = TextWriter::new(style(24));
    writer.table(&[vec![cell("1880–1891"), cell("French Sudan"), cell("Commandant-superior")]]);
    let text = writer.into_text();
    assert!(text.lines().all(|line| width(line) <= 24), "{text}");
}
