#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): a date that it prints rightly is lost when
# CSL JSON is rewritten as CSL JSON. A `literal` ("in the dry season") and the
# year 1 BC (`[[-1]]`) both come out as an empty `date-parts`; 2 BC survives.
# Matters to whoever passes a bibliography through pandoc to tidy it or to
# convert it: dates that are words, and one year, are gone without a message,
# and an empty `date-parts` is no date by the CSL schema.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
version=$("$pandoc" --version | head -n 1)

cat >issued.csl <<'XML'
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-US">
  <info><title>Issued</title><id>issued</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout><date variable="issued"><date-part name="year"/></date></layout></citation>
</style>
XML
seen=$(for issued in '{"literal":"in the dry season"}' '{"date-parts":[[-1]]}' '{"date-parts":[[-2]]}'; do
    printf '[{"id":"a","type":"book","issued":%s}]' "$issued" >items.json
    printed=$(echo '[@a]' | "$pandoc" --citeproc --csl issued.csl --bibliography items.json -t plain)
    rewritten=$("$pandoc" -f csljson -t csljson items.json | tr -d ' \n' | grep -oE '"issued":\{[^}]*\}')
    echo "$issued printed $printed, rewritten $rewritten"
done)

expected='each date is rewritten as it was'
recorded='{"literal":"in the dry season"} printed in the dry season, rewritten "issued":{"date-parts":[]}
{"date-parts":[[-1]]} printed 1 BC, rewritten "issued":{"date-parts":[]}
{"date-parts":[[-2]]} printed 2 BC, rewritten "issued":{"date-parts":[[-2]]}'
printf 'version: %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 'pandoc 3.9' ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
