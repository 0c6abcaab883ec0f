//! `griot show`: all that a pack says of one entity or source.

use griot_pack::pack::Target;

use super::output::Output;
use super::pages::{entity, source};
use super::{CliResult, Context, read};
use crate::place;

/// Shows an entity or a source; what has an address is read.
pub(super) fn show(context: Context, name: &str) -> CliResult {
    let pack = context.pack;
    match pack.find(name) {
        Some(Target::Entity(id)) => return Ok(Output::of(entity(context, id))),
        Some(_) => return read::read(context, &[name.to_owned()]),
        None => {}
    }
    if let Some(id) = pack.source(name) {
        return Ok(Output::of(source(context, id)));
    }
    let (id, hint) = place::entity(pack, name)?;
    let output = Output::of(entity(context, id));
    Ok(match hint {
        Some(hint) => output.with_message(hint),
        None => output,
    })
}
