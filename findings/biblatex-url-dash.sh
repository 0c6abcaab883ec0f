#!/usr/bin/env bash
# biblatex 0.12.0 (Rust): `--` and `---` in a url or doi become an en dash and an
# em dash, though both fields are verbatim, in BibLaTeX and by the crate's own
# is_verbatim_field; the changed address is also what is written back.
# Matters to whoever reads bibliographies: the link is dead, and in most faces
# the new dash looks like the old hyphens. `-{}-{}-` in the source is read right;
# a repair is merged upstream (typst/biblatex #111), but not in this release.
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

const SOURCE: &str = "@online{a,
title = {T},
doi = {10.1000/gao--kukiya},
url = {https://example.org/gao---kukiya},
}";

fn main() {
    let read = Bibliography::parse(SOURCE).unwrap();
    let entry = read.get("a").unwrap();
    println!("doi {}", entry.doi().unwrap());
    println!("url {}", entry.url().unwrap());
    let written = read.to_biblatex_string();
    let line = written.lines().find(|line| line.starts_with("url")).unwrap();
    println!("written {line}");
}
EOF
export CARGO_TARGET_DIR="$dir/target"
cd "$dir"
seen=$(cargo run --quiet)
version=$(cargo tree --depth 1 --prefix none | grep -oE '^biblatex v[0-9.]+')

expected='doi 10.1000/gao--kukiya
url https://example.org/gao---kukiya
written url = {https://example.org/gao---kukiya},'
recorded='doi 10.1000/gao–kukiya
url https://example.org/gao—kukiya
written url = {https://example.org/gao—kukiya},'
printf 'version: %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 'biblatex v0.12.0' ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
