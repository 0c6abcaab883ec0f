//! The records of a draft as the JSON of a pack.

use griot_pack::pack::{Alias, Fields, Standing, WrittenJson as Json, acceptable, written_picture, written_position};

use crate::draft::{Entity, Figure, Office, Outline, Relation, Statement};

pub(super) fn statement(it: &Statement, id: &str) -> Json {
    let standing = if it.cites.is_empty() && !matches!(it.standing, Standing::CitationNeeded | Standing::Oral) {
        Standing::Uncited
    } else if it.note.is_none() && matches!(it.standing, Standing::Disputed | Standing::Corrected) {
        Standing::Attributed
    } else {
        it.standing
    };
    let named = (standing != Standing::default()).then(|| standing.name().replace(' ', "-"));
    Fields::default()
        .text("id", id)
        .text("text", &it.text)
        .text_if("when", it.when)
        .list("cites", it.cites.iter().map(|cite| Json::text(acceptable(cite))))
        .text_if("standing", named)
        .text_if("note", it.note.as_ref())
        .text_if("origin", it.origin.as_ref())
        .text_if("group", it.group.as_ref())
        .text_if("shown", it.shown.as_ref())
        .object_if("picture", it.picture.iter().flat_map(written_picture))
        .object()
}

pub(super) fn entity(it: &Entity) -> Json {
    let alias = |it: &Alias| {
        Fields::default().text("name", &it.name).text_if("lang", it.lang.as_ref()).text_if("when", it.when).object()
    };
    let ids = it.ids.iter().map(|it| (it.registry.name(), Json::text(it.id.as_str())));
    let who =
        it.who.iter().map(|(who, part)| Fields::default().text("entity", who).text_if("part", part.as_ref()).object());
    Fields::default()
        .text("id", &it.id)
        .text("name", &it.name)
        .list("aliases", it.aliases.iter().map(alias))
        .text_if("role", it.role.as_ref())
        .text_if("type", it.subtype.as_ref())
        .text_if("when", it.when)
        .list("at", it.at.iter().flat_map(|(at, _)| at).map(|number| Json::number(*number)))
        .text_if("precision", it.at.map(|(_, precision)| precision.name()))
        .list("positions", it.positions.iter().map(written_position))
        .list("offices", it.offices.iter().map(office))
        .list("relations", it.relations.iter().map(relation))
        .list("where", it.places.iter().map(Json::text))
        .list("who", who)
        .text_if("outcome", it.outcome.as_ref())
        .list("figures", it.figures.iter().map(figure))
        .list("reach", it.reach.iter().map(Json::text))
        .text_if("wikipedia", it.wikipedia.as_ref())
        .object_if("ids", ids)
        .text_if("group", it.group.as_ref())
        .text_if("note", it.note.as_ref())
        .object()
}

fn office(it: &Office) -> Json {
    Fields::default()
        .text("title", &it.title)
        .text("of", &it.of)
        .text_if("when", it.when)
        .flag("head", it.head)
        .object()
}

fn relation(it: &Relation) -> Json {
    Fields::default()
        .text("kind", it.kind.name())
        .text("who", &it.who)
        .text_if("when", it.when)
        .text_if("note", it.note.as_ref())
        .object()
}

fn figure(it: &Figure) -> Json {
    Fields::default()
        .text("value", &it.value)
        .text_if("by", it.by.as_ref())
        .list("cites", it.cites.iter().map(|cite| Json::text(acceptable(cite))))
        .object()
}

pub(super) fn outline(it: &Outline) -> Json {
    let points: Vec<String> = it.points.iter().map(|[lon, lat]| format!("[{lon},{lat}]")).collect();
    Fields::default()
        .text("id", &it.id)
        .text("when", &it.when)
        .put("outline", Json::Plain(format!("[{}]", points.join(","))))
        .object()
}
