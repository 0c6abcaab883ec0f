//! Words of a page: which stands where on the screen, which comes next, and all the text from one to another.

use std::ops::Range;

use super::atoms::words;
use super::{Anchor, Block, Blocks, Layout, Piece, Run, Shape, Words, graphemes, width};

/// A word of a page, with the signs that touch it; in scripts that write without spaces, what no line breaks. Words are
/// in the order of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    /// Which block of the page.
    pub block: u32,
    /// The first byte of it in the block’s text.
    pub start: u32,
    /// The byte after it.
    pub end: u32,
}

impl Word {
    /// Where it begins.
    #[must_use]
    pub const fn anchor(self) -> Anchor {
        Anchor { block: self.block, offset: self.start }
    }

    /// The last word that begins at a place or before it; before all words, the first of the page.
    #[must_use]
    pub fn near(blocks: &dyn Blocks, at: Anchor) -> Option<Self> {
        let mut before =
            blocks.back_from(at.block).filter_map(|(i, block)| of_block(i, block).rfind(|word| word.anchor() <= at));
        before.next().or_else(|| all(blocks).next())
    }

    /// The first word that begins at a place or after it; after all words, the last of the page.
    #[must_use]
    pub fn from(blocks: &dyn Blocks, at: Anchor) -> Option<Self> {
        let mut after =
            blocks.from(at.block).filter_map(|(i, block)| of_block(i, block).find(|word| word.anchor() >= at));
        after.next().or_else(|| all(blocks).next_back())
    }

    /// The next or the previous word of the page, if there is one.
    #[must_use]
    pub fn step(self, blocks: &dyn Blocks, forward: bool) -> Option<Self> {
        if forward {
            Self::from(blocks, Anchor { offset: self.end, ..self.anchor() }).filter(|word| *word > self)
        } else {
            let (block, offset) = match self.start.checked_sub(1) {
                Some(before) => (self.block, before),
                None => (self.block.checked_sub(1)?, u32::MAX),
            };
            Self::near(blocks, Anchor { block, offset }).filter(|word| *word < self)
        }
    }
}

/// The words of a block, in order.
fn of_block(number: u32, block: &Block) -> impl DoubleEndedIterator<Item = Word> {
    let word = move |range: Range<usize>| Word { block: number, start: range.start as u32, end: range.end as u32 };
    words(&block.text).into_iter().map(word)
}

fn all(blocks: &dyn Blocks) -> impl DoubleEndedIterator<Item = Word> {
    blocks.iter().zip(0..blocks.count() as u32).flat_map(|(block, i)| of_block(i, block))
}

/// All the text from one word to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    first: Word,
    last: Word,
}

impl Stretch {
    /// The text between two words, whichever comes first, with both of them.
    #[must_use]
    pub fn between(one: Word, other: Word) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// The bytes of a block’s text that lie in it; one that lies in it whole has no end.
    #[must_use]
    pub const fn in_block(&self, block: u32) -> Range<u32> {
        if block < self.first.block || block > self.last.block {
            return 0..0;
        }
        let start = if block == self.first.block { self.first.start } else { 0 };
        start..if block == self.last.block { self.last.end } else { u32::MAX }
    }

    /// Whether the label beside a block belongs to it: where the block is taken from its beginning.
    #[must_use]
    pub const fn takes_label(&self, block: u32) -> bool {
        let range = self.in_block(block);
        range.start == 0 && range.end > 0
    }

    /// As it is read: no line ends, no footnotes; a blank line parts the blocks, a colon the labels from their entries.
    #[must_use]
    pub fn text(&self, blocks: &dyn Blocks) -> String {
        let mut parts = Vec::new();
        for number in self.first.block..=self.last.block {
            let (block, range) = (blocks.block(number as usize), self.in_block(number));
            let end = (range.end as usize).min(block.text.len());
            let text = block.text.get(range.start as usize..end).unwrap_or_default();
            let text = running(text);
            match &block.shape {
                Shape::Entry { label } if self.takes_label(number) && !label.is_empty() => {
                    parts.push(format!("{label}: {text}").trim_end().to_owned());
                }
                _ if text.is_empty() => {}
                _ => parts.push(text),
            }
        }
        parts.join("\n\n")
    }
}

/// The words of a text with one space where they are parted at all: headings part their dates from their words by two.
fn running(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in words(text) {
        if !out.is_empty() && text[..word.start].ends_with(' ') {
            out.push(' ');
        }
        out.push_str(&text[word]);
    }
    out
}

impl Layout {
    /// The word under a column of a line. What the layout adds stands for the word before it, and at the beginning of a
    /// line for the one after; below the last line, all stands for the last word.
    #[must_use]
    pub fn word_at(&self, blocks: &dyn Blocks, line: usize, column: u16) -> Option<Word> {
        let line = self.lines.get(line).or(self.lines.last())?;
        let texts = || line.runs.iter().filter_map(|run| Some((run, text_of(run)?)));
        let under = texts().rfind(|(run, _)| run.column <= column).or_else(|| texts().next());
        let offset = under.map_or(line.start.offset, |(run, range)| {
            let text = run.text(line, blocks);
            let mut right = run.column;
            let mut under = graphemes(text).skip_while(|(.., columns)| {
                right += *columns as u16;
                right <= column
            });
            let at = under.next().map_or(text.len().saturating_sub(1), |(at, ..)| at);
            range.start + at as u32
        });
        Word::near(blocks, Anchor { offset, ..line.start })
    }

