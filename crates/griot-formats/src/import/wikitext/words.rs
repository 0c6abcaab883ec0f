//! The words of wikitext without its marks, and what templates say.

use std::ops::Range;

use griot_pack::when::month_name;

use super::scan::{Node, Scanned};

/// The words of a part of wikitext, without marks.
pub(super) fn words(scanned: &Scanned, range: Range<usize>) -> String {
    let mut out = String::new();
    for node in scanned.nodes(range) {
        match node {
            Node::Text(range) => out.push_str(&scanned.text[range]),
            Node::Space => out.push(' '),
            Node::Link(range) => {
                let parts = scanned.split(range, '|');
                if let Some(last) = parts.last() {
                    out.push_str(&words(scanned, last.clone()));
                }
            }
            Node::Address(range) => out.push_str(scanned.text[range].split_once(' ').map_or("", |(_, words)| words)),
            Node::Template(range) => {
                let (name, arguments) = scanned.template(&range);
                out.push_str(&known_template(scanned, &name, &arguments).unwrap_or_default());
            }
            Node::Note { .. } | Node::Table(_) => {}
        }
    }
    out.replace("'''", "").replace("''", "")
}

/// Templates that say nothing, or nothing here.
const SILENT: [&str; 42] = [
    "pi",
    "!",
    "clear",
    "-",
    "reflist",
    "notelist",
    "use dmy dates",
    "use british english",
    "short description",
    "main",
    "see also",
    "seealso",
    "further",
    "about",
    "webarchive",
    "dead link",
    "cbignore",
    "toc limit",
    "pp",
    "efn",
    "rp",
    "main article",
    "article détaillé",
    "hauptartikel",
    "other uses",
    "redirect",
    "for",
    "coord",
    "anchor",
    "refend",
    "refbegin",
    "authority control",
    "portal",
    "0",
    "bots",
    "increase",
    "decrease",
    "steady",
    "when",
    "by whom",
    "wayback",
    "redirect2",
];

/// How the names of others begin that say nothing.
const SILENT_FAMILIES: [&str; 10] =
    ["use ", "pp-", "col-", "clear", "flag", "ipa", "respell", "further", "wide image", "div col"];

/// Templates that say their first argument.
const FIRST_SAID: [&str; 20] = [
    "birth-date",
    "birth date",
    "death date",
    "start date",
    "end date",
    "date",
    "nowrap",
    "abbr",
    "small",
    "nobr",
    "em",
    "tooltip",
    "ill",
    "unité",
    "sic",
    "angbr",
    "quote",
    "blockquote",
    "cquote",
    "quotation",
];

/// What a template says that stands in many articles; nothing where it is not known.
pub(super) fn known_template(scanned: &Scanned, name: &str, arguments: &[(String, Range<usize>)]) -> Option<String> {
    let at = |number: usize| {
        let key = number.to_string();
        arguments.iter().find(|(own, _)| *own == key).map(|(_, range)| words(scanned, range.clone()).trim().to_owned())
    };

    if SILENT.contains(&name) || SILENT_FAMILIES.iter().any(|prefix| name.starts_with(prefix)) {
        return Some(String::new());
    }
    if FIRST_SAID.contains(&name) || name.starts_with("lang-") {
        return at(1).or_else(|| at_key(scanned, arguments, "text"));
    }
    if matches!(name, "dts" | "date table sorting") {
        return Some(sorted_date(&[1, 2, 3].map(|number| at(number).unwrap_or_default())));
    }
    let span = || at(2).filter(|it| !it.is_empty()).map_or_else(|| at(1), |last| Some(format!("{}–{last}", at(1)?)));
    let last = || {
        arguments.iter().rfind(|(key, _)| key.parse::<usize>().is_ok()).map(|(_, range)| words(scanned, range.clone()))
    };
    Some(match name {
        "circa" | "c." | "ca." | "c" | "ca" => span().map_or_else(|| "c. ".to_owned(), |span| format!("c. {span}")),
        "floruit" | "fl." | "fl" => format!("fl. {}", span()?),
        "reign" | "r." => format!("r. {}", span()?),
        "lang" | "transl" | "transliteration" | "langue" => last()?,
        "convert" | "cvt" => format!("{} {}", at(1)?, at(2).unwrap_or_default()),
        "bce" | "bc" => format!("{} BC", at(1).unwrap_or_default()),
        "ce" | "ad" => format!("AD {}", at(1).unwrap_or_default()),
        "as of" => format!("As of {}", at(1)?),
        "sortname" | "sortkeyname" => [at(1)?, at(2).unwrap_or_default()].join(" ").trim().to_owned(),
        "isbn" => format!("ISBN {}", at(1)?),
        "snd" | "spaced ndash" | "–" | "ndash" | "spnd" => " – ".into(),
        "mdash" | "mdashb" | "spaced mdash" => "—".into(),
        // The language of a source, as its note says it.
        "in lang" | "language icon" => format!("({})", at(1)?),
        code if is_language(code.trim_end_matches(" icon")) && arguments.is_empty() => {
            format!("({})", code.trim_end_matches(" icon"))
        }
        "'" | "'s" => "’".to_owned() + name.trim_start_matches('\''),
        _ => return None,
    })
}

/// Whether a template is called by the code of a language, as `{{ru}}` behind a source in Russian.
fn is_language(name: &str) -> bool {
    const CODES: &str = "af am ar az be bg bn bo bs cs cy da de el en eo es et eu fa fi fr ga gl gu ha he hi hr hu hy id \
                         is it ja ka kk km ko ku ky la lb lo lt lv mk ml mn mr ms mt my ne nl pa pl ps pt ro ru sd si \
                         sk sl sq sr sv sw ta te tg th tk tl tr tt uk ur uz vi wo yo zh zu";
    CODES.split_ascii_whitespace().any(|code| code == name)
}

fn at_key(scanned: &Scanned, arguments: &[(String, Range<usize>)], key: &str) -> Option<String> {
    let found = arguments.iter().find(|(own, _)| own == key)?;
    Some(words(scanned, found.1.clone()).trim().to_owned())
}

/// The date of a table that is sorted by it: year, month and day in this order or, as in German articles, the other way.
fn sorted_date(parts: &[String; 3]) -> String {
    let [first, month, last] = parts;
    let is_year = |text: &str| text.trim_start_matches('-').len() > 2;
    let (day, year) = if is_year(last) { (first, last) } else { (last, first) };
    let named = month.parse().ok().filter(|month| (1..=12).contains(month)).map(month_name);
    [day.as_str(), named.unwrap_or(month), year]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_of_tables_and_quotations_say_what_they_show() {
        let said = |text: &str| words(&Scanned::of(text), 0..text.len());
        for (text, wanted) in [
            ("{{dts|||1810|noFormat=ja}}", "1810"),
            ("{{dts|3|5|1998}}", "3 May 1998"),
            ("{{dts|1998|5|3}}", "3 May 1998"),
            ("{{dts|3 May 1998}}", "3 May 1998"),
            ("{{SortKeyName|Cornelio|Saavedra|Cornelio Saavedra (Politiker)}}", "Cornelio Saavedra"),
            ("{{sortname|Ada}}", "Ada"),
            ("{{quote|text=So be it.|sign=Somebody}}", "So be it."),
            ("Pravda {{ru}}, {{de icon}}, {{in lang|uk}}", "Pravda (ru), (de), (uk)"),
            ("{{circa}} 1040", "c.  1040"),
            ("{{circa|965|1040}}", "c. 965–1040"),
        ] {
            assert_eq!(said(text), wanted, "{text}");
        }
    }
}
