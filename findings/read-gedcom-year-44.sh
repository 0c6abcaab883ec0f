#!/usr/bin/env bash
# read-gedcom 0.3.2 (npm): years from 0 to 99 are of the twentieth century once a
# date becomes one of JavaScript. The parser reads `DATE 44` as the year 44, and
# its `toJsDate` makes 1944 of that; `44 B.C.` and 100 are as its notes say. The
# notes tell of calendars, dual years and BC, and not of this.
# Matters to whoever draws an old line on a scale: somebody born in 44 stands
# beside her descendants, and sorts behind them.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" read-gedcom@0.3.2 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/read-gedcom/package.json")).version')

cat >probe.js <<'EOF'
const { parseDate, toJsDate } = require("read-gedcom");
for (const text of ["44", "15 MAR 99", "100", "800", "44 B.C.", "@#DJULIAN@ 13 MAR 44"]) {
  const { date } = parseDate(text);
  console.log(`${text}: read as ${date.year.value}, ${toJsDate(date).toISOString().slice(0, -14)}`);
}
EOF
seen=$(node probe.js)

expected='44: 0044-01-01; 15 MAR 99: 0099-03-15'
recorded='44: read as 44, 1944-01-01
15 MAR 99: read as 99, 1999-03-15
100: read as 100, 0100-01-01
800: read as 800, 0800-01-01
44 B.C.: read as 44, -000044-01-01
@#DJULIAN@ 13 MAR 44: read as 44, 1944-03-11'
printf 'version: read-gedcom %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.3.2 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
