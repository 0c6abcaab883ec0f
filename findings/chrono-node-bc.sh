#!/usr/bin/env bash
# chrono-node 2.10.3 (npm): a day BC becomes a Date one year too early. It takes
# "15 March 44 BC" for a date and gives the JavaScript year -44; but the years
# of Date are astronomical, 1 BC is 0, so that -44 is 45 BC, and Intl prints the
# result so. AD 44 is not understood at all, so nothing evens it out.
# Matters to whoever reads dates out of prose: sums between BC and AD are a year
# out, and a day that is printed again is another than that of the text.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" chrono-node@2.10.3 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/chrono-node/package.json")).version')

cat >probe.cjs <<'EOF'
process.env.TZ = "UTC";
const chrono = require("chrono-node");
const print = new Intl.DateTimeFormat("en-GB", { era: "short", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
for (const text of ["15 March 44 BC", "10 August 234 BC", "13 March 1591 AD"]) {
  const date = chrono.parseDate(text);
  console.log(`${text}: ${date.toISOString().slice(0, -14)}, ${print.format(date)}`);
}
EOF
seen=$(node probe.cjs)

expected='the day of the text, which is -000043-03-15 of ISO 8601 and -000233-08-10'
recorded='15 March 44 BC: -000044-03-15, 15 March 45 BC
10 August 234 BC: -000234-08-10, 10 August 235 BC
13 March 1591 AD: 1591-03-13, 13 March 1591 AD'
printf 'version: chrono-node %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 2.10.3 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