    /// Where a word stands; one that is cut, as if its first line had room for all of it.
    #[must_use]
    pub fn place_of(&self, blocks: &dyn Blocks, word: Word) -> Option<Piece> {
        let text = &blocks.get(word.block)?.text;
        let wide = |range: Range<u32>| width(&text[range.start as usize..range.end as usize]) as u16;
        let start = self.line_at(word.anchor());
        // A label above the text has the anchor of the block's first word.
        let mut of_block =
            self.lines.iter().enumerate().skip(start).take_while(|(_, line)| line.start.block == word.block);
        of_block.find_map(|(at, line)| {
            let holds = |run: &&Run| text_of(run).is_some_and(|range| range.contains(&word.start));
            let run = line.runs.iter().find(holds)?;
            let column = run.column + wide(text_of(run)?.start..word.start);
            Some(Piece { line: at, column, width: wide(word.start..word.end) })
        })
    }

    /// Whether a line shows anything of the text itself.
    #[must_use]
    pub fn has_text(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|line| line.runs.iter().any(|run| text_of(run).is_some()))
    }
}

fn text_of(run: &Run) -> Option<&Range<u32>> {
    match &run.words {
        Words::Text(range) if !range.is_empty() => Some(range),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use griot_pack::glyphs::Glyphs;
    use proptest::prelude::*;

    use super::super::Measure;
    use super::super::page::{entry, plain};
    use super::*;

    fn page() -> Vec<Block> {
        let passage = |n: usize| {
            plain(Shape::Passage, "From Gao to Djenné on the Niger – c. 1591, in the year of the march. ".repeat(n + 1))
        };
        let mut blocks = vec![plain(Shape::Title, "1  Before the march".into())];
        for n in 0..6 {
            let label = ["", "1591", "late 16th century"][n % 3];
            blocks.extend([
                plain(Shape::Heading, "Songhai  1464–1591".into()),
                passage(n),
                entry(label, "ߒߞߏ, Ségou."),
            ]);
        }
        blocks
    }

    fn laid_out(blocks: &[Block], width: u16, glyphs: Glyphs) -> Layout {
        Layout::new(&blocks, Measure { width, glyphs })
    }

    #[test]
    fn words_are_stepped_through_from_one_end_to_the_other_and_back() {
        let blocks =
            [plain(Shape::Title, "1  Gao".into()), entry("", ""), plain(Shape::Passage, "on the Niger.".into())];
        let mut steps = vec![Word::near(&blocks, Anchor::default()).unwrap()];
        while let Some(next) = steps.last().unwrap().step(&blocks, true) {
            assert_eq!(next.step(&blocks, false).as_ref(), steps.last());
            steps.push(next);
        }
        let text = |word: &Word| &blocks[word.block as usize].text[word.start as usize..word.end as usize];
        assert_eq!(steps.iter().map(text).collect::<Vec<_>>(), ["1", "Gao", "on", "the", "Niger."]);
        assert_eq!(steps[0].step(&blocks, false), None);
        let nowhere = Anchor { block: 9, offset: 9 };
        assert_eq!(Word::near(&blocks, nowhere), steps.last().copied());
        assert_eq!(Word::from(&blocks, nowhere), steps.last().copied());
        assert_eq!(Word::near(&[], nowhere), None);
    }

    #[test]
    fn a_stretch_reads_as_running_text_with_a_blank_line_between_the_blocks() {
        let blocks = [
            plain(Shape::Passage, "Gao lies  on the Niger.".into()),
            plain(Shape::Passage, String::new()),
            entry("1591", "The Moroccan invasion"),
            entry("", "of Songhai."),
        ];
        let (all, last) = (
            Word::near(&blocks, Anchor::default()).unwrap(),
            Word::from(&blocks, Anchor { block: 9, offset: 0 }).unwrap(),
        );
        let text = "Gao lies on the Niger.\n\n1591: The Moroccan invasion\n\nof Songhai.";
        assert_eq!(Stretch::between(all, last).text(&blocks), text);
        assert_eq!(Stretch::between(last, all).text(&blocks), text);
        let (lies, moroccan) =
            (all.step(&blocks, true).unwrap(), Word::near(&blocks, Anchor { block: 2, offset: 5 }).unwrap());
        assert_eq!(Stretch::between(moroccan, lies).text(&blocks), "lies on the Niger.\n\n1591: The Moroccan");
        assert_eq!(Stretch::between(moroccan, moroccan).text(&blocks), "Moroccan");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_word_lies_under_its_own_cell_at_every_width(width in 2u16..100, glyphs in prop::sample::select(vec![Glyphs::All, Glyphs::Ascii])) {
            let blocks = page();
            let layout = laid_out(&blocks, width, glyphs);
            for word in all(&blocks) {
                let Piece { line, column, width } = layout.place_of(&blocks, word).unwrap();
                let column = column + width / 2;
                // A word that is cut goes on over the next line.
                let line_end = layout.lines[line].runs.iter().map(|run| run.column + run.width).max().unwrap_or(0);
                prop_assert_eq!(layout.word_at(&blocks, line, column.min(line_end.saturating_sub(1))), Some(word));
            }
        }

        #[test]
        fn every_cell_has_a_word_and_lower_cells_have_later_words(width in 2u16..100, columns in (0u16..120, 0u16..120)) {
            let blocks = page();
            let layout = laid_out(&blocks, width, Glyphs::All);
            let mut before = None;
            for line in 0..layout.lines.len() + 2 {
                let (one, other) = (columns.0.min(columns.1), columns.0.max(columns.1));
                let (left, right) = (layout.word_at(&blocks, line, one), layout.word_at(&blocks, line, other));
                prop_assert!(left.is_some() && left <= right);
                prop_assert!(layout.word_at(&blocks, line, 0) >= before);
                before = if line < layout.lines.len() { layout.word_at(&blocks, line, 0) } else { before };
            }
        }
    }
}
