//! Markwhen files: sections, groups and dated lines become the Markdown of a plain file, line by line, so that what is told
//! of a line has its number.

use griot_pack::when::{Day, Moment, Unit, When};

/// The same as Markdown; none where the text is no markwhen.
pub(super) fn as_markdown(name: &str, text: &str) -> Option<String> {
    let closes = |line: &str| matches!(line.trim().to_ascii_lowercase().as_str(), "endgroup" | "endsection");
    if !is_named(name) && !text.lines().any(closes) {
        return None;
    }
    let mut page = Page::default();
    text.lines().for_each(|line| page.line(line));
    page.close();
    Some(page.lines.join("\n") + "\n")
}

/// Whether a file says by its name that it is one.
pub(super) fn is_named(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("mw"))
}

#[derive(Default)]
struct Page {
    lines: Vec<String>,
    /// Groups and sections that are open: of a group its name.
    open: Vec<Option<String>>,
    /// Whether an event, a group or a section has come: before it stands the head.
    begun: bool,
    /// Whether the last line belongs to an event.
    of_event: bool,
}

impl Page {
    fn line(&mut self, line: &str) {
        let text = line.trim();
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        match word.to_ascii_lowercase().as_str() {
            "section" => {
                self.close();
                let depth = self.open.iter().filter(|it| it.is_none()).count().min(1);
                self.open.push(None);
                self.push(format!("{} {}", "#".repeat(2 + depth), untagged(rest)));
            }
            "group" => {
                self.close();
                self.open.push(Some(untagged(rest)));
                self.push(String::new());
            }
            closing @ ("endgroup" | "endsection") => {
                self.close();
                let last = self.open.iter().rposition(|it| it.is_some() == (closing == "endgroup"));
                last.map(|at| self.open.remove(at));
                self.push(String::new());
            }
            _ if text.starts_with("//") || text == "_-_-_break_-_-_" => self.push(String::new()),
            _ => match event(text) {
                Some((date, told)) => {
                    self.close();
                    let date = date.map_or_else(|| "- ".to_owned(), |date| format!("{date}: "));
                    self.push(format!("{date}{told}"));
                    self.of_event = true;
                }
                None if self.begun => self.lines.push(line.to_owned()),
                None => self.head(text),
            },
        }
    }

    /// A line before all events: the title, or how the program is to show things.
    fn head(&mut self, text: &str) {
        let (key, value) = text.split_once(':').unwrap_or_default();
        let line = match key.trim().to_ascii_lowercase().as_str() {
            "title" => format!("# {}", value.trim()),
            "description" => value.trim().to_owned(),
            "view" | "edit" | "dateformat" | "timezone" | "key" => String::new(),
            tag if tag.starts_with('#') && !tag.contains(' ') => String::new(),
            _ => text.to_owned(),
        };
        self.lines.push(line);
    }

    fn push(&mut self, line: String) {
        self.begun = true;
        self.of_event = false;
        self.lines.push(line);
    }

    /// Puts the event that ends here into its group.
    fn close(&mut self) {
        let group = self.open.iter().rev().find_map(|it| it.as_ref()).filter(|group| !group.is_empty());
        let last = self.lines.iter_mut().rev().find(|line| !line.trim().is_empty());
        if let (true, Some(group), Some(last)) = (std::mem::take(&mut self.of_event), group, last) {
            last.push_str(&format!(" {{group: {group}}}"));
        }
    }
}

/// A name without the tags behind it, and without signs of the plain file.
fn untagged(name: &str) -> String {
    let words = name.split_whitespace().filter(|word| !word.starts_with('#'));
    words.collect::<Vec<_>>().join(" ").replace(['{', '}', ';'], " ")
}

