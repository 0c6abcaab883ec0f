#!/usr/bin/env bash
# pyte 0.8.2 (Python): parameters with colons, as ISO 8613-6 has them for colours
# and terminals for forms of underlining, end the sequence where the first colon
# stands, and the rest is put on the screen as text: of `CSI 4:3 m`, a curly
# underline, `3m` is shown, and of an RGB colour its numbers.
# Matters to whoever tests on it what editors and pagers print today: the same
# colour with semicolons is taken, and with colons the line is longer than it is.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyte==0.8.2
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("pyte"))')
seen=$(env/bin/python - <<'EOF'
import pyte

SENT = {"curly": "\x1b[4:3mcurl", "colons": "\x1b[38:2::229:178:73mgold", "semicolons": "\x1b[38;2;229;178;73mgold"}
for name, sent in SENT.items():
    screen = pyte.Screen(24, 1)
    pyte.Stream(screen).feed(sent)
    print(name, screen.display[0].rstrip())
EOF
)

expected='curl, gold, gold'
recorded='curly 3mcurl
colons 2::229:178:73mgold
semicolons gold'
printf 'version: pyte %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.8.2 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
