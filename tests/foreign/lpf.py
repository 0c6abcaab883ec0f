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
geometries = matches = 0
for feature in features:
    id, names = feature["@id"], feature["names"]
    if not (feature["properties"]["title"] and names and names[0]["toponym"]):
        wrong.append(f"{id}: no name")
    # What version 1.3 of the format requires of a place.
    classes = feature["properties"]["fclasses"]
    if not classes or not set(classes) <= set("AHLPRST"):
        wrong.append(f"{id}: {classes}")
    shapes = (feature["geometry"] or {}).get("geometries", [feature["geometry"] or {}])
    dated = [it for it in [feature, *names, *shapes, *feature["types"], *feature.get("relations", [])] if "when" in it]
    if not dated and not any("year" in it for name in names for it in name.get("citations", [])):
        wrong.append(f"{id}: neither a time nor a dated citation")
    matches += sum(it["type"] == "exactMatch" for it in feature.get("links", []))
    if feature["geometry"]:
        geometry = shape(feature["geometry"])
        geometries += 1
        if geometry.is_empty or not geometry.is_valid:
            wrong.append(f"{id}: {shapely.is_valid_reason(geometry)}")
    for it in [*dated, *(it for it in feature.get("descriptions", []) if "when" in it)]:
        check(id, it["when"])
if len(ids) != len(features):
    wrong.append("an id stands twice")
if features and [it["properties"]["title"] for it in again] != [it["properties"]["title"] for it in features]:
    wrong.append(f"GDAL read {len(again)} of {len(features)}")
cited = sum(len(it.get("citations", [])) for feature in features for it in feature.get("descriptions", []))
print(f"shapely {shapely.__version__}: {len(features)} features, {geometries} geometries, {spans} times, {cited} citations, "
      f"{matches} numbers of catalogues, GDAL {len(again)}, {len(wrong)} wrong")
print(*wrong[:9], sep="\n")
raise SystemExit(bool(wrong))
