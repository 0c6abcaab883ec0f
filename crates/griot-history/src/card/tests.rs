use griot_pack::glyphs::Glyphs;

use super::*;

const TOLD: &str = "# Town\n\n## Old (1000–1399) {#old}\n\n1100: One is told.[^k]\nTwo is told.\n\n1200: Three is told.\nFour is told.\n\n\
     ## New (1400–1500) {#new}\n\n1400: Five is told.[^k]\n\n[^k]: “A book”; by: Ada; date: 1999\n";

fn pack() -> Pack {
    griot_pack::pack::check_text("town.md", TOLD, "2000-01-01").0.unwrap()
}

/// The lines of the card of a statement in a room of so many.
fn lines(text: &str, room: usize) -> Vec<String> {
    let pack = pack();
    let found = pack.statements().find(|id| pack[*id].text == text).unwrap();
    let measure = Measure { width: 60, glyphs: Glyphs::default() };
    let blocks = in_context(&pack, found, measure, room);
    let layout = Layout::new(&blocks, measure);
    let line = |line: &crate::text::Line| line.runs.iter().map(|run| run.text(line, &blocks)).collect();
    layout.lines.iter().map(line).collect()
}

#[test]
fn a_statement_is_shown_with_as_much_around_it_as_there_is_room_for() {
    let head = "1200 · ¶ 1.2 · Old";
    assert_eq!(lines("Three is told.", 1), [head, "Three is told."], "no room for more");
    assert_eq!(lines("Three is told.", 3), [head, "Three is told. Four is told."], "none for the one before");
    let whole = [head, "One is told. Two is told.", "", "Three is told. Four is told."];
    assert_eq!(lines("Three is told.", 4), whole, "and no statement of another era");
    assert_eq!(lines("Three is told.", 30), [head, "", whole[1], "", whole[3]], "a blank line where there is room");
    assert_eq!(lines("One is told.", 2), ["1100 · ¶ 1.1 · Old", "One is told.¹ Two is told."]);
    assert_eq!(lines("Five is told.", 30), ["1400 · ¶ 2.1 · New", "", "Five is told.¹"], "alone in its era");
}
