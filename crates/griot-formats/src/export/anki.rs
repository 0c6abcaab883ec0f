//! Cards for Anki: text with tabs, whose first lines say what stands where.
//!
//! A note is known by an id of the pack, so that it is the same one when it is imported again, whatever was corrected.

use griot_history::timeline::What;
use griot_pack::pack::{EntityId, Excerpt, Kind, Pack, Standing};

use super::fragment::{escape, paragraph, sources, statement};
use super::happenings::{Happening, Happenings, sentence};
use super::living::may_be_living;
use super::{Export, provenance};

/// A note: what names it, its sides in HTML, and its tags.
struct Note {
    id: String,
    front: String,
    back: String,
    tags: Vec<String>,
}

pub(super) fn export(pack: &Pack, excerpt: &Excerpt) -> Export {
    let Happenings { all, losses } = Happenings::of(pack, excerpt);
    let mut notes: Vec<Note> = all.iter().map(|it| of_time(pack, it)).collect();
    notes.extend(excerpt.entities.iter().filter_map(|id| of_entity(pack, *id)));
    tell_apart(&mut notes);
    let mut out = String::from("#separator:tab\n#html:true\n#notetype:Basic\n");
    out.push_str(&format!("#deck:{}\n", pack.about.title.replace("::", ": ")));
    out.push_str("#columns:Guid\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n");
    for line in provenance(pack).lines() {
        out.push_str(&format!("# {line}\n"));
    }
    for Note { id, front, back, tags } in notes {
        out.push_str(&format!("griot:{}:{id}\t{front}\t{back}\t{}\n", pack.about.id, tags.join(" ")));
    }
    Export { text: out, losses }
}

/// A question about something that has a date.
fn of_time(pack: &Pack, it: &Happening) -> Note {
    let when = escape(&it.when.in_words()).into_owned();
    let facts: String = it.facts(pack).iter().map(|fact| paragraph(fact)).collect();
    let told: String = it.told.iter().map(|id| statement(pack, *id)).collect();
    let rest = format!("{facts}{told}{}", sources(pack, &it.notes(pack)));
    let mut tags = vec![format!("griot::{}", pack.about.id), format!("kind::{}", tag(it.what.kind(pack)))];
    let (front, back) = match it.what {
        What::Office(id, which) => {
            let office = &pack[id].offices[usize::from(which)];
            let asked = format!("{}, {}", office.title, pack[office.of].name);
            (format!("<b>{}</b><br>{when}<br>Who?", escape(&asked)), paragraph(&pack[id].name))
        }
        What::Event(id) | What::Polity(id) => {
            (format!("<b>{}</b><br>When?", escape(&pack[id].name)), format!("<p><b>{when}</b></p>{rest}"))
        }
        What::Statement(id) | What::Silence(id, _) => {
            let (era, chapter) = (&pack[pack.era_of(id)], &pack[pack.chapter_of(id)]);
            tags.push(format!("era::{}", era.id));
            let around = format!("{} · {}", era.short, chapter.title);
            (format!("<b>{when}</b><br>What happened?<br><small>{}</small>", escape(&around)), rest)
        }
    };
    let doubts = it.told.iter().map(|id| pack[*id].standing).filter(|it| *it != Standing::Established);
    tags.extend(doubts.map(|it| format!("standing::{}", tag(it.name()))));
    tags.dedup();
    Note { id: it.id(pack), front, back, tags }
}

/// Who or what somebody or something is; what has a date is asked for that.
fn of_entity(pack: &Pack, id: EntityId) -> Option<Note> {
    let it = &pack[id];
    let dated = it.when.is_some() && matches!(it.kind, Kind::Event | Kind::Polity);
    let role = it.role.as_ref().filter(|_| !dated && !may_be_living(pack, id))?;
    let asked = if it.kind == Kind::Person { "Who?" } else { "What?" };
    let when = it.when.map_or_else(String::new, |when| paragraph(&when.in_words()));
    Some(Note {
        id: format!("{}-who", it.id),
        front: format!("<b>{}</b><br>{asked}", escape(&it.name)),
        back: format!("{}{when}", paragraph(&sentence(role))),
        tags: vec![format!("griot::{}", pack.about.id), format!("kind::{}", it.kind.name())],
    })
}

/// A tag has no spaces.
fn tag(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join("-")
}

/// Fronts that are the same get numbers: Anki tells notes apart by them, and so do learners.
fn tell_apart(notes: &mut [Note]) {
    let mut count = std::collections::HashMap::<String, (usize, usize)>::new();
    for note in notes.iter() {
        count.entry(note.front.clone()).or_default().0 += 1;
    }
    for note in notes {
        if let Some((all, met)) = count.get_mut(&note.front).filter(|(all, _)| *all > 1) {
            *met += 1;
            note.front.push_str(&format!(" <small>({met} of {all})</small>"));
        }
    }
}
