#!/bin/sh
# GeoJSON by GDAL: every feature is read, valid, and keeps its dates as words and as numbers.
set -eu
. "$(dirname "$0")/common"
with_python geopandas==1.2.0
read_it() {
    ask export --format geojson >griot.geojson
    ogrinfo --version
    ogrinfo -ro -al -geom=NO griot.geojson >layer 2>errors
    cat errors
    ogrinfo -ro -dialect sqlite -sql 'SELECT SUM(NOT ST_IsValid(geometry)) AS invalid FROM "griot"' griot.geojson 2>/dev/null |
        grep 'invalid (' || ogrinfo -ro -so -al griot.geojson | grep 'Feature Count'
    ogr2ogr -f GeoJSON again.geojson griot.geojson 2>>errors
    "$python" "$here/gdal_read.py"
}
each_pack read_it
