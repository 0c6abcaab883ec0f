#!/bin/sh
# Anki: its own importer takes every card, and none a second time when the same file, or one with corrections, comes again.
set -eu
griot=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python=${FOREIGN_PYTHON:-$dir/venv/bin/python}
[ -x "$python" ] || { python3 -m venv "$dir/venv"; "$dir/venv/bin/pip" install --quiet anki==26.9.3; }
for pack in mali "$here/other.md" ${GRIOT_OTHER:-}; do
    data=
    [ "$pack" = mali ] || data="--data $pack"
    "$griot" --no-state $data export --format anki --force -o "$dir/cards.tsv"
    (cd "$dir" && rm -rf collection.* && "$python" "$here/anki_import.py")
done
