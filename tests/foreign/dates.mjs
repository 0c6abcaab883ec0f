// Run by dates.sh, beside the dates.json of dates.py.
import { readFileSync } from "node:fs";
import edtf from "edtf";

const HARD = /\/.*(X|-(2[5-9]|3\d|4[01])$)|(X|-(2[5-9]|3\d|4[01]))\//;
const dates = JSON.parse(readFileSync("dates.json", "utf8"));
const year = (time) => (Number.isFinite(time) ? new Date(time).getUTCFullYear() : null);
const wrong = [];
let read = 0, refused = 0;
for (const [text, when, from, to, calendar] of dates) {
  // It wants the end of an interval to begin after the start, which April 1994 to 1994 does not.
  const nested = text.includes("/") && text.split("/")[0].startsWith(text.split("/")[1]);
  let date;
  try { date = edtf(text); } catch (error) {
    refused += 1;
    if (!HARD.test(text) && !nested) wrong.push(`${text} (${when}): ${error.message.split("\n")[0]}`);
    continue;
  }
  read += 1;
  // Of a span in a set it counts the start alone; see findings.
  if (/^[[{].*\.\./.test(text)) continue;
  const exact = calendar === "gregorian" || !/\d-\d\d-\d\d/.test(text);
  const ends = [[year(date.min), from], [year(date.max), to]];
  if (ends.some(([theirs, ours]) => theirs !== ours && (exact || theirs === null || ours === null || theirs - ours < 0 || theirs - ours > 1))) {
    wrong.push(`${text} (${when}) is ${ends.map((it) => it[0])}, not ${from},${to}`);
  }
}
// Muslim days by Unicode's data, where a date is nothing but one.
const months = ["Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja"];
const civil = new Intl.DateTimeFormat("en-u-ca-islamic-civil-nu-latn", { day: "numeric", month: "numeric", year: "numeric", timeZone: "UTC" });
let muslim = 0;
for (const [text, when] of dates) {
  const parts = /^(\d+) ([^.]+) AH (\d+)$/.exec(when);
  if (!parts) continue;
  muslim += 1;
  const told = Object.fromEntries(civil.formatToParts(new Date(`${text}T00:00:00Z`)).map((it) => [it.type, it.value]));
  const wanted = [parts[1], String(months.indexOf(parts[2]) + 1), parts[3]];
  if ([told.day, told.month, told.year].join() !== wanted.join()) wrong.push(`${when} is ${text}, by ICU ${told.day}/${told.month}/${told.year}`);
}
console.log(`edtf.js: ${dates.length} dates, ${read} read, ${refused} intervals beyond it; ICU ${process.versions.icu}: ${muslim} Muslim days; ${wrong.length} wrong`);
wrong.slice(0, 9).forEach((it) => console.log(" ", it));
process.exit(wrong.length ? 1 : 0);
