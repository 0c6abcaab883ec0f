//! The lines of a plain file: what each is, and what of it is no mark.

use std::ops::Range;

use super::escape::shields;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Nothing, or a mark that parts what is before from what is behind it.
    Blank,
    /// Of this depth, from 1.
    Heading(usize),
    /// `- item`, `1. item`.
    Item,
    /// `> quotation`.
    Quote,
    /// `| a | b |`.
    Row,
    /// `[^label]: what it stands for`.
    Definition,
    Text,
}

/// A line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub kind: LineKind,
    /// How far it is indented, in spaces.
    pub indent: usize,
    /// What stands in it, without its marks, in bytes of the file.
    pub at: Range<usize>,
    /// Whether it is said to end: two spaces or a backslash.
    pub broken: bool,
}

/// Goes through the text from a place on.
#[derive(Debug)]
struct Lines<'a> {
    text: &'a str,
    at: usize,
    /// What closes the fence that is open.
    fence: Option<&'a str>,
    /// No `-->` or end of a script comes any more.
    unclosed: bool,
    out: Vec<Line>,
}

/// The lines of a text from a place on.
pub(super) fn lines(text: &str, from: usize) -> Vec<Line> {
    let mut lines = Lines { text, at: from, fence: None, unclosed: false, out: Vec::new() };
    while lines.at < text.len() {
        lines.next();
    }
    lines.out
}

impl<'a> Lines<'a> {
    fn next(&mut self) {
        let start = self.at;
        let end = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        self.at = end + 1;
        let line = &self.text[start..end];
        let trimmed = line.trim_start_matches([' ', '\t']);
        let indent = line[..line.len() - trimmed.len()].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let from = end - trimmed.len();
        if self.is_fence(trimmed.trim_end()) {
            return self.push(LineKind::Blank, indent, end..end);
        }
        if self.fence.is_none() && self.passes_over(trimmed, from) {
            return self.push(LineKind::Blank, indent, end..end);
        }
        if self.fence.is_none() && self.is_underline(trimmed.trim_end()) {
            return;
        }
        let (kind, marks) = kind_of(trimmed.trim_end(), self.fence.is_some());
        let text = trimmed[marks..].trim();
        let begin = from + marks + (trimmed[marks..].len() - trimmed[marks..].trim_start().len());
        let kind = if text.is_empty() && !matches!(kind, LineKind::Heading(_)) { LineKind::Blank } else { kind };
        self.push(kind, indent, begin..begin + text.len());
        let last = self.out.last_mut().filter(|last| last.kind != LineKind::Blank);
        if let Some(last) = last {
            let broken = shields(text);
            last.at.end -= usize::from(broken);
            last.broken = broken || self.fence.is_some() || line.trim_end_matches('\r').ends_with("  ");
        }
    }

    fn push(&mut self, kind: LineKind, indent: usize, at: Range<usize>) {
        self.out.push(Line { kind, indent, at, broken: false });
    }

    /// Whether a line opens or closes a stretch of text that is shown as it is; its lines are read all the same.
    fn is_fence(&mut self, line: &'a str) -> bool {
        let sign = if line.starts_with("```") { '`' } else { '~' };
        let run = &line[..line.len() - line.trim_start_matches(sign).len()];
        match self.fence {
            None if run.len() >= 3 && !line[run.len()..].contains('`') => self.fence = Some(run),
            Some(open) if line.starts_with(open) && line.trim_start_matches(sign).is_empty() => self.fence = None,
            _ => return false,
        }
        true
    }

