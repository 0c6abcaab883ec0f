"""Run by citeproc.sh, beside what griot wrote and what is made of it."""

import html, importlib.metadata, json, warnings
import jsonschema
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
print("citeproc-py", importlib.metadata.version("citeproc-py"))
records = json.load(open("griot.json", encoding="utf-8"))
jsonschema.validate(records, json.load(open("schema.json", encoding="utf-8")))
warnings.simplefilter("ignore")
style = CitationStylesStyle("harvard-cite-them-right-no-et-al", validate=False)
bibliography = CitationStylesBibliography(style, CiteProcJSON(records), formatter.plain)
for record in records:
    bibliography.register(Citation([CitationItem(record["id"])]))
lost = split = 0
printed = {item.key: html.unescape(str(text)) for item, text in zip(bibliography.items, bibliography.bibliography())}
for record in records:
    text = printed.get(record["id"].lower(), printed.get(record["id"], ""))
    lost += record["title"][:20] not in text
    for author in record.get("author", [])[:1]:
        wanted = author.get("literal") or author["family"] + ("," if "given" in author else "")
        if not text.startswith(wanted):
            split += 1
            print("split:", record["id"], text[:80])
print(f"{len(records)} records, {len(printed)} printed, {lost} titles lost, {split} names wrong")
raise SystemExit(bool(lost or split))
