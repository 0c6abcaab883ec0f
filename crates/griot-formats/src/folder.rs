//! The files of a draft: a whole pack, or what is added to one that is there, of which every byte stays.

mod append;
mod records;

use std::borrow::Cow;

use griot_pack::pack::{FORMAT, Fields, Kind, WrittenFile, WrittenJson as Json, acceptable, is_id, written_source};
use griot_pack::when::{Day, Moment, Unit, When};

use crate::draft::{Chapter, Draft, Era, Statement, slug};
use append::{append, append_to};
use records::{entity, outline, statement};

/// What a draft does not know of its pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Stamp {
    /// Names the pack: its folder’s name.
    pub id: String,
    /// The title, where neither a file nor anybody tells one.
    pub title: String,
    /// Today.
    pub today: Day,
}

/// Why nothing can be added to a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotRead;

/// The files of a new pack, each made when it is asked for.
pub fn files(draft: &Draft, stamp: &Stamp) -> impl Iterator<Item = WrittenFile> {
    let said = if draft.eras.is_empty() { vec![nothing_told(draft)] } else { Vec::new() };
    let eras = if said.is_empty() { Cow::Borrowed(&draft.eras) } else { Cow::Owned(said) };
    let pack = WrittenFile { name: "pack.json".into(), text: about(draft, stamp, &eras).file() };
    let whole = time_of_all(&eras, stamp);
    let eras = (0..eras.len()).map(move |at| era_file(at + 1, &eras[at], whole));
    let entities = Kind::ALL.into_iter().filter_map(|kind| {
        let mut records = draft.entities.iter().filter(move |it| it.kind == kind).map(entity).peekable();
        records.peek()?;
        Some(WrittenFile { name: of_kind(kind), text: Json::list_file(records) })
    });
    let sources =
        || WrittenFile { name: "sources.json".into(), text: Json::list_file(draft.sources.iter().map(written_source)) };
    let outlines = Some(&draft.outlines).filter(|outlines| !outlines.is_empty());
    let geo = outlines.map(|_| WrittenFile { name: "geo.json".into(), text: map(draft, stamp).file() });
    std::iter::once(pack).chain(eras).chain(entities).chain(std::iter::once_with(sources)).chain(geo)
}

/// The files of a pack that change, or are new, when a draft is added; `old` has the text of each that is there.
///
/// # Errors
/// When a file of the pack is not what a pack has.
pub fn additions(
    draft: &Draft,
    stamp: &Stamp,
    old: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<WrittenFile>, NotRead> {
    let mut files = Vec::new();
    let mut add = |name: String, items: Vec<Json>| {
        if items.is_empty() {
            return Ok(());
        }
        let text = match old(&name) {
            Some(text) => append(&text, &items).ok_or(NotRead)?,
            None => Json::List(items).file(),
        };
        files.push(WrittenFile { name, text });
        Ok(())
    };
    for kind in Kind::ALL {
        add(of_kind(kind), draft.entities.iter().filter(|it| it.kind == kind).map(entity).collect())?;
    }
    add("sources.json".into(), draft.sources.iter().map(written_source).collect())?;
    if !draft.outlines.is_empty() {
        let outlines: Vec<Json> = draft.outlines.iter().map(outline).collect();
        let text = match old("geo.json") {
            Some(text) => append_to(&text, "reaches", &outlines).ok_or(NotRead)?,
            None => map(draft, stamp).file(),
        };
        files.push(WrittenFile { name: "geo.json".into(), text });
    }
    if !draft.eras.is_empty() {
        let about = old("pack.json").ok_or(NotRead)?;
        let before = append::count(&about, "eras").ok_or(NotRead)?;
        let whole = time_of_all(&draft.eras, stamp);
        files.extend(draft.eras.iter().enumerate().map(|(i, it)| era_file(before + i + 1, it, whole)));
        let ids: Vec<Json> = draft.eras.iter().map(|era| Json::text(&era.id)).collect();
        let mut about = append_to(&about, "eras", &ids).ok_or(NotRead)?;
        let credits: Vec<Json> =
            credits(draft).into_iter().filter(|it| !about.contains(it.as_str())).map(Json::Text).collect();
        if !credits.is_empty() {
            about = append_to(&about, "credits", &credits).unwrap_or(about);
        }
        files.push(WrittenFile { name: "pack.json".into(), text: about });
    }
    Ok(files)
}

fn of_kind(kind: Kind) -> String {
    format!("entities/{}.json", kind.plural())
}

const fn year_of(day: Day) -> When {
    When::At(Moment::new(day.year, Unit::Year))
}

fn credits(draft: &Draft) -> Vec<String> {
    draft.about.credits.iter().map(|it| acceptable(it)).filter(|it| !it.trim().is_empty()).collect()
}

fn about(draft: &Draft, stamp: &Stamp, eras: &[Era]) -> Json {
    let it = &draft.about;
    let Day { year, month, day } = stamp.today;
    let or = |text: &Option<String>, other: &str| {
        text.as_deref().map(acceptable).filter(|text| !text.trim().is_empty()).unwrap_or_else(|| acceptable(other))
    };
    let id = if is_id(&stamp.id) { stamp.id.clone() } else { slug(&stamp.id) };
    Fields::default()
        .put("format", Json::number(FORMAT.into()))
        .text("id", &id)
        .text("title", &or(&it.title, &stamp.title))
        .text("language", it.language.as_deref().unwrap_or("en"))
        .text("revision", &format!("{year:04}-{month:02}-{day:02}"))
        .text("as_of", &year_of(stamp.today))
        .text("licence", &or(&it.licence, "not known"))
        .put("credits", Json::List(credits(draft).into_iter().map(Json::Text).collect()))
        .put("eras", Json::List(eras.iter().map(|era| Json::text(&era.id)).collect()))
        .object()
}

/// The era of a pack that has entities or sources and tells nothing: it says what there is.
fn nothing_told(draft: &Draft) -> Era {
    let mut parts: Vec<String> = Vec::new();
    let mut counted = |n: usize, one: &str, many: &str| match n {
        0 => {}
        1 => parts.push(format!("1 {one}")),
        n => parts.push(format!("{n} {many}")),
    };
    for kind in Kind::ALL {
        counted(draft.entities.iter().filter(|it| it.kind == kind).count(), kind.name(), kind.plural());
    }
    counted(draft.sources.len(), "source", "sources");
    let holds = if parts.is_empty() { "nothing yet".into() } else { parts.join(", ") };
    let text = format!("This pack holds {holds}, and no text: what there is stands in the other views.");
    let mut ids = draft.clone();
    let statement = Statement { text, ..Statement::default() };
    let title = "What there is".to_owned();
    let passage = ids.passage(vec![statement]);
    let chapter = Chapter { id: ids.id("chapter what there is"), title: title.clone(), passages: vec![passage] };
    let dated = draft.entities.iter().filter_map(|it| it.when);
    Era { id: ids.id("what there is"), title, when: whole_time(dated), chapters: vec![chapter], ..Era::default() }
}

/// From the first to the last year of dates that have an end on both sides.
fn whole_time(dates: impl Iterator<Item = When>) -> Option<When> {
    let ends = dates.flat_map(|when| [when.first(), when.last()]).filter(|day| *day != Day::MIN && *day != Day::MAX);
    let (first, last) = ends.fold(None, |found, day| match found {
        None => Some((day, day)),
        Some((first, last)) => Some((day.min(first), day.max(last))),
    })?;
    let year = |day: Day| Moment::new(day.year, Unit::Year);
    Some(if first.year == last.year { When::At(year(first)) } else { When::Span(year(first), year(last)) })
}

/// The dates of a chapter.
fn dates_of(chapter: &Chapter) -> impl Iterator<Item = When> + '_ {
    chapter.passages.iter().flat_map(|passage| &passage.statements).filter_map(|it| it.when)
}

