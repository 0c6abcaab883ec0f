//! Finding as one types: the one script of the page.

/// Where one types; it shows itself when the script runs.
pub(super) const FIELD: &str = "<p class=\"find\" hidden><label>Find <input id=\"q\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></label> <output id=\"c\"></output></p>\n";

/// The script. Every word that is typed must stand in a passage, a record or a note, whatever its accents; following a link to what is hidden
/// ends the search.
pub(super) const FIND: &str = include_str!("find.js");

/// The sum by which the policy of the page knows the script: SHA-256 in base 64.
pub(super) const HASH: &str = "sha256-5qRzaiBHFw4O4pDa07A7fmmvHeQMH+5gKR/bv1BiHPQ=";

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_policy_knows_the_script() {
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let sum = Sha256::digest(FIND.as_bytes());
        let mut text = String::new();
        for three in sum.chunks(3) {
            let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
            for at in 0..=three.len() {
                text.push(char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize]));
            }
        }
        assert_eq!(HASH, format!("sha256-{text}="), "write this sum into HASH");
    }
}
