// Run by timelinejs.sh, beside timeline.json (griot export) and wanted.json (griot timeline --json).
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { JSDOM } from "jsdom";
import { buildSync } from "esbuild";

const require = createRequire(import.meta.url);
const { window } = new JSDOM("<!doctype html><body></body>");
globalThis.window = window;
for (const name of ["document", "getComputedStyle", "Element", "HTMLElement", "Node", "DOMParser"]) globalThis[name] = window[name];
const src = "./node_modules/@knight-lab/timelinejs/src/js";
writeFileSync("entry.js", `
export { TimelineConfig } from "${src}/core/TimelineConfig.js";
export { Language } from "${src}/language/Language.js";
`);
buildSync({ entryPoints: ["entry.js"], bundle: true, platform: "node", format: "cjs", outfile: "bundle.cjs", logLevel: "error" });
const { TimelineConfig, Language } = require("./bundle.cjs");

const ours = JSON.parse(readFileSync("timeline.json", "utf8"));
const wanted = new Map();
for (const it of JSON.parse(readFileSync("wanted.json", "utf8")).rows ?? []) wanted.set(it.id, it);
const given = new Map(ours.events.map((event) => [event.unique_id, structuredClone(event)]));
const config = new TimelineConfig(structuredClone(ours));
config.validate();
let wrong = 0;
const tell = (id, what) => { wrong += 1; if (wrong < 10) console.log(`  ${id}: ${what}`); };
const language = new Language();
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const said = ({ year, month, day }) => {
  const years = Number(year) < 0 ? `${-Number(year)} BCE` : year;
  if (day) return Number(year) < 0 ? [`${months[month - 1]} ${day}`, years] : [`${months[month - 1]} ${day}, ${years}`];
  return month ? [months[month - 1], years] : [years];
};
let bc = 0, days = 0, compared = 0;
for (const event of config.events) {
  const it = given.get(event.unique_id);
  if (!it) { tell(event.unique_id, "is not one of ours"); continue; }
  for (const end of ["start_date", "end_date"]) {
    if (!it[end]) continue;
    if (!event[end]) { tell(event.unique_id, `${end} is lost`); continue; }
    const shown = event[end].getDisplayDate(language).replace(/<[^>]*>/g, "");
    if (!said(it[end]).every((part) => shown.includes(part))) tell(event.unique_id, `${JSON.stringify(it[end])} is shown as ${shown}`);
    bc += Number(it[end].year) < 0;
    days += it[end].day !== "";
  }
  if (event.display_date !== it.display_date) tell(event.unique_id, `says ${event.display_date}`);
  const text = (html) => new JSDOM(html).window.document.body.textContent;
  if (text(event.text.text) !== text(it.text.text)) tell(event.unique_id, "its text was changed");
  const links = (html) => [...new JSDOM(html).window.document.querySelectorAll("a")].map((a) => a.getAttribute("href")).join(" ");
  if (days < 60 && links(event.text.text) !== links(it.text.text)) tell(event.unique_id, "its links were changed");
  // The years by another command of griot, counted astronomically.
  const known = wanted.get(event.unique_id);
  if (known?.from_year != null) {
    compared += 1;
    const year = Number(it.start_date.year);
    if ((year < 0 ? year + 1 : year) !== known.from_year) tell(event.unique_id, `${year} is not ${known.from_year}`);
  }
}
const inOrder = config.events.every((event, at) => at === 0 || !event.start_date.isBefore(config.events[at - 1].start_date));
const errors = config.getErrors();
if (config.events.length !== ours.events.length) tell("all", `${config.events.length} of ${ours.events.length} loaded`);
if (config.eras.length !== ours.eras.length) tell("eras", `${config.eras.length} of ${ours.eras.length} loaded`);
if (!inOrder) tell("all", "not in order");
console.log(`TimelineJS: ${config.events.length} of ${ours.events.length} events, ${config.eras.length} eras, ${bc} ends BC, ${days} days, ${compared} compared, ${errors.length} errors, ${wrong} wrong`);
errors.slice(0, 5).forEach((error) => console.log("  ", String(error)));
process.exit(wrong || errors.length ? 1 : 0);
