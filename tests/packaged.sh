#!/usr/bin/env bash
# The tests of every crate, run from what would be published: the archives of `cargo package`, unpacked side by side.
# Takes as long as a build from nothing; arguments go to `cargo package`, such as --allow-dirty.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CARGO_TARGET_DIR=$work/target

cargo package --workspace --locked --no-verify "$@"
patches=()
for archive in "$work"/target/package/*.crate; do
    tar -xzf "$archive" -C "$work"
    name=$(basename "$archive" .crate)
    patches+=(--config "patch.crates-io.${name%-[0-9]*}.path=\"$work/$name\"")
done
for crate in "$work"/griot*/; do
    printf '\n== %s\n' "$(basename "$crate")"
    own=(--config "patch.crates-io.$(basename "$crate" | sed 's/-[0-9].*//').path=\"${crate%/}\"")
    others=()
    for ((i = 0; i < ${#patches[@]}; i += 2)); do
        [ "${patches[i + 1]}" = "${own[1]}" ] || others+=("${patches[i]}" "${patches[i + 1]}")
    done
    (cd "$crate" && cargo test --quiet --no-fail-fast "${others[@]}")
done
