#!/bin/sh
# TimelineJS 3: its own configuration takes every event, with its day, its era and its text.
set -eu
. "$(dirname "$0")/common"
with_npm @knight-lab/timelinejs@3.9.11 jsdom@26.1.0 esbuild@0.25.12
cp "$here/timelinejs.mjs" "$npm"
read_timeline() {
    ask export --format timelinejs --force -o "$npm/timeline.json"
    ask timeline --json >"$npm/wanted.json"
    (cd "$npm" && node timelinejs.mjs)
}
each_pack read_timeline
