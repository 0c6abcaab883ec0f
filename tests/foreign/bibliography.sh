#!/bin/sh
# BibTeX by bibtexparser, pybtex and citation-js, RIS by citation-js: every record, title, name, date and number.
set -eu
. "$(dirname "$0")/common"
with_npm @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 @citation-js/plugin-ris@0.8.2
with_python bibtexparser==2.1.0 pybtex==0.26.1 pylatexenc==2.11
cp "$here/bibliography.mjs" "$npm"
read_bibliography() {
    for form in bibtex ris csl-json; do ask cite --format $form >griot.$form; done
    "$python" "$here/bibliography.py"
    node "$npm/bibliography.mjs"
}
each_pack read_bibliography
