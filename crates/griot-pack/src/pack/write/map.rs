//! `geo.json`.

use super::json::{Fields, Json};
use super::word;
use crate::pack::excerpt::Excerpt;
use crate::pack::geo::{Geo, Label, Line, LonLat, Reach, Water};
use crate::pack::model::Pack;
use crate::pack::text::Text;

/// The map, as far as the excerpt needs it.
pub(super) fn geo(pack: &Pack, excerpt: &Excerpt, geo: &Geo) -> Json {
    let is_there = |id: &&Text| pack.entity(id).is_some_and(|id| excerpt.entities.contains(&id));
    let waters: Vec<&Water> = excerpt.waters(pack, geo).collect();
    let river = geo.river.as_ref().filter(|id| waters.iter().any(|water| water.id == **id));
    Fields::default()
        .text("credit", &geo.credit)
        .text_if("capital", geo.capital.as_ref().filter(is_there))
        .text_if("river", river)
        .text("country", &geo.country)
        .list("lines", geo.lines.iter().map(line))
        .list("waters", waters.into_iter().map(water))
        .list("labels", geo.labels.iter().map(label))
        .list("reaches", excerpt.reaches(pack, geo).map(reach))
        .object()
}

fn line(it: &Line) -> Json {
    Fields::default()
        .text("kind", &word(it.kind))
        .put("rank", Json::number(it.rank.into()))
        .flag("disputed", it.disputed)
        .put("paths", paths(&it.paths))
        .object()
}

fn water(it: &Water) -> Json {
    Fields::default()
        .text("id", &it.id)
        .text("name", &it.name)
        .text("kind", &word(it.kind))
        .put("rank", Json::number(it.rank.into()))
        .flag("approximate", it.approximate)
        .text_if("when", it.when)
        .put("paths", paths(&it.paths))
        .object()
}

fn label(it: &Label) -> Json {
    Fields::default().text("name", &it.name).text("kind", &word(it.kind)).put("at", point(&it.at)).object()
}

fn reach(it: &Reach) -> Json {
    Fields::default()
        .text("id", &it.id)
        .text("when", &it.when)
        .text_if("note", it.note.as_ref())
        .put("outline", path(&it.outline))
        .object()
}

fn paths(paths: &[Vec<LonLat>]) -> Json {
    Json::List(paths.iter().map(|it| path(it)).collect())
}

/// A run of points stands on one line, however long it is.
fn path(points: &[LonLat]) -> Json {
    let points: Vec<String> = points.iter().map(|[lon, lat]| format!("[{lon},{lat}]")).collect();
    Json::Plain(format!("[{}]", points.join(",")))
}

fn point([lon, lat]: &LonLat) -> Json {
    Json::List(vec![Json::number(*lon), Json::number(*lat)])
}
