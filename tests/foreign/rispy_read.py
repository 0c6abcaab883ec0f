"""Run by rispy.sh, beside what griot wrote and what is made of it."""

import importlib.metadata, json, rispy
print("rispy", importlib.metadata.version("rispy"))
records = json.load(open("griot.json", encoding="utf-8"))
read = rispy.load(open("griot.ris", encoding="utf-8"))
lost = split = unknown = 0
for record, entry in zip(records, read):
    lost += (entry.get("title") or entry.get("primary_title")) != record["title"]
    lost += entry.get("keywords", []) != ([record["keyword"]] if "keyword" in record else [])
    # The editor of a book; A2, which this reader knows, is that of its series.
    editors = entry.get("unknown_tag", {}).pop("ED", []) or entry.get("secondary_authors", [])
    lost += len(editors) != len(record.get("editor", []))
    unknown += len(entry.get("unknown_tag", {}))
    names = entry.get("authors") or entry.get("first_authors") or []
    for author, name in zip(record.get("author", []), names):
        split += "literal" in author and name != author["literal"]
        split += "family" in author and not name.startswith(author["family"] + (", " if "given" in author else ""))
    split += len(names) != len(record.get("author", []))
    if "page" in record and "-" in record["page"]:
        first, last = record["page"].split("-")
        lost += (entry.get("start_page"), entry.get("end_page")) != (first, last)
print(f"{len(records)} records, {len(read)} read, {lost} lost, {split} names wrong, {unknown} unknown tags")
raise SystemExit(bool(lost or split or unknown or len(records) != len(read)))
