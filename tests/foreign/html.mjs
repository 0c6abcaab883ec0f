// Run by html.sh with the page of an export.
import { statSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";

const file = process.argv[2];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"] });
const wrong = [];

// How soon one reads: when the largest text that the window shows has been painted, the median of some loads in milliseconds; and beside
// it, load by load, a page of one line, which is what the browser takes on this machine for anything at all.
const line = `${file}.line.html`;
writeFileSync(line, "<!DOCTYPE html><meta charset=utf-8><title>A line</title><p>A line.</p>");
const times = { [file]: [], [line]: [] };
for (let load = 0; load < 9; load++) {
  for (const [of, all] of Object.entries(times)) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(pathToFileURL(of).href);
    all.push(await page.evaluate(() => new Promise((told) => {
      const look = (list) => told(list.getEntries().at(-1).startTime);
      new PerformanceObserver(look).observe({ type: "largest-contentful-paint", buffered: true });
    })));
    await page.close();
  }
}
const [readable, least] = Object.values(times).map((all) => all.sort((a, b) => a - b)[all.length >> 1]);
console.log(`readable after ${readable.toFixed(0)} ms, a page of one line after ${least.toFixed(0)} ms: ${(readable / least).toFixed(1)} times`);
// A machine on which a line takes long has something else to do, and tells by its proportion alone.
if (readable > 100 && readable > 2.5 * least) wrong.push("is not readable at once");
if (statSync(file).size > 1.5e6) wrong.push(`is of ${statSync(file).size} bytes`);

for (const colorScheme of ["light", "dark"]) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
  page.on("console", (message) => wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("request", (request) => /^(file|data):/.test(request.url()) || wrong.push(`request: ${request.url()}`));
  await page.goto(pathToFileURL(file).href);
  const told = await page.evaluate(() => {
    const timing = performance.getEntriesByType("navigation")[0];
    const lost = [...document.querySelectorAll("a[href^='#']")].map((a) => a.getAttribute("href").slice(1)).filter((id) => !document.getElementById(id));
    const ids = [...document.querySelectorAll("[id]")].map((it) => it.id);
    const background = getComputedStyle(document.documentElement).backgroundColor;
    const small = [...document.querySelectorAll("figure text")].filter((it) => it.getBoundingClientRect().height < 8).length;
    const outside = [...document.querySelectorAll("figure svg")].filter((svg) => !svg.parentElement.closest("svg")).flatMap((svg) => {
      const box = svg.getBoundingClientRect();
      return [...svg.querySelectorAll("text")].filter((it) => { const own = it.getBoundingClientRect(); return own.right > box.right + 1 || own.left < box.left - 1; }).map((it) => it.textContent);
    });
    return { ready: timing.domContentLoadedEventEnd, lost, twice: ids.length - new Set(ids).size, found: document.querySelectorAll(".f").length, background, small, outside, wide: document.documentElement.scrollWidth > innerWidth };
  });
  if (told.lost.length) wrong.push(`links lead nowhere: ${told.lost.slice(0, 5)}`);
  if (told.twice) wrong.push(`${told.twice} ids stand twice`);
  if (told.small || told.outside.length) wrong.push(`${told.small} texts of pictures are small, outside are ${told.outside.slice(0, 5)}`);
  if (told.wide) wrong.push("the page is wider than its window");
  const light = Number(/\d+/.exec(told.background)[0]) > 128;
  if (light !== (colorScheme === "light")) wrong.push(`${colorScheme} is ${told.background}`);
  // What is typed is found, whatever its accents, and gone again with Escape.
  const name = await page.evaluate(() => document.querySelector("h4")?.firstChild.textContent.trim() ?? document.querySelector(".f p").textContent.trim().split(" ").slice(-1)[0]);
  const before = Date.now();
  await page.fill("#q", name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toUpperCase());
  const seen = await page.evaluate(() => document.querySelectorAll(".f:not([hidden])").length);
  const took = Date.now() - before;
  if (!seen || seen >= told.found && told.found > 20) wrong.push(`${seen} of ${told.found} found for ${name}`);
  await page.press("#q", "Escape");
  if ((await page.evaluate(() => document.querySelectorAll(".f[hidden]").length)) !== 0) wrong.push("Escape does not end the search");
  await page.emulateMedia({ media: "print" });
  const print = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--t").trim());
  if (print !== "#28241f") wrong.push(`printed in ${print}`);
  console.log(`${colorScheme}: ${(statSync(file).size / 1024).toFixed(0)} KiB, ready in ${told.ready.toFixed(0)} ms, ${told.found} to be found, ${seen} for "${name}" in ${took} ms`);
  await page.close();
}
// Without a script everything stands there.
const context = await browser.newContext({ javaScriptEnabled: false });
const plain = await context.newPage();
await plain.goto(pathToFileURL(file).href);
if (await plain.locator("#q").isVisible()) wrong.push("the field shows without its script");
if (!(await plain.locator("main").innerText()).length) wrong.push("nothing shows without the script");
await browser.close();
console.log(`${wrong.length} wrong`);
wrong.slice(0, 9).forEach((it) => console.log(" ", it));
process.exit(wrong.length ? 1 : 0);
