//! The rows of the help and of the palette.

use super::{BINDINGS, Binding, of_context, where_it_holds};
use crate::tui::app::Context;
use griot_history::search::fold;

/// The bindings of a context, or every command, that hold what was typed: first those whose words begin with it, then
/// those that it stands in.
#[must_use]
pub fn rows(typed: &str, context: Option<Context>) -> Vec<&'static Binding> {
    let words: Vec<String> = fold(typed).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect();
    let all: Vec<&Binding> = match context {
        Some(context) => of_context(context).collect(),
        None => BINDINGS.iter().filter(|b| !b.contexts.contains(&Context::Prompt)).collect(),
    };
    let says = |binding: &&Binding| {
        let text = fold(&format!("{} {} {}", binding.does, binding.group.name(), where_it_holds(binding)));
        let key = binding.keys.iter().any(|key| key.eq_ignore_ascii_case(typed.trim()));
        !binding.does.is_empty()
            && (key || words.iter().all(|word| text.split(' ').any(|have| have.starts_with(word.as_str()))))
    };
    let beginning = words.join(" ");
    let how_well = |binding: &Binding| {
        let does = fold(binding.does);
        let holds = |word: &String| does.split(' ').any(|have| have.starts_with(word.as_str()));
        (!does.starts_with(&beginning), !words.iter().all(holds))
    };
    let mut rows: Vec<&Binding> = all.into_iter().filter(says).collect();
    rows.sort_by_key(|b| (how_well(b), b.group));
    rows
}
