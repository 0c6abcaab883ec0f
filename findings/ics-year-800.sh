#!/usr/bin/env bash
# ics 3.12.0 (npm): years before 1000 are written with as many digits as they
# have: Christmas of 800 is `8001225`, 15 March 44 is `440315`. The iCalendar
# standard (RFC 5545, 3.3.4) wants four digits for the year; the library checks
# what it is given and reports no error.
# Matters to whoever makes a calendar of anniversaries: the file is not one that
# others need to read; Python's icalendar, for one, finds no date in the entry.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" ics@3.12.0 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/ics/package.json")).version')
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2

cat >probe.js <<'EOF'
const { createEvent } = require("ics");
const { error, value } = createEvent({ title: "x", uid: "x", start: process.argv.slice(2, 5).map(Number), end: process.argv.slice(5, 8).map(Number) });
if (error) console.log(error.message);
process.stdout.write(value);
EOF
cat >read.py <<'EOF'
import sys
import icalendar
for event in icalendar.Calendar.from_ical(sys.stdin.read()).walk("VEVENT"):
    try:
        print(event.start)
    except Exception as error:
        print(type(error).__name__)
EOF
seen=$(for days in '1591 3 13 1591 3 14' '800 12 25 800 12 26' '44 3 15 44 3 16'; do
    # shellcheck disable=SC2086
    node probe.js $days >calendar.ics
    printf '%s: %s, read as %s\n' "$days" "$(grep -o 'DTSTART.*' calendar.ics | tr -d '\r')" "$(env/bin/python read.py <calendar.ics)"
done)

expected='DTSTART;VALUE=DATE:08001225 and DTSTART;VALUE=DATE:00440315, or an error'
recorded='1591 3 13 1591 3 14: DTSTART;VALUE=DATE:15910313, read as 1591-03-13
800 12 25 800 12 26: DTSTART;VALUE=DATE:8001225, read as BrokenCalendarProperty
44 3 15 44 3 16: DTSTART;VALUE=DATE:440315, read as BrokenCalendarProperty'
printf 'version: ics %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 3.12.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
