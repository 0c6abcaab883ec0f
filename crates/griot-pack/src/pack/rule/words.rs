//! What is said of each broken rule: what is wrong, and what to do about it.

use std::fmt::{self, Display, Formatter, Write};

use super::{Damage, Markup, Rule, Shape};
use crate::pack::kind::Kind;
use crate::pack::limits::{LONGEST, MOST_MEMBERS};
use crate::pack::versions::{COMPILED, FORMAT};

/// Writes the sentence on a rule.
pub(super) fn write(rule: &Rule, f: &mut Formatter<'_>) -> fmt::Result {
    match rule {
        Rule::GivenUp => f.write_str("was given up before it was read"),
        Rule::CannotOpen(why) => write!(f, "cannot be opened: {why}"),
        Rule::NotAPack => f.write_str(
            "is no pack: a folder that holds pack.json, a plain file whose name ends in .md, or a compiled file",
        ),
        Rule::NotAFile => f.write_str("is not a regular file"),
        Rule::MissingFile(folder) => write!(f, "is missing; a pack needs it in {folder}"),
        Rule::UnlistedEra => f.write_str("is not in the list of eras in pack.json"),
        Rule::UnknownFile(None) => {
            let kinds = Kind::ALL.map(Kind::plural).join(", ");
            write!(f, "is read by nobody; the files of entities/ are named {kinds}")
        }
        Rule::UnknownFile(near) => {
            f.write_str("is read by nobody")?;
            did_you_mean(f, near.as_deref())
        }
        Rule::TooLarge => f.write_str("is larger than 64 MiB"),
        Rule::NotUtf8(line) => write!(f, "is not UTF-8: line {line} holds a byte that is none; save it as UTF-8"),
        Rule::ByteOrderMark => f.write_str("the file begins with a byte order mark: save it as UTF-8 without one"),
        Rule::Syntax { .. }
        | Rule::TrailingComma
        | Rule::OpenString
        | Rule::BadEscape
        | Rule::RawControl(_)
        | Rule::TooDeep => of_syntax(rule, f),
        Rule::WrongType { .. }
        | Rule::WrongNumber(_)
        | Rule::WrongLength { .. }
        | Rule::UnknownField { .. }
        | Rule::RepeatedField { .. }
        | Rule::MissingField(_)
        | Rule::UnknownWord { .. } => of_shape(rule, f),
        Rule::BadId { id, nearest } => {
            write!(f, "{id:?} is no id: use 1 to 64 of a-z, 0-9 and -")?;
            if nearest.is_none() && !id.is_ascii() {
                f.write_str("; names and texts may be in any script")?;
            }
            did_you_mean(f, nearest.as_deref())
        }
        Rule::DuplicateId { id, first } => write!(f, "duplicate id {id:?}, first at {first}"),
        Rule::UnknownId { what, id, nearest } => {
            write!(f, "no {what} {id:?}")?;
            did_you_mean(f, nearest.as_deref())
        }
        Rule::WrongSort { id, is, wanted } => write!(f, "{id:?} is {is}, and {wanted} is wanted here"),
        Rule::Compiled(damage) => f.write_str(&of_damage(*damage)),
        Rule::Plain(plain) => plain.fmt(f),
        rule => of_sense(rule, f),
    }
}

pub(super) fn did_you_mean(f: &mut Formatter<'_>, near: Option<&str>) -> fmt::Result {
    near.map_or(Ok(()), |near| write!(f, "; did you mean {near:?}?"))
}

fn of_syntax(rule: &Rule, f: &mut Formatter<'_>) -> fmt::Result {
    match rule {
        Rule::Syntax { wanted, found: Some(found) } => write!(f, "expected {wanted}, found {found:?}"),
        Rule::Syntax { wanted, found: None } => write!(f, "expected {wanted}, found the end of the file"),
        Rule::TrailingComma => f.write_str("a comma after the last member: take it out"),
        Rule::OpenString => f.write_str("a string that does not end on its line: close it with \""),
        Rule::BadEscape => f.write_str("a backslash that JSON gives no meaning: write \\\\ for the sign itself"),
        Rule::RawControl(c) => write!(f, "the control character U+{:04X} in a string: take it out", u32::from(*c)),
        _ => f.write_str("lists and objects in one another, deeper than 128: take some out"),
    }
}

fn of_shape(rule: &Rule, f: &mut Formatter<'_>) -> fmt::Result {
    match rule {
        Rule::WrongType { wanted, found } => {
            write!(f, "expected {wanted}, found {}", found.name())?;
            let quotes = *wanted == "a string" && matches!(found, Shape::Number | Shape::Bool);
            if quotes { f.write_str(": put it in quotes") } else { Ok(()) }
        }
        Rule::WrongNumber(wanted) => write!(f, "expected {wanted}"),
        Rule::WrongLength { wanted, found } => write!(f, "expected a list of {wanted}, found {found}"),
        Rule::UnknownField { name, nearest, known } => {
            write!(f, "no field {name:?}")?;
            did_you_mean(f, *nearest)?;
            if nearest.is_none() { write!(f, "; there are {}", known.join(", ")) } else { Ok(()) }
        }
        Rule::RepeatedField { name, first } => write!(f, "the field {name:?} stands twice, first at {first}"),
        Rule::MissingField(name) => write!(f, "the field {name:?} is missing"),
        Rule::UnknownWord { word, nearest, known } => {
            write!(f, "{word:?} is none of {}", known.join(", "))?;
            did_you_mean(f, *nearest)
        }
        _ => Ok(()),
    }
}

