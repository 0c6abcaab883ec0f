#!/usr/bin/env bash
# @internationalized/date 3.12.4 (npm): a day before the first year of a calendar
# is moved into that year by `toCalendar`, silently: 13 March 600 becomes a day of
# AH 1, which turned back is 26 June 623. The Persian and the Indian calendar do
# the same; the Coptic one goes to an era of its own instead, and comes back.
# Matters to whoever shows two calendars side by side: everything before the
# Hijra lands in its first year, where it looks like any other date.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @internationalized/date@3.12.4 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/@internationalized/date/package.json")).version')

cat >probe.mjs <<'EOF'
import { CalendarDate, CopticCalendar, GregorianCalendar, IndianCalendar, IslamicCivilCalendar, PersianCalendar, toCalendar } from "@internationalized/date";
for (const [date, calendars] of [
  [new CalendarDate(1591, 3, 13), [new IslamicCivilCalendar(), new PersianCalendar()]],
  [new CalendarDate(600, 3, 13), [new CopticCalendar(), new IslamicCivilCalendar(), new PersianCalendar()]],
  [new CalendarDate(77, 3, 15), [new CopticCalendar(), new IndianCalendar()]],
]) {
  for (const calendar of calendars) {
    const there = toCalendar(date, calendar);
    console.log(`${date}: ${calendar.identifier} ${there.era} ${there.year}, back ${toCalendar(there, new GregorianCalendar())}`);
  }
}
EOF
seen=$(node probe.mjs)

expected='each comes back as it went, or an error says that there is no such date'
recorded='1591-03-13: islamic-civil AH 999, back 1591-03-13
1591-03-13: persian AP 969, back 1591-03-13
0600-03-13: coptic CE 316, back 0600-03-13
0600-03-13: islamic-civil AH 1, back 0623-06-26
0600-03-13: persian AP 1, back 0623-03-13
0077-03-15: coptic BCE 208, back 0077-03-15
0077-03-15: indian saka 1, back 0080-03-14'
printf 'version: @internationalized/date %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 3.12.4 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
