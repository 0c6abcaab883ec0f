//! The files of a pack, as text.

use crate::pack::Kind;

/// The files of a pack.
#[derive(Debug, Default)]
pub(in crate::pack) struct Files<F> {
    pub about: F,
    pub eras: Vec<F>,
    pub entities: Vec<(Kind, F)>,
    pub sources: F,
    pub geo: Option<F>,
}

impl<F> Files<F> {
    pub fn map<'a, G>(&'a self, of: impl Fn(&'a F) -> G) -> Files<G> {
        Files {
            about: of(&self.about),
            eras: self.eras.iter().map(&of).collect(),
            entities: self.entities.iter().map(|(kind, file)| (*kind, of(file))).collect(),
            sources: of(&self.sources),
            geo: self.geo.as_ref().map(&of),
        }
    }
}

/// A file of a pack.
#[derive(Debug, Clone, Copy)]
pub(in crate::pack) struct File<'a> {
    /// Under the pack's folder.
    pub name: &'a str,
    /// As it was written.
    pub text: &'a str,
    /// What of the text can be parsed, if anything.
    pub readable: Option<&'a str>,
}

/// A file of a folder.
#[derive(Debug, Default)]
pub(in crate::pack) struct Held {
    /// Under the pack's folder.
    pub name: String,
    /// As it was written.
    pub text: String,
    /// The text without the records that cannot be parsed, where there are any.
    pub mended: Option<String>,
    /// Whether nothing of it can be parsed.
    pub hopeless: bool,
}

impl Held {
    pub fn file(&self) -> File<'_> {
        let readable = self.mended.as_deref().unwrap_or(&self.text);
        File { name: &self.name, text: &self.text, readable: Some(readable).filter(|_| !self.hopeless) }
    }
}
