#!/usr/bin/env bash
# biblatex 0.12.0 (Rust): a year of two digits is moved into this century or the
# last, and a negative one loses its sign on the way: date = {44} is 2044,
# date = {-43} is 1957. BibLaTeX's own manual wants four digits, and biber drops
# such dates with a warning; here they are read without a word, 2,000 years off.
# Matters to whoever reads bibliographies of antiquity: read the field as text
# (Entry::get("date")) and judge it oneself, as griot does.
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
use biblatex::{Bibliography, DateValue, PermissiveType};

fn main() {
    for date in ["44", "-43", "0044"] {
        let read = Bibliography::parse(&format!("@book{{a, date = {{{date}}}}}")).unwrap();
        let said = match read.get("a").unwrap().date() {
            Ok(PermissiveType::Typed(date)) => match date.value {
                DateValue::At(day) => day.year.to_string(),
                other => format!("{other:?}"),
            },
            other => format!("{other:?}"),
        };
        println!("{date} is {said}");
    }
}
EOT
export CARGO_TARGET_DIR="$dir/target"
cd "$dir"
seen=$(cargo run --quiet)
version=$(cargo tree --depth 1 --prefix none | grep -oE '^biblatex v[0-9.]+')

expected='44 is 44
-43 is -43
0044 is 44'
recorded='44 is 2044
-43 is 1957
0044 is 44'
printf 'version: %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 'biblatex v0.12.0' ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
