"""Run by anki.sh, beside cards.tsv (griot export)."""

import re
from html.parser import HTMLParser

from anki.collection import Collection
from anki.import_export_pb2 import ImportCsvRequest

rows = [line.split("\t") for line in open("cards.tsv", encoding="utf-8").read().splitlines() if not line.startswith("#")]


def taken(path):
    metadata = collection.get_csv_metadata(path=path, delimiter=None)
    log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
    return {kind: len(getattr(log, kind)) for kind in ["new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "empty_first_field"]}


class Balanced(HTMLParser):
    """What is opened is closed."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], 0

    def handle_starttag(self, tag, attrs):
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.wrong += not self.open or self.open.pop() != tag


collection = Collection("collection.anki2")
first = taken("cards.tsv")
count = collection.note_count()
second = taken("cards.tsv")
text = open("cards.tsv", encoding="utf-8").read()
open("corrected.tsv", "w", encoding="utf-8").write(re.sub(r"</p>\tgriot::", r" (corrected)</p>\tgriot::", text))
third = taken("corrected.tsv")
wrong = []
for row in rows:
    ids = collection.db.list("select id from notes where guid = ?", row[0])
    if len(ids) != 1:
        wrong.append(f"{row[0]}: {len(ids)} notes")
        continue
    note = collection.get_note(ids[0])
    if note.fields[0] != row[1] or note.fields[1].replace(" (corrected)", "") != row[2]:
        wrong.append(f"{row[0]}: {note.fields} is not {row[1:3]}")
    if sorted(note.tags) != sorted(set(row[3].split())):
        wrong.append(f"{row[0]}: {note.tags} is not {row[3]}")
    for field in note.fields:
        html = Balanced()
        html.feed(field)
        if html.wrong or html.open:
            wrong.append(f"{row[0]}: {field}")
deck = [deck.name for deck in collection.decks.all_names_and_ids() if deck.name != "Default"]
print(f"anki: {len(rows)} rows, {count} notes, {collection.card_count()} cards in {deck}; again {second}; corrected {third}; {len(wrong)} wrong")
print(*wrong[:6], sep="\n")
same = collection.note_count() == count == len(rows) == first["new"] and not second["new"] and not third["new"]
raise SystemExit(bool(wrong or not same))
