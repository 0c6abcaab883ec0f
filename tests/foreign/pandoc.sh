#!/bin/sh
# BibTeX, RIS and CSL-JSON by pandoc: every title and every name comes back. Markdown: no list where there is none, all
# footnotes resolved, every statement found.
set -eu
. "$(dirname "$0")/common"
pandoc=${PANDOC:-pandoc}
read_it() {
    ask cite --format bibtex >griot.bib
    ask cite --format csl-json >griot.json
    ask cite --format ris >griot.ris
    ask export --format md >griot.md
    ask export --format csv >griot.csv
    "$pandoc" --version | head -1
    for form in bibtex biblatex; do "$pandoc" -f $form griot.bib -t csljson -o $form.json; done
    "$pandoc" -f csljson griot.json -t csljson -o csljson.json
    "$pandoc" -f ris griot.ris -t csljson -o ris.json 2>/dev/null || rm -f ris.json
    wiki=wikilinks_title_after_pipe
    "$pandoc" --list-extensions=markdown | grep -q $wiki || wiki=
    "$pandoc" -f markdown${wiki:++$wiki} griot.md -t json -o text.json 2>warnings
    "$pandoc" -f markdown${wiki:++$wiki} griot.md -t html -o text.html 2>>warnings
    cat warnings
    WIKI=$wiki python3 "$here/pandoc_read.py"
}
each_pack read_it