/// What an era without a date is dated by: the time of all others, some time in which it was.
fn time_of_all(eras: &[Era], stamp: &Stamp) -> When {
    let chapters = eras.iter().flat_map(|era| &era.chapters);
    whole_time(chapters.flat_map(dates_of)).unwrap_or_else(|| year_of(stamp.today))
}

fn era_file(number: usize, it: &Era, whole: When) -> WrittenFile {
    let told = whole_time(it.chapters.iter().flat_map(dates_of).chain(it.when));
    let title = acceptable(&it.title);
    let short: String = title.chars().take(24).collect();
    let short = if short.len() < title.len() { format!("{}…", short.trim_end()) } else { short };
    let summary = match it.summary.trim() {
        "" => summary(it),
        told => acceptable(told),
    };
    let chapters = it.chapters.iter().map(|chapter| {
        let passages = chapter.passages.iter().map(|passage| {
            let statements = passage.statements.iter().enumerate();
            let statements = statements.map(|(i, it)| statement(it, &format!("{}-{}", passage.id, i + 1)));
            Fields::default().text("id", &passage.id).list("statements", statements).object()
        });
        Fields::default()
            .text("id", &chapter.id)
            .text("title", &acceptable(&chapter.title))
            .text_if("when", whole_time(dates_of(chapter)))
            .list("passages", passages)
            .object()
    });
    let json = Fields::default()
        .text("id", &it.id)
        .text("title", &title)
        .text("short", &short)
        .text("when", &told.unwrap_or(whole))
        .text("summary", &summary)
        .list("chapters", chapters)
        .object();
    WrittenFile { name: format!("eras/{number}-{}.json", it.id), text: json.file() }
}

fn summary(it: &Era) -> String {
    let passages = it.chapters.iter().map(|chapter| chapter.passages.len()).sum::<usize>();
    let one = passages == 1;
    format!("{passages} {}.", if one { "entry" } else { "entries" })
}

/// A map of outlines alone.
fn map(draft: &Draft, stamp: &Stamp) -> Json {
    let credit = credits(draft).join(" ");
    Fields::default()
        .text("credit", if credit.is_empty() { "Outlines as they came in." } else { &credit })
        .text("country", draft.about.title.as_ref().unwrap_or(&stamp.title))
        .list("reaches", draft.outlines.iter().map(outline))
        .object()
}
