//! The plain file by `pulldown-cmark`.

use std::collections::BTreeSet;

use griot_pack::pack::{Kind, Pack, WrittenFile};
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::{pack, printed};

/// What a reader of Markdown finds in the file.
#[derive(Default)]
struct Found {
    /// The lines of paragraphs and quotations, without marks, ids and footnotes.
    lines: Vec<String>,
    heads: Vec<(HeadingLevel, Option<String>)>,
    marks: usize,
    defined: BTreeSet<String>,
    marked: BTreeSet<String>,
    /// Lists before the entities.
    early_lists: usize,
    items: usize,
    odd: Vec<String>,
}

fn found(text: &str) -> Found {
    let options = Options::ENABLE_FOOTNOTES
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let (mut it, mut line, mut in_notes, mut in_lists) = (Found::default(), String::new(), false, false);
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => it.heads.push((level, id.map(|id| id.to_string()))),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                in_notes = true;
                it.defined.insert(label.to_string());
            }
            Event::Start(Tag::List(_)) => {
                in_lists = true;
                it.early_lists += usize::from(it.items == 0 && it.heads.last().is_none_or(|(_, id)| id.is_some()));
            }
            Event::Start(Tag::Item) => it.items += 1,
            Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, .. } | Tag::Emphasis) => {}
            Event::Start(Tag::Link { link_type: LinkType::Autolink, .. }) if in_notes => {}
            Event::Start(Tag::Paragraph | Tag::BlockQuote(_) | Tag::MetadataBlock(_)) | Event::End(_) => {
                if matches!(event, Event::End(TagEnd::Paragraph | TagEnd::MetadataBlock(_) | TagEnd::Heading(_))) {
                    it.lines.push(std::mem::take(&mut line));
                }
                in_lists &= !matches!(event, Event::End(TagEnd::List(_)));
            }
            Event::SoftBreak => it.lines.push(std::mem::take(&mut line)),
            Event::Text(text) => line.push_str(&text),
            Event::FootnoteReference(label) => {
                it.marks += usize::from(!in_notes && !in_lists);
                it.marked.insert(label.to_string());
            }
            other => it.odd.push(format!("{other:?}")),
        }
    }
    it
}

#[test]
fn every_statement_stands_on_a_line_of_its_own_with_its_notes() {
    let pack = pack();
    let text = printed(&["export", "-f", "md"]);
    let found = found(&text);
    assert_eq!(found.odd, Vec::<String>::new(), "something is taken for markup");
    assert_eq!(found.early_lists, 0, "a statement is taken for a list");
    let mut lines = found.lines.iter();
    for id in pack.statements() {
        let it = &pack[id];
        let date = it.when.map_or_else(String::new, |when| format!("{}: ", when.on_screen()));
        let wanted = format!("{date}{}", it.text);
        assert!(lines.any(|line| line.starts_with(&wanted)), "{}: {wanted}", pack.statement_id(id));
    }
    let marks: usize = pack.statements().map(|id| pack[id].cites.len() + pack[id].note_cites.len()).sum();
    assert_eq!(found.marks, marks);
    assert!(found.marked.is_subset(&found.defined), "{:?}", found.marked.difference(&found.defined));
    let places = pack.notes().filter(|id| pack[*id].place.is_some()).count();
    assert_eq!(found.defined.len(), pack.sources().len() + places);
}

/// The files of a pack that its plain file has a place for.
fn said(pack: &Pack) -> Vec<WrittenFile> {
    let whole = pack.excerpt(&pack.eras().collect::<Vec<_>>());
    let files = pack.files(&whole).unwrap().into_iter();
    // What the form cannot say: the map, and other languages.
    files.filter(|file| file.name != "geo.json" && !file.name.starts_with("translations/")).collect()
}

#[test]
fn every_record_comes_back_from_the_plain_file_and_it_is_written_again_byte_for_byte() {
    let text = printed(&["export", "-f", "md"]);
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("mali.md");
    std::fs::write(&file, &text).unwrap();
    let (back, problems) = griot_pack::pack::check(&file);
    assert_eq!(problems.listed, []);
    let back = back.unwrap();
    for (ours, theirs) in said(&pack()).iter().zip(said(&back)) {
        assert_eq!(ours.name, theirs.name);
        for (ours, theirs) in ours.text.lines().zip(theirs.text.lines()) {
            assert_eq!(ours, theirs);
        }
        assert_eq!(ours.text.len(), theirs.text.len());
    }
    assert_eq!(said(&pack()).len(), said(&back).len());
    assert!(printed(&["--data", file.to_str().unwrap(), "export"]) == text);
}