/// The date of a line and what is told; no date, where it is one that griot does not count: `now`, or every other week.
fn event(line: &str) -> Option<(Option<When>, &str)> {
    if !line.starts_with(|c: char| c.is_ascii_digit() || c == '-') && !line.starts_with("now") {
        return None;
    }
    // A colon in a time of day is none of these.
    let end = line.match_indices(':').map(|(at, _)| at).find(|at| {
        let behind = line[at + 1..].chars().next();
        !behind.is_some_and(|c| c.is_ascii_digit()) && !line[at + 1..].starts_with("//")
    })?;
    let (written, told) = (line[..end].trim(), line[end + 1..].trim());
    let date = range(written);
    Some(if date.is_some() { (date, told) } else { (None, line) })
}

/// `2023-01`, `2023-01/2023-03`, `03/2023 - 1 year`, `1960 - now`.
fn range(written: &str) -> Option<When> {
    if let Ok(date) = When::parse(written) {
        return Some(date);
    }
    let (first, last) = written.split_once(" - ").or_else(|| written.rsplit_once('/'))?;
    let (first, last) = (first.trim(), last.trim());
    let When::At(begin) = When::parse(first).ok()? else { return None };
    if last == "now" {
        return When::parse(&format!("{first}..")).ok();
    }
    let end = lasting(begin, last).or_else(|| match When::parse(last).ok()? {
        When::At(end) => Some(end),
        _ => None,
    })?;
    (begin.first() <= end.last()).then_some(When::Span(begin, end))
}

/// The last day, month or year of what lasts so long: `4 months` from April on end with July.
fn lasting(begin: Moment, length: &str) -> Option<Moment> {
    let (number, unit) = length.split_once(' ')?;
    let number: i64 = number.parse().ok().filter(|number| (1..=10_000).contains(number))?;
    let Day { year, month, .. } = begin.first();
    let months = |count: i64| {
        let at = year * 12 + i64::from(month) - 1 + count - 1;
        Moment::new(at.div_euclid(12), Unit::Month { month: at.rem_euclid(12) as u8 + 1 })
    };
    let days = |count: i64| {
        let Day { year, month, day } = (1..count).fold(begin.first(), |day, _| day.next());
        Moment::new(year, Unit::Day { month, day })
    };
    match (unit.trim_end_matches('s'), begin.unit) {
        ("year", Unit::Year) => Some(Moment::new(year + number - 1, Unit::Year)),
        ("year", _) => Some(months(number * 12)),
        ("month", _) => Some(months(number)),
        ("week", _) => Some(days(number * 7)),
        ("day", _) => Some(days(number)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::import::tests::{imported, told};

    const FILE: &str = "title: My town\n#War: red\nview: all\n\nsection The old town #old\n1464-1591: Songhai rules\n\
        group Wars\n// a comment\n1591-03-13: A battle #War\nThe others have guns.\n1591/1833: A pashalik\n\
        03/1894 - 1 year: Others come\n2023-04/4 months: A task\nendGroup\nendSection\n\n1960 - now: On its own\n\
        now: undated\n2023-01-03 every other week for 1 year: a meeting\n";

    #[test]
    fn sections_are_eras_groups_are_groups_and_lengths_are_counted() {
        let (pack, report) = imported(&[("town.mw", FILE.as_bytes())]);
        let wanted = [
            ("1464..1591", "Songhai rules"),
            ("13 Mar 1591", "A battle #War The others have guns."),
            ("1591..1833", "A pashalik"),
            ("Mar 1894..Feb 1895", "Others come"),
            ("Apr 2023..Jul 2023", "A task"),
            ("1960..", "On its own"),
            ("", "now: undated"),
            ("", "2023-01-03 every other week for 1 year: a meeting"),
        ];
        assert_eq!(told(&pack), wanted.map(|(date, text)| (date.to_owned(), text.to_owned())));
        let groups: Vec<&str> = pack.statements().map(|id| pack[id].group.as_deref().unwrap_or_default()).collect();
        assert_eq!(groups, ["", "Wars", "Wars", "Wars", "Wars", "", "", ""]);
        assert_eq!((pack.about.title.as_str(), report.files[0].form), ("My town", "markdown"));
        let (again, _) = imported(&[("town.md", FILE.as_bytes())]);
        assert_eq!(told(&again), told(&pack), "it is known by what closes its groups");
    }
}
