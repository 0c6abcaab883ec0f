//! What a time answers with, and what comes first or last.

use griot_pack::pack::Text;

use super::*;

#[test]
fn a_day_without_its_year_is_no_year() {
    for typed in ["march 26", "26 march 19", "june 2", "90s", "80s"] {
        assert_eq!(answer(typed).query.when, None, "{typed}");
    }
    assert!(answer("march ad 26").query.when.is_some());
    assert_eq!(answer("today").query.when, Some(SEARCHED.0.about.as_of));
}

#[test]
fn times_answer_with_what_happened_first() {
    check(&[
        ("1591", &["saadian-invasion", "battle-of-tondibi"]),
        ("13th c.", &["battle-of-kirina"]),
        ("14th century", &["mossi-sack-of-timbuktu", "pilgrimage-of-mansa-musa"]),
        ("26 mar 1991", &["march-revolution", "coup-1991"]),
        ("march 1991", &["march-revolution", "coup-1991"]),
        ("1960s", &["tuareg-rebellion-1963", "coup-1968"]),
        ("9400 bc", &["ounjougou"]),
    ]);
    for (query, when) in [
        ("1591", "1591"),
        ("13th c.", "13th c."),
        ("thirteenth century", "13th c."),
        ("1960s", "1960s"),
        ("<1500", "<1500"),
        (">2020", ">2020"),
        ("1960..1968", "1960..1968"),
        ("900 bc", "900 BC"),
        ("ad 300", "AD 300"),
        ("900 bc..ad 900", "900 BC..AD 900"),
        ("c. 1312", "c. 1312"),
        ("late 14th c.", "late 14th c."),
    ] {
        let found = answer(query);
        assert_eq!(found.query.when.map(|w| w.to_string()).unwrap_or_default(), when, "{query}");
        assert_eq!(found.moment.is_some(), !when.is_empty(), "{query}");
    }
}

#[test]
fn whatever_a_time_answers_with_touches_the_time() {
    let pack = &SEARCHED.0;
    for query in ["1591", "1312", "13th c.", "1960..1968", "<1000", ">2024", "26 mar 1991", "3000 bc..1000 bc"] {
        let found = answer(query);
        let when: When = found.query.when.expect("a time");
        let moment = found.moment.expect("a moment");
        for event in &moment.events {
            assert!(pack[*event].when.is_some_and(|own| own.overlaps(&when)), "{query}: {}", pack[*event].id);
        }
        for statement in &moment.statements {
            assert!(pack[*statement].when.is_some_and(|own| own.overlaps(&when)), "{query}");
        }
        assert!(moment.before.is_none_or(|id| pack[id].when.is_some_and(|own| own.last() < when.first())), "{query}");
        assert!(moment.after.is_none_or(|id| pack[id].when.is_some_and(|own| own.first() > when.last())), "{query}");
    }
}

#[test]
fn a_bare_number_below_a_thousand_is_text_unless_an_era_or_a_range_is_given() {
    for number in ["1", "5", "44", "300", "900", "999"] {
        assert!(answer(number).query.when.is_none(), "{number}");
        for more in [format!("ad {number}"), format!("{number} bc"), format!("{number}..1000"), format!("<{number}")] {
            assert!(answer(&more).query.when.is_some(), "{more}");
        }
    }
    assert!(answer("1000").query.when.is_some());
    let found = answer("300");
    assert!(found.names().all(|hit| hit.tier() == Tier::Record) && found.text().next().is_some());
    for id in found.text() {
        let it = &SEARCHED.0[id];
        // Whoever types 300 may go on to 3,000.
        let holds = |text: &Text| fold(&text.replace(',', "")).contains("300");
        let held = [Some(&it.text), it.instead_of.as_ref()].into_iter().flatten().any(holds);
        assert!(held, "{}", it.text);
    }
}

#[test]
fn a_year_of_a_life_is_not_the_year_of_what_a_record_tells() {
    // One led a raid on Kidal in 2006 and lived in 2012.
    let found = answer("Kidal 2012").hits;
    let people = |hit: &&Hit| matches!(hit.what, Found::Entity(id) if SEARCHED.0[id].kind == Kind::Person);
    assert_eq!(found.iter().take(4).filter(people).count(), 0);
    assert!(answer("who raided Kidal in 2006").hits.iter().take(3).any(|hit| people(&hit)));
}

#[test]
fn what_comes_first_or_last_has_a_date() {
    let pack = &SEARCHED.0;
    for query in ["oldest Timbuktu", "first Sahara", "last river", "first Bambara people", "second griot"] {
        let undated = |hit: &Hit| hit.entity().is_some_and(|id| pack[id].when.is_none());
        let found = answer(query).hits;
        assert!(found.iter().filter(|hit| undated(hit)).all(|hit| !hit.is_complete()), "{query}");
    }
}

#[test]
fn what_may_be_ten_years_or_a_hundred_is_said() {
    let said = answer("elections in the 2000s").query.doubt();
    let wanted = "“2000s” may be ten years or a hundred: these are of 2000..2099; for the ten write 2000..2009";
    assert_eq!(said.as_deref(), Some(wanted));
    assert_eq!(answer("elections in the 1990s").query.doubt(), None);
}
