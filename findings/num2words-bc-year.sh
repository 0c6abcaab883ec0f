#!/usr/bin/env bash
# num2words 0.5.14 (Python): a year below 0 is put into other words than its own
# in German and Dutch: -44 is "minus one hundred and fifty-six" and -753 "minus
# eight hundred and forty-seven", as if counted from the hundred below. English
# says "forty-four BC" and Portuguese "antes de Cristo"; no error is raised.
# Matters to whoever has years read aloud, for the blind or in a museum: the
# wrong year is spoken, and no figure on a screen shows it.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check num2words==0.5.14
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("num2words"))')
seen=$(env/bin/python - <<'EOF'
from num2words import num2words

for language in ("en", "de", "nl"):
    for year in (-44, -753):
        print(language, year, num2words(year, to="year", lang=language))
EOF
)

expected='44 and 753 in each language'
recorded='en -44 forty-four BC
en -753 seven fifty-three BC
de -44 minuseinshundertsechsundfünfzig
de -753 minusachthundertsiebenundvierzig
nl -44 min één honderd zesenvijftig
nl -753 min acht honderd zevenenveertig'
printf 'version: num2words %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.5.14 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
