//! What an import asks for where somebody is there to answer: the licence, and to whom the history is owed.

use std::io::{self, IsTerminal, Write};

use griot_formats::draft::About;

/// Asks for what neither the files nor the command line told. An empty answer leaves it open, as no terminal does.
pub(super) fn ask(about: &mut About) {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return;
    }
    if about.licence.is_none() {
        about.licence = answer("licence, as CC BY-SA 4.0 (Enter: not known)");
    }
    if about.credits.is_empty() {
        about.credits.extend(answer("who made it, in a sentence that readers see (Enter: nobody is named)"));
    }
}

fn answer(question: &str) -> Option<String> {
    // A terminal that takes no question gets none answered.
    write!(io::stderr(), "griot: {question}: ").ok()?;
    let mut line = String::new();
    io::stdin().read_line(&mut line).ok()?;
    Some(line.trim().to_owned()).filter(|line| !line.is_empty())
}
