#!/bin/sh
# Calendars: ical.js and Python's icalendar read every entry, its days and its words, and find it again each year.
set -eu
griot=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm=${FOREIGN_NPM:-$dir/npm}
mkdir -p "$npm"
npm install --silent --no-audit --no-fund --prefix "$npm" ical.js@2.2.1 >/dev/null
python=${FOREIGN_PYTHON:-$dir/venv/bin/python}
[ -x "$python" ] || { python3 -m venv "$dir/venv"; "$dir/venv/bin/pip" install --quiet icalendar==7.3.2; }
for pack in mali "$here/other.md" ${GRIOT_OTHER:-}; do
    data=
    [ "$pack" = mali ] || data="--data $pack"
    "$griot" --no-state $data export --format ics --force -o "$npm/calendar.ics"
    "$griot" --no-state $data export --format ics >"$npm/piped.ics" 2>/dev/null
    cmp "$npm/calendar.ics" "$npm/piped.ics"
    "$griot" --no-state $data timeline --json >"$npm/wanted.json" 2>/dev/null
    (cd "$npm" && "$python" "$here/calendar_read.py" && cp "$here/calendar.mjs" . && node calendar.mjs)
done
