pub mod chronicle;
pub mod clean;
pub mod pack;
pub mod search;
pub mod text;
pub mod url;
pub mod when;
