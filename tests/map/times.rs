//! The map of a time: what it lights, waters, powers and borders.

use super::*;

#[test]
fn every_step_in_time_shows_its_own_date_and_what_it_names() {
    let mut it = at(80, 24, "anc-green-sahara").keys("Home");
    let order = it.app.shared.pack.chronology().to_vec();
    for id in order {
        assert_eq!(it.app.shared.reader.statement(), Some(id));
        let current = it.app.views.map.current(&it.app.shared);
        let when = it.app.shared.pack[id].when;
        assert_eq!(current.when, when);
        let said = when.unwrap().on_screen();
        let frame = it.frame();
        assert!(frame.contains(griot_history::text::cut(&said, 13).trim_end_matches('…')), "{said} is not in\n{frame}");
        for named in it.app.shared.pack[id].links().filter(|e| it.app.views.map.places.iter().any(|p| p.entity == *e)) {
            assert!(
                current.named.iter().any(|n| n.place == named && n.here),
                "{} is dark",
                it.app.shared.pack[named].id
            );
        }
        let (_, scene) = scene(&it.app);
        for dot in &scene.dots {
            let lit = current.named.iter().any(|n| n.place == dot.place);
            assert!(dot.sign == Sign::Chosen || dot.sign.is_lit() == lit, "{dot:?}");
        }
        it = it.keys(")");
    }
}

#[test]
fn a_place_tells_its_nearest_statements() {
    let mut it = at(120, 40, "coup-2020");
    it.app.views.map.chosen = Some(entity(&it.app, "dia"));
    let current = it.app.views.map.current(&it.app.shared);
    it.app.refresh();
    let blocks = drawn(&it.app).beside.clone().unwrap().blocks;
    let told: Vec<_> = blocks.iter().flat_map(|block| &block.sentences).map(|sentence| sentence.id).collect();
    assert!(!told.is_empty(), "the last ones are told where none is later");
    assert!(told.iter().all(|id| it.app.shared.pack[*id].links().any(|e| it.app.shared.pack[e].id == "dia")));
    it.app.views.map.chosen = Some(entity(&it.app, "bamako"));
    it.app.refresh();
    let blocks = drawn(&it.app).beside.clone().unwrap().blocks;
    let first = blocks.iter().flat_map(|block| &block.sentences).next().unwrap().id;
    assert!(it.app.shared.pack[first].when.unwrap().last() >= current.when.unwrap().first());
}

#[test]
fn waters_and_powers_belong_to_their_time() {
    let when = |text: &str| When::parse(text).unwrap();
    let lake = GEO.waters.iter().find(|w| w.id == "volta-lake").unwrap();
    assert!(!places::flows(lake, Some(&when("1591"))) && places::flows(lake, Some(&when("1991"))));
    assert!(places::flows(lake, None));
    let powers = |text: &str| -> Vec<&str> {
        places::powers(&PACK, &GEO, None, &when(text)).iter().map(|(polity, _)| PACK[*polity].id.as_str()).collect()
    };
    assert_eq!(powers("1050"), ["ghana-empire"]);
    assert_eq!(powers("1330"), ["mali-empire"]);
    assert_eq!(powers("May 2012"), ["azawad"]);
    assert_eq!(powers("1930"), ["french-sudan"]);
    for never in ["10000 BC", "1970", "2024"] {
        assert_eq!(powers(never), [""; 0], "{never}");
    }
    for (width, height) in [(120, 40), (80, 24), (60, 30), (40, 12)] {
        let frame = at(width, height, "anc-mansa-musa-and-gold").frame();
        assert!(frame.contains("Mali Empire") && frame.contains("approximate"), "{frame}");
    }
}

#[test]
fn a_time_of_centuries_lights_only_what_its_passage_names() {
    let it = at(120, 40, "anc-plate-manuscript-pages");
    let current = it.app.views.map.current(&it.app.shared);
    assert!(current.when.unwrap().length() > 100.0);
    assert!(current.named.iter().all(|named| named.here));
    let linked: Vec<EntityId> = it
        .app
        .shared
        .pack
        .statements_of(it.app.shared.pack[current.statement.unwrap()].passage)
        .flat_map(|id| it.app.shared.pack[id].links())
        .collect();
    let (_, scene) = scene(&it.app);
    assert!(scene.powers.iter().all(|(polity, _)| linked.contains(polity)), "{:?}", scene.powers);
}

#[test]
fn modern_borders_are_said_to_be_modern() {
    for settings in [Settings::default(), ascii()] {
        for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
            let frame = at_with(width, height, "tondibi-1591", settings).frame();
            assert!(frame.contains("modern border"), "{frame}");
        }
    }
}

#[test]
fn regions_are_listed_as_such() {
    let mut it = at(200, 60, "anc-green-sahara");
    assert!(it.frame().contains("In this passage: no dot"), "{}", it.frame());
    it = it.keys("0");
    let sahara = entity(&it.app, "sahara");
    it.app.views.map.chosen = Some(sahara);
    it.app.refresh();
    let frame = it.frame();
    assert!(frame.contains("a desert"), "{frame}");
    assert!(frame.contains("Without a dot"), "{frame}");
}

#[test]
fn the_map_in_words_puts_what_a_time_names_first() {
    let all = words::words(&PACK, &GEO, None);
    assert!(all.iter().all(|place| place.by.is_none()));
    let tondibi = words::words(&PACK, &GEO, Some(&When::parse("Mar 1591").unwrap()));
    assert_eq!(all.len(), tondibi.len());
    let lit = tondibi.iter().take_while(|place| place.by.is_some()).count();
    assert!(lit > 0 && tondibi[lit..].iter().all(|place| place.by.is_none()));
    let first = tondibi.iter().find(|place| PACK[place.place].id == "tondibi").unwrap();
    assert_eq!(first.words, "about 950 km north-east of Bamako, on the Niger");
    assert!(first.by.is_some());
}
