// Run by bibliography.sh, beside griot.bibtex, griot.ris and griot.csl-json.
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";

const records = JSON.parse(readFileSync("griot.csl-json", "utf8"));
// Quotation marks and blanks are set by each reader's own rule.
const text = (it) => (it ?? "").replace(/[‘’“”'"]/g, "'").replace(/\s+/g, " ");
const names = (list) => (list ?? []).map((it) => [it.literal ?? [it["dropping-particle"], it["non-dropping-particle"], it.family].filter(Boolean).join(" "), it.given].filter(Boolean).join(", ")).join("; ");
// It writes the % of an address as %25; see findings.
const address = (it) => (it ?? "").replaceAll("%25", "%");
const day = (it) => JSON.stringify(it?.["date-parts"]);
// What it says of articles in newspapers and encyclopedias, of chapters and of broadcasts is a rule of its own, which has neither days nor names in parts.
const OWN = new Set(["article-newspaper", "chapter", "entry-encyclopedia", "entry-dictionary", "broadcast", "motion_picture", "interview", "speech", "map", "webpage", "post-weblog", "document", "legislation", "bill"]);
let failed = 0;
for (const form of ["bibtex", "ris"]) {
  const read = records.length ? new Cite(readFileSync(`griot.${form}`, "utf8")).data : [];
  const wrong = [];
  records.forEach((record, at) => {
    const it = read[at] ?? {};
    const check = (what, ours, theirs) => ours === theirs || wrong.push(`${record.id}: ${what} ${theirs}, not ${ours}`);
    check("title", text(record.title), text(it.title));
    check("address", address(record.URL), address(it.URL));
    check("pages", record.page, it.page);
    check("volume", record.volume, it.volume);
    if (form === "ris" && (OWN.has(it.type) || OWN.has(record.type))) return;
    check("date", day(record.issued), day(it.issued));
    // RIS has no sign for a body with a comma in its name.
    const plain = (record.author ?? []).every((it) => !it.literal?.includes(","));
    // Nor for a particle, which stands behind the given name.
    const told = (list) => (form === "ris" ? names(list).split(/[ ,]+/).sort().join(" ") : names(list));
    if (form === "bibtex" || plain) check("author", told(record.author), told(it.author));
  });
  if (read.length !== records.length) wrong.push(`${read.length} of ${records.length} read`);
  console.log(`citation-js: ${form}, ${read.length} of ${records.length} records, ${wrong.length} wrong`);
  wrong.slice(0, 12).forEach((it) => console.log(" ", it));
  failed += wrong.length;
}
process.exit(failed ? 1 : 0);
