"""Run by pandas.sh, beside what griot wrote and what is made of it."""

import json
import pandas
print("pandas", pandas.__version__)
table = pandas.read_csv("griot.csv", keep_default_na=False, na_values={"from_year": "", "to_year": ""})
document = json.load(open("griot.json", encoding="utf-8"))
statements = [s for era in document["eras"] for chapter in era["chapters"] for p in chapter["passages"] for s in p["statements"]]
wrong = sum(a != b["text"] for a, b in zip(table["text"], statements)) + abs(len(table) - len(statements))
ranks = {source["key"]: source.get("rank") or "" for source in document["sources"]}
told = 0
for cited, ranked in zip(table["sources"], table["ranks"]):
    keys = [cite.split(",")[0] for cite in cited.split("; ") if cite.split(",")[0] in ranks]
    wrong += [ranks[key] for key in keys if ranks[key]] != (ranked.split("; ") if ranked else [])
    told += bool(ranked)
numeric = all(pandas.api.types.is_numeric_dtype(table[column]) for column in ["from_year", "to_year"])
wrong += sum((int(a) if a == a else None) != b["from_year"] for a, b in zip(table["from_year"], statements))
print(f"{len(table)} rows of {len(statements)}, {wrong} wrong, {told} with ranks, years are numbers: {numeric}, from {int(table['from_year'].min())}")
raise SystemExit(bool(wrong or not numeric))