    /// Passes over a comment or a script that begins with this line, up to the end of its last line.
    fn passes_over(&mut self, line: &str, from: usize) -> bool {
        const WHOLE: [(&str, &str); 3] = [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")];
        let begins = |open: &str| line.get(..open.len()).is_some_and(|head| head.eq_ignore_ascii_case(open));
        let Some((open, close)) = WHOLE.into_iter().find(|(open, _)| begins(open)).filter(|_| !self.unclosed) else {
            return false;
        };
        let Some(end) = find_small(&self.text[from + open.len()..], close) else {
            self.unclosed = true;
            return false;
        };
        let end = from + open.len() + end + close.len();
        let rest = self.text[end..].split('\n').next().unwrap_or_default();
        // What stands behind it on its last line is a line of its own.
        self.at = if rest.trim().is_empty() { end + rest.len() + 1 } else { end };
        true
    }

    /// `===` or `---` below a line of text make it a heading; by itself it is a rule between two parts.
    fn is_underline(&mut self, line: &str) -> bool {
        let Some(sign) = line.chars().next().filter(|c| "=-*_".contains(*c)) else { return false };
        let only = line.chars().all(|c| c == sign || c == ' ' && sign != '=');
        if !only || line.chars().filter(|c| *c == sign).count() < 3 {
            return false;
        }
        let level = if sign == '=' { 1 } else { 2 };
        let alone =
            self.out.len().checked_sub(2).and_then(|at| self.out.get(at)).is_none_or(|it| it.kind != LineKind::Text);
        match self.out.last_mut().filter(|last| last.kind == LineKind::Text && alone) {
            Some(last) if matches!(sign, '=' | '-') => last.kind = LineKind::Heading(level),
            _ if sign == '=' => return false,
            _ => self.push(LineKind::Blank, 0, 0..0),
        }
        true
    }
}

/// Where a word of small letters stands, in whatever letters it is written.
pub(super) fn find_small(text: &str, word: &str) -> Option<usize> {
    text.as_bytes().windows(word.len()).position(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// What a line is, and the bytes of its marks.
fn kind_of(line: &str, fenced: bool) -> (LineKind, usize) {
    if let Some(marks) = marker(line) {
        return (LineKind::Item, marks);
    }
    let depth = line.len() - line.trim_start_matches('#').len();
    match line.as_bytes().first() {
        _ if fenced => (LineKind::Text, 0),
        Some(b'#') if depth <= 6 && line[depth..].starts_with([' ', '\t']) => (LineKind::Heading(depth), depth),
        Some(b'#') if depth <= 6 && line.len() == depth => (LineKind::Blank, depth),
        Some(b'>') => (LineKind::Quote, line.len() - line.trim_start_matches(['>', ' ', '\t']).len()),
        Some(b'|') => (LineKind::Row, 0),
        Some(b'[') if label(line).is_some() => (LineKind::Definition, 0),
        _ => (LineKind::Text, 0),
    }
}

/// The bytes of the mark of an item: `- `, `12. `, and as chronicles have it `@ [`.
fn marker(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    let sign = rest.chars().next()?;
    let after = &rest[sign.len_utf8()..];
    let spaced = after.starts_with([' ', '\t']);
    let is_mark = match sign {
        '-' | '*' | '+' | '•' => digits == 0 && spaced,
        '.' | ')' => (1..=2).contains(&digits) && spaced,
        '@' | '=' => digits == 0 && after.starts_with(" ["),
        _ => false,
    };
    is_mark.then_some(digits + sign.len_utf8() + 1)
}

/// The label of a definition, and where its text begins.
pub(super) fn label(line: &str) -> Option<(&str, usize)> {
    let rest = line.strip_prefix("[^")?;
    let end = rest.find(']')?;
    let is_label = end > 0 && rest[end..].starts_with("]:") && !rest[..end].contains(char::is_whitespace);
    is_label.then(|| (&rest[..end], end + 4))
}

/// Whether a line is the last of its statement: a note or a remark ends it, or the end of a sentence that no small letter
/// follows.
pub(super) fn ends(line: &str, next: &str) -> bool {
    let note = line.ends_with(']') && line.rfind('[').is_some_and(|at| line[at + 1..].starts_with(['^', '@']));
    if note || line.ends_with('}') {
        return true;
    }
    let bare = line.trim_end_matches(['”', '’', '"', '»', '\'', ')', '*', '_', ']', '」']);
    let Some(sign) = bare.chars().next_back().filter(|c| ".!?…。！？؟।".contains(*c)) else { return false };
    let word = bare.trim_end_matches(sign).rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    // `c.`, `St.` and `Dr.` end no sentence.
    let shortened = sign == '.' && (1..=2).contains(&word.chars().count());
    !shortened && !next.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(LineKind, &str)> {
        lines(text, 0).into_iter().map(|it| (it.kind, &text[it.at])).collect()
    }

    #[test]
    fn lines_are_told_apart_by_their_marks() {
        use LineKind::{Blank, Definition, Heading, Item, Quote, Row, Text};
        let text = "# A\n## B ##\n#tag\n\n- item\n12. twelfth\n1591. a date\n@ [1~2] x\n> > quoted\n| a | b |\n[^a]: note\n  text  \n* * *\n-\n";
        assert_eq!(
            kinds(text),
            [
                (Heading(1), "A"),
                (Heading(2), "B ##"),
                (Text, "#tag"),
                (Blank, ""),
                (Item, "item"),
                (Item, "twelfth"),
                (Text, "1591. a date"),
                (Item, "[1~2] x"),
                (Quote, "quoted"),
                (Row, "| a | b |"),
                (Definition, "[^a]: note"),
                (Text, "text"),
                (Blank, ""),
                (Text, "-"),
            ]
        );
        assert!(lines("a  \nb\\\nc", 0).iter().map(|it| it.broken).eq([true, true, false]));
    }

    #[test]
    fn underlined_lines_are_headings_and_comments_and_scripts_are_nothing() {
        use LineKind::{Blank, Heading, Text};
        assert_eq!(
            kinds("A\n===\nB\n---\n\n---\nc"),
            [(Heading(1), "A"), (Heading(2), "B"), (Blank, ""), (Blank, ""), (Text, "c")]
        );
        assert_eq!(
            kinds("<!-- a\n\n# b -->\nc\n<SCRIPT x>\nd</script> e\n"),
            [(Blank, ""), (Text, "c"), (Blank, ""), (Text, "e")]
        );
        assert_eq!(kinds("<!-- torn\nb"), [(Text, "<!-- torn"), (Text, "b")]);
        assert_eq!(kinds("```x\n# b\n```\n# c"), [(Blank, ""), (Text, "# b"), (Blank, ""), (Heading(1), "c")]);
    }
}
