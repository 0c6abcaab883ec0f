#!/usr/bin/env bash
# calendrical_calculations 0.2.4 (Rust): in half of all years the first day of the
# tabular Islamic calendar comes back as the 30th of the last month of the year
# before. The way there is right, so that 1 Muharram 724 goes to its day and
# returns as 30/12/723; every other day returns as it went.
# Matters to whoever turns days into Muslim dates with it: chronicles count by
# the New Year, and told so it is in another year.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/src"
cat >"$dir/Cargo.toml" <<'EOF'
[package]
name = "probe"
version = "0.0.0"
edition = "2021"

[dependencies]
calendrical_calculations = "=0.2.4"
EOF
cat >"$dir/src/main.rs" <<'EOF'
use calendrical_calculations::islamic::*;

fn main() {
    let epoch = ISLAMIC_EPOCH_FRIDAY;
    let back = |y, m, d| tabular_islamic_from_fixed(fixed_from_tabular_islamic(y, m, d, epoch), epoch);
    let (mut days, mut starts) = (0, 0);
    for year in 1..=1500 {
        for month in 1..=12 {
            for day in 1..=29 {
                let lost = back(year, month, day) != (year, month, day);
                days += usize::from(lost && (month, day) != (1, 1));
                starts += usize::from(lost && (month, day) == (1, 1));
            }
        }
    }
    println!("1/1/724 comes back as {:?}, 2/1/724 as {:?}", back(724, 1, 1), back(724, 1, 2));
    println!("of 1500 years {starts} first days do not come back, of all other days {days}");
}
EOF
export CARGO_TARGET_DIR="$dir/target"
cd "$dir"
seen=$(cargo run --quiet)
version=$(grep -A 1 '^name = "calendrical_calculations"' Cargo.lock | sed -n 's/^version = "\(.*\)"/\1/p')

expected='1/1/724 comes back as (724, 1, 1), 2/1/724 as (724, 1, 2)
of 1500 years 0 first days do not come back, of all other days 0'
recorded='1/1/724 comes back as (723, 12, 30), 2/1/724 as (724, 1, 2)
of 1500 years 750 first days do not come back, of all other days 0'
printf 'version: calendrical_calculations %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.2.4 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
