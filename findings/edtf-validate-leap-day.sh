#!/usr/bin/env bash
# edtf-validate 2.0.0 (Python): 29 February is passed in every year, in 1500,
# 1900 and 2023 as in 2000. EDTF is ISO 8601 and so Gregorian, where only the
# last has that day; and days are looked at, for 30 February and 31 April are
# refused.
# Matters to whoever checks catalogue data: a day that a source gives by the
# Julian calendar, as 29 February 1500, is the very fault such a check is for.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check edtf-validate==2.0.0
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("edtf-validate"))')
seen=$(env/bin/python - <<'EOF'
from edtf_validate.valid_edtf import is_valid

for day in ("2000-02-29", "2000-02-30", "2023-04-31", "1500-02-29", "1900-02-29", "2023-02-29"):
    print(day, is_valid(day))
EOF
)

expected='True for 2000-02-29 alone'
recorded='2000-02-29 True
2000-02-30 False
2023-04-31 False
1500-02-29 True
1900-02-29 True
2023-02-29 True'
printf 'version: edtf-validate %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 2.0.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
