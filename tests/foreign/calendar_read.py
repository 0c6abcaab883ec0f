"""Run by calendar.sh, beside calendar.ics (griot export) and wanted.json (griot timeline --json)."""

import datetime
import json

import icalendar

raw = open("calendar.ics", "rb").read()
entries = [it for it in icalendar.Calendar.from_ical(raw).walk("VEVENT")]
wrong = []
long = [line for line in raw.split(b"\r\n") if len(line) > 75]
if long or raw.replace(b"\r\n", b"").find(b"\n") >= 0:
    wrong.append(f"{len(long)} lines are long, or end otherwise")
uids = [str(it["UID"]) for it in entries]
if len(set(uids)) != len(uids):
    wrong.append("an id stands twice")
wanted = {row["id"]: row for row in json.load(open("wanted.json", encoding="utf-8"))["rows"]}


def gregorian(day):
    """A day of the civil calendar as Python counts them: by the Julian day number where it is Julian."""
    year, month, day_of = map(int, day.split("-"))
    if (year, month, day_of) >= (1582, 10, 15):
        return datetime.date(year, month, day_of)
    a = (14 - month) // 12
    y, m = year + 4800 - a, month + 12 * a - 3
    number = day_of + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083
    return datetime.date.fromordinal(number - 1721425)


compared = 0
for it in entries:
    begin, end = it.decoded("DTSTART"), it.decoded("DTEND")
    if not (type(begin) is type(end) is datetime.date and begin < end and it["RRULE"]["FREQ"] == ["YEARLY"]):
        wrong.append(f"{it['UID']}: {begin} to {end}")
    if not str(it["SUMMARY"]) or "\\" in str(it["SUMMARY"]).replace("C:\\path", ""):
        wrong.append(f"{it['UID']}: {it['SUMMARY']}")
    row = wanted.get(str(it["UID"]).split("@")[0])
    if row:
        compared += 1
        days = (gregorian(row["from"]), gregorian(row["to"]) + datetime.timedelta(1))
        if days != (begin, end):
            wrong.append(f"{it['UID']}: {begin} to {end} is not {days}")
        words = str(it["DESCRIPTION"])
        if row["kind"] == "statement" and row["text"] not in words:
            wrong.append(f"{it['UID']}: {words}")
first = min(it.decoded("DTSTART") for it in entries)
print(f"icalendar {icalendar.__version__}: {len(entries)} entries from {first} on, {compared} compared, {len(wrong)} wrong")
print(*wrong[:9], sep="\n")
raise SystemExit(bool(wrong or len(entries) != raw.count(b"BEGIN:VEVENT") or not compared))
