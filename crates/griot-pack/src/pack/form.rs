//! How values are written in compiled form: the fields of a type in order, numbers in as few bytes as they need, lists
//! behind their lengths, and texts as their lengths, because they stand one after the other in the order of reading.

use std::ops::Range;

use crate::pack::rule::Damage;
use crate::pack::text::Text;

/// A type that is part of a compiled pack.
pub(in crate::pack) trait Form: Sized {
    fn write(&self, out: &mut Writer);
    fn read(from: &mut Reader) -> Result<Self, Damage>;
}

/// A section being written: its texts one after the other, and all else, in which a text is only its length.
#[derive(Debug, Default)]
pub(in crate::pack) struct Writer {
    texts: String,
    rest: Vec<u8>,
}

impl Writer {
    /// The section: how long its texts are, the texts, and all else.
    pub fn into_bytes(self) -> Vec<u8> {
        [&(self.texts.len() as u64).to_le_bytes()[..], self.texts.as_bytes(), &self.rest].concat()
    }

    pub(in crate::pack) fn push(&mut self, byte: u8) {
        self.rest.push(byte);
    }

    /// Writes a value, and sets bits in its first byte that it leaves free.
    pub(in crate::pack) fn push_with(&mut self, value: &impl Form, bits: u8) {
        let at = self.rest.len();
        value.write(self);
        if let Some(byte) = self.rest.get_mut(at) {
            *byte |= bits;
        }
    }
}

/// A section being read. Its texts are looked at once, all together, which is a fraction of the work of looking at each.
#[derive(Debug)]
pub(in crate::pack) struct Reader<'a> {
    texts: Texts<'a>,
    rest: &'a [u8],
}

/// The texts that were not read yet.
#[derive(Debug)]
enum Texts<'a> {
    /// They last as long as the program, and need not be copied.
    BuiltIn(&'static str),
    Read(&'a str),
}

/// The texts of a section and all else.
fn parts(bytes: &[u8]) -> Result<(&str, &[u8]), Damage> {
    let (length, bytes) = bytes.split_first_chunk().ok_or(Damage::Changed)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| Damage::Changed)?;
    let (texts, rest) = bytes.split_at_checked(length).ok_or(Damage::Changed)?;
    Ok((std::str::from_utf8(texts).map_err(|_| Damage::Changed)?, rest))
}

impl<'a> Reader<'a> {
    pub fn of(bytes: &'a [u8]) -> Result<Self, Damage> {
        let (texts, rest) = parts(bytes)?;
        Ok(Self { texts: Texts::Read(texts), rest })
    }

    /// Values without texts.
    pub(in crate::pack) const fn of_rest(rest: &'a [u8]) -> Self {
        Self { texts: Texts::BuiltIn(""), rest }
    }

    pub fn built_in(bytes: &'static [u8]) -> Result<Self, Damage> {
        let (texts, rest) = parts(bytes)?;
        Ok(Self { texts: Texts::BuiltIn(texts), rest })
    }

    /// A value that takes up all of the bytes.
    pub fn whole<T: Form>(&mut self) -> Result<T, Damage> {
        let value = T::read(self)?;
        let left = match self.texts {
            Texts::BuiltIn(texts) | Texts::Read(texts) => texts.len(),
        };
        if self.rest.is_empty() && left == 0 { Ok(value) } else { Err(Damage::Changed) }
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], Damage> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(Damage::Changed)?;
        self.rest = rest;
        Ok(taken)
    }

    #[inline]
    pub(in crate::pack) fn byte(&mut self) -> Result<u8, Damage> {
        let (byte, rest) = self.rest.split_first().ok_or(Damage::Changed)?;
        self.rest = rest;
        Ok(*byte)
    }

    fn text(&mut self) -> Result<Text, Damage> {
        let length = u32::read(self)? as usize;
        match &mut self.texts {
            Texts::BuiltIn(texts) => {
                let (text, rest) = texts.split_at_checked(length).ok_or(Damage::Changed)?;
                *texts = rest;
                Ok(text.into())
            }
            Texts::Read(texts) => {
                let (text, rest) = texts.split_at_checked(length).ok_or(Damage::Changed)?;
                *texts = rest;
                Ok(text.to_owned().into())
            }
        }
    }
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
impl Form for u32 {
    fn write(&self, out: &mut Writer) {
        let mut left = *self;
        while left >= 0x80 {
            out.push(left as u8 | 0x80);
            left >>= 7;
        }
        out.push(left as u8);
    }

