//! JSON as people write it by hand: what fits into a line stands on one, and keys keep their order.

use std::fmt::Write;

/// The columns of a line.
const WIDTH: usize = 118;

/// A value to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// A string.
    Text(String),
    /// A number, `true` or `false`.
    Plain(String),
    /// A list.
    List(Vec<Self>),
    /// An object.
    Object(Vec<(&'static str, Self)>),
}

impl Json {
    /// A string.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number, shown in the shortest form that reads back the same.
    #[must_use]
    pub fn number(number: f64) -> Self {
        Self::Plain(number.to_string())
    }

    /// The text of a file that holds it.
    #[must_use]
    pub fn file(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0, 0);
        out.push('\n');
        out.shrink_to_fit();
        out
    }

    /// The text of a file that holds a list, which is never whole in memory but as text.
    #[must_use]
    pub fn list_file(items: impl Iterator<Item = Self>) -> String {
        let mut out = String::from("[");
        for (i, item) in items.enumerate() {
            out.push_str(if i > 0 { ",\n " } else { "\n " });
            item.write(&mut out, 1, 1);
        }
        out.push_str("\n]\n");
        out.shrink_to_fit();
        out
    }

    /// Writes the value behind `before` columns of a line that is indented by `depth`.
    fn write(&self, out: &mut String, depth: usize, before: usize) {
        // Only what is no file of its own may stand on one line.
        if depth > 0 && self.room_behind(WIDTH.saturating_sub(before)).is_some() {
            return self.on_one_line(out);
        }
        match self {
            Self::Text(_) | Self::Plain(_) => self.on_one_line(out),
            Self::List(items) => {
                members(out, depth, ['[', ']'], items, |item, out| item.write(out, depth + 1, depth + 1));
            }
            Self::Object(fields) => members(out, depth, ['{', '}'], fields, |(key, value), out| {
                let _ = write!(out, "\"{key}\": ");
                value.write(out, depth + 1, depth + 5 + key.len());
            }),
        }
    }

    /// How many of so many columns are left behind the value on one line; none where it does not fit.
    fn room_behind(&self, room: usize) -> Option<usize> {
        let behind = |room: usize, i: usize| room.checked_sub(if i > 0 { 2 } else { 0 });
        match self {
            Self::Text(text) => room.checked_sub(width_quoted(text, room)),
            Self::Plain(word) => room.checked_sub(word.chars().count()),
            Self::List(items) => {
                let mut items = items.iter().enumerate();
                items.try_fold(room.checked_sub(2)?, |room, (i, item)| item.room_behind(behind(room, i)?))
            }
            Self::Object(fields) => {
                let mut fields = fields.iter().enumerate();
                fields.try_fold(room.checked_sub(2)?, |room, (i, (key, value))| {
                    value.room_behind(behind(room, i)?.checked_sub(key.len() + 4)?)
                })
            }
        }
    }

    /// Writes the value on one line.
    fn on_one_line(&self, out: &mut String) {
        match self {
            Self::Text(text) => quoted(text, out),
            Self::Plain(word) => out.push_str(word),
            Self::List(items) => {
                out.push('[');
                for (i, item) in items.iter().enumerate() {
                    out.push_str(if i > 0 { ", " } else { "" });
                    item.on_one_line(out);
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push('{');
                for (i, (key, value)) in fields.iter().enumerate() {
                    let _ = write!(out, "{}\"{key}\": ", if i > 0 { ", " } else { "" });
                    value.on_one_line(out);
                }
                out.push('}');
            }
        }
    }
}

fn members<T>(out: &mut String, depth: usize, [open, close]: [char; 2], all: &[T], write: impl Fn(&T, &mut String)) {
    out.push(open);
    for (i, member) in all.iter().enumerate() {
        out.push_str(if i > 0 { ",\n" } else { "\n" });
        out.push_str(&" ".repeat(depth + 1));
        write(member, out);
    }
    out.push('\n');
    out.push_str(&" ".repeat(depth));
    out.push(close);
}

/// A text in quotation marks.
pub fn quoted(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| matches!(c, '"' | '\\') || c.is_control()) {
        let (plain, behind) = rest.split_at(at);
        out.push_str(plain);
        let mut signs = behind.chars();
        match signs.next() {
            Some(c @ ('"' | '\\')) => out.extend(['\\', c]),
            Some('\n') => out.push_str("\\n"),
            Some(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            None => {}
        }
        rest = signs.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// The columns of a text in quotation marks, or some that are more than there is room for.
fn width_quoted(text: &str, room: usize) -> usize {
    let width = |c: char| match c {
        '"' | '\\' | '\n' => 2,
        c if c.is_control() => 6,
        _ => 1,
    };
    2 + text.chars().take(room).map(width).sum::<usize>()
}

/// An object by its fields, without those that have nothing to say.
#[derive(Debug, Default)]
#[must_use]
pub struct Fields(Vec<(&'static str, Json)>);

impl Fields {
    /// A value that is always there.
    pub fn put(mut self, key: &'static str, value: Json) -> Self {
        self.0.push((key, value));
        self
    }

    /// A string that is always there.
    pub fn text(self, key: &'static str, text: &(impl ToString + ?Sized)) -> Self {
        self.put(key, Json::Text(text.to_string()))
    }

    /// A string, if there is one.
    pub fn text_if(self, key: &'static str, text: Option<impl ToString>) -> Self {
        match text {
            Some(text) => self.text(key, &text),
            None => self,
        }
    }

    /// A list, if it has members.
    pub fn list(self, key: &'static str, items: impl Iterator<Item = Json>) -> Self {
        let items: Vec<Json> = items.collect();
        if items.is_empty() { self } else { self.put(key, Json::List(items)) }
    }

    /// An object, if it has fields.
    pub fn object_if(self, key: &'static str, fields: impl Iterator<Item = (&'static str, Json)>) -> Self {
        let fields: Vec<_> = fields.collect();
        if fields.is_empty() { self } else { self.put(key, Json::Object(fields)) }
    }

    /// `true`, or nothing.
    pub fn flag(self, key: &'static str, is: bool) -> Self {
        if is { self.put(key, Json::Plain("true".into())) } else { self }
    }

    /// The object.
    #[must_use]
    pub fn object(self) -> Json {
        Json::Object(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stands_on_one_line_and_a_list_is_written_as_if_it_were_whole() {
        let text = |n: usize| Json::text("\"é\u{7}\n".repeat(n));
        let items = || {
            (0..40).map(|n| {
                let list = Json::List((0..n).map(|_| text(1)).collect());
                Fields::default().put("a", text(n)).put("list", list).put("n", Json::number(0.5)).object()
            })
        };
        let whole = Json::List(items().collect()).file();
        assert_eq!(Json::list_file(items()), whole);
        assert_eq!(Json::list_file(std::iter::empty()), Json::List(Vec::new()).file());
        for item in items() {
            let mut line = String::new();
            item.on_one_line(&mut line);
            let width = line.chars().count();
            assert_eq!(item.room_behind(200), 200_usize.checked_sub(width), "{line}");
            assert_eq!(whole.contains(&format!("\n {line}")), width < WIDTH, "{line}");
        }
    }
}