fn of_sense(rule: &Rule, f: &mut Formatter<'_>) -> fmt::Result {
    match rule {
        Rule::Forbidden(c) => write!(f, "the character U+{:04X} may not stand in a text", u32::from(*c)),
        Rule::NotNormal => f.write_str("the text is not in Unicode normal form C: have your editor write it in NFC"),
        Rule::StackedMarks => f.write_str("more marks on one letter than any script has: take some out"),
        Rule::LongText(bytes) => write!(f, "a string of {bytes} bytes; the most is {LONGEST}"),
        Rule::LongList(count) => write!(f, "a list of {count}; the most is {MOST_MEMBERS}"),
        Rule::Empty { what, field } => write!(f, "{what} needs a {field}"),
        Rule::Childless { what, lacks } => write!(f, "the {what} has no {lacks}"),
        Rule::Markup(markup) => f.write_str(&of_markup(markup)),
        Rule::Date(error) | Rule::SourceDate(error) => write!(f, "{error}"),
        Rule::NameAsText => f.write_str(
            "a name in one text is not taken apart: write {\"family\": …, \"given\": …} for a person, \
             {\"literal\": …} for a body or a person of one name",
        ),
        Rule::NameParts => f.write_str("a name needs a family, or a literal and nothing else"),
        Rule::Position([lat, lon]) => write!(f, "[{lat}, {lon}] is no latitude and longitude"),
        Rule::Outline => f.write_str("a position lies outside longitude −180..180 or latitude −90..90"),
        Rule::ExternalId { registry, id, nearest } => {
            write!(f, "{id:?} is no number of {}, such as {}", registry.title(), registry.example())?;
            did_you_mean(f, nearest.as_deref())
        }
        Rule::Unpaired { what, needs } => write!(f, "a {what} needs a {needs}"),
        Rule::NoCites => {
            f.write_str("no source is cited here: cite one, or call the statement uncited, citation-needed or oral")
        }
        Rule::CitesUncited => f.write_str("this is called uncited and cites a source: drop one of the two"),
        Rule::NoNote => f.write_str("a disputed or corrected statement needs a note that says why"),
        Rule::Url(reason) => write!(f, "the URL is refused: {reason}"),
        Rule::Kin(kin) => kin.fmt(f),
        Rule::Language => f.write_str("a language is told by its code, such as en or fr"),
        Rule::OtherEra { file, holds, listed } => write!(f, "{file} holds the era {holds:?}, not {listed:?}"),
        Rule::NoEras => f.write_str("a pack needs at least one era"),
        Rule::Format(version) => {
            write!(f, "format {version} is not known; this griot reads formats 1 to {FORMAT}")
        }
        Rule::NothingToTranslate { what, id, nearest } => {
            write!(f, "there is no {what} {id:?} to translate")?;
            did_you_mean(f, nearest.as_deref())
        }
        Rule::WorkOfWork { key, further } => {
            write!(f, "{key:?} is said to be of {further:?} in turn: name one record of the work in all others")
        }
        Rule::SameLanguage(code) => write!(f, "the pack is told in {code:?} already: one file holds a language"),
        rule => of_surprise(rule, f),
    }
}

fn of_surprise(rule: &Rule, f: &mut Formatter<'_>) -> fmt::Result {
    match rule {
        Rule::OutsideEra { when, era } => {
            write!(f, "{when} lies outside the era, which is of {era}")?;
            f.write_str(": where that is meant, give the chapter a date of its own that holds it")
        }
        Rule::Undated(words) => {
            write!(
                f,
                "the text says {words:?}, and the statement has no date of its own: no search for that time will find it"
            )
        }
        Rule::Html(tag) => {
            write!(f, "{tag:?} is shown as it stands: write *emphasis*, [[id|a link]] or the sign itself")
        }
        Rule::Anonymous(lacks) => write!(f, "the source has no {lacks}; where none is known, say so in its note"),
        Rule::SameExternalId { id, first } => {
            write!(f, "{id} stands at {first} as well: these are one, or one of the numbers is wrong")
        }
        Rule::Stale { now } => write!(
            f,
            "what this translates has changed, and is shown untranslated: read it again, then write \"of\": {now:?}"
        ),
        Rule::NoHead { title, of } => {
            write!(
                f,
                "the {title} of {of} is not said to rule: where the holder does, add \"head\": true to the office"
            )
        }
        _ => Ok(()),
    }
}

fn of_markup(markup: &Markup) -> String {
    match markup {
        Markup::OpenLink => "a link opens with [[ and never ends".into(),
        Markup::StrayClose => "]] ends a link that never opened".into(),
        Markup::OpenEmphasis => "an emphasis opens with * and never ends".into(),
        Markup::Nested(id) => format!("the link to {id:?} holds another mark"),
    }
}

fn of_damage(damage: Damage) -> String {
    let mut out = match damage {
        Damage::NotCompiled => return "is no compiled pack: it does not begin as one".into(),
        Damage::Version(found) => {
            format!("is compiled in form {found}, and this griot reads {COMPILED}")
        }
        Damage::Short => "is a compiled pack that ends too early".into(),
        Damage::Changed => "is a compiled pack whose bytes were changed after it was written".into(),
    };
    let _ = write!(out, ": compile it anew");
    out
}

impl Shape {
    const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::String => "a string",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}
