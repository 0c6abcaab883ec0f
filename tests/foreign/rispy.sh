#!/bin/sh
# RIS by rispy: every record, title and author; no line that is no field.
set -eu
. "$(dirname "$0")/common"
with_python rispy==0.10.0
read_it() {
    ask cite --format ris >griot.ris
    ask cite --format csl-json >griot.json
    "$python" "$here/rispy_read.py"
}
each_pack read_it
