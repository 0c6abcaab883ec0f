#!/usr/bin/env bash
# moment-hijri 3.0.0 (npm): its table of months begins with the year 1356 AH
# (1937). A day of an earlier Hijri year is called valid, and every such day is
# one and the same, 1 March 1001; a Gregorian day before 14 March 1937 has the
# day of the month NaN in the year 1355. No error, no warning.
# Matters to whoever dates chronicles: 17 Jumada I 999 (13 March 1591) and the
# first day of the era both come out six or four centuries off.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" moment-hijri@3.0.0 moment@2.30.1 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/moment-hijri/package.json")).version')

cat >probe.js <<'EOF'
const moment = require("moment-hijri");
moment.locale("en");
for (const day of ["1443/1/1", "1356/1/1", "1355/1/1", "999/5/17", "1/1/1"]) {
  const read = moment(day, "iYYYY/iM/iD");
  console.log(`${day} AH: ${read.isValid() ? "valid" : "invalid"}, ${read.format("YYYY-MM-DD")}`);
}
for (const day of ["1937-03-14", "1937-03-13", "1591-03-13"]) console.log(`${day}: ${moment(day, "YYYY-MM-DD").format("iYYYY/iM/iD")} AH`);
EOF
seen=$(TZ=UTC node probe.js)

expected='999/5/17 AH is 1591-03-13, 1/1/1 AH is 0622-07-19; or both are invalid'
recorded='1443/1/1 AH: valid, 2021-08-09
1356/1/1 AH: valid, 1937-03-14
1355/1/1 AH: valid, 1001-03-01
999/5/17 AH: valid, 1001-03-01
1/1/1 AH: valid, 1001-03-01
1937-03-14: 1356/1/1 AH
1937-03-13: 1355/12/NaN AH
1591-03-13: 1355/12/NaN AH'
printf 'version: moment-hijri %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 3.0.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
