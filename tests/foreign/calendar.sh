#!/bin/sh
# Calendars: ical.js and Python's icalendar read every entry, its days and its words, and find it again each year.
set -eu
. "$(dirname "$0")/common"
with_npm ical.js@2.2.1
with_python icalendar==7.3.2
cp "$here/calendar.mjs" "$npm"
read_calendar() {
    ask export --format ics --force -o calendar.ics
    ask export --format ics | cmp calendar.ics -
    ask timeline --json >wanted.json
    "$python" "$here/calendar_read.py"
    node "$npm/calendar.mjs"
}
each_pack read_calendar
