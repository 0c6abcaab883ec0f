#!/usr/bin/env bash
# undate 0.8.0 (Python): a year before 1 BC with fewer than three figures is
# written with its minus sign inside the noughts: astronomical -43, 44 BC, comes
# out as `0-43` and -5 as `00-5`, in EDTF and in ISO 8601 alike; -300 is
# written as `-300`. `0-43` cannot be read back.
# Matters to whoever keeps ancient dates with it: reckoning with them is right,
# and only the file or the label that is made of them is not.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check undate==0.8.0
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("undate"))')
seen=$(env/bin/python - <<'EOF'
from undate import Undate

for year in (-1234, -300, -43, -5):
    written = Undate(year).format("EDTF")
    try:
        again = Undate.parse(written, "EDTF").year
    except ValueError:
        again = "refused"
    print(year, written, Undate(year).format("ISO8601"), again)
EOF
)

expected='-0300, -0043 and -0005, read back as the same years'
recorded='-1234 -1234 -1234 -1234
-300 -300 -300 -300
-43 0-43 0-43 refused
-5 00-5 00-5 refused'
printf 'version: undate %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.8.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