#[test]
fn one_era_in_a_plain_file_is_a_pack_as_well() {
    let text = printed(&["export", "--era", "6"]);
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("era.md");
    std::fs::write(&file, &text).unwrap();
    let (back, problems) = griot_pack::pack::check(&file);
    assert_eq!(problems.listed, []);
    assert_eq!(back.unwrap().eras().len(), 1);
    assert!(printed(&["--data", file.to_str().unwrap(), "export"]) == text);
}

#[test]
fn heads_have_the_ids_of_eras_and_chapters_and_entities_are_listed() {
    let pack = pack();
    let found = found(&printed(&["export", "-f", "md"]));
    let heads = |level: HeadingLevel| found.heads.iter().filter(move |head| head.0 == level).map(|head| head.1.clone());
    let eras = heads(HeadingLevel::H2).flatten();
    assert_eq!(eras.collect::<Vec<_>>(), pack.eras().map(|id| pack[id].id.to_string()).collect::<Vec<_>>());
    let chapters = pack.eras().flat_map(|era| pack.chapters_of(era));
    let chapters: Vec<_> = chapters.map(|id| Some(pack[id].id.to_string())).collect();
    assert_eq!(heads(HeadingLevel::H3).collect::<Vec<_>>(), chapters);
    assert_eq!(heads(HeadingLevel::H2).filter(Option::is_none).count(), Kind::ALL.len());
    assert_eq!(found.items, pack.entities().len());
}

#[test]
fn texts_that_look_like_markup_stay_texts() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("pack");
    let data = data.to_str().unwrap();
    printed(&["new", data]);
    let file = format!("{data}/eras/1-first-era.json");
    let text = std::fs::read_to_string(&file).unwrap();
    let undated = r#"{"text": "TEXT", "standing": "uncited"}"#;
    let odd = [
        "1900. In this year",
        "- a dash",
        "+ a plus",
        "# a number",
        "1912: a year",
        "> more",
        "a_b_c `d` <e> &amp; f",
        "iv) four",
        "(1) one",
        "=== ===",
        "| a | b |",
        "~~no~~ ^no^ $no$ @no",
        ": no",
        "https://example.org/a_b",
        "[^1] no",
    ];
    let more: String = odd.iter().map(|odd| undated.replace("TEXT", odd) + ",").collect();
    std::fs::write(&file, text.replace("\"statements\": [", &format!("\"statements\": [{more}"))).unwrap();
    let markdown = printed(&["--data", data, "export"]);
    let found = found(&markdown);
    assert_eq!(found.odd, Vec::<String>::new());
    for odd in odd {
        assert!(found.lines.iter().any(|line| line.starts_with(odd)), "{odd}: {:?}", found.lines);
    }
    assert!(markdown.contains("1912\\: a year"), "it could be read as a date");
}

#[test]
fn what_is_known_of_an_entity_is_on_its_line() {
    let pack = pack();
    let text = printed(&["export", "-f", "md"]);
    let plain = |text: &str| text.replace('\\', "");
    let lines: Vec<String> = text.lines().filter(|line| line.starts_with("- ")).map(plain).collect();
    assert_eq!(lines.len(), pack.entities().len());
    let line_of = |name: &str| lines.iter().find(|line| line[2..].split([':', '[']).next() == Some(name));
    for id in pack.entities() {
        let it = &pack[id];
        let line = line_of(&it.name).unwrap_or_else(|| panic!("no line of {}", it.name));
        let mut told: Vec<String> = it.who.iter().map(|(who, _)| format!("with: [[{}]]", pack[*who].name)).collect();
        told.extend(it.places.iter().map(|place| format!("in: [[{}]]", pack[*place].name)));
        told.extend(it.subtype.iter().map(|subtype| format!("type: {subtype}")));
        told.extend(it.figures.iter().map(|figure| format!("figure: {}", figure.value)));
        told.extend(it.outcome.iter().map(|outcome| format!("outcome: {outcome}")));
        told.extend(it.note.iter().map(|note| format!("note: {note}")));
        told.extend(it.offices.iter().map(|office| {
            let key = if office.head { "head" } else { "office" };
            format!("{key}: {} of [[{}]]", office.title, pack[office.of].name)
        }));
        for part in told {
            assert!(line.contains(&part), "{part}: {line}");
        }
    }
    for era in pack.eras() {
        for passage in pack.chapters_of(era).flat_map(|chapter| pack.passages_of(chapter)) {
            let own = format!("passage=\"{}\"", pack[passage].id);
            assert_eq!(text.matches(&own).count(), 1, "{own}");
        }
    }
}
