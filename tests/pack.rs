//! The built-in pack: every rule of a pack, every fact told, and nothing that a terminal could not show.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use griot_history::search::{Index, Tier, fold};
use griot_history::text::page::{self, PageOf};
use griot_pack::clean::is_forbidden;
use griot_pack::pack::{Compiled, Pack, Progress, Standing, StatementId, Target, check_watched};
use griot_pack::when::When;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

#[path = "common/small.rs"]
mod small;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn pack() -> Pack {
    griot::built_in::pack().unwrap()
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The files of the pack, by their names under its folder.
fn files() -> Vec<(String, Value)> {
    let dir = root().join("assets/mali");
    let mut files = Vec::new();
    for folder in ["", "eras", "entities", "translations"] {
        for entry in fs::read_dir(dir.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "json") {
                files.push((path.strip_prefix(&dir).unwrap().display().to_string(), json(&path)));
            }
        }
    }
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files
}

#[test]
fn the_pack_has_no_problems_and_is_built_in_as_its_files_say() {
    let (from_folder, problems) = griot_pack::pack::check(&root().join("assets/mali"));
    assert_eq!(problems.listed, []);
    assert!(from_folder.unwrap() == pack(), "the compiled pack is not what its files say");
    assert!(pack().geo().is_ok());
}

