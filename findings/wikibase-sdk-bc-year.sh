#!/usr/bin/env bash
# wikibase-sdk 11.6.6 (npm): the years BC of Wikidata's JSON come out one too
# early. There `-0044` is 44 BC and no year 0 exists; the library hands the
# number on as an ISO 8601 year and as milliseconds, where -44 is 45 BC. What is
# known to the century alone (precision 7) becomes the first day of one year.
# Matters to whoever builds a timeline from Wikidata: all of antiquity is off by
# a year, and the JSON itself gives no hint of it.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" wikibase-sdk@11.6.6 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/wikibase-sdk/package.json")).version')

cat >probe.mjs <<'EOF'
import { wikibaseTimeToISOString, wikibaseTimeToEpochTime } from "wikibase-sdk";
const calendarmodel = "http://www.wikidata.org/entity/Q1985786";
for (const [time, precision] of [["-0044-03-15T00:00:00Z", 11], ["-0001-00-00T00:00:00Z", 9], ["+1300-00-00T00:00:00Z", 7], ["+0800-12-25T00:00:00Z", 11]]) {
  const value = { time, precision, calendarmodel, timezone: 0, before: 0, after: 0 };
  const year = new Date(wikibaseTimeToEpochTime(time)).getUTCFullYear();
  console.log(`${time} of precision ${precision}: ${wikibaseTimeToISOString(value)}, ${year > 0 ? year : `${1 - year} BC`}`);
}
EOF
seen=$(node probe.mjs)

expected='-000043-03-15 and 44 BC; 0000-01-01 and 1 BC; a century said to be one'
recorded='-0044-03-15T00:00:00Z of precision 11: -000044-03-15T00:00:00.000Z, 45 BC
-0001-00-00T00:00:00Z of precision 9: -000001-01-01T00:00:00.000Z, 2 BC
+1300-00-00T00:00:00Z of precision 7: 1300-01-01T00:00:00.000Z, 1300
+0800-12-25T00:00:00Z of precision 11: 0800-12-25T00:00:00.000Z, 800'
printf 'version: wikibase-sdk %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 11.6.6 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
