//! By what names are found, and in which order.

use super::*;

#[test]
fn names_and_aliases_come_in_order() {
    check(&[
        ("Timbuktu", &["timbuktu"]),
        ("Tombouctou", &["timbuktu", "tombouctou-bamba-attacks", "timbuktu-manuscripts"]),
        ("timb", &["timbuktu"]),
        ("segou", &["segou", "segou-empire", "fall-of-segou-1861"]),
        ("keita", &["ibrahim-boubacar-keita", "modibo-keita", "sundiata-keita"]),
        ("modibo keita", &["modibo-keita"]),
        ("keita modibo", &["modibo-keita"]),
        ("mansa musa", &["mansa-musa", "pilgrimage-of-mansa-musa"]),
        ("sunjata", &["sundiata-keita"]),
        ("bamako", &["bamako", "bamako-airport"]),
        ("djenne", &["djenne", "djenne-djenno", "great-mosque-of-djenne"]),
        ("djenne djenno", &["djenne-djenno"]),
        ("jenne", &["djenne", "djenne-djenno"]),
        ("gao", &["gao"]),
        ("askia", &["askia-muhammad", "askia-ishaq-ii", "askia-dawud"]),
        ("sonni ali", &["sunni-ali"]),
        ("samori", &["samori-toure", "wassoulou-empire"]),
        ("el hadj umar", &["umar-tall"]),
        ("songhai", &["songhai-empire", "songhai-people"]),
        ("songhay", &["songhai-people", "songhai-empire"]),
        ("empire of mali", &["mali-empire"]),
        ("dogon", &["dogon-people"]),
        ("fulbe", &["fula-people"]),
        ("tuareg", &["tuareg-people"]),
        ("goita", &["assimi-goita"]),
        ("french sudan", &["french-sudan"]),
        ("salt", &["salt"]),
        ("1968 coup", &["coup-1968"]),
        ("coup 2020", &["coup-2020"]),
        ("zzzz", &[]),
        ("", &[]),
        ("   ", &[]),
        ("’", &[]),
    ]);
}

#[test]
fn little_words_and_marks_do_not_empty_an_answer() {
    check(&[
        ("the Mali War", &["mali-war"]),
        ("the Battle of Kirina", &["battle-of-kirina"]),
        ("coup in 2012", &["coup-2012"]),
        ("a griot", &["griot"]),
        ("timbuktu?", &["timbuktu"]),
        ("^timb", &["timbuktu"]),
        ("mansa,musa", &["mansa-musa"]),
    ]);
    assert_eq!(tier("timbuktu!", "timbuktu"), Some(Tier::Exact));
}

#[test]
fn words_in_full_come_before_words_half_typed_and_slips_before_gaps() {
    check(&[
        ("president mali", &["president-of-mali"]),
        ("constitution mali", &["constitution-of-mali"]),
        ("sndt", &["sundiata-keita"]),
        ("slat", &["salt"]),
        ("mocca", &["mecca"]),
        ("babma", &["bamba"]),
        ("niona", &["niono"]),
    ]);
    // Another number is not the same number mistyped.
    assert!(!ids("12").contains(&"coup-1991"));
}

#[test]
fn the_tiers_tell_how_a_name_was_found_and_decide_the_order() {
    for (query, id, wanted) in [
        ("timbuktu", "timbuktu", Tier::Exact),
        ("tombouctou", "timbuktu", Tier::Exact),
        ("timb", "timbuktu", Tier::Prefix),
        ("segou", "segou-empire", Tier::Prefix),
        ("battuta", "journey-of-ibn-battuta", Tier::Words),
        ("musa mansa", "mansa-musa", Tier::Words),
        ("1591", "battle-of-tondibi", Tier::Date),
        ("bamkao", "bamako", Tier::Typo),
    ] {
        assert_eq!(tier(query, id), Some(wanted), "{query} → {id}");
    }
    for query in ["mali", "musa", "gao", "ke", "war", "al", "sahara", "1591", "coup 2012", "tr", "bamkao"] {
        let found = answer(query);
        assert!(found.hits.is_sorted_by_key(|hit| hit.rank), "{query}");
    }
}

