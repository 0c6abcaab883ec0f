//! Packs of any shape, written to a folder and read back as any other pack.
#![allow(dead_code, clippy::allow_attributes, reason = "every test file takes from it what it needs")]

use griot_pack::pack::{self, Pack};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What a statement is made of; numbers are taken modulo how many there are.
#[derive(Debug, Clone)]
pub struct Told {
    pub era: usize,
    pub when: Option<i32>,
    pub standing: usize,
    pub cites: Vec<usize>,
    pub note_cites: Vec<usize>,
    pub links: Vec<usize>,
    pub instead: bool,
}

/// What an entity is made of.
#[derive(Debug, Clone)]
pub struct Thing {
    pub kind: usize,
    pub name: usize,
    pub when: Option<i32>,
    pub subtype: Option<usize>,
    pub office: bool,
    pub figures: Vec<usize>,
    /// Of events: who took part and where it was, of those that can.
    pub party: Vec<usize>,
}

/// A whole pack: sources are told by the work they belong to and their kind.
#[derive(Debug, Clone)]
pub struct Plan {
    pub eras: usize,
    pub told: Vec<Told>,
    pub things: Vec<Thing>,
    pub sources: Vec<(usize, usize, Option<i32>)>,
}

const KINDS: [&str; 9] =
    ["people", "places", "polities", "peoples", "groups", "organizations", "events", "concepts", "works"];
const WORDS: [&str; 12] =
    ["Ebb", "Féte", "Lake", "march", "Ɲara", "Oak", "Pass", "Red", "Salt", "Tide", "Well", "Zinc"];
const STANDINGS: [&str; 7] =
    ["established", "attributed", "approximate", "disputed", "corrected", "uncited", "citation-needed"];
const SOURCES: [&str; 9] = ["book", "journal", "thesis", "report", "document", "news", "web", "encyclopedia", "wiki"];
const TYPES: [&str; 4] = ["coup", "election", "famine", "other"];

/// Plans of every size from a pack with one statement and nothing else on.
pub fn plans() -> impl Strategy<Value = Plan> {
    let year = || proptest::option::of(-3000i32..2030);
    let many = |most: usize| vec(0usize..64, 0..most);
    let told = (0usize..9, year(), 0usize..7, many(4), many(3), many(4), any::<bool>()).prop_map(
        |(era, when, standing, cites, note_cites, links, instead)| Told {
            era,
            when,
            standing,
            cites,
            note_cites,
            links,
            instead,
        },
    );
    let thing = (0usize..9, 0usize..144, year(), proptest::option::of(0usize..4), any::<bool>(), many(3), many(5))
        .prop_map(|(kind, name, when, subtype, office, figures, party)| Thing {
            kind,
            name,
            when,
            subtype,
            office,
            figures,
            party,
        });
    let sources = vec((0usize..8, 0usize..9, proptest::option::of(1900i32..2030)), 0..12);
    (1usize..6, vec(told, 1..40), vec(thing, 0..30), sources).prop_map(|(eras, told, things, sources)| Plan {
        eras,
        told,
        things,
        sources,
    })
}

/// A pack with many entities of all kinds, and one statement.
pub fn many(entities: usize) -> Plan {
    let thing = |at: usize| Thing {
        kind: at % 9,
        name: at,
        when: Some(at as i32 % 2000),
        subtype: Some(at % 4),
        office: false,
        figures: Vec::new(),
        party: Vec::new(),
    };
    let told = Told {
        era: 0,
        when: Some(1000),
        standing: 5,
        cites: Vec::new(),
        note_cites: Vec::new(),
        links: vec![0, 7],
        instead: false,
    };
    Plan { eras: 1, told: vec![told], things: (0..entities).map(thing).collect(), sources: Vec::new() }
}

