#!/usr/bin/env bash
# ratatui-core 0.1.2 with unicode-width 0.2.3: a half-width kana with a voice
# mark (U+FF9E, U+FF9F) takes three cells, one more than the two characters.
# CellWidth adds a cell for each such mark because its width used to be 0;
# unicode-width 0.2.3 already counts it as 1, so it is counted twice.
# Matters in a terminal: half-width kana is what old Japanese catalogues and
# data files hold, and all that follows it on the line stands too far right.
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
ratatui-core = "=0.1.2"
unicode-width = "=0.2.3"
EOF
cat >"$dir/src/main.rs" <<'EOF'
use ratatui_core::{
    buffer::{Buffer, CellWidth},
    layout::Rect,
    style::Style,
};
use unicode_width::UnicodeWidthStr;

fn main() {
    for text in ["ﾄﾞ", "ﾊﾟ", "ﾄ", "ド"] {
        let line = format!("{text}a");
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_stringn(0, 0, &line, 8, Style::default());
        let column = (0..8u16).find(|&x| buffer[(x, 0)].symbol() == "a");
        println!(
            "{text} width {} cells {} next column {}",
            text.width(),
            text.cell_width(),
            column.map_or("none".into(), |x| x.to_string()),
        );
    }
}
EOF
export CARGO_TARGET_DIR="$dir/target"
cd "$dir"
seen=$(cargo run --quiet)
versions=$(cargo tree --depth 1 --prefix none | grep -oE '^(ratatui-core|unicode-width) v[0-9.]+' | sort)

expected='ﾄﾞ width 2 cells 2 next column 2
ﾊﾟ width 2 cells 2 next column 2
ﾄ width 1 cells 1 next column 1
ド width 2 cells 2 next column 2'
recorded='ﾄﾞ width 2 cells 3 next column 3
ﾊﾟ width 2 cells 3 next column 3
ﾄ width 1 cells 1 next column 1
ド width 2 cells 2 next column 2'
printf 'version:\n%s\nexpected:\n%s\nseen:\n%s\n' "$versions" "$expected" "$seen"
[[ $versions == $'ratatui-core v0.1.2\nunicode-width v0.2.3' ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
