//! JSON of others.

use serde_json::Value;

/// JSON, or where it is torn.
pub(super) fn parse(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        if error.is_eof() {
            format!("is torn: its JSON ends in line {line} before it is whole")
        } else {
            format!("is no JSON from line {line}, column {column} on")
        }
    })
}
