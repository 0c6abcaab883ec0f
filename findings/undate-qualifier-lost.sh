#!/usr/bin/env bash
# undate 0.8.0 (Python): EDTF dates with a qualifier are read without a word, and
# the qualifier is gone: `1235~` (about 1235), `1235?` and `1235%` become the year
# 1235, equal to it, of 365 days, and are written as `1235`. Other parts of EDTF
# that it does not hold, as sets, are refused with an error.
# Matters to whoever brings dates of chronicles through it: what was uncertain
# comes out as certain, and no count of errors shows it.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check undate==0.8.0
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("undate"))')
seen=$(env/bin/python - <<'EOF'
from undate import Undate

sure = Undate.parse("1235", "EDTF")
for text in ("1235~", "1235?", "1235%", "1591-03~", "[1230,1235]"):
    try:
        date = Undate.parse(text, "EDTF")
        print(text, date.format("EDTF"), "same as 1235" if date == sure else "another")
    except ValueError:
        print(text, "refused")
EOF
)

expected='the qualifiers kept, or refused as the set is'
recorded='1235~ 1235 same as 1235
1235? 1235 same as 1235
1235% 1235 same as 1235
1591-03~ 1591-03 another
[1230,1235] refused'
printf 'version: undate %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.8.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
