#!/usr/bin/env bash
# edtf-core 1.2.3 (Rust): a date with two marks is printed with one of them moved
# and the other turned into a third: `2004-06~-11?` becomes `2004-06%-?11`. The
# two are equal, yet the crate says it prints by preference the mark that covers
# the whole date, and here it takes that mark away and splits it up.
# Matters to whoever keeps dates as text: a file read and written again differs,
# and a search for `~` no longer finds the date.
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
edtf-core = "=1.2.3"
EOF
cat >"$dir/src/main.rs" <<'EOF'
use edtf_core::Edtf;

fn main() {
    for text in ["2004-06-11?", "2004-06~-11", "2004-06~-11?", "2004~-06?"] {
        let date: Edtf = text.parse().unwrap();
        let printed = date.to_string();
        let equal = printed.parse::<Edtf>().unwrap() == date;
        println!("{text} -> {printed} equal {equal}");
    }
}
EOF
export CARGO_TARGET_DIR="$dir/target"
cd "$dir"
seen=$(cargo run --quiet)
version=$(cargo tree --depth 1 --prefix none | grep -oE '^edtf-core v[0-9.]+')

expected='2004-06-11? -> 2004-06-11? equal true
2004-06~-11 -> 2004-06~-11 equal true
2004-06~-11? -> 2004-06~-11? equal true
2004~-06? -> 2004~-06? equal true'
recorded='2004-06-11? -> 2004-06-11? equal true
2004-06~-11 -> 2004-06~-11 equal true
2004-06~-11? -> 2004-06%-?11 equal true
2004~-06? -> 2004%-?06 equal true'
printf 'version: %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 'edtf-core v1.2.3' ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
