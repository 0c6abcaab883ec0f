#!/usr/bin/env bash
# pyte 0.8.2 (Python): SU and SD (`CSI Ps S`, `CSI Ps T`), by which a program has
# the terminal move what is on the screen, are passed over without a word: the
# lines stay. Line feed at the lower margin, IL and DL do move them. REP
# (`CSI Ps b`), which terminfo of xterm tells programs to use, is passed over too.
# Matters to whoever tests a terminal program on it: a view that scrolls by SU
# looks broken there, though it follows ECMA-48 as xterm does.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyte==0.8.2
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("pyte"))')
seen=$(env/bin/python - <<'EOF'
import pyte

def shown(sent):
    screen = pyte.Screen(5, 3)
    pyte.Stream(screen).feed("one\r\ntwo\r\nthree\x1b[H" + sent)
    return "|".join(line.rstrip() for line in screen.display)

for name, sent in [("SU", "\x1b[1S"), ("SD", "\x1b[1T"), ("DL", "\x1b[1M"), ("IL", "\x1b[1L"), ("REP", "x\x1b[2b")]:
    print(name, shown(sent))
EOF
)

expected='SU and SD as DL and IL at the top of the screen, REP as xxx'
recorded='SU one|two|three
SD one|two|three
DL two|three|
IL |one|two
REP xne|two|three'
printf 'version: pyte %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.8.2 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
