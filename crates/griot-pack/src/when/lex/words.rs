//! Words that dates are made of.

use super::Lexer;
use crate::when::error::WhenError;
use crate::when::fields::Part;
use crate::when::moment::Unit;
use crate::when::token::{Kind, Number, Token};
use crate::when::words::{Ending, Letters};

impl Lexer<'_> {
    pub(super) fn word(&mut self) -> Result<(), WhenError> {
        let start = self.at;
        let (letters, length) = Letters::of(self.rest());
        if letters.len() == 1
            && let Some((kind, length)) = self.initials()
        {
            return self.add(kind, start + length);
        }
        let end = start + length;
        let dots = self.text[end..].bytes().take_while(|b| *b == b'.').count();
        let abbreviated = matches!(dots, 1 | 3);
        let end = end + usize::from(abbreviated);
        let elided = || letters.elided().filter(|_| self.rest()[1..].starts_with(['\'', '’']));
        let found = letters.kind().or_else(elided).or_else(|| letters.roman().map(Kind::Roman));
        let year = matches!(self.found.last(), Some(Token { kind: Kind::Number(Number { digits: 3.., .. }), .. }));
        let found = match (&self.text[start..start + length], abbreviated) {
            // With its accent it is no article.
            ("dès" | "Dès", _) => Some(Kind::From),
            // `vers`; the capital is a five.
            ("v", true) => Some(Kind::Circa),
            // `anno` or `ante`: that is a year's difference at least.
            ("a" | "A", true) => None,
            // `ineunte`: of a century at its beginning.
            ("in", true) => Some(Kind::Part(Part::Early)),
            // Its first letter is `dh`; without that it were the French article.
            ("Ḏū" | "ḏū", _) => Some(Kind::Dhu),
            ("x", false) if year => Some(Kind::Cross),
            ("beginning" | "Beginning", _) if self.text[end..].starts_with(" in ") => Some(Kind::From),
            ("fl" | "Fl", _) | (_, true) if found == Some(Kind::Life) => Some(Kind::Filler),
            _ => found.filter(|kind| *kind != Kind::Life),
        };
        let Some(kind) = found else { return Err(WhenError::unread(&self.text[start..end])) };
        match kind {
            Kind::C if !abbreviated => self.century(end),
            Kind::H => self.half(end),
            _ => self.add(kind, end),
        }
    }

    /// `B.C.E.`, `J.-C.`, `A. D.`: the longest run of initials that is an era or a style, and its bytes.
    fn initials(&self) -> Option<(Kind, usize)> {
        let rest = self.rest();
        let behind_number = matches!(self.found.last(), Some(Token { kind: Kind::Number(_), .. }));
        let (mut word, mut length) = Letters::of(rest);
        let mut found = None;
        while word.len() < 4 {
            let next = rest[length..].strip_prefix('.')?.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']);
            let at = rest.len() - next.len();
            let (one, more) = Letters::of(next);
            // `b. c. 1312` is born about 1312.
            let small = rest[..at + more].contains(|c: char| c.is_ascii_lowercase());
            if one.len() != 1 || small && !behind_number && at > length + 1 {
                break;
            }
            word.join(one);
            length = at + more;
            if let Some(kind @ (Kind::Era(_) | Kind::Christ | Kind::Calendar(_))) = word.kind() {
                found = Some((kind, length + usize::from(rest[length..].starts_with('.'))));
            }
            if !rest[length..].starts_with('.') {
                break;
            }
        }
        found
    }

    /// `C14`, `c13`; else the `c` of a century or of circa.
    fn century(&mut self, end: usize) -> Result<(), WhenError> {
        let (number, after) = self.digits(end);
        if (1..=2).contains(&number.digits) {
            let (ending, length) = Letters::of(&self.text[after..]);
            let after = if ending.ending() == Ending::Ordinal { after + length } else { after };
            self.add(Kind::Ordinal(number.value), after)?;
            return self.add(Kind::Unit(Unit::Century), after);
        }
        self.add(Kind::C, end)
    }

    /// The `H` of `H2 1991` or of `999 H`; else it is none of a date.
    fn half(&mut self, end: usize) -> Result<(), WhenError> {
        let year = matches!(self.found.last(), Some(Token { kind: Kind::Number(_) | Kind::Unit(_), .. }));
        let (number, after) = self.digits(end);
        // `2012 H2`
        if year && matches!(number, Number { value: 1 | 2, digits: 1 }) {
            return self.add(Kind::Part(Part::half(number.value)), after);
        }
        if year || number.digits > 0 {
            return self.add(Kind::H, end);
        }
        Err(WhenError::unread(&self.text[self.at..end]))
    }
}
