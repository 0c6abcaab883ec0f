//! `griot show`: all that a pack says of one entity or source.

use griot_pack::pack::Target;

use super::outcome::Answer;
use super::pages::{entity, source};
use super::{Asked, Outcome, place, read};

/// Shows an entity or a source; what has an address is read.
pub(super) fn show(asked: Asked, name: &str) -> Outcome {
    let pack = asked.pack;
    match pack.find(name) {
        Some(Target::Entity(id)) => return Ok(Answer::of(entity(asked, id))),
        Some(_) => return read::read(asked, &[name.to_owned()]),
        None => {}
    }
    if let Some(id) = pack.source(name) {
        return Ok(Answer::of(source(asked, id)));
    }
    let (id, hint) = place::entity(pack, name)?;
    let answer = Answer::of(entity(asked, id));
    Ok(match hint {
        Some(hint) => answer.told(hint),
        None => answer,
    })
}
