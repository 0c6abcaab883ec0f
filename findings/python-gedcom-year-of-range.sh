#!/usr/bin/env bash
# python-gedcom 1.1.0: the year of birth of a person is the last word of the date
# as a number. Of `BET 1230 AND 1235` it is 1235 and of `FROM 1312 TO 1337` 1337,
# without a word that it is the end of a range; of `312 B.C.`, of a year in two
# styles as `1731/32` and of one with a remark it is -1, which stands for none.
# Matters to genealogies older than registers: most of their dates are such, and
# who sorts or filters by this year puts people at the end of their ranges.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check python-gedcom==1.1.0
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("python-gedcom"))')
seen=$(env/bin/python - <<'EOF'
from gedcom.parser import Parser

for date in ("1235", "BET 1230 AND 1235", "FROM 1312 TO 1337", "11 FEB 1731/32", "312 B.C.", "INT 1235 (chronicle)"):
    lines = ["0 HEAD", "1 GEDC", "2 VERS 5.5", "0 @I1@ INDI", "1 BIRT", f"2 DATE {date}", "0 TRLR"]
    parser = Parser()
    parser.parse([f"{line}\n".encode() for line in lines], False)
    print(date, "->", parser.get_root_child_elements()[1].get_birth_year())
EOF
)

expected='a year that the date has, and none where it is a range'
recorded='1235 -> 1235
BET 1230 AND 1235 -> 1235
FROM 1312 TO 1337 -> 1337
11 FEB 1731/32 -> -1
312 B.C. -> -1
INT 1235 (chronicle) -> -1'
printf 'version: python-gedcom %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 1.1.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
