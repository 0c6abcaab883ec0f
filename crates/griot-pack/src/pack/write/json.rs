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
        out
    }

    /// Writes the value behind `before` columns of a line that is indented by `depth`.
    fn write(&self, out: &mut String, depth: usize, before: usize) {
        // Only what is no file of its own may stand on one line.
        let mut line = String::new();
        if depth > 0 && self.on_one_line(&mut line, WIDTH.saturating_sub(before)) {
            out.push_str(&line);
            return;
        }
        match self {
            Self::Text(text) => quoted(text, out),
            Self::Plain(word) => out.push_str(word),
            Self::List(items) => {
                members(out, depth, ['[', ']'], items, |item, out| item.write(out, depth + 1, depth + 1));
            }
            Self::Object(fields) => members(out, depth, ['{', '}'], fields, |(key, value), out| {
                let _ = write!(out, "\"{key}\": ");
                value.write(out, depth + 1, depth + 5 + key.len());
            }),
        }
    }

    /// Writes the value on one line; whether it fits into so many columns.
    fn on_one_line(&self, out: &mut String, room: usize) -> bool {
        let end = match self {
            Self::Text(text) => {
                quoted(text, out);
                None
            }
            Self::Plain(word) => {
                out.push_str(word);
                None
            }
            Self::List(items) => {
                out.push('[');
                for (i, item) in items.iter().enumerate() {
                    out.push_str(if i > 0 { ", " } else { "" });
                    if !item.on_one_line(out, room) {
                        return false;
                    }
                }
                Some(']')
            }
            Self::Object(fields) => {
                out.push('{');
                for (i, (key, value)) in fields.iter().enumerate() {
                    let _ = write!(out, "{}\"{key}\": ", if i > 0 { ", " } else { "" });
                    if !value.on_one_line(out, room) {
                        return false;
                    }
                }
                Some('}')
            }
        };
        out.extend(end);
        out.chars().count() <= room
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
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
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
