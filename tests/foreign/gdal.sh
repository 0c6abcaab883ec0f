#!/bin/sh
# GeoJSON by GDAL: every feature is read, valid, and keeps its dates as words and as numbers.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$1" export --format geojson >"$dir/griot.geojson"
cd "$dir"
ogrinfo --version
ogrinfo -ro -al -geom=NO griot.geojson >layer 2>errors
cat errors
ogrinfo -ro -dialect sqlite -sql 'SELECT SUM(NOT ST_IsValid(geometry)) AS invalid FROM "griot"' griot.geojson 2>/dev/null |
    grep 'invalid (' || ogrinfo -ro -so -al griot.geojson | grep 'Feature Count'
ogr2ogr -f GeoJSON again.geojson griot.geojson 2>>errors
"${PYTHON:-python3}" - <<'PY'
import json
read = open("layer", encoding="utf-8").read()
wanted = json.load(open("griot.geojson", encoding="utf-8"))["features"]
again = json.load(open("again.geojson", encoding="utf-8"))["features"]
fields = ["name", "when", "edtf", "from_year", "to_year"]
wrong = sum(a["properties"].get(f) != b["properties"].get(f) for a, b in zip(wanted, again) for f in fields)
print(f"{len(wanted)} features, {read.count('OGRFeature(')} read, {len(again)} written again, {wrong} fields changed")
for line in read.splitlines():
    if line.startswith(("when:", "edtf:", "from_year:", "to_year:")):
        print(" ", line)
typed = "from_year: Integer" in read and "when: String" in read and "edtf: String" in read
raise SystemExit(bool(wrong or not typed or len(wanted) != len(again) or open("errors").read().strip()))
PY
