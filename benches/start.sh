#!/usr/bin/env bash
# How many instructions griot needs for a start: from nothing to its first frame of 120 by 40 cells, and to its end.
# Needs valgrind and util-linux; builds griot for release, or takes the binary that it is given. A count does not depend on
# what else the machine does, so a change of a few in a hundred is seen. By hand, before a release; add a line:
#
#   13,170,778  2026-11-27  before the house of three crates
#   20,207,138  2026-11-27  with twice the content and the search of questions
#   10,808,740  2026-11-27  only what is near is laid out, and leaving frees nothing
#    6,905,080  2026-11-28  records are read in groups when they are wanted
#    4,904,637  2026-11-28  blocks are made when they are looked at, and cells written as bytes
#    4,404,795  2026-11-28  keys of the table are read when griot is built
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

griot=${1:-}
if [ -z "$griot" ]; then
    cargo build --release --locked --quiet
    griot=target/release/griot
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
(sleep 5 && printf q) | TERM=xterm-256color script -qec \
    "stty rows 40 cols 120; valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file=$log $griot --no-state" \
    /dev/null >/dev/null
grep -o 'Collected : [0-9]*' "$log" | grep -o '[0-9]*' | sed -E ':a; s/([0-9])([0-9]{3})($|,)/\1,\2\3/; ta'
