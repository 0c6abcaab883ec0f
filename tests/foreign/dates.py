"""Run by dates.sh, beside all.json and timeline.json (griot); writes dates.json for dates.mjs."""

import collections
import importlib.metadata
import json
import re

from convertdate import gregorian, islamic, julian
from edtf import parse_edtf

MONTHS = ["Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja"]
MUSLIM = re.compile(r"(?:(\d+) )?(?:(%s) )?AH (\d+)" % "|".join(map(re.escape, sorted(MONTHS, key=len, reverse=True))))
# Digits that are unknown and parts of a year are of level 2 everywhere; these readers have them outside of intervals only.
HARD = re.compile(r"/.*(X|-(2[5-9]|3\d|4[01])$)|(X|-(2[5-9]|3\d|4[01]))/")
told = {}


def walk(node):
    """Every dated record, whatever it is of."""
    if isinstance(node, dict):
        if node.get("edtf"):
            told[node["edtf"], node["when"]] = node
        node = list(node.values())
    if isinstance(node, list):
        for it in node:
            walk(it)


for name in ["all.json", "timeline.json"]:
    walk(json.load(open(name, encoding="utf-8")))
wrong, count, refused = [], collections.Counter(), []


def days(match):
    """The first and the last day of a Muslim day, month or year, in the civil calendar, by convertdate."""
    day, month, year = match.groups()
    month_of = MONTHS.index(month) + 1 if month else None
    first = islamic.to_jd(int(year), month_of or 1, int(day or 1))
    if day:
        last = first
    elif month:
        last = islamic.to_jd(int(year), month_of, islamic.month_length(int(year), month_of))
    else:
        last = islamic.to_jd(int(year) + 1, 1, 1) - 1
    calendar = lambda jd: julian.from_jd(jd) if jd < 2299160.5 else gregorian.from_jd(jd)
    return ["%04d-%02d-%02d" % tuple(calendar(jd)) for jd in (first, last)]


for (edtf, when), it in told.items():
    years = (it["from_year"], it["to_year"])
    # Years are those of the civil calendar, EDTF is Gregorian: before 1582 a day at the turn of a year is in the next one.
    exact = it["calendar"] == "gregorian" or not re.search(r"\d-\d\d-\d\d", edtf)
    try:
        date = parse_edtf(edtf)
        read = tuple(getattr(bound, "tm_year", None) for bound in (date.lower_strict(), date.upper_strict()))
    except Exception as error:
        refused.append(edtf)
        if not HARD.search(edtf):
            wrong.append(f"{edtf} ({when}): {type(error).__name__}")
        continue
    count["read"] += 1
    # An end that nobody knows is ten years off to this reader.
    known = [(a, b) for a, b in zip(read, years) if b is not None or "/" not in edtf]
    if any(a != b and (exact or a is None or b is None or not 0 <= a - b <= 1) for a, b in known):
        wrong.append(f"{edtf} ({when}) is {read}, not {years}")
    for part, end in zip(when.split(".."), ["from", "to"] if ".." in when else ["both"]):
        match = MUSLIM.fullmatch(part.strip())
        if match:
            count["Muslim"] += 1
            first, last = days(match)
            wanted = {"from": [(first, it["from"])], "to": [(last, it["to"])], "both": [(first, it["from"]), (last, it["to"])]}[end]
            wrong += [f"{when}: {theirs}, not {ours}" for theirs, ours in wanted if theirs != ours]
json.dump([[it["edtf"], when, it["from_year"], it["to_year"], it["calendar"]] for (_, when), it in told.items()], open("dates.json", "w"))
print(f"edtf {importlib.metadata.version('edtf')}: {len(told)} dates, {count['read']} read, {len(refused)} intervals beyond it; "
      f"convertdate {importlib.metadata.version('convertdate')}: {count['Muslim']} Muslim ends; {len(wrong)} wrong")
print(*wrong[:9], sep="\n")
raise SystemExit(bool(wrong))
