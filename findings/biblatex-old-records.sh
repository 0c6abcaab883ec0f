#!/usr/bin/env bash
# biblatex 0.12.0 (Rust): three things that BibTeX has always taken make the whole
# file unreadable: a record in parentheses, @book(key, …), a preamble of two
# joined strings, and a journal by an abbreviation that nothing defines, for
# which BibTeX warns and goes on. Each is an error that stands for all records.
# Matters to whoever opens libraries of the 1980s and 1990s, or single records
# out of them: mend the text and the raw records before, as griot does.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/src"
cat >"$dir/Cargo.toml" <<'EOT'
[package]
name = "probe"
version = "0.0.0"
edition = "2024"
[dependencies]
biblatex = "=0.12.0"
EOT
cat >"$dir/src/main.rs" <<'EOT'
use biblatex::Bibliography;

fn main() {
    for odd in [
        "",
        "@book(old, title = {Old}, year = 1977)",
        "@preamble{\"Kept by \" # \"nobody\"}",
        "@article{gao, title = {Gao}, journal = antiquity, year = 1990}",
    ] {
        match Bibliography::parse(&format!("{odd}\n@book{{new, title = {{New}}, year = 2000}}\n")) {
            Ok(all) => println!("{odd:.8} {} read", all.len()),
            Err(error) => println!("{odd:.8} none read: {}", error.kind),
        }
    }
}
EOT
export CARGO_TARGET_DIR="$dir/target"
cd "$dir"
seen=$(cargo run --quiet)
version=$(cargo tree --depth 1 --prefix none | grep -oE '^biblatex v[0-9.]+')

expected='1, 2, 1 and 2 records'
recorded=' 1 read
@book(ol none read: expected opening brace
@preambl none read: expected closing brace
@article none read: unknown abbreviation "antiquity"'
printf 'version: %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 'biblatex v0.12.0' ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
