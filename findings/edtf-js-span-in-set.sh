#!/usr/bin/env bash
# edtf 4.11.1 (npm): a run of years within a set counts as its first year only.
# `[1603..1607]`, "one of the years 1603 to 1607", ends with 1603 by `max`, and
# `{1667,1668,1670..1672}`, an example of the EDTF specification, with 1670. The
# same years written one by one, or as an interval, end where they should.
# Matters to whoever puts uncertain dates on a timeline by min and max: they are
# drawn too short, and a search for 1605 or 1672 does not find them.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" edtf@4.11.1 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/edtf/package.json")).version')

cat >probe.mjs <<'EOF'
import edtf from "edtf";
for (const text of ["1603/1607", "[1603,1604,1605,1606,1607]", "[1603..1607]", "{1667,1668,1670..1672}"]) {
  const { min, max } = edtf(text);
  console.log(text, new Date(min).getUTCFullYear(), new Date(max).getUTCFullYear());
}
EOF
seen=$(node probe.mjs)

expected='1603/1607 1603 1607
[1603,1604,1605,1606,1607] 1603 1607
[1603..1607] 1603 1607
{1667,1668,1670..1672} 1667 1672'
recorded='1603/1607 1603 1607
[1603,1604,1605,1606,1607] 1603 1607
[1603..1607] 1603 1603
{1667,1668,1670..1672} 1667 1670'
printf 'version: edtf %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 4.11.1 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
