//! Labels put beside an axis one after the other, none on another.

use crate::text::width;
use griot_pack::when::Language;

/// A year or day printed beside an axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its first column.
    pub at: u16,
    /// What it says.
    pub text: String,
}

/// Labels in order, none on another.
pub(super) struct Placed {
    pub(super) labels: Vec<Label>,
    /// Of the axis.
    pub(super) columns: u16,
    /// The columns that stay between two labels.
    pub(super) gap: u16,
    /// What the labels are said in.
    pub(super) language: Language,
}

impl Placed {
    /// The columns of the shortest label: a year of fewer digits is said with its era.
    pub(super) const SHORTEST: u16 = 4;

    /// Whether any label has room at a column: what has none need not be said.
    pub(super) fn has_room(&self, at: u16) -> bool {
        let end = at + Self::SHORTEST;
        let after = self.labels.partition_point(|label| label.at < at);
        let before = after.checked_sub(1).map(|i| &self.labels[i]);
        before.is_none_or(|before| before.at + Self::SHORTEST + self.gap <= at)
            && self.labels.get(after).is_none_or(|next| end + self.gap <= next.at)
            && end <= self.columns
    }

    /// Puts the label where it collides with none; else leaves it out. A label that is there is not said again.
    pub(super) fn put(&mut self, at: u16, text: String) {
        let end = at + width(&text) as u16;
        let after = self.labels.partition_point(|label| label.at < at);
        let clear_before = after
            .checked_sub(1)
            .map(|i| &self.labels[i])
            .is_none_or(|before| before.at + width(&before.text) as u16 + self.gap <= at && before.text != text);
        let clear_after = self.labels.get(after).is_none_or(|next| end + self.gap <= next.at && next.text != text);
        if end <= self.columns && clear_before && clear_after {
            self.labels.insert(after, Label { at, text });
        }
    }
}

impl Placed {
    /// After years BC the first year of our era says so, before its column where there is no room after it; a label
    /// that leaves no room for this goes. In French, which says the era behind the year, it stays as it is.
    pub(super) fn mark_our_era(&mut self) {
        let (bc, ad, ad_behind) = match self.language {
            Language::English => ("BC", "AD ", ""),
            Language::French => ("av. J.-C.", "", " apr. J.-C."),
        };
        let plain = |label: &Label| label.text.bytes().all(|byte| byte.is_ascii_digit());
        let Some(at) = self.labels.iter().position(|label| !label.text.ends_with(bc)).filter(|at| *at > 0) else {
            return;
        };
        let Label { at: column, text } = &self.labels[at];
        if !plain(&self.labels[at]) {
            return;
        }
        let label = format!("{ad}{text}{ad_behind}");
        let end = column + width(&label) as u16;
        let next = self.labels.get(at + 1).map_or(self.columns + self.gap, |next| next.at);
        let before = &self.labels[at - 1];
        let lead = (width(&label) - width(text)) as u16;
        if end + self.gap <= next {
            self.labels[at].text = label;
        } else if self.language == Language::French {
            // A year of four digits is of our era.
        } else if before.at + width(&before.text) as u16 + self.gap + lead <= *column {
            self.labels[at] = Label { at: column - lead, text: label };
        } else if at + 1 < self.labels.len() {
            self.labels.remove(at);
            self.mark_our_era();
        }
    }
}
