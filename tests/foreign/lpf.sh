#!/bin/sh
# Linked Places: GDAL reads every feature, shapely every geometry, and every time is one of ISO 8601 in its order.
set -eu
griot=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python=${FOREIGN_PYTHON:-$dir/venv/bin/python}
[ -x "$python" ] || { python3 -m venv "$dir/venv"; "$dir/venv/bin/pip" install --quiet shapely==2.2.0; }
for pack in mali "$here/other.md" ${GRIOT_OTHER:-}; do
    data=
    [ "$pack" = mali ] || data="--data $pack"
    "$griot" --no-state $data export --format lpf --force -o "$dir/places.json"
    (cd "$dir" && ogr2ogr -f GeoJSON again.geojson places.json 2>errors || cat errors
    "$python" "$here/lpf.py")
    rm -f "$dir"/again.geojson
done
