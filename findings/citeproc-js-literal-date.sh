#!/usr/bin/env bash
# citeproc-js 2.4.63 (npm citeproc): a date that has both `date-parts` and
# `literal` is printed as both, the wording first, with nothing in between:
# "about 13121312". The CSL-JSON schema allows the two members side by side.
# Matters to whoever exports bibliographies: the figure is there to sort by, the
# wording says what the figure cannot ("about 1312"); given both, a reader sees
# a year of eight digits.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" citeproc@2.4.63 >/dev/null
version=$(node -p 'require("./node_modules/citeproc/package.json").version')

cat >probe.js <<'EOF'
const CSL = require("citeproc");
const ns = 'xmlns="http://purl.org/net/xbiblio/csl" version="1.0"';
const locale = `<locale ${ns} xml:lang="en-US">
  <date form="text"><date-part name="year"/></date>
  <terms><term name="bc"> BC</term><term name="ad"> AD</term></terms>
</locale>`;
const style = `<style ${ns} class="in-text">
  <info><title>Year</title><id>year</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout><date variable="issued"><date-part name="year"/></date></layout></citation>
</style>`;
const print = (issued) =>
  new CSL.Engine(
    { retrieveLocale: () => locale, retrieveItem: () => ({ id: "a", type: "book", issued }) },
    style,
  ).makeCitationCluster([{ id: "a" }]);
for (const issued of [
  { "date-parts": [[1312]] },
  { literal: "about 1312" },
  { "date-parts": [[1312]], literal: "about 1312" },
  { "date-parts": [[1312], [1337]], literal: "under Musa" },
]) {
  console.log(`${JSON.stringify(issued)} ${print(issued)}`);
}
EOF
seen=$(node probe.js)

expected='{"date-parts":[[1312]]} 1312
{"literal":"about 1312"} about 1312
{"date-parts":[[1312]],"literal":"about 1312"} about 1312
{"date-parts":[[1312],[1337]],"literal":"under Musa"} under Musa'
recorded='{"date-parts":[[1312]]} 1312
{"literal":"about 1312"} about 1312
{"date-parts":[[1312]],"literal":"about 1312"} about 13121312
{"date-parts":[[1312],[1337]],"literal":"under Musa"} under Musa1312–1337'
printf 'version: citeproc %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 2.4.63 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
