#!/usr/bin/env bash
# @retorquere/bibtex-parser 9.0.29 (npm): the `~` of a date is read as the
# no-break space of TeX, so that "about 1312" becomes plainly 1312 and
# 2004-06-~11 is no date any more. In a BibLaTeX date `~` says that it is
# approximate, as in EDTF; `?` and XX are kept. No error is told.
# Matters to whoever imports a bibliography of things that are dated by guess: a
# doubt that its author wrote down is gone, and of the three signs only this one.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" @retorquere/bibtex-parser@9.0.29 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/@retorquere/bibtex-parser/package.json")).version')

cat >probe.mjs <<'EOF'
import { parse } from "@retorquere/bibtex-parser";
for (const date of ["1312?", "13XX", "1312~", "1312~/1337", "2004-06-~11"]) {
  const { entries, errors } = parse(`@book{a, title = {T}, date = {${date}}}`);
  console.log(date, "is", JSON.stringify(entries[0].fields.date).replaceAll("\u00a0", "\\u00a0"), "with", errors.length, "errors");
}
EOF
seen=$(node probe.mjs)

expected='each as it was written'
recorded='1312? is "1312?" with 0 errors
13XX is "13XX" with 0 errors
1312~ is "1312" with 0 errors
1312~/1337 is "1312\u00a0/1337" with 0 errors
2004-06-~11 is "2004-06-\u00a011" with 0 errors'
printf 'version: @retorquere/bibtex-parser %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 9.0.29 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
