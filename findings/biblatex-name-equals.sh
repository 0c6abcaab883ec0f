#!/usr/bin/env bash
# biblatex 0.12.0 (Rust): a body in double braces whose name holds `=` is read,
# without an error, as one person with no name at all: braces, which protect a
# comma or an "and", do not protect from the extended form `family=…, given=…`.
# Matters because library catalogues join the parallel names of a bilingual body
# with " = ", and the author of such a record is silently lost.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/src"
cat >"$dir/Cargo.toml" <<'EOF'
[package]
name = "probe"
version = "0.0.0"
edition = "2024"
[dependencies]
biblatex = "=0.12.0"
EOF
cat >"$dir/src/main.rs" <<'EOF'
use biblatex::Bibliography;

fn main() {
    for author in [
        "{Research Directorate, Immigration and Refugee Board}",
        "{Library and Archives Canada = Bibliothèque et Archives Canada}",
        "family=Hunwick, given=John",
    ] {
        let source = format!("@misc{{a, title = {{T}}, author = {{{author}}}}}");
        let read = Bibliography::parse(&source).unwrap();
        for person in read.get("a").unwrap().author().unwrap() {
            println!("{author} -> {:?} {:?}", person.name, person.given_name);
        }
    }
}
EOF
export CARGO_TARGET_DIR="$dir/target"
cd "$dir"
seen=$(cargo run --quiet)
version=$(cargo tree --depth 1 --prefix none | grep -oE '^biblatex v[0-9.]+')

expected='{Research Directorate, Immigration and Refugee Board} -> "Research Directorate, Immigration and Refugee Board" ""
{Library and Archives Canada = Bibliothèque et Archives Canada} -> "Library and Archives Canada = Bibliothèque et Archives Canada" ""
family=Hunwick, given=John -> "Hunwick" "John"'
recorded='{Research Directorate, Immigration and Refugee Board} -> "Research Directorate, Immigration and Refugee Board" ""
{Library and Archives Canada = Bibliothèque et Archives Canada} -> "" ""
family=Hunwick, given=John -> "Hunwick" "John"'
printf 'version: %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 'biblatex v0.12.0' ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
