"""Run by bibliography.sh, beside griot.bibtex and griot.csl-json."""

import importlib.metadata
import json
import re

import bibtexparser
import pybtex.errors
from bibtexparser.middlewares import SeparateCoAuthors
from pybtex.database import parse_file
from pylatexenc.latex2text import LatexNodes2Text

records = json.load(open("griot.csl-json", encoding="utf-8"))
wrong = []


def plain(latex):
    return re.sub(r"\s+", " ", LatexNodes2Text(math_mode="verbatim").latex_to_text(latex)).replace("{", "").replace("}", "")


def told(text):
    return plain(re.sub(r"([\\&%$#_~^{}])", lambda it: {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}.get(it[1], "\\" + it[1]), text))


library = bibtexparser.parse_file("griot.bibtex", append_middleware=[SeparateCoAuthors()])
wrong += [f"bibtexparser: {it.raw[:60]}" for it in library.failed_blocks]
with pybtex.errors.capture() as errors:
    database = parse_file("griot.bibtex", bib_format="bibtex")
wrong += [f"pybtex: {error}" for error in errors]
for record in records:
    id, people = record["id"], record.get("author", [])
    entry, other = library.entries_dict.get(id), database.entries.get(id)
    if entry is None or other is None:
        wrong.append(f"{id} is not there")
        continue
    for title in [entry.fields_dict["title"].value, other.fields["title"]]:
        if plain(title) != told(record["title"]):
            wrong.append(f"{id}: {title}, not {record['title']}")
    authors = entry.fields_dict["author"].value if "author" in entry.fields_dict else []
    persons = other.persons.get("author", [])
    if not len(people) == len(authors) == len(persons):
        wrong.append(f"{id}: {len(people)} authors, {authors}, {persons}")
    for person, author in zip(persons, people):
        particles = [author.get(key) for key in ("dropping-particle", "non-dropping-particle")]
        family = author.get("literal") or " ".join(it for it in [*particles, author["family"]] if it)
        read = " ".join(person.prelast_names + person.last_names)
        given = " ".join(person.first_names + person.middle_names)
        if plain(read) != told(family) or plain(given) != told(author.get("given", "")):
            wrong.append(f"{id}: {read}, {given} is not {author}")
versions = ", ".join(f"{it} {importlib.metadata.version(it)}" for it in ["bibtexparser", "pybtex"])
print(f"{versions}: {len(records)} records, {len(library.entries)} and {len(database.entries)} read, {len(wrong)} wrong")
print(*wrong[:9], sep="\n")
raise SystemExit(bool(wrong))
