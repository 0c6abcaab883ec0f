#!/bin/sh
# Linked Places: GDAL reads every feature, shapely every geometry, and every time is one of ISO 8601 in its order.
set -eu
. "$(dirname "$0")/common"
with_python shapely==2.2.0
read_places() {
    ask export --format lpf --force -o places.json
    rm -f again.geojson
    ogr2ogr -f GeoJSON again.geojson places.json 2>errors || cat errors
    "$python" "$here/lpf.py"
}
each_pack read_places