/// What a statement says, folded: its text, time, note and what it stands instead of.
fn told(pack: &Pack, id: StatementId) -> String {
    let it = &pack[id];
    let when = it.when.map(|w| w.to_string()).unwrap_or_default();
    let parts = [Some(it.text.as_str()), Some(&when), it.note.as_deref(), it.instead_of.as_deref()];
    plain(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// Without case, accents, commas and narrow spaces.
fn plain(text: &str) -> String {
    let text: String = text.replace('’', "'").to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).collect();
    text.replace([',', '\u{202f}', '\u{a0}'], "")
}

/// The statements that `passage/2` or `plate:passage` names.
fn statements(pack: &Pack, name: &str) -> Vec<StatementId> {
    match pack.find(name.strip_prefix("plate:").unwrap_or(name)) {
        Some(Target::Statement(id)) => vec![id],
        Some(Target::Passage(passage)) if name.starts_with("plate:") && pack[passage].number.is_none() => {
            pack.statements_of(passage).collect()
        }
        _ => panic!("{name} is no statement or plate"),
    }
}

#[test]
fn every_fact_is_told_where_the_claims_say_so() {
    // Notes on where to look in an encyclopaedia, and text that vandals had put into a reference.
    const NOT_TOLD: [usize; 7] = [1, 33, 34, 63, 168, 218, 219];
    let pack = pack();
    let claims = json(&root().join("tests/mali/claims.json"));
    let mut facts = BTreeSet::new();
    let mut missing = Vec::new();
    for claim in claims.as_array().unwrap() {
        let fact = claim["fact"].as_str().unwrap();
        facts.insert(fact.to_owned());
        let names: Vec<&str> = claim["in"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        assert!(!names.is_empty(), "{fact} is claimed nowhere");
        let text: String =
            names.iter().flat_map(|name| statements(&pack, name)).map(|id| told(&pack, id) + " ").collect();
        for word in claim["must"].as_array().unwrap() {
            let word = word.as_str().unwrap();
            if !text.contains(&plain(word)) {
                missing.push(format!("{fact}: {word:?} does not stand in {}", names.join(", ")));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    let wanted: BTreeSet<String> = (1..=291).filter(|n| !NOT_TOLD.contains(n)).map(|n| format!("f{n:03}")).collect();
    assert_eq!(facts, wanted);
}

#[test]
fn every_date_of_the_pack_is_read_back_from_every_form_in_which_it_is_printed() {
    let pack = pack();
    let statements = pack.statements().filter_map(|id| pack[id].when);
    let offices = pack.entities().flat_map(|id| pack[id].offices.iter().filter_map(|office| office.when));
    let entities = pack.entities().filter_map(|id| pack[id].when);
    let eras = pack.eras().map(|id| pack[id].when);
    let dates: Vec<When> = statements.chain(offices).chain(entities).chain(eras).collect();
    assert!(dates.len() > 500);
    for date in dates {
        let days = |when: &When| (when.first(), when.last());
        assert_eq!(When::parse(&date.to_string()), Ok(date));
        for said in [date.on_screen(), date.in_words()] {
            let again = When::parse(&said).unwrap_or_else(|error| panic!("{date}: {error}"));
            assert_eq!(days(&again), days(&date), "{date} as {said}");
        }
        let edtf = When::parse_edtf(&date.edtf()).unwrap_or_else(|error| panic!("{date}: {error}"));
        assert_eq!(days(&edtf), days(&date), "{date} as {}", date.edtf());
    }
}

#[test]
fn every_statement_has_an_id_of_its_own_that_leads_back_to_it() {
    let pack = pack();
    for id in pack.statements() {
        let own = pack[id].id.as_ref().unwrap_or_else(|| panic!("{} has no id", pack.statement_id(id)));
        assert!(own.starts_with(pack[pack[id].passage].id.as_str()), "{own} says where it stands");
        let found = pack.find(own).and_then(|target| pack.first_statement(target));
        assert_eq!(found, Some(id), "{own}");
    }
}

/// Every string of the files, with the file it stands in.
fn strings() -> Vec<(String, String)> {
    fn collect(file: &str, value: &Value, out: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => out.push((file.into(), text.clone())),
            Value::Array(items) => items.iter().for_each(|item| collect(file, item, out)),
            Value::Object(members) => members.values().for_each(|member| collect(file, member, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    for (file, value) in files() {
        collect(&file, &value, &mut out);
    }
    out
}

#[test]
fn the_text_is_plain_and_every_letter_takes_one_column() {
    let strings = strings();
    assert!(strings.len() > 5000);
    for (file, text) in strings {
        assert!(!text.chars().any(is_forbidden), "{file}: {text:?} holds a character that may not be printed");
        assert!(text.nfc().eq(text.chars()), "{file}: {text:?} is not in normal form C");
        assert!(!text.chars().any(is_combining_mark), "{file}: {text:?} holds a combining mark");
        for grapheme in text.graphemes(true) {
            assert!(grapheme.width() == 1, "{file}: {grapheme:?} of {text:?} is not one column wide");
        }
        assert!(text.trim() == text && !text.contains("  "), "{file}: {text:?} has spaces to spare");
    }
}

#[test]
fn every_entity_is_found_by_its_name_and_every_alias() {
    let pack = pack();
    let index = Index::new(&pack);
    for id in pack.entities() {
        let it = &pack[id];
        for name in [&it.name].into_iter().chain(it.aliases.iter().map(|alias| &alias.name)) {
            let found = index.search(&pack, name, 20);
            let hit = found.names().find(|hit| hit.entity() == Some(id));
            // A name that reads as a time answers with the time first.
            assert!(hit.is_some_and(|hit| hit.tier() <= Tier::Words), "{name:?} does not find {}: {hit:?}", it.id);
        }
    }
}

#[test]
fn aliases_say_something_new() {
    let pack = pack();
    for id in pack.entities() {
        let it = &pack[id];
        let mut names: Vec<&str> =
            [it.name.as_str()].into_iter().chain(it.aliases.iter().map(|alias| alias.name.as_str())).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{} has one name twice", it.id);
    }
}

#[test]
fn no_two_people_or_places_have_one_name() {
    let pack = pack();
    let mut seen: Vec<(String, &str)> =
        pack.entities().map(|id| (fold(&pack[id].name), pack[id].id.as_str())).collect();
    seen.sort_unstable();
    for pair in seen.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "{} and {} cannot be told apart", pair[0].1, pair[1].1);
    }
}

#[test]
fn every_source_is_cited_or_stands_for_one_that_is() {
    let pack = pack();
    let cited: BTreeSet<_> = pack.notes().map(|note| pack.work_of(pack[note].source)).collect();
    for id in pack.sources() {
        assert!(cited.contains(&pack.work_of(id)), "{} is never cited", pack[id].key);
    }
}

#[test]
fn standings_and_what_they_need_go_together() {
    let pack = pack();
    for id in pack.statements() {
        let it = &pack[id];
        let name = pack.statement_id(id);
        assert_eq!(it.cites.is_empty(), matches!(it.standing, Standing::Uncited | Standing::CitationNeeded), "{name}");
        let explained = it.note.is_some() || !matches!(it.standing, Standing::Disputed | Standing::Corrected);
        assert!(explained, "{name} needs a note");
        assert!(it.text.ends_with(['.', '!', '?', '”', ')', '…']), "{name} does not end: {}", it.text);
        assert!(
            it.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '“'),
            "{name}: {}",
            it.text
        );
    }
}

#[test]
fn no_century_from_ghana_to_today_is_empty() {
    let pack = pack();
    for century in 9..=21 {
        let when = When::parse(&format!("{century}th c.").replace("21th", "21st")).unwrap();
        let told =
            pack.chronology().iter().filter(|id| pack[**id].when.and_then(|own| own.fit(&when)).is_some()).count();
        assert!(told >= 2, "the {century}th century has {told} statements");
    }
}

#[test]
fn eras_and_offices_stand_in_order() {
    let pack = pack();
    let begins: Vec<_> = pack.eras().map(|era| pack[era].when.first()).collect();
    assert!(begins.is_sorted(), "eras begin one after the other");
    for era in pack.eras() {
        assert!(pack.statements_in(era).next().is_some());
        assert!(pack[era].summary.chars().count() > 80, "{} has a summary", pack[era].id);
        assert!(pack[era].short.chars().count() <= 16, "{:?} fits the narrow sidebar", pack[era].short);
    }
    for id in pack.entities() {
        for office in &pack[id].offices {
            let (Some(life), Some(when)) = (pack[id].when, office.when) else { continue };
            assert!(
                when.first() >= life.first() || when.overlaps(&life),
                "{} holds {} outside its time",
                pack[id].id,
                office.title
            );
        }
    }
}

#[test]
fn positions_lie_where_the_map_can_show_them() {
    let pack = pack();
    let geo = pack.geo().unwrap();
    for id in pack.entities() {
        let it = &pack[id];
        assert_eq!(it.at.is_some(), it.precision.is_some(), "{}", it.id);
        for reach in &it.reach {
            assert!(geo.reaches.iter().any(|r| r.id == *reach), "{}: no outline {reach}", it.id);
        }
    }
    assert!(geo.capital.is_some_and(|id| pack.entity(&id).is_some_and(|capital| pack[capital].at.is_some())));
    assert!(geo.river.is_some_and(|id| geo.waters.iter().any(|water| water.id == id)));
}

/// Whether a value is of a schema, as far as schemas are used here; where it is not.
fn of_schema(value: &Value, schema: &Value, defs: &Value) -> Result<(), String> {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.strip_prefix("#/$defs/").ok_or("a reference to elsewhere")?;
        return of_schema(value, &defs[name], defs).map_err(|e| format!("{name}: {e}"));
    }
    for any in ["anyOf", "oneOf"].iter().filter_map(|key| schema[key].as_array()) {
        let errors: Vec<String> = any.iter().filter_map(|one| of_schema(value, one, defs).err()).collect();
        if errors.len() == any.len() {
            return Err(errors.join("; "));
        }
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let fits = |name: &&str| match *name {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    };
    if !types.is_empty() && !types.iter().any(fits) {
        return Err(format!("{value} is not of {types:?}"));
    }
    if schema["enum"].as_array().is_some_and(|all| !all.contains(value))
        || schema.get("const").is_some_and(|only| only != value)
    {
        return Err(format!("{value} is none of the words"));
    }
    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
        of_schema(item, &schema["items"], defs).map_err(|e| format!("{at}: {e}"))?;
    }
    for (key, member) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(key) {
            Some(of) => of_schema(member, of, defs).map_err(|e| format!("{key}: {e}"))?,
            None if schema["additionalProperties"] == false => return Err(format!("{key} is no key")),
            None => {}
        }
    }
    for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.is_object() && value.get(key).is_none() {
            return Err(format!("{key} is missing"));
        }
    }
    Ok(())
}

#[test]
fn the_files_are_of_the_shapes_in_the_schema() {
    let schema: Value = serde_json::from_str(griot_pack::pack::SCHEMA).unwrap();
    let files = files();
    assert_eq!(files.len(), 3 + 8 + 9 + 2);
    for (name, value) in &files {
        of_schema(value, &schema, &schema["$defs"]).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
    for bad in [
        r#"{"format": 1}"#,
        r#"[{"id": "a"}]"#,
        r#"[{"id": "a", "name": "A", "colour": "red"}]"#,
        r#"[{"id": 1, "name": "A"}]"#,
        "1",
        r#"[{"id": "a", "name": "A", "precision": "good"}]"#,
    ] {
        let value: Value = serde_json::from_str(bad).unwrap();
        assert!(of_schema(&value, &schema, &schema["$defs"]).is_err(), "{bad}");
    }
}

#[test]
fn the_pack_is_read_in_another_language_and_back_in_its_own() {
    let mut read = pack();
    let battle = match read.find("tondibi-1591-battle") {
        Some(Target::Statement(id)) => id,
        other => panic!("{other:?}"),
    };
    let town = read.entity("timbuktu").unwrap();
    assert!(read.read_in("fr") && read.language() == "fr");
    assert_eq!(read[town].name, "Tombouctou");
    assert!(read[town].aliases.iter().any(|alias| alias.name == "Timbuktu"));
    assert_ne!(read[battle].text, pack()[battle].text);
    assert_ne!(read[read.first_era()].title, pack()[read.first_era()].title);
    assert!(!read.read_in("xx") && read.language() == "fr", "an unknown language changes nothing");
    assert!(read.read_in("bm") && read[battle].text == pack()[battle].text);
    assert!(read.read_in("en") && read == pack(), "nothing of another language stays");
}

#[test]
fn every_link_of_a_sentence_leads_to_the_same_in_every_language() {
    let (own, mut read) = (pack(), pack());
    let links = |pack: &Pack, id: StatementId| pack[id].links().collect::<BTreeSet<_>>();
    read.read_in("fr");
    let other: Vec<String> =
        own.statements().filter(|id| links(&own, *id) != links(&read, *id)).map(|id| own.statement_id(id)).collect();
    assert_eq!(other, [""; 0]);
}

#[test]
fn statements_are_found_by_their_words_in_every_language_whichever_is_read() {
    let mut pack = pack();
    for language in ["en", "fr"] {
        pack.read_in(language);
        let index = Index::new(&pack);
        for words in ["union lasted only two months more", "l’union ne tint que deux mois"] {
            let found = index.search(&pack, words, 5);
            assert!(found.is_complete() && found.text().count() > 0, "{words} in {language}");
        }
    }
}

#[test]
fn what_was_not_translated_stands_in_the_own_language_with_a_sign() {
    let (mut read, problems) = griot_pack::pack::check(small::write(&small::translated()).path());
    assert_eq!(problems.listed, []);
    let pack = read.as_mut().unwrap();
    assert!(pack.read_in("fr"));
    let blocks = page::blocks(pack, PageOf::Era(pack.first_era()), None);
    let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["1  Une", "1900–2000", "S.", "Un", "[en] A girl, Ada, is born. En Ville."]);
    let [first, second] = [0, 1].map(|at| pack.statements().nth(at).unwrap());
    assert_eq!([first, second].map(|id| pack.language_of(id).as_str()), ["en", "fr"]);
    let mayor = pack.entity("ada").unwrap();
    assert_eq!(pack[mayor].offices[0].title, "Maire");
}

#[test]
fn a_pack_in_several_languages_is_compiled_and_written_whole() {
    let (read, _) = griot_pack::pack::check(small::write(&small::translated()).path());
    let read = read.unwrap();
    let bytes = read.compile();
    let mut compiled = Compiled::from_bytes(bytes.clone()).unwrap().pack().unwrap();
    assert!(compiled == read && compiled.read_in("fr"));
    let files = read.files(&read.excerpt(&read.eras().collect::<Vec<_>>())).unwrap();
    let french = &files.iter().find(|file| file.name == "translations/fr.json").unwrap().text;
    let (written, own): (Value, Value) = (
        serde_json::from_str(french).unwrap(),
        serde_json::from_str(&small::translated()["translations/fr.json"]).unwrap(),
    );
    assert_eq!(written, own);
}

#[test]
fn the_opening_of_a_pack_tells_how_far_it_is_and_can_be_given_up() {
    let dir = Path::new("assets/mali");
    let mut told = Vec::new();
    let (pack, problems) = check_watched(dir, None, &mut |progress| {
        told.push(match progress {
            Progress::Reading(file) => file.to_owned(),
            Progress::Checking(bytes) => format!("{bytes} bytes"),
        });
        ControlFlow::Continue(())
    });
    assert!(pack.is_some() && problems.is_empty());
    let (first, last) = (told.first().unwrap(), told.last().unwrap());
    assert!(first == "pack.json" && told.iter().any(|it| it == "sources.json") && last.ends_with(" bytes"), "{told:?}");
    // Given up at any moment, it is no pack, and nothing more is read.
    for moment in 0..told.len() {
        let mut asked = 0;
        let (pack, problems) = check_watched(dir, None, &mut |_| {
            asked += 1;
            if asked > moment { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(pack.is_none() && asked == moment + 1, "{moment}");
        assert_eq!(problems.listed.iter().map(|it| it.rule.code()).collect::<Vec<_>>(), ["given-up"]);
    }
}

#[test]
fn what_rests_on_copies_of_wikipedia_alone_follows_from_the_ranks() {
    for (rank, alone) in [("wiki", true), ("scholarly", false)] {
        let mut files = small::files();
        let ranked =
            files["sources.json"].replace("\"kind\": \"book\"", &format!("\"kind\": \"book\", \"rank\": \"{rank}\""));
        files.insert("sources.json", ranked);
        let (read, problems) = griot_pack::pack::check(small::write(&files).path());
        assert_eq!(problems.listed, []);
        let pack = read.unwrap();
        let told: Vec<bool> = pack.statements().map(|id| pack.rests_on_wiki(id)).collect();
        assert_eq!(told, [alone, false], "{rank}: what cites nothing rests on nothing");
        let again = Compiled::from_bytes(pack.compile()).unwrap().pack().unwrap();
        assert!(again == pack, "{rank} is kept in a compiled pack");
    }
}
