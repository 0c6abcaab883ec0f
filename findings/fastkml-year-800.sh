#!/usr/bin/env bash
# fastkml 1.4.0 (Python): a year before 1000 is read with four digits, as XML
# Schema has it, and written again without its noughts: `0800` becomes `800`,
# `0044-03` becomes `44-03`. KML takes these values from XML Schema (gYear,
# gYearMonth), where a year has four digits or more; a full day keeps them.
# Matters to whoever dates places of the Middle Ages: a file that was valid is
# not so any more, and nothing says so.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check fastkml==1.4.0
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("fastkml"))')
seen=$(env/bin/python - <<'EOF'
import re
import warnings

warnings.simplefilter("ignore")  # It says that lxml would print more prettily.
from fastkml import KML

for when in ("1591", "0800", "0044-03", "0800-12-25"):
    text = f'<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><TimeStamp><when>{when}</when></TimeStamp></Placemark></kml>'
    print(when, re.search(r"when>([^<]*)<", KML.from_string(text).to_string())[1])
EOF
)

expected='each written as it was read'
recorded='1591 1591
0800 800
0044-03 44-03
0800-12-25 0800-12-25'
printf 'version: fastkml %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 1.4.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
