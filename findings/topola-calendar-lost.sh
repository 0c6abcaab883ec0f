#!/usr/bin/env bash
# topola 3.10.1 (npm): the calendar of a GEDCOM date is cut off. 13 March 1591 in
# the Julian calendar, which is 23 March in the Gregorian, is drawn as `13 Mar
# 1591` like the Gregorian day ten days before it; a Hebrew or French date keeps
# its words, and no longer says which calendar they are of.
# Matters to whoever compares lives across 1582: two dates that look alike are
# not, and nothing in the chart or in its JSON tells them apart.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" topola@3.10.1 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/topola/package.json")).version')

cat >probe.js <<'EOF'
const { getDate, formatDateOrRange } = require("topola");
for (const text of ["13 MAR 1591", "@#DJULIAN@ 13 MAR 1591", "@#DHEBREW@ 2 TVT 5758", "@#DFRENCH R@ 12 FRUC 2"]) {
  const read = getDate(text);
  console.log(`${text}: ${JSON.stringify(read)}, ${formatDateOrRange(read, "en").trim()}`);
}
EOF
seen=$(node probe.js)

expected='a mark of the calendar in the second, third and fourth, or the day in the Gregorian calendar'
recorded='13 MAR 1591: {"date":{"year":1591,"month":3,"day":13}}, 13 Mar 1591
@#DJULIAN@ 13 MAR 1591: {"date":{"year":1591,"month":3,"day":13}}, 13 Mar 1591
@#DHEBREW@ 2 TVT 5758: {"date":{"text":"2 TVT 5758"}}, 2 TVT 5758
@#DFRENCH R@ 12 FRUC 2: {"date":{"text":"12 FRUC 2"}}, 12 FRUC 2'
printf 'version: topola %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 3.10.1 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
