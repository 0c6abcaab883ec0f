//! The table of everyday words, and what makes one of many.

use griot_pack::pack::Kind;

use crate::search::fold;

/// The words for the kinds of entity.
pub(super) const KINDS: &[(Kind, &[&str])] = &[
    (Kind::Person, &["person", "people", "personne", "personnage", "gens"]),
    (Kind::Place, &["place", "lieu", "endroit"]),
    (Kind::Polity, &["polity", "power", "state", "état"]),
    (Kind::People, &["peoples", "ethnicity", "ethnic group", "peuple", "ethnie"]),
    (Kind::Group, &["group", "groupe"]),
    (Kind::Organization, &["organization", "organisation", "institution"]),
    (Kind::Event, &["event", "événement"]),
    (Kind::Concept, &["concept", "idea", "idée", "topic"]),
    (Kind::Work, &["work", "œuvre"]),
];

/// Those who rule, whatever their title.
pub(super) const RULERS: &[&str] =
    &["ruler", "head of state", "chef d’État", "sovereign", "souverain", "monarch", "monarque", "dirigeant"];

/// Words that polities bear in their names.
pub(super) const POLITIES: &[&[&str]] = &[
    &["empire"],
    &["kingdom", "royaume"],
    &["sultanate", "sultanat"],
    &["caliphate", "califat"],
    &["republic", "république"],
    &["federation", "fédération"],
    &["dynasty", "dynastie"],
];

/// Titles that mean the same, and what those who bear them rule, where its rulers bear others.
pub(super) const OFFICES: &[(&[&str], &[&str])] = &[
    (&["emperor", "empress", "empereur", "impératrice"], &["empire"]),
    (&["king", "queen", "roi", "reine"], &[]),
    (&["president", "président"], &[]),
    (&["prime minister", "premier", "premier ministre", "head of government", "chef du gouvernement"], &[]),
    (&["minister", "ministre"], &[]),
    (&["governor", "gouverneur"], &[]),
    (&["sultan", "sultane"], &[]),
    (&["leader", "chef"], &[]),
];

/// Types that mean the same.
pub(super) const TYPES: &[&[&str]] = &[
    &["coup", "coup d’état", "putsch"],
    &["battle", "bataille"],
    &["war", "guerre"],
    &["conflict", "conflit"],
    &["rebellion", "rébellion", "revolt", "révolte", "uprising", "insurrection", "soulèvement", "mutiny"],
    &["election", "élection", "vote", "ballot"],
    &["referendum", "référendum", "referenda", "plebiscite"],
    &["agreement", "accord", "treaty", "traité", "peace agreement", "peace deal", "pact"],
    &["massacre", "killing"],
    &["attack", "attaque", "attentat", "raid"],
    &["conquest", "conquête", "invasion"],
    &["famine", "hunger"],
    &["drought", "sécheresse"],
    &["independence", "indépendance"],
    &["founding", "foundation", "fondation", "creation"],
    &["protest", "demonstration", "manifestation", "march"],
    &["strike", "grève"],
    &["trial", "procès", "lawsuit"],
    &["sanctions", "embargo"],
    &["withdrawal", "retrait", "departure"],
    &["operation", "opération", "military operation", "mission"],
    &["abduction", "kidnapping", "enlèvement"],
    &["blockade", "blocus", "siege"],
    &["dissolution"],
    &["decision", "décision", "decree", "décret"],
    &["declaration", "déclaration", "proclamation"],
    &["abolition"],
    &["expulsion"],
    &["destruction"],
    &["journey", "voyage", "travel", "pilgrimage", "pèlerinage"],
    &["visit", "visite"],
    &["epidemic", "épidémie", "pandemic", "plague"],
    &["town", "city", "village", "ville"],
    &["country", "pays", "nation"],
    &["region", "région"],
    &["river", "fleuve", "rivière"],
    &["desert", "désert"],
    &["lake", "lac"],
    &["mountain", "montagne"],
    &["mosque", "mosquée"],
    &["tomb", "tombe", "tombeau"],
    &["site", "ruin"],
    &["airport", "aéroport"],
    &["party", "political party", "parti", "parti politique"],
    &["armed group", "groupe armé"],
    &["army", "armée"],
    &["militia", "milice"],
    &["union", "trade union", "syndicat"],
    &["movement", "mouvement"],
    &["company", "compagnie", "entreprise"],
    &["court", "tribunal", "cour"],
    &["government", "gouvernement"],
    &["library", "bibliothèque"],
    &["railway", "chemin de fer"],
    &["manuscript", "manuscrit"],
    &["charter", "charte"],
    &["constitution"],
];

/// Words folded, each in a form that is the same for one and for many: `coups d’état` and `coup d’État` are one. It is
/// for comparing and never shown.
#[must_use]
pub fn singular(words: &str) -> String {
    // “Peoples” are many of what “people” is one of, and “people” are persons.
    let folded = fold(words);
    let folded = folded.trim();
    if matches!(folded, "people" | "peoples") {
        return folded.to_owned();
    }
    let one: Vec<&str> = folded.split_whitespace().collect();
    one.into_iter().map(of_word).collect::<Vec<_>>().join(" ")
}

fn of_word(word: &str) -> String {
    // What ends so is told in another way when it is many; the longest ending counts.
    const ENDINGS: [(&str, &str); 10] = [
        ("eaux", "eau"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("ies", "y"),
        ("men", "man"),
        ("ss", "ss"),
        ("us", "us"),
        ("is", "is"),
        ("s", ""),
    ];
    let of = |(many, one): &(&str, &str)| {
        let stem = word.strip_suffix(many)?;
        (stem.chars().count() > 1).then(|| format!("{stem}{one}"))
    };
    ENDINGS.iter().find_map(of).unwrap_or_else(|| word.to_owned())
}

/// Several of what a phrase names, in English: `armed groups`, `countries`, `massacres`.
#[must_use]
pub fn plural(name: &str) -> String {
    // What is said of a title stands behind it, and the title itself is many.
    if let Some((head, rest)) = name.split_once(" of ") {
        return format!("{} of {rest}", plural(head));
    }
    let vowel = |stem: &str| stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    match name {
        _ if name.ends_with("ches") || name.ends_with('s') && !name.ends_with("ss") => name.to_owned(),
        _ if name.ends_with("ss") || name.ends_with("ch") || name.ends_with("sh") || name.ends_with('x') => {
            format!("{name}es")
        }
        _ => match name.strip_suffix('y') {
            Some(stem) if !vowel(stem) => format!("{stem}ies"),
            _ => match name.strip_suffix("man") {
                Some(stem) => format!("{stem}men"),
                None => format!("{name}s"),
            },
        },
    }
}