    #[inline]
    fn read(from: &mut Reader) -> Result<Self, Damage> {
        // Most numbers are small.
        match from.byte()? {
            byte @ ..0x80 => Ok(byte.into()),
            byte => long(from, (byte & 0x7f).into()),
        }
    }
}

/// A number of which the lowest seven bits are known.
fn long(from: &mut Reader, mut value: u32) -> Result<u32, Damage> {
    for shift in (7..u32::BITS).step_by(7) {
        let byte = from.byte()?;
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(value);
        }
    }
    Err(Damage::Changed)
}

impl Form for u8 {
    fn write(&self, out: &mut Writer) {
        out.push(*self);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        from.byte()
    }
}

impl Form for bool {
    fn write(&self, out: &mut Writer) {
        out.push(u8::from(*self));
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        from.byte().map(|byte| byte != 0)
    }
}

impl Form for f64 {
    fn write(&self, out: &mut Writer) {
        out.rest.extend(self.to_le_bytes());
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        let bytes = from.take(8)?.try_into().map_err(|_| Damage::Changed)?;
        Ok(Self::from_le_bytes(bytes))
    }
}

impl Form for Text {
    fn write(&self, out: &mut Writer) {
        (self.len() as u32).write(out);
        out.texts.push_str(self);
    }

    #[inline]
    fn read(from: &mut Reader) -> Result<Self, Damage> {
        from.text()
    }
}

impl<T: Form> Form for Option<T> {
    fn write(&self, out: &mut Writer) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    #[inline]
    fn read(from: &mut Reader) -> Result<Self, Damage> {
        if bool::read(from)? { T::read(from).map(Some) } else { Ok(None) }
    }
}

impl<T: Form> Form for Box<T> {
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        T::read(from).map(Self::new)
    }
}

/// Values behind their number.
fn write_all<T: Form>(values: &[T], out: &mut Writer) {
    (values.len() as u32).write(out);
    for value in values {
        value.write(out);
    }
}

impl<T: Form> Form for Vec<T> {
    fn write(&self, out: &mut Writer) {
        write_all(self, out);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        let count = u32::read(from)? as usize;
        // Every member takes a byte at least: a length that is not true must not take up memory.
        let mut all = Self::with_capacity(count.min(from.rest.len()));
        for _ in 0..count {
            all.push(T::read(from)?);
        }
        Ok(all)
    }
}

impl<A: Form, B: Form> Form for (A, B) {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        Ok((A::read(from)?, B::read(from)?))
    }
}

impl<T: Form> Form for [T; 2] {
    fn write(&self, out: &mut Writer) {
        for value in self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        Ok([T::read(from)?, T::read(from)?])
    }
}

impl<T: Form> Form for Range<T> {
    fn write(&self, out: &mut Writer) {
        self.start.write(out);
        self.end.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        Ok(T::read(from)?..T::read(from)?)
    }
}

/// A value in compiled form by itself.
pub(in crate::pack) fn encode(value: &impl Form) -> Vec<u8> {
    let mut out = Writer::default();
    value.write(&mut out);
    out.into_bytes()
}

/// Values in compiled form, as their list.
pub(in crate::pack) fn encode_all<T: Form>(values: &[T]) -> Vec<u8> {
    let mut out = Writer::default();
    write_all(values, &mut out);
    out.into_bytes()
}
