// Run by calendar.sh, beside calendar.ics.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const raw = readFileSync("calendar.ics", "utf8");
const calendar = new ICAL.Component(ICAL.parse(raw));
const entries = calendar.getAllSubcomponents("vevent").map((it) => new ICAL.Event(it));
const unfolded = raw.replaceAll("\r\n ", "");
let wrong = 0;
for (const it of entries) {
  const line = unfolded.split(`UID:${it.uid}\r\n`)[1].split("END:VEVENT")[0];
  const [, begin] = /DTSTART;VALUE=DATE:(\d{8})/.exec(line);
  const [, end] = /DTEND;VALUE=DATE:(\d{8})/.exec(line);
  const digits = (time) => [String(time.year).padStart(4, "0"), ...[time.month, time.day].map((n) => String(n).padStart(2, "0"))].join("");
  const again = it.iterator();
  again.next();
  const next = begin.slice(4) === "0229" ? null : again.next();
  const follows = next === null || (next.year === it.startDate.year + 1 && next.month === it.startDate.month && next.day === it.startDate.day);
  const whole = it.startDate.isDate && digits(it.startDate) === begin && digits(it.endDate) === end && it.summary && it.description;
  if (!whole || !follows) {
    wrong += 1;
    if (wrong < 9) console.log(" ", it.uid, begin, end, digits(it.startDate), digits(it.endDate), String(next));
  }
}
const wanted = raw.match(/BEGIN:VEVENT/g)?.length ?? 0;
console.log(`ical.js: ${entries.length} of ${wanted} entries, ${wrong} wrong`);
process.exit(wrong || entries.length !== wanted ? 1 : 0);
