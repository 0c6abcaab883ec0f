#!/usr/bin/env bash
# wtf_wikipedia 10.4.2 (npm): of an uncertain span as articles write it,
# {{circa|1312|1337}}, the end is lost: the text says "c. 1312", one year. When
# somebody flourished, {{floruit|1312|1337}}, is lost whole, bracket and all,
# while {{reign|1312|1337}} keeps both years. Nothing tells of what was left out.
# Matters to whoever takes dates from the text of articles: lives of people of
# whom little is known become points, and what is left looks complete.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" wtf_wikipedia@10.4.2 >/dev/null
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' node_modules/wtf_wikipedia/package.json)

cat >probe.mjs <<'EOF'
import wtf from "wtf_wikipedia";
for (const text of ["circa|1312", "circa|1312|1337", "c.|965|1040", "reign|1312|1337", "floruit|1312|1337"]) {
  console.log(`${text} -> ${wtf(`A scholar ({{${text}}}) of Gao.`).text()}`);
}
EOF
seen=$(node probe.mjs)

expected='both years of each, and that he flourished then'
recorded='circa|1312 -> A scholar (c. 1312) of Gao.
circa|1312|1337 -> A scholar (c. 1312) of Gao.
c.|965|1040 -> A scholar (c. 965) of Gao.
reign|1312|1337 -> A scholar ((r. 1312 – 1337)) of Gao.
floruit|1312|1337 -> A scholar of Gao.'
printf 'version: wtf_wikipedia %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 10.4.2 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
