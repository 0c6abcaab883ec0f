#!/usr/bin/env bash
# citation-js 0.8.2 (npm @citation-js/plugin-ris): a newspaper article in RIS
# loses its author and its day. The name (AU) becomes `reporter`, and that a bare
# text where CSL-JSON wants a list of names; the date (DA) is left out, only the
# year (PY) stays. The same lines under TY BOOK or JOUR are read in full.
# Matters to whoever cites the press: of all records these need the day most,
# and a style that prints authors prints none.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 >/dev/null
version=$(node -p 'require("./node_modules/@citation-js/plugin-ris/package.json").version')

cat >probe.js <<'EOF'
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-ris");
for (const type of ["JOUR", "NEWS"]) {
  const { author, reporter, issued } = new Cite(
    `TY  - ${type}\nAU  - Dembele, Salif\nTI  - A market opens\nT2  - The Paper\nPY  - 1991\nDA  - 1991/03/26/\nER  - \n`,
  ).data[0];
  console.log(type, JSON.stringify({ author, reporter, issued }));
}
EOF
seen=$(node probe.js)

expected='both have the author as a list of names, and 26 March 1991'
recorded='JOUR {"author":[{"family":"Dembele","given":"Salif"}],"issued":{"date-parts":[[1991,3,26]]}}
NEWS {"reporter":"Dembele, Salif","issued":{"date-parts":[[1991]]}}'
printf 'version: @citation-js/plugin-ris %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.8.2 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
