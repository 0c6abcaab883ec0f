#!/bin/sh
# CSV by pandas: every statement, years as numbers, nothing lost between two commas.
set -eu
. "$(dirname "$0")/common"
with_python pandas==3.1.1
read_it() {
    ask export --format csv >griot.csv
    ask export --format json >griot.json
    "$python" "$here/pandas_read.py"
}
each_pack read_it
