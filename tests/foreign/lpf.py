"""Run by lpf.sh, beside places.json (griot export) and again.geojson (GDAL)."""

import json
import os
import re

import shapely
from shapely.geometry import shape

places = json.load(open("places.json", encoding="utf-8"))
features = places["features"]
again = json.load(open("again.geojson", encoding="utf-8"))["features"] if os.path.exists("again.geojson") else []
wrong, spans, times = [], 0, re.compile(r"-?\d{4,}(-\d\d-\d\d)?")


def key(text):
    """Where a time stands among others."""
    sign, rest = (-1, text[1:]) if text.startswith("-") else (1, text)
    year, _, day = rest.partition("-")
    return (sign * int(year), day or "01-01")


def check(id, when):
    global spans
    for span in when["timespans"]:
        spans += 1
        ends = [span[end][bound] for end in ("start", "end") if end in span for bound in ("in", "earliest", "latest") if bound in span[end]]
        if not ends or not all(times.fullmatch(end) for end in ends):
            wrong.append(f"{id}: {span}")
        elif sorted(map(key, ends)) != list(map(key, ends)) and len(ends) < 3:
            wrong.append(f"{id}: {span} runs backwards")
    if not when["label"]:
        wrong.append(f"{id}: no words")


ids = {feature["@id"] for feature in features}
geometries = 0
for feature in features:
    id = feature["@id"]
    if not (feature["properties"]["title"] and feature["names"] and feature["names"][0]["toponym"]):
        wrong.append(f"{id}: no name")
    if feature["geometry"]:
        geometry = shape(feature["geometry"])
        geometries += 1
        if geometry.is_empty or not geometry.is_valid:
            wrong.append(f"{id}: {shapely.is_valid_reason(geometry)}")
    for dated in [feature, *feature.get("relations", []), *feature.get("descriptions", [])]:
        if "when" in dated:
            check(id, dated["when"])
if len(ids) != len(features):
    wrong.append("an id stands twice")
if features and [it["properties"]["title"] for it in again] != [it["properties"]["title"] for it in features]:
    wrong.append(f"GDAL read {len(again)} of {len(features)}")
cited = sum(len(it.get("citations", [])) for feature in features for it in feature.get("descriptions", []))
print(f"shapely {shapely.__version__}: {len(features)} features, {geometries} geometries, {spans} times, {cited} citations, GDAL {len(again)}, {len(wrong)} wrong")
print(*wrong[:9], sep="\n")
raise SystemExit(bool(wrong))
