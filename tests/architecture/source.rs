//! A source file as names: without comments, texts and tests, every path spelt out from its root.

/// What a file names, and where.
pub struct Source {
    /// The code without comments, texts and tests.
    pub code: String,
    /// Line and name: a path such as `crate::view::pen`, a macro such as `println!`, or a word such as `dyn`.
    pub names: Vec<(usize, String)>,
}

impl Source {
    /// Reads a file; `path` is told from `src/`.
    pub fn read(path: &str, text: &str) -> Self {
        let code = if is_test(path) { String::new() } else { without_tests(&without_texts(text)) };
        let module = module_of(path);
        let tokens = tokens(&code);
        let mut names = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            at = name(&tokens, at, &module, &mut names).max(at + 1);
        }
        Self { code, names }
    }
}

/// Whether a file holds tests alone.
pub fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path == "pack/schema.rs"
}

/// `update/read.rs` is `crate::update::read`.
fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs");
    let parts = path.split('/').filter(|part| !matches!(*part, "lib" | "main" | "mod"));
    ["crate"].into_iter().chain(parts).map(str::to_owned).collect()
}

/// The code with comments and texts blanked; lines stay where they are.
fn without_texts(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = match (chars[at], chars.get(at + 1)) {
            ('/', Some('/')) => end_of(&chars, at, |at| chars[at] == '\n'),
            ('/', Some('*')) => end_of(&chars, at + 2, |at| chars[at - 1] == '*' && chars[at] == '/') + 1,
            ('r', Some('"' | '#')) if !is_word(chars.get(at.wrapping_sub(1))) && raw_text(&chars, at).is_some() => {
                raw_text(&chars, at).unwrap_or(at)
            }
            ('"', _) => quoted(&chars, at, '"'),
            // A lifetime is no character.
            ('\'', Some('\\')) => quoted(&chars, at, '\''),
            ('\'', Some(_)) if chars.get(at + 2) == Some(&'\'') => at + 3,
            _ => at,
        };
        if end == at {
            out.push(chars[at]);
            at += 1;
        } else {
            out.extend(chars[at..end.min(chars.len())].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    out
}

fn end_of(chars: &[char], from: usize, is_end: impl Fn(usize) -> bool) -> usize {
    (from..chars.len()).find(|at| is_end(*at)).unwrap_or(chars.len())
}

fn is_word(c: Option<&char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || *c == '_')
}

fn quoted(chars: &[char], at: usize, quote: char) -> usize {
    let mut end = at + 1;
    while end < chars.len() && chars[end] != quote {
        end += if chars[end] == '\\' { 2 } else { 1 };
    }
    end + 1
}

/// The end of `r#"…"#` that begins here.
fn raw_text(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    let open = at + 1 + hashes;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let closes =
        |end: usize| chars[end] == '"' && chars[end + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes;
    Some((open + 1..chars.len()).find(|end| closes(*end)).map_or(chars.len(), |end| end + 1 + hashes))
}

/// Blanks modules and items that are for tests alone.
fn without_tests(code: &str) -> String {
    const SIGN: &str = "#[cfg(test)]";
    let mut out = code.to_owned();
    while let Some(start) = out.find(SIGN) {
        let rest = &out[start + SIGN.len()..];
        let item = rest.find([';', '{']).unwrap_or(rest.len());
        let end = if rest[item..].starts_with('{') { item + block(&rest[item..]) } else { item + 1 };
        let end = (start + SIGN.len() + end).min(out.len());
        let blank: String = out[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        out.replace_range(start..end, &blank);
    }
    out
}

/// The length of a block that begins with its bracket.
fn block(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

type Token = (usize, String);

/// Words, `::` and single signs, with their lines.
fn tokens(code: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut line = 1;
    let mut joined = false;
    for c in code.chars() {
        let word = is_word(Some(&c));
        match tokens.last_mut().filter(|_| joined) {
            Some((_, last)) if word && is_word(last.chars().next().as_ref()) => last.push(c),
            Some((_, last)) if c == ':' && last == ":" => last.push(c),
            _ if c.is_whitespace() => {}
            _ => tokens.push((line, c.into())),
        }
        joined = !c.is_whitespace();
        line += usize::from(c == '\n');
    }
    tokens
}

/// Reads the name that begins at a token, if one does; the token after it.
fn name(tokens: &[Token], at: usize, module: &[String], names: &mut Vec<(usize, String)>) -> usize {
    let word = |at: usize| tokens.get(at).is_some_and(|(_, t)| is_word(t.chars().next().as_ref()));
    let sign = |at: usize, wanted: &str| tokens.get(at).is_some_and(|(_, t)| t == wanted);
    if !word(at) {
        return at + 1;
    }
    let (line, first) = &tokens[at];
    if first == "static" && sign(at + 1, "mut") {
        names.push((*line, "static mut".into()));
    }
    if sign(at + 1, "!") && !sign(at + 2, "=") {
        names.push((*line, format!("{first}!")));
        return at + 2;
    }
    tree(tokens, at, &[], module, names)
}

/// Reads a path, with all of its branches in brackets; the token after it.
fn tree(
    tokens: &[Token],
    mut at: usize,
    before: &[String],
    module: &[String],
    names: &mut Vec<(usize, String)>,
) -> usize {
    let mut path = before.to_vec();
    let line = tokens.get(at).map_or(0, |(line, _)| *line);
    loop {
        match tokens.get(at).map(|(_, t)| t.as_str()) {
            Some("{") if !path.is_empty() => {
                at += 1;
                while at < tokens.len() && tokens[at].1 != "}" {
                    at = if tokens[at].1 == "," { at + 1 } else { tree(tokens, at, &path, module, names).max(at + 1) };
                }
                return at + 1;
            }
            Some(part) if part == "*" || is_word(part.chars().next().as_ref()) => path.push(part.to_owned()),
            _ => return at + 1,
        }
        at += 1;
        if tokens.get(at).is_some_and(|(_, t)| t == "::") {
            at += 1;
        } else {
            names.push((line, spelt_out(&path, module)));
            // `as other` renames what was named already.
            return if tokens.get(at).is_some_and(|(_, t)| t == "as") { at + 2 } else { at };
        }
    }
}

/// The path from its root.
fn spelt_out(path: &[String], module: &[String]) -> String {
    let mut full: Vec<String> = Vec::new();
    for (at, part) in path.iter().enumerate() {
        match part.as_str() {
            "super" => {
                if at == 0 {
                    full = module.to_vec();
                }
                full.pop();
            }
            "self" if at == 0 && path.len() > 1 => full = module.to_vec(),
            // `path::{self}` is the path itself.
            "self" if at > 0 => {}
            part => full.push(part.to_owned()),
        }
    }
    full.join("::")
}