/// Writes the pack and reads it.
pub fn pack(plan: &Plan) -> Pack {
    let dir = tempfile::tempdir().expect("a folder");
    let write = |name: &str, value: &Value| {
        let path = dir.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, value.to_string()).expect("a file");
    };
    let eras: Vec<String> = (0..plan.eras).map(|era| format!("era-{era}")).collect();
    write(
        "pack.json",
        &json!({"format": 1, "id": "made", "title": "Made · for tests", "language": "en", "revision": "2025-01-01",
            "as_of": "2025", "licence": "CC0", "eras": eras}),
    );
    for era in 0..plan.eras {
        write(&format!("eras/{}-era-{era}.json", era + 1), &era_of(plan, era));
    }
    for (kind, file) in KINDS.iter().enumerate() {
        let all: Vec<Value> =
            plan.things.iter().enumerate().filter(|(_, t)| t.kind == kind).map(|(i, t)| thing(plan, i, t)).collect();
        write(&format!("entities/{file}.json"), &Value::from(all));
    }
    let sources: Vec<Value> = plan.sources.iter().enumerate().map(|(i, s)| source(i, s)).collect();
    write("sources.json", &Value::from(sources));
    pack::open(dir.path()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn era_of(plan: &Plan, era: usize) -> Value {
    let mut statements: Vec<Value> = plan
        .told
        .iter()
        .enumerate()
        .filter(|(_, t)| t.era % plan.eras == era)
        .map(|(i, t)| statement(plan, i, t))
        .collect();
    if statements.is_empty() {
        statements.push(json!({"text": "Nothing more is told.", "standing": "uncited"}));
    }
    let passages: Vec<Value> = statements
        .chunks(3)
        .enumerate()
        .map(|(i, group)| json!({"id": format!("p-{era}-{i}"), "statements": group}))
        .collect();
    json!({"id": format!("era-{era}"), "title": format!("Era {era}"), "short": format!("E{era}"), "when": "2000 BC..2025",
        "summary": "What there is.", "chapters": [{"id": format!("c-{era}"), "title": "All", "passages": passages}]})
}

fn statement(plan: &Plan, at: usize, told: &Told) -> Value {
    let link = |i: &usize| (!plan.things.is_empty()).then(|| i % plan.things.len());
    let links: Vec<String> =
        told.links.iter().filter_map(link).map(|i| format!("[[thing-{i}|{}]]", name(plan.things[i].name))).collect();
    let key = |i: &usize| (!plan.sources.is_empty()).then(|| format!("source-{}", i % plan.sources.len().max(1)));
    let unique = |of: &[usize]| {
        let mut keys: Vec<String> = of.iter().filter_map(key).collect();
        keys.sort();
        keys.dedup();
        keys
    };
    let (cites, note_cites) = (unique(&told.cites), unique(&told.note_cites));
    let standing = match told.standing {
        0..5 if cites.is_empty() => 5,
        standing => standing,
    };
    let noted = matches!(standing, 3 | 4) || !note_cites.is_empty();
    json!({"text": format!("Statement {at} tells of {}.", if links.is_empty() { "little".into() } else { links.join(" and ") }),
        "when": told.when.map(year), "standing": STANDINGS[standing], "cites": if standing >= 5 { Vec::new() } else { cites },
        "note": noted.then_some("A note says why."), "note_cites": if noted { note_cites } else { Vec::new() },
        "instead_of": (told.instead && matches!(standing, 3 | 4)).then_some("The article says otherwise.")})
}

fn thing(plan: &Plan, at: usize, it: &Thing) -> Value {
    let polity = plan.things.iter().position(|other| other.kind == 2);
    let office = polity.filter(|_| it.office && it.kind == 0);
    let offices: Vec<Value> = office
        .map(|of| json!({"title": "Keeper", "of": format!("thing-{of}"), "when": it.when.map(year), "head": true}))
        .into_iter()
        .collect();
    let figure = |i: &usize| {
        let cites: Vec<String> = (!plan.sources.is_empty())
            .then(|| format!("source-{}", i % plan.sources.len().max(1)))
            .into_iter()
            .collect();
        json!({"value": format!("{i} of them"), "cites": cites})
    };
    // Those of these kinds, each once.
    let party = |kinds: &[usize]| -> Vec<String> {
        let mut chosen: Vec<usize> = it.party.iter().map(|i| i % plan.things.len()).collect();
        chosen.retain(|i| it.kind == 6 && kinds.contains(&plan.things[*i].kind));
        chosen.sort_unstable();
        chosen.dedup();
        chosen.into_iter().map(|i| format!("thing-{i}")).collect()
    };
    let who = party(&[0, 2, 3, 4, 5]).into_iter().map(|id| json!({"entity": id, "part": "had a part"}));
    json!({"id": format!("thing-{at}"), "name": name(it.name), "role": "what it is", "when": it.when.map(year),
        "who": who.collect::<Vec<Value>>(), "where": party(&[1]), "type": it.subtype.map(|t| TYPES[t]), "offices": offices,
        "figures": it.figures.iter().map(figure).collect::<Vec<Value>>()})
}

fn source(at: usize, (work, kind, date): &(usize, usize, Option<i32>)) -> Value {
    // The first record of a work stands for it.
    json!({"key": format!("source-{at}"), "kind": SOURCES[*kind], "title": format!("Source {at}"),
        "date": date.map(|year| year.to_string()), "same_work_as": (*work < at && *work < 3).then(|| format!("source-{work}"))})
}

/// Two words and a number: many names begin alike.
fn name(at: usize) -> String {
    format!("{} {} {at}", WORDS[at % 12], WORDS[at / 12 % 12])
}

fn year(year: i32) -> String {
    if year > 0 && year < 1000 {
        format!("AD {year}")
    } else if year > 0 {
        year.to_string()
    } else {
        format!("{} BC", 1 - year)
    }
}
