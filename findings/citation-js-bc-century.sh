#!/usr/bin/env bash
# citation-js 0.8.2 (npm @citation-js/plugin-bibtex): of a BibLaTeX date before
# the first century only zeros are left: {-0299} and {-0043-03-15} both become
# the year 0, and {-0001} January of it. {13XX}, "some year of the 1300s", is
# the year 1300. BibLaTeX's manual has both forms; no error or warning is given.
# Matters to whoever converts a bibliography of old editions: a wrong year looks
# as sure as a right one, and written back as BibTeX nothing else is left.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 >/dev/null
version=$(node -p 'require("./node_modules/@citation-js/plugin-bibtex/package.json").version')

cat >probe.js <<'EOF'
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
for (const date of ["0800", "-0299", "-0043-03-15", "-0001", "13XX"]) {
  const read = new Cite(`@book{a, title = {T}, date = {${date}}}`);
  const written = read.format("bibtex").match(/year = \{.*?\}/)[0];
  console.log(date, JSON.stringify(read.data[0].issued), written);
}
EOF
seen=$(node probe.js)

expected='the year of each, below 0 where it is BC; of 13XX the words or a span'
recorded='0800 {"date-parts":[[800]]} year = {800}
-0299 {"date-parts":[[0]]} year = {0}
-0043-03-15 {"date-parts":[[0]]} year = {0}
-0001 {"date-parts":[[0,1]]} year = {0}
13XX {"date-parts":[[1300]]} year = {1300}'
printf 'version: @citation-js/plugin-bibtex %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.8.2 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
