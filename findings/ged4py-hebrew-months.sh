#!/usr/bin/env bash
# ged4py 0.5.5: a date of the Hebrew calendar is ordered half a year off. GEDCOM
# counts months from Tishri (TSH), with which the year begins; ged4py hands the
# number on to convertdate, which counts them from Nisan. So 1 TSH 5700, the
# 14th of September 1939, stands in April 1940, and of the two Adars of 5784 the
# second comes before the first. No error is raised; French dates are right.
# Matters to whoever sorts lives or asks who was born before whom: people die
# before they are born. Count the months oneself, as griot does.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ged4py==0.5.5 convertdate==2.5.1
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("ged4py"))')
seen=$(env/bin/python - <<'EOF'
from convertdate import gregorian
from ged4py.date import DateValue

for date in (
    "@#DHEBREW@ 1 TSH 5700",
    "@#DHEBREW@ 5 IYR 5708",
    "@#DHEBREW@ 14 ADR 5784",
    "@#DHEBREW@ 14 ADS 5784",
    "@#DFRENCH R@ 27 THER 7",
    "14 SEP 1939",
):
    day = DateValue.parse(date).key()[0].key()[0]
    print(date, "->", "%04d-%02d-%02d" % gregorian.from_jd(day))
EOF
)

expected='1939-09-14, 1948-05-14, 2024-02-23, 2024-03-24, 1799-08-14, 1939-09-14'
recorded='@#DHEBREW@ 1 TSH 5700 -> 1940-04-09
@#DHEBREW@ 5 IYR 5708 -> 1947-11-18
@#DHEBREW@ 14 ADR 5784 -> 2024-09-17
@#DHEBREW@ 14 ADS 5784 -> 2023-09-29
@#DFRENCH R@ 27 THER 7 -> 1799-08-14
14 SEP 1939 -> 1939-09-14'
printf 'version: ged4py %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.5.5 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
