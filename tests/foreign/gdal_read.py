"""Run by gdal.sh, beside what griot wrote and what is made of it."""

import json

import geopandas

read = open("layer", encoding="utf-8").read()
wanted = json.load(open("griot.geojson", encoding="utf-8"))["features"]
again = json.load(open("again.geojson", encoding="utf-8"))["features"]
fields = ["name", "when", "edtf", "from_year", "to_year"]
wrong = sum(a["properties"].get(f) != b["properties"].get(f) for a, b in zip(wanted, again) for f in fields)
print(f"{len(wanted)} features, {read.count('OGRFeature(')} read, {len(again)} written again, {wrong} fields changed")
table = geopandas.read_file("griot.geojson")
wrong += len(table) != len(wanted) or not bool(table.geometry.is_valid.all())
wrong += sum((None if a != a else int(a)) != b["properties"]["from_year"] for a, b in zip(table.get("from_year", []), wanted))
print(f"geopandas {geopandas.__version__}: {len(table)} features in {table.total_bounds.round(1).tolist()}, {wrong} wrong")
typed = not wanted or "from_year: Integer" in read and "when: String" in read and "edtf: String" in read
raise SystemExit(bool(wrong or not typed or len(wanted) != len(again) or open("errors").read().strip()))
