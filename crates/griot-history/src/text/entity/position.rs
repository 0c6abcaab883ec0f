//! Where something lies, in words.

use griot_pack::pack::geo::{self, Geo};
use griot_pack::pack::{self, EntityId, Pack, Precision};

use super::kind_in_words;

/// What has no single point, by its type: `a river`, `a country`; of a region that is all there is to say.
#[must_use]
pub(crate) fn spread_out(entity: &pack::Entity) -> String {
    let Some(what) = kind_in_words(entity).filter(|what| what != "region") else {
        return "a region, no single point".into();
    };
    let article = if what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {what}")
}

/// `16.27° N, 0.05° W, approximate`
pub(super) fn position_in_words(it: &pack::Position) -> String {
    let of = |degrees: f64, [plus, minus]: [char; 2]| {
        format!("{}° {}", degrees.abs(), if degrees < 0.0 { minus } else { plus })
    };
    let [lat, lon] = it.at;
    let known = match it.precision {
        Some(Precision::Approximate) => ", approximate",
        Some(Precision::Region) => ", the middle of a region",
        _ => "",
    };
    format!("{}, {}{known}", of(lat, ['N', 'S']), of(lon, ['E', 'W']))
}

/// `about 700 km north-east of Bamako, on the Niger`.
#[must_use]
pub fn where_in_words(pack: &Pack, entity: EntityId, geo: Option<&Geo>) -> Option<String> {
    let [lat, lon] = pack[entity].at?;
    let here = [lon, lat];
    if pack[entity].precision == Some(Precision::Region) {
        return Some(spread_out(&pack[entity]));
    }
    let geo = geo?;
    let mut parts = Vec::new();
    if let Some(capital) = geo.capital.as_deref().and_then(|id| pack.entity(id))
        && let Some([lat, lon]) = pack[capital].at
    {
        let from = [lon, lat];
        let far = geo::distance(from, here);
        let name = &pack[capital].name;
        match far {
            _ if capital == entity => {}
            _ if far < 5.0 => parts.push(format!("in or beside {name}")),
            _ => parts.push(format!("{} {} of {name}", geo::kilometres(far), geo::direction(from, here))),
        }
    }
    if let Some(far) = geo.distance_to_river(here).filter(|far| *far < 40.0)
        && let Some(river) = geo.waters.iter().find(|w| Some(&w.id) == geo.river.as_ref())
    {
        let name = &river.name;
        parts.push(if far < 12.0 {
            format!("on the {name}")
        } else {
            format!("{} from the {name}", geo::kilometres(far))
        });
    }
    if pack[entity].precision == Some(Precision::Approximate) {
        parts.push("position approximate".into());
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}
