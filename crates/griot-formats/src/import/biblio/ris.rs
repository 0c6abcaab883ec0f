//! RIS: a tag of two letters, two spaces, a hyphen and a value in a line; `TY` begins a record and `ER` ends it.

use griot_pack::pack::SourceKind;

use super::{Record, name, some};
use crate::import::work::Work;

/// Reads the records.
pub(in crate::import) fn read(text: &str, work: &mut Work) -> Result<(), String> {
    work.report.unit = "records";
    work.report.each = "line";
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut begun = 0;
    for (at, raw) in text.lines().enumerate() {
        match field(raw) {
            Some(("TY", value)) => {
                if !fields.is_empty() {
                    work.remark(begun, "ER", "", "a record does not end; it is taken to end where the next begins");
                    add(&std::mem::take(&mut fields), begun, work);
                }
                begun = at + 1;
                fields.push(("TY".to_owned(), value.to_owned()));
            }
            Some(("ER", _)) => add(&std::mem::take(&mut fields), begun, work),
            Some((tag, value)) if !fields.is_empty() => fields.push((tag.to_owned(), value.to_owned())),
            _ if raw.trim().is_empty() => {}
            _ => match fields.last_mut() {
                // A value goes on in the next line.
                Some((_, value)) => value.push_str(&format!(" {}", raw.trim())),
                None => work.remark(at + 1, "", raw.trim(), "stands outside of any record; it is left out"),
            },
        }
    }
    if !fields.is_empty() {
        work.remark(begun, "ER", "", "the file ends before its last record does; what there is of it is kept");
        add(&fields, begun, work);
    }
    if work.report.read == 0 { Err("holds no record".to_owned()) } else { Ok(()) }
}

fn field(raw: &str) -> Option<(&str, &str)> {
    let raw = raw.trim_start_matches('\u{feff}').trim_end();
    let (tag, rest) = raw.split_at_checked(2)?;
    let is_tag = tag.bytes().next()?.is_ascii_uppercase()
        && tag.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit());
    let value = rest.trim_start().strip_prefix('-')?;
    (is_tag && rest.starts_with(' ')).then(|| (tag, value.trim()))
}

/// Tags that have a field of their own.
const USED: [&str; 31] = [
    "TY", "ID", "TI", "T1", "CT", "BT", "AU", "A1", "ED", "A2", "T2", "JO", "JF", "JA", "J2", "DA", "PY", "Y1", "Y2",
    "SP", "EP", "VL", "IS", "DO", "UR", "SN", "LA", "PB", "CY", "PP", "T3",
];

fn add(fields: &[(String, String)], number: usize, work: &mut Work) {
    if fields.is_empty() {
        return;
    }
    let first = |tags: &[&str]| {
        tags.iter().find_map(|tag| fields.iter().find(|(own, _)| own == tag)).map(|(_, value)| value.as_str())
    };
    let kind = kind_of(first(&["TY"]).unwrap_or_default());
    let mut it = Record::new(number, first(&["ID"]).unwrap_or_default(), kind);
    it.source.title = first(&["TI", "T1", "CT", "BT"]).unwrap_or_default().to_owned().into();
    let people = |tags: [&'static str; 2]| {
        fields.iter().filter(move |(tag, _)| tags.contains(&tag.as_str())).filter_map(|(_, value)| {
            let mut parts = value.split(',').map(str::trim);
            name(parts.next()?, parts.next().unwrap_or_default(), "", parts.next().unwrap_or_default())
        })
    };
    it.source.authors = people(["AU", "A1"]).collect();
    it.source.editors = people(["ED", "A2"]).collect();
    let within = first(&["T2", "JO", "JF", "JA", "J2", "BT"]);
    it.source.within = within.or_else(|| first(&["PB"])).and_then(some);
    it.source.publisher = first(&["PB"]).filter(|_| within.is_some()).and_then(some);
    it.source.place = first(&["CY", "PP"]).and_then(some);
    it.source.series = first(&["T3"]).and_then(some);
    // `2009/03/26/` and `///300 BC`.
    let date = first(&["DA", "PY", "Y1"]).map(|date| {
        let mut parts: Vec<&str> = date.split('/').collect();
        let words = if parts.len() > 3 { parts.remove(3).trim() } else { "" };
        let numbers = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        if numbers.is_empty() { words.to_owned() } else { numbers }
    });
    it.source.date = date.and_then(|date| it.date("DA", &date, work)).map(Into::into);
    it.source.accessed =
        first(&["Y2"]).and_then(|date| it.date("Y2", date.trim_end_matches('/'), work)).map(Into::into);
    it.source.pages = match (first(&["SP"]), first(&["EP"])) {
        (Some(first), Some(last)) if first != last => some(&format!("{first}–{last}")),
        (first, last) => first.or(last).and_then(some),
    };
    it.source.volume = first(&["VL"]).and_then(some);
    it.source.issue = first(&["IS"]).and_then(some);
    it.source.doi = first(&["DO"]).map(|doi| doi.trim_start_matches("https://doi.org/")).and_then(some);
    it.source.url = first(&["UR", "L2"]).and_then(some);
    it.source.lang = first(&["LA"]).filter(|code| code.len() == 2).and_then(some);
    let number = first(&["SN"]).and_then(some);
    if kind == SourceKind::Journal {
        it.source.issn = number;
    } else {
        it.source.isbn = number;
    }
    keep_rest(fields, &mut it);
    it.add(work);
}

/// Keeps what has no field.
fn keep_rest(fields: &[(String, String)], it: &mut Record) {
    for (tag, value) in fields.iter().filter(|(tag, _)| !USED.contains(&tag.as_str())) {
        let heading = match tag.as_str() {
            "N1" | "N2" | "AB" => "",
            "KW" => "keyword",
            tag => tag,
        };
        it.keep(heading, value);
    }
}

fn kind_of(kind: &str) -> SourceKind {
    match kind.to_ascii_uppercase().as_str() {
        "JOUR" | "JFULL" | "EJOUR" => SourceKind::Journal,
        "THES" => SourceKind::Thesis,
        "RPRT" | "GOVDOC" => SourceKind::Report,
        "NEWS" | "MGZN" => SourceKind::News,
        "ELEC" | "WEB" | "BLOG" | "ICOMM" => SourceKind::Web,
        "ENCYC" | "DICT" => SourceKind::Encyclopedia,
        "CHAP" | "ECHAP" => SourceKind::Chapter,
        "MANSCPT" => SourceKind::Archive,
        "MAP" => SourceKind::Map,
        "ART" | "FIGURE" => SourceKind::Photograph,
        "LEGAL" | "STAT" | "CASE" | "BILL" | "UNPB" | "PCOMM" | "GEN" => SourceKind::Document,
        _ => SourceKind::Book,
    }
}
