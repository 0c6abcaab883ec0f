use griot_pack::pack::Kind;

use super::*;

#[test]
fn one_and_many_are_the_same_word() {
    for (one, many) in [
        ("coup", "coups"),
        ("coup d’État", "coups d'etat"),
        ("city", "Cities"),
        ("ville", "villes"),
        ("mosquée", "mosquees"),
        ("pays", "pays"),
        ("chairman", "chairmen"),
        ("prime minister", "prime ministers"),
        ("head of state", "heads of state"),
        ("commandant-superior", "commandants-superior"),
        ("château", "châteaux"),
        ("pass", "passes"),
        ("church", "churches"),
        ("blocus", "blocus"),
        ("sanctions", "sanction"),
    ] {
        assert_eq!(singular(one), singular(many), "{one}");
    }
    assert_ne!(singular("people"), singular("peoples"));
}

#[test]
fn many_are_told_as_they_are_written() {
    for (one, many) in [
        ("coup", "coups"),
        ("armed group", "armed groups"),
        ("country", "countries"),
        ("journey", "journeys"),
        ("chairman", "chairmen"),
        ("sanctions", "sanctions"),
        ("church", "churches"),
        ("pass", "passes"),
        ("head of state", "heads of state"),
    ] {
        assert_eq!(plural(one), many);
        assert_eq!(singular(one), singular(many));
    }
}

#[test]
fn a_title_is_what_its_head_says() {
    let title = |name: &str| vec![singular(name)];
    for (bearer, of) in [
        ("President", "presidents"),
        ("Interim president", "president"),
        ("President of the government", "president"),
        ("President by a mandate of five years", "president"),
        ("Prime minister", "minister"),
        ("Lieutenant-governor", "governor"),
        ("Askia in Dendi", "askias"),
        ("Transitional head of state", "heads of state"),
    ] {
        assert!(bears(bearer, &title(of)), "{bearer} {of}");
    }
    for (bearer, of) in [
        ("Vice-president", "president"),
        ("Vice-president of the government council", "president"),
        ("Minister of the president", "president"),
        ("Viceroy", "roy"),
    ] {
        assert!(!bears(bearer, &title(of)), "{bearer} {of}");
    }
}

#[test]
fn no_word_of_the_table_stands_in_two_rows() {
    let rows = vocabulary::rows();
    let mut seen = std::collections::HashSet::new();
    for row in rows {
        for word in sorted(singulars(row.words()).into_iter()) {
            assert!(seen.insert(word.clone()), "{word} stands twice");
        }
    }
}

#[test]
fn kinds_keep_their_words() {
    let of = |name: &str| {
        let row = vocabulary::rows().find(|row| singulars(row.words()).contains(&singular(name)))?;
        if let Names::Kind(kind) = row.names { Some(kind) } else { None }
    };
    for kind in Kind::ALL {
        assert_eq!(of(kind.plural()), Some(kind), "{}", kind.plural());
    }
    assert_eq!(of("person"), Some(Kind::Person));
}
