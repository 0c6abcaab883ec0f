#!/usr/bin/env bash
# uroman 1.3.1.1 (PyPI): four of the seven tone marks of N'Ko are read out by
# a word of their Unicode names. `ߡߊߟߌ`, Mali, is `mali`; with the mark of a
# low tone on the first vowel it is `matoneli`, with the double dot `madotli`. In
# Adlam two signs that change a consonant become `modifier`.
# Matters to whoever searches or sorts names in the scripts of West Africa by
# their Latin form: a word as it is correctly spelt no longer meets itself.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check uroman==1.3.1.1
version=$(env/bin/python -c 'import importlib.metadata as m; print(m.version("uroman"))')

cat >probe.py <<'EOF'
import unicodedata
import uroman
romanizer = uroman.Uroman()
print("unmarked:", romanizer.romanize_string("ߡߊߟߌ"))
for mark in range(0x7EB, 0x7F4):
    print(f"{unicodedata.name(chr(mark)).lower()}:", romanizer.romanize_string(f"ߡߊ{chr(mark)}ߟߌ"))
for mark in (0x1E946, 0x1E948, 0x1E949):
    print(f"{unicodedata.name(chr(mark)).lower()}:", romanizer.romanize_string(f"\U0001e927\U0001e922{chr(mark)}\U0001e924\U0001e92d"))
EOF
seen=$(env/bin/python probe.py)

expected='mali, whatever its tones; no words of names'
recorded='unmarked: mali
nko combining short high tone: matoneli
nko combining short low tone: matoneli
nko combining short rising tone: mali
nko combining long descending tone: mali
nko combining long high tone: matoneli
nko combining long low tone: matoneli
nko combining long rising tone: mali
nko combining nasalization mark: mali
nko combining double dot above: madotli
adlam gemination mark: sali
adlam consonant modifier: samodifierli
adlam geminate consonant modifier: samodifierli'
printf 'version: uroman %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 1.3.1.1 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
