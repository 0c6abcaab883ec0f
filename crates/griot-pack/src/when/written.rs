//! A text and the tokens that it was made into: what every part of the grammar asks of them.

use super::error::WhenError;
use super::model::When;
use super::moment::Moment;
use super::partial::{Partial, Whole};
use super::token::{Kind, Token};

/// The text of a date, with what reads a whole date of its tokens.
#[derive(Clone, Copy)]
pub(super) struct Written<'t> {
    pub text: &'t str,
    pub whole: Whole,
}

impl<'t> Written<'t> {
    /// A whole date, of whatever form.
    pub fn date(self, tokens: &[Token]) -> Result<When, WhenError> {
        (self.whole)(tokens, self.text)
    }

    /// The words of a moment, sorted.
    pub fn partial(self, tokens: &[Token]) -> Result<Partial<'t>, WhenError> {
        Partial::of(tokens, self.text, self.whole)
    }

    /// One moment, in which a small number is no year.
    pub fn moment(self, tokens: &[Token]) -> Result<Moment, WhenError> {
        self.partial(tokens)?.moment(false)
    }

    /// The words of these tokens.
    pub fn words(self, tokens: &[Token]) -> &'t str {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => &self.text[first.start.into()..last.end.into()],
            _ => "",
        }
    }

    pub fn unread(self, tokens: &[Token]) -> WhenError {
        WhenError::unread(self.words(tokens))
    }
}

/// Where the tokens of a kind stand, outside brackets.
pub(super) fn places(tokens: &[Token], kind: Kind) -> impl Iterator<Item = usize> + '_ {
    let mut deep = 0_usize;
    tokens.iter().enumerate().filter_map(move |(at, token)| {
        match token.kind {
            Kind::Open | Kind::SetOpen { .. } => deep += 1,
            Kind::Close | Kind::SetClose { .. } => deep = deep.saturating_sub(1),
            _ => {}
        }
        (deep == 0 && token.kind == kind).then_some(at)
    })
}

/// The tokens before and after the one of that kind, if there is just one.
pub(super) fn parted(tokens: &[Token], kind: Kind) -> Option<(&[Token], &[Token])> {
    let mut found = places(tokens, kind);
    let at = found.next().filter(|_| found.next().is_none())?;
    Some((&tokens[..at], &tokens[at + 1..]))
}
