#!/bin/sh
# TimelineJS 3: its own configuration takes every event, with its day, its era and its text.
set -eu
griot=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
dir=${FOREIGN_NPM:-$(mktemp -d)}
[ -n "${FOREIGN_NPM:-}" ] || trap 'rm -rf "$dir"' EXIT
mkdir -p "$dir"
cd "$dir"
npm install --silent --no-audit --no-fund --prefix . @knight-lab/timelinejs@3.9.11 jsdom@26.1.0 esbuild@0.25.12 >/dev/null
for pack in mali "$here/other.md" ${GRIOT_OTHER:-}; do
    data=
    [ "$pack" = mali ] || data="--data $pack"
    "$griot" --no-state $data export --format timelinejs --force -o timeline.json
    "$griot" --no-state $data timeline --json >wanted.json
    cp "$here/timelinejs.mjs" .
    node timelinejs.mjs
done
