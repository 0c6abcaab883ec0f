#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): the year -299 is printed "299 BC" from
# `date-parts` and "300 BC" from an EDTF string, and rewriting CSL JSON turns
# "-0299" into the date-parts -300. Each follows its own definition (CSL has no
# year 0, EDTF has one), yet the schema calls the two forms equivalent.
# Matters to whoever cites antiquity: a tool that copies the number from one
# form into the other is a year out, and nothing in the file shows it.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
version=$("$pandoc" --version | head -n 1)

cat >year.csl <<'EOF'
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-US">
  <info><title>Year</title><id>year</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout><date variable="issued"><date-part name="year"/></date></layout></citation>
</style>
EOF
seen=$(for issued in '{"date-parts":[[-299]]}' '"-0299"'; do
    printf '[{"id":"a","type":"book","issued":%s}]' "$issued" >items.json
    printed=$(echo '[@a]' | "$pandoc" --citeproc --csl year.csl --bibliography items.json -t plain)
    parts=$("$pandoc" -f csljson -t csljson items.json | tr -d ' \n' | grep -oE '"date-parts":[^}]*')
    echo "$issued printed $printed, rewritten $parts"
done)

expected='both print the same year, and the number stays -299'
recorded='{"date-parts":[[-299]]} printed 299 BC, rewritten "date-parts":[[-299]]
"-0299" printed 300 BC, rewritten "date-parts":[[-300]]'
printf 'version: %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 'pandoc 3.9' ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
