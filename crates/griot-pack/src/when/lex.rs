//! From text to tokens: numbers, words that dates are made of, and signs.

mod numbers;
mod words;

use super::calendar::Calendar;
use super::error::WhenError;
use super::fields::Part;
use super::moment::Moment;
use super::numeric;
use super::reduce::push;
use super::token::{Era, Kind, Number, Token};
use super::words::digit;

/// The longest text that is read, in bytes: no date is longer.
const LONGEST: usize = 1000;

/// The tokens of a text, with those that belong together made one.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, WhenError> {
    if text.len() > LONGEST {
        return Err(WhenError::TooLong);
    }
    let mut lexer = Lexer { text, at: 0, found: Vec::with_capacity(12), lists: 0 };
    while let Some(c) = lexer.rest().chars().next() {
        lexer.one(c)?;
    }
    // The full stop of a sentence is none of the date.
    if let [.., Token { kind: Kind::Dot, .. }] = lexer.found[..] {
        lexer.found.pop();
    }
    Ok(lexer.found)
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    found: Vec<Token>,
    /// How many brackets are open: in a list a comma is no sign of thousands.
    lists: usize,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn add(&mut self, kind: Kind, end: usize) -> Result<(), WhenError> {
        let token = Token { kind, start: self.at as u16, end: end as u16 };
        self.at = end;
        push(&mut self.found, token, self.text)
    }

    fn one(&mut self, c: char) -> Result<(), WhenError> {
        // `Dhu 'l-Hijja`
        let elided = matches!(c, '\'' | '’' | '‘' | 'ʾ')
            && (matches!(self.found.last(), Some(t) if t.kind == Kind::Dhu)
                || self.rest()[c.len_utf8()..].starts_with("til"));
        if c.is_whitespace() || elided {
            self.at += c.len_utf8();
            return Ok(());
        }
        if c == '-' && self.rest().starts_with("--") {
            // The dash of typewriters.
            let length = self.rest().len() - self.rest().trim_start_matches('-').len();
            return self.add(Kind::Dash, self.at + length);
        }
        if matches!(c, '-' | '−' | '?' | '~' | '%') && self.is_signed(c) {
            return self.signed(c);
        }
        if matches!(c, 'X' | 'Y')
            && let Some(read) = numeric::read(self.rest())
        {
            return self.numeric(read);
        }
        if digit(c).is_some() {
            return self.number();
        }
        if c.is_alphabetic() || c == 'ʿ' {
            return self.word();
        }
        self.sign(c)
    }

    /// Whether a sign begins a number, and does not stand between two.
    fn is_signed(&self, c: char) -> bool {
        let after = self.rest()[c.len_utf8()..].chars().next();
        let number = after.is_some_and(|c| c.is_ascii_digit() || c == 'X' || c == '-');
        let inside = self.text[..self.at].ends_with(char::is_alphanumeric);
        let value = |token: &Token| {
            use Kind::{C, Close, Date, Decade, Era, Islamic, Month, Number, Ordinal, Part, Roman, Season, Unit};
            let value = matches!(
                token.kind,
                Number(_) | Date(_) | Ordinal(_) | Roman(_) | Decade(_) | Month(_) | Islamic(_) | Era(_) | Unit(_)
            );
            value || matches!(token.kind, Season(_) | C | Part(_) | Close | Kind::Question | Kind::Tilde | Kind::Dot)
        };
        number && !inside && !self.found.last().is_some_and(value)
    }

    /// `-900`, `-0231-01-01`, `~1312`, `?2004-06-~11`.
    fn signed(&mut self, sign: char) -> Result<(), WhenError> {
        let start = self.at;
        // The minus of printers is two bytes longer than the hyphen.
        let text = self.rest().replacen('−', "-", 1);
        if let Some((read, length)) = numeric::read(&text) {
            return self.numeric((read, length + sign.len_utf8() - 1));
        }
        if !matches!(sign, '-' | '−') {
            return self.sign(sign);
        }
        self.at += sign.len_utf8();
        let (number, end) = self.digits(self.at);
        if number.digits > 4
            && let Some((day, length)) = numeric::month_and_day(&self.text[end..])
        {
            // As a day that far is exported; EDTF has none.
            let moment = Moment::new(-number.value, day).checked()?;
            return self.add(Kind::Date(moment), end + length);
        }
        if number.digits > 3 {
            let written = self.text[start..end].to_owned();
            return Err(WhenError::Signed { written, year: number.value });
        }
        self.add(Kind::Number(number), end)?;
        self.add(Kind::Era(Era::Bc), end)
    }

    fn numeric(&mut self, (read, length): (numeric::Numeric, usize)) -> Result<(), WhenError> {
        let written = &self.rest()[..length];
        let moment = read.without_zeros(written)?.moment(Calendar::Civil, written)?;
        self.add(Kind::Date(moment), self.at + length)?;
        let bytes = self.rest().as_bytes();
        if bytes.first() == Some(&b'T') && bytes.get(1).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        Ok(())
    }

    /// The digits from a byte on: their number, and where they end.
    fn digits(&self, start: usize) -> (Number, usize) {
        let mut number = Number { value: 0, digits: 0 };
        let mut end = start;
        for c in self.text[start..].chars() {
            let Some(digit) = digit(c) else { break };
            number.value = number.value.saturating_mul(10).saturating_add(digit.into());
            number.digits = number.digits.saturating_add(1);
            end += c.len_utf8();
        }
        (number, end)
    }

    /// A calendar as GEDCOM names it: `@#DJULIAN@`.
    fn escape(&mut self) -> Result<(), WhenError> {
        let rest = self.rest();
        let name = rest.strip_prefix("@#D").and_then(|rest| rest.split_once('@'));
        let Some((name, _)) = name else { return Err(WhenError::unread(rest)) };
        let calendar = match name {
            "JULIAN" => Calendar::Julian,
            "GREGORIAN" => Calendar::Gregorian,
            _ => return Err(WhenError::UnknownCalendar { name: name.to_owned() }),
        };
        self.add(Kind::Calendar(calendar), self.at + name.len() + 4)
    }

    fn sign(&mut self, c: char) -> Result<(), WhenError> {
        let end = self.at + c.len_utf8();
        let spaced =
            self.text[..self.at].ends_with(char::is_whitespace) || self.text[end..].starts_with(char::is_whitespace);
        let kind = match c {
            '.' | '…' => {
                let dots = self.rest().len() - self.rest().trim_start_matches(['.', '…']).len();
                if dots > 1 {
                    return self.add(Kind::Dots, self.at + dots);
                }
                Kind::Dot
            }
            '-' | '−' if spaced => Kind::Dash,
            '-' | '−' => Kind::Hyphen,
            '–' | '—' | '‒' | '―' | '〜' | '～' | '→' => Kind::Dash,
            '/' => Kind::Slash,
            ',' | ';' => Kind::Comma,
            '(' => Kind::Open,
            ')' => Kind::Close,
            '[' => Kind::SetOpen { all: false },
            ']' => Kind::SetClose { all: false },
            '{' => Kind::SetOpen { all: true },
            '}' => Kind::SetClose { all: true },
            '?' => Kind::Question,
            '~' | '≈' => Kind::Tilde,
            '%' => Kind::Percent,
            '<' | '>' if self.text[end..].starts_with('=') => {
                return self.add(if c == '<' { Kind::By } else { Kind::NotBefore }, end + 1);
            }
            '<' => Kind::Less,
            '>' => Kind::Greater,
            '≤' => Kind::By,
            '≥' => Kind::NotBefore,
            '&' => Kind::And,
            '×' => Kind::Cross,
            '†' => Kind::Filler,
            '¹' | '²' if matches!(self.found.last(), Some(Token { kind: Kind::Roman(_), .. })) => {
                Kind::Part(Part::half(if c == '¹' { 1 } else { 2 }))
            }
            '±' if self.found.is_empty() => Kind::Circa,
            '±' => Kind::PlusMinus,
            '+' => return self.plus(end),
            '@' => return self.escape(),
            _ => return Err(WhenError::unread(&self.text[self.at..end])),
        };
        if matches!(kind, Kind::SetOpen { .. }) {
            self.lists += 1;
        }
        self.add(kind, end)
    }
}
