#!/bin/sh
# BibTeX by biber: no error, no warning but for what a source does not say, every title, no body taken apart.
set -eu
. "$(dirname "$0")/common"
read_it() {
    ask cite --format bibtex >griot.bib
    ask cite --format csl-json >griot.json
    biber --tool --output-format=bibtex --output-file read.bib griot.bib >log 2>&1 || { grep -E 'ERROR|WARN' log; exit 1; }
    if grep -E 'ERROR|WARN' log; then exit 1; fi
    python3 "$here/biber_read.py"
}
each_pack read_it
