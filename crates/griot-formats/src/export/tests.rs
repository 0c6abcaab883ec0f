use std::path::PathBuf;

use griot_pack::pack::{self, Pack};
use serde_json::Value;

use super::*;

/// A pack of one plain file.
fn pack_of(text: &str) -> Pack {
    let dir = tempfile::tempdir().unwrap();
    let file: PathBuf = dir.path().join("history.md");
    std::fs::write(&file, text).unwrap();
    let (pack, problems) = pack::check(&file);
    assert_eq!(problems.errors(), 0, "{:?}", problems.listed);
    pack.unwrap()
}

fn whole(form: Form, pack: &Pack) -> Export {
    let eras: Vec<_> = pack.eras().collect();
    form.write(pack, &pack.excerpt(&eras))
}

fn losses(export: &Export) -> Vec<String> {
    export.losses.iter().map(ToString::to_string).collect()
}

const TOWN: &str = "\
# A town

## Old times

900 BC: Somebody built a wall of 5 < 6 & \"straw\".

13 Mar 44 BC: The king fell on that day, they say.

c. 1312: A mosque was begun.

## New times

26 Mar 1991: The market opened; goats, and cloth.

5 Jun 2020..: A school stands to this day.

Nobody knows when the well was dug.
";

#[test]
fn every_form_has_its_line_in_the_table() {
    for form in Form::ALL {
        assert_eq!(form.about().form, form);
        assert!(!form.help().is_empty() && !form.help().ends_with('.'), "{form:?}");
    }
}

#[test]
fn timelinejs_has_no_year_0_and_says_what_it_left_out() {
    let export = whole(Form::TimelineJs, &pack_of(TOWN));
    let timeline: Value = serde_json::from_str(&export.text).unwrap();
    let events = timeline["events"].as_array().unwrap();
    let date = |at: usize| {
        let part = |part: &str| events[at]["start_date"][part].as_str().unwrap();
        format!("{}|{}|{}", part("year"), part("month"), part("day"))
    };
    assert_eq!(date(0), "-900||");
    assert_eq!(date(1), "-44|3|13");
    assert_eq!(events[2]["display_date"], "about 1312");
    assert_eq!(date(3), "1991|3|26");
    assert_eq!(date(4), "2020|6|5");
    assert_eq!(events[4]["end_date"], Value::Null);
    assert_eq!(events.len(), 5);
    let text = events[0]["text"]["text"].as_str().unwrap();
    assert!(text.contains("5 &lt; 6 &amp; &quot;straw&quot;"), "{text}");
    assert_eq!(losses(&export), ["1 statement left out: there is no date that this form could place it by"]);
}

#[test]
fn a_calendar_tells_which_days_it_has_not() {
    let export = whole(Form::Ics, &pack_of(TOWN));
    assert_eq!(export.text.matches("BEGIN:VEVENT").count(), 1);
    assert!(export.text.contains("goats\\, and cloth"), "{}", export.text);
    assert!(export.text.lines().count() > 12 && !export.text.replace("\r\n", "").contains(['\r', '\n']));
    let told = losses(&export);
    assert!(told.contains(&"1 day before AD 1 left out: a calendar has no years for them".to_owned()), "{told:?}");
    assert!(told.contains(&"2 dated entries left out: they are not known to the day".to_owned()), "{told:?}");
    assert!(told.contains(&"1 statement left out: a time of more than a month is no day".to_owned()), "{told:?}");
}

#[test]
fn cards_are_told_apart_and_hold_nothing_of_the_target() {
    let export = whole(Form::Anki, &pack_of(&TOWN.replace("A mosque", "Also \\* a <br> mosque")));
    let rows: Vec<Vec<&str>> =
        export.text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), 5);
    let mut fronts: Vec<&str> = rows.iter().map(|row| row[1]).collect();
    for row in &rows {
        assert_eq!(row.len(), 4, "{row:?}");
        assert!(row[0].starts_with("griot:") && !row[3].is_empty());
        assert!(row[1..3].iter().all(|side| !side.contains('"')), "{row:?}");
    }
    fronts.sort_unstable();
    fronts.dedup();
    assert_eq!(fronts.len(), 5);
}

#[test]
fn a_pack_without_dates_or_places_is_told_as_such() {
    let bare = pack_of("# Nothing\n\n## Once\n\nSomebody was here.\n");
    for form in Form::ALL {
        let export = whole(form, &bare);
        let told = matches!(form, Form::TimelineJs | Form::Ics | Form::Anki);
        assert_eq!(export.losses.len(), usize::from(told), "{form:?}: {:?}", losses(&export));
        assert!(!export.text.is_empty(), "{form:?}");
    }
}