#[test]
fn spellings_of_one_query_answer_alike() {
    for class in [
        &["Ségou", "segou", "SEGOU", "se\u{301}gou", " segou ", "ségóu"][..],
        &["Modibo Keïta", "modibo keita", "MODIBO  KEITA", "modibo-keita"],
        &["dɔgɔn", "dogon", "DOGON"],
        &["fulɓe", "fulbe"],
        &["N’Daw", "n'daw", "ndaw", "Nʼdaw", "N`daw"],
        &["Djenné-Djenno", "djenne djenno", "djenné‑djenno"],
        &["Côte d’Ivoire", "cote d'ivoire", "cote divoire"],
        &["1968 coup d'état", "1968 coup d’etat"],
        &["13th c.", "13TH C.", " 13th  c. "],
        &["900 BC", "900 bc", "900  Bc"],
        &["@person keita", "@people keita", "keita @pers"],
    ] {
        let first = answer(class[0]);
        for other in &class[1..] {
            let found = answer(other);
            assert_eq!(found.hits, first.hits, "{} and {other}", class[0]);
        }
    }
}

#[test]
fn misspelt_names_are_found_and_labelled() {
    for (typed, meant) in [
        ("bamkao", "bamako"),
        ("timbuktuu", "timbuktu"),
        ("sundaita", "sundiata-keita"),
        ("askai muhammad", "askia-muhammad"),
        ("almoravidds", "almoravids"),
        ("moptti", "mopti"),
        ("kidla", "kidal"),
        ("konarré", "alpha-oumar-konare"),
    ] {
        assert_eq!(ids(typed).first(), Some(&meant), "{typed}");
        assert_eq!(tier(typed, meant), Some(Tier::Typo), "{typed}");
    }
    // A letter left out is no more than a gap.
    assert_eq!((ids("bandiagra").first(), tier("bandiagra", "bandiagara")), (Some(&"bandiagara"), Some(Tier::Fuzzy)));
    for right in ["bamako", "mali", "keita", "timb", "1591"] {
        assert!(answer(right).names().all(|hit| hit.tier() != Tier::Typo), "{right} is no mistake");
    }
    assert!(ids("gba").iter().all(|id| *id != "gao"), "three letters are forgiven nothing");
}

#[test]
fn initials_find_names_of_several_words() {
    for (typed, meant) in [("mnla", "mnla"), ("ibk", "ibrahim-boubacar-keita"), ("mm", "mansa-musa")] {
        assert!(ids(typed).contains(&meant), "{typed}: {:?}", ids(typed));
    }
    assert!(!ids("fws").contains(&"french-west-africa"), "these are the letters of another");
    assert_eq!(ids("fwa").first(), Some(&"french-west-africa"));
    assert_eq!(tier("fwa", "french-west-africa").map(|t| t <= Tier::Initials), Some(true));
}

#[test]
fn a_kind_filters_or_lists() {
    let pack = &SEARCHED.0;
    for kind in Kind::ALL {
        let filter = KindFilter::Of(kind).name();
        let all = answer(&format!("@{filter}"));
        let count = pack.entities().filter(|id| pack[*id].kind == kind).count();
        assert_eq!(all.counts.names, count, "@{filter}");
        assert!(all.text().next().is_none() && all.sources().next().is_none());
        for query in [format!("@{filter} ma"), format!("ma @{filter}"), format!("@{filter} 1900..2000")] {
            assert!(answer(&query).names().all(|hit| pack[hit.entity().unwrap()].kind == kind), "{query}");
        }
    }
    let text = answer("@text drought");
    assert!(text.counts.names == 0 && text.counts.sources == 0 && text.counts.text > 0);
    let sources = answer("@source iliffe");
    assert!(sources.counts.names == 0 && sources.counts.text == 0 && sources.counts.sources > 0);
    assert_eq!(answer("@source").counts.sources, pack.sources().len());
}

#[test]
fn matched_letters_are_told_through_the_fold() {
    for (name, query, wanted) in [
        ("Ségou", "segou", "Ségou"),
        ("Bah N’Daw", "ndaw", "NDaw"),
        ("Modibo Keïta", "keita mod", "ModKeïta"),
        ("Djenné-Djenno", "djenno", "Djenno"),
        ("Cœur", "coe", "Cœ"),
        ("Timbuktu", "tbk", "Tbk"),
        ("Mansa Musa", "mm", "MM"),
        ("Gao", "xyz", ""),
        ("Gao", "", ""),
    ] {
        let letters: Vec<char> = name.chars().collect();
        let taken: String = matched(name, query).iter().map(|at| letters[*at as usize]).collect();
        assert_eq!(taken, wanted, "{query} in {name}");
    }
}
