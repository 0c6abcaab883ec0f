"""Run by pandoc.sh, beside what griot wrote and what is made of it."""

import csv, json, os, re
records = {record["id"]: record for record in json.load(open("griot.json", encoding="utf-8"))}
bad = 0
def spaced(text):
    return re.sub(r"\s+", " ", text)
def titled(record):
    # Pandoc sets quotation marks by its own rule: its CSL-JSON is other than that which it has read.
    return re.sub("[‘’“”]", "'", spaced(record.get("title", "")))
def joined(names):
    # What stands before the family name is a particle to BibTeX, be it told so or not.
    parts = ["dropping-particle", "non-dropping-particle", "family"]
    # A name of one part is whole to BibTeX, be it a person's or a body's.
    names = [{"literal": name["family"]} if list(name) == ["family"] else name for name in names or []]
    return [(" ".join(name[p] for p in parts if p in name), name.get("given"), name.get("suffix"), name.get("literal"))
            for name in names]
for form in ["bibtex", "biblatex", "csljson", "ris"]:
    if not os.path.exists(form + ".json"):
        print(form, "is not read by this pandoc")
        continue
    read = {record["id"]: record for record in json.load(open(form + ".json", encoding="utf-8"))}
    lost = [key for key in records if titled(read.get(key, {})) != titled(records[key])]
    split = [key for key in records if joined(read.get(key, {}).get("author")) != joined(records[key].get("author"))]
    print(f"{form}: {len(read)} records, {len(lost)} titles lost, {len(split)} names changed", lost[:3], split[:3])
    if form != "ris":
        # A comma in the name of a body has no sign of its own in RIS.
        bad += len(lost) + len(split)
document = json.load(open("text.json", encoding="utf-8"))
kinds, notes = {}, 0
def walk(node):
    global notes
    if isinstance(node, dict):
        kinds[node.get("t")] = kinds.get(node.get("t"), 0) + 1
        walk(node.get("c"))
    elif isinstance(node, list):
        for member in node:
            walk(member)
walk(document["blocks"])
text = open("text.html", encoding="utf-8").read()
statements = list(csv.DictReader(open("griot.csv", encoding="utf-8")))
marks = len(re.findall(r"\[\^[^\]]+\](?!:)", open("griot.md", encoding="utf-8").read()))
# One that stands behind a passage without a name is counted, and has none to be written.
named = [statement for statement in statements if "/" not in statement["id"]]
ids = sum(f'id="{statement["id"]}"' in text for statement in named)
plain = spaced(re.sub(r"<[^>]+>", "", re.sub(r'(?s)<a[^>]*class="footnote-ref"[^>]*>.*?</a>', "", text)))
plain = plain.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("\u00a0", " ")
told = sum(spaced(statement["text"]).replace("\u00a0", " ") in plain for statement in statements)
print(f"markdown: {kinds.get('OrderedList', 0)} numbered lists, {kinds.get('BulletList', 0)} bullet lists, "
      f"{kinds.get('Note', 0)} of {marks} notes, {ids} of {len(named)} ids, {told} statements found")
bad += kinds.get("OrderedList", 0) + (kinds.get("Note", 0) != marks) + (ids != len(named))
if os.environ["WIKI"]:
    bad += told != len(statements)
raise SystemExit(bool(bad))
