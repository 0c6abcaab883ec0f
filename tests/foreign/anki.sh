#!/bin/sh
# Anki: its own importer takes every card, and none a second time when the same file, or one with corrections, comes again.
set -eu
. "$(dirname "$0")/common"
with_python anki==26.9.3
read_cards() {
    rm -rf collection.*
    ask export --format anki --force -o cards.tsv
    "$python" "$here/anki_import.py"
}
each_pack read_cards
