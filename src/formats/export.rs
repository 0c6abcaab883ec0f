//! The pack in forms that other programs read: each a pure function from a pack and eras of it to a text.

pub mod csv;
pub mod geojson;

use griot_pack::pack::Pack;

/// Where a text comes from and what may be done with it: every export ends with it.
#[must_use]
pub fn provenance(pack: &Pack) -> String {
    let about = &pack.about;
    let mut out = format!(
        "{}, revision {}, as of {}. Licence of the text: {}.\n",
        about.title,
        about.revision,
        about.as_of.in_words(),
        about.licence
    );
    for credit in &about.credits {
        out.push_str(credit);
        out.push('\n');
    }
    out
}
