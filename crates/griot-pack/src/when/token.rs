//! The tokens of dates: what the lexer finds, and what they become when those that belong together are one.

use super::calendar::Calendar;
use super::fields::Part;
use super::moment::{Moment, Unit};

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub value: i64,
    pub digits: u8,
}

/// From where a year is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    Bc,
    Ad,
    Ah,
    Bp,
}

/// What a token is. Those of the last group are gone when [`push`] has put what belongs together into one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number(Number),
    /// A date in numbers that needs no more words: `1991-03-26`, `1984~`, `156X`.
    Date(Moment),
    Ordinal(i64),
    Roman(u8),
    /// `1960s`.
    Decade(Number),
    Month(u8),
    Islamic(u8),
    Unit(Unit),
    Season(u8),
    Part(Part),
    Era(Era),
    Calendar(Calendar),
    Weekday(u8),
    Circa,
    Perhaps,
    Before,
    After,
    From,
    To,
    By,
    NotBefore,
    Between,
    And,
    Or,
    But,
    /// The `x` between the years of an undated charter: `1066 × 1087`.
    Cross,
    /// `±`
    PlusMinus,
    OrLater,
    OrEarlier,
    Onward,
    Present,
    SomeDay,
    SomeMonth,
    /// A hyphen between two characters.
    Hyphen,
    /// A dash, or a hyphen with spaces around it.
    Dash,
    Dots,
    Slash,
    Dot,
    Comma,
    Open,
    Close,
    SetOpen {
        all: bool,
    },
    SetClose {
        all: bool,
    },
    Question,
    Tilde,
    Percent,
    Less,
    Greater,

    C,
    H,
    Q,
    Half,
    Quarter,
    Third,
    Last,
    Tens(i64),
    Scale(i64),
    /// `million`, of years.
    Long(i64),
    Decades,
    /// Rabi or Jumada, of which there are two: the first.
    Pair(u8),
    Dhu,
    OfDhu(u8),
    North(bool),
    Not,
    Later,
    Earlier,
    Prior,
    Christ,
    Our,
    Ere,
    /// The French `à`: to, or in.
    Au,
    /// The `s.` of a French century.
    S,
    YearWord,
    Years,
    Ago,
    Old,
    New,
    Style,
    Some,
    DayWord,
    MonthWord,
    /// `than`, behind `earlier` and `later`.
    Than,
    /// The time of `some time in`, the point of `at some point in`.
    TimeWord,
    /// The part of `the early part of`.
    PartWord,
    /// `soit`: either, and behind a comma or.
    Either,
    /// `on`: onward behind a year, else nothing.
    On,
    /// The `doute` of `sans doute`.
    Doubt,
    /// What of a life is dated, with its point: `r.`, `fl.`, `b.`
    Life,
    OtherCalendar,
    Filler,
}

/// A token and the bytes of the text that it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: u16,
    pub end: u16,
}

/// The tokens with a dash for every hyphen: no month is meant behind one.
pub(super) fn with_dashes(tokens: &[Token]) -> Vec<Token> {
    let dash =
        |token: &Token| Token { kind: if token.kind == Kind::Hyphen { Kind::Dash } else { token.kind }, ..*token };
    tokens.iter().map(dash).collect()
}
