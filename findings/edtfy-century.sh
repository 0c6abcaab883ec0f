#!/usr/bin/env bash
# edtfy 0.0.8 (npm): what it makes of centuries and of open ends is not EDTF, the
# form that it says it makes: "13th century" is `12xx` with small letters, where
# the standard has capitals, and "before 1600" is `[..,1600]`, where it has
# `[..1600]`. Read by the npm package edtf, each is an error.
# Matters to whoever types dates into a catalogue: years and days come out right,
# so that it is trusted, and just the vague ones cannot be read again.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" edtfy@0.0.8 edtf@4.11.1 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/edtfy/package.json")).version')

cat >probe.mjs <<'EOF'
import edtfy from "edtfy";
import edtf from "edtf";
const reads = (text) => { try { return edtf(text).type; } catch { return "error"; } };
for (const words of ["13 March 1591", "circa 1312", "300 BC", "13th century", "5th century BC", "before 1600", "after 1591"]) {
  const text = edtfy(words);
  console.log(`${words}: ${text}, ${reads(text)}`);
}
for (const text of ["12XX", "[..1600]"]) console.log(`${text}, ${reads(text)}`);
EOF
seen=$(node probe.mjs)

expected='no error; of centuries 12XX and -04XX, of open ends [..1600] and [1591..]'
recorded='13 March 1591: 1591-03-13, Date
circa 1312: 1312~, Date
300 BC: -0299, Date
13th century: 12xx, error
5th century BC: -04xx, error
before 1600: [..,1600], error
after 1591: [1591,..], error
12XX, Date
[..1600], Set'
printf 'version: edtfy %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.0.8 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
