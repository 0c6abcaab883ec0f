#!/bin/sh
# Dates: two libraries read the EDTF of every export and find the years that griot gives; Muslim days are told by two others.
set -eu
. "$(dirname "$0")/common"
with_npm edtf@4.11.1
with_python edtf==5.0.2 convertdate==2.5.1
cp "$here/dates.mjs" "$npm"
read_dates() {
    ask export --format json --force -o all.json
    ask timeline --json >timeline.json
    "$python" "$here/dates.py"
    node "$npm/dates.mjs"
}
each_pack read_dates
