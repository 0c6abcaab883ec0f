"""Run by biber.sh, beside what griot wrote and what is made of it."""

import json, re
read = open("read.bib", encoding="utf-8").read()
entries = {}
for entry in re.split(r"(?m)^@", read)[1:]:
    key = re.match(r"\w+\{([^,]+),", entry).group(1)
    entries[key] = {name.lower(): value for name, value in re.findall(r"(?m)^\s*(\w+)\s*=\s*\{(.*)\},?$", entry)}
def plain(text):
    for name, sign in [("textbraceleft", "{"), ("textbraceright", "}"), ("textbackslash", "\\"),
                       ("textasciitilde", "~"), ("textasciicircum", "^")]:
        text = text.replace("\\%s{}" % name, sign)
    return re.sub(r"\\([&%$#_])", r"\1", text)
lost = split = 0
records = json.load(open("griot.json", encoding="utf-8"))
for record in records:
    entry = entries.get(record["id"], {})
    title = entry.get("title", "")
    if plain(title.removeprefix("{").removesuffix("}")) != record["title"]:
        lost += 1
        print("lost:", record["id"], title)
    if entry.get("keywords") != record.get("keyword"):
        lost += 1
        print("rank:", record["id"], entry.get("keywords"))
    names = re.split(r" and (?![^{]*\})", entry.get("author", "")) if record.get("author") else []
    if len(names) != len(record.get("author", [])):
        split += 1
        print("names:", record["id"], names)
    for name, author in zip(names, record.get("author", [])):
        if "literal" in author and plain(name) != "{%s}" % author["literal"]:
            split += 1
            print("split:", record["id"], name)
print(f"{len(records)} records, {len(entries)} read, {lost} titles or ranks lost, {split} bodies split")
raise SystemExit(bool(lost or split or len(records) != len(entries)))
