// Opens an overview in Chromium and uses it as people do: finds, sorts, prints, goes by keyboard, does without scripts.
//
//   npm install && npm run check -- ../../ket-qua/tong-quan.html [FOLDER_FOR_PICTURES]
//
// Another browser than /usr/bin/chromium is named by CHROMIUM.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [file, pictures] = process.argv.slice(2);
assert.ok(file, "name the page: npm run check -- tong-quan.html [FOLDER_FOR_PICTURES]");
const address = pathToFileURL(resolve(process.env.INIT_CWD ?? ".", file)).href;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const troubles = [];

async function opened(width, options = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("console", (message) => troubles.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address) troubles.push(`request: ${request.url()}`);
  });
  const began = Date.now();
  await page.goto(address);
  console.log(`${width} px: open after ${Date.now() - began} ms`);
  return page;
}

async function picture(page, name) {
  if (pictures) await page.screenshot({ path: join(resolve(process.env.INIT_CWD ?? ".", pictures), `${name}.png`) });
}

const shownRows = (annex) => annex.locator("tbody tr:not([class]):visible");
const status = (annex) => annex.getByRole("status").innerText();
const column = (annex, index) => annex.locator("tbody tr:not([class])").evaluateAll(
  (rows, at) => rows.filter((row) => !row.hidden).map((row) => row.cells[at].textContent), index);

async function findsRows(page) {
  const annex = page.locator("#phu-luc-I");
  const all = await shownRows(annex).count();
  const search = annex.getByRole("searchbox");
  const names = await column(annex, 2);
  await search.fill(names.at(-1).toLowerCase());
  await page.waitForTimeout(400);
  assert.deepEqual(await column(annex, 2), [names.at(-1)], "a code finds its row");
  assert.match(await status(annex), new RegExp(`\\b1\\D+${all}\\b`));
  assert.equal(await annex.locator("tr.section:visible").count(), 1, "the section of the row found stays");
  await search.fill("to dan pho");
  await page.waitForTimeout(400);
  const unmarked = await shownRows(annex).count();
  await search.fill("TỔ DÂN PHỐ");
  await page.waitForTimeout(400);
  assert.equal(await shownRows(annex).count(), unmarked, "marks and capitals do not matter");
  assert.ok(unmarked > 0);
  await search.fill("không có dòng nào như thế này");
  await page.waitForTimeout(400);
  assert.equal(await annex.locator("tbody tr:visible").count(), 0);
  await annex.locator(".controls button").click();
  assert.equal(await shownRows(annex).count(), all, "every row is back");
  const ward = annex.locator("select").first();
  await ward.selectOption({ index: 2 });
  const name = await ward.evaluate((select) => select.selectedOptions[0].textContent);
  assert.equal(await annex.locator("tr.section:visible th").innerText(), name);
  await annex.locator("select").nth(1).selectOption({ index: 1 });
  const result = await annex.locator("select").nth(1).inputValue();
  assert.ok((await column(annex, 7)).every((text) => text === result));
  await picture(page, "filtered");
  await annex.locator(".controls button").click();
}

async function sortsRows(page) {
  const annex = page.locator("#phu-luc-I");
  const before = await column(annex, 2);
  const heading = annex.locator("th[data-column='5']");
  await heading.getByRole("button").click();
  assert.equal(await heading.getAttribute("aria-sort"), "ascending");
  const groups = await annex.locator("tbody").evaluateAll((bodies) => bodies.map((body) =>
    Array.from(body.rows).filter((row) => row.className === "").map((row) => Number(row.cells[5].textContent))));
  for (const group of groups) assert.deepEqual(group, group.toSorted((left, right) => left - right));
  assert.ok(await annex.locator("tbody").evaluateAll((bodies) => bodies.every((body) =>
    body.className !== "section" || body.rows[0].className === "section")), "sections stay above their rows");
  await heading.getByRole("button").click();
  assert.equal(await heading.getAttribute("aria-sort"), "descending");
  await heading.getByRole("button").click();
  assert.equal(await heading.getAttribute("aria-sort"), null);
  assert.deepEqual(await column(annex, 2), before, "the third press gives the order of the document back");
  const wards = page.locator("#phu-luc-II");
  await wards.locator("th[data-column='1'] button").click();
  const names = await column(wards, 1);
  assert.deepEqual(names, names.toSorted(new Intl.Collator("vi", { numeric: true }).compare));
  assert.equal(await wards.locator("tbody").last().getAttribute("class"), "totals", "totals stay at the bottom");
  const criteria = page.locator("#phu-luc-III");
  await criteria.locator("th[data-column='10'] button").click();
  const order = await criteria.locator("tbody").evaluateAll((bodies) => {
    const sections = [];
    for (const body of bodies) {
      if (body.className === "section") sections.push([]);
      if (body.className === "lead") sections.at(-1).push(Number(body.rows[0].cells[10].textContent.replace(",", ".")));
    }
    return sections;
  });
  for (const section of order) assert.deepEqual(section, section.toSorted((left, right) => left - right));
  await picture(page, "sorted");
  await criteria.locator("th[data-column='0'] button").focus();
}

async function goesByKeyboard(page) {
  await page.reload();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "noi-dung");
  const button = page.locator("#phu-luc-I th[data-column='1'] button");
  await button.focus();
  await page.keyboard.press("Space");
  assert.equal(await page.locator("#phu-luc-I th[data-column='1']").getAttribute("aria-sort"), "ascending");
  const box = page.locator("#phu-luc-IV .box");
  await box.focus();
  await page.keyboard.press("PageDown");
  await page.waitForFunction(() => {
    const scrolled = document.activeElement;
    return scrolled.scrollTop > 0 || scrolled.scrollHeight <= scrolled.clientHeight;
  });
}

async function isAccessible(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  const told = found.violations.map((one) => `${one.id} (${one.impact}): ${one.nodes.map((node) => node.html.slice(0, 120))}`);
  assert.deepEqual(told, [], `${name}: axe-core`);
  console.log(`${name}: axe-core ${found.testEngine.version}, ${found.passes.length} rules passed, no violation`);
}

const wide = await opened(1280);
await picture(wide, "1280");
await isAccessible(wide, "1280 px");
await findsRows(wide);
await sortsRows(wide);
await goesByKeyboard(wide);
if (pictures) await wide.pdf({ path: join(resolve(process.env.INIT_CWD ?? ".", pictures), "print.pdf"), preferCSSPageSize: true });

const narrow = await opened(360);
await picture(narrow, "360");
assert.ok(await narrow.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page fits 360 px");
await isAccessible(narrow, "360 px");

const still = await opened(1280, { javaScriptEnabled: false });
assert.equal(await still.locator(".controls:visible, th button").count(), 0, "without scripts no control is seen");
assert.ok(await still.locator("#phu-luc-I tbody tr").count() > 0);
await browser.close();
assert.deepEqual(troubles, [], "nothing is complained of and nothing is fetched");
console.log("all is well");
