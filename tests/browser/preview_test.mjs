// The preview as its readers use it: it follows the article, shows what is wrong with it, and leaves the reader where he is.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, afterEach, before, test } from "node:test";
import { openBrowser, pictures, Preview, until } from "./preview.mjs";

const paragraph = "三天赛事，四项纪录，看台上下都是人，旗子也多，鼓声从早上响到天黑。";
/// Three pages of one column whose paragraphs are numbered from 1; paragraph N stands at line N + 4.
const article = ({ count = 130, changed = 0, title = "title" } = {}) =>
  `${title}: 校运动会\nset:\n  columns.count: 1\nbody: |\n` + Array.from({ length: count }, (_, i) => `  ${i + 1}${i + 1 === changed ? "改" : ""}${paragraph}\n`).join("");
const lineOf = (number) => number + 4;

let browser, preview, page;
before(async () => (browser = await openBrowser()));
after(() => browser.close());
afterEach(async () => {
  const complaints = preview.complaints;
  await preview.end();
  assert.deepEqual(complaints, [], "the browser has nothing to complain of");
});

async function open(text, language) {
  preview = await Preview.start(text, language);
  page = await preview.open(browser);
}

const scrolled = () => page.$eval("#pages", (pages) => pages.scrollTop);
const saysNothing = () => until(page, () => document.querySelector("#notice").hidden && !document.querySelector(".message"));
const changedPicture = (index, from) =>
  until(page, ([at, address]) => document.querySelectorAll(".sheet")[at]?.querySelector("img")?.getAttribute("src") !== address, [index, from]);
const zoomedPercent = () => page.$eval("#zoom", (zoom) => parseInt(zoom.value));

test("an edit changes its page, the others stay, and the reader stays where he was", async () => {
  await open(article());
  const before = await pictures(page, 3);
  await page.evaluate(() => (window.unloaded = false));
  await page.keyboard.press("w");
  await page.$eval("#pages", (pages) => pages.scrollTo(0, 1500));
  const place = await scrolled();
  assert.equal(place, 1500);
  await preview.write(article({ changed: 120 }));
  await changedPicture(2, before[2]);
  const after = await pictures(page, 3);
  assert.deepEqual(after.slice(0, 2), before.slice(0, 2));
  assert.equal(await scrolled(), place);
  // A page more, and messages that come and go beside the first one, move nothing either.
  await preview.write(article({ count: 190 }) + "  ![图](none.jpg)\n");
  await page.waitForSelector(".message.warning");
  await pictures(page, 4);
  const percent = await zoomedPercent();
  await preview.write(article());
  await saysNothing();
  await pictures(page, 3);
  assert.ok(Math.abs((await scrolled()) / place - 1) < 0.01, `${await scrolled()} is not ${place} at ${percent}%`);
  assert.equal(await page.evaluate(() => window.unloaded), false, "the page was never loaded anew");
});

test("an error shows beside its page with the way to its line, and goes when it is mended", async () => {
  await open(article());
  const before = await pictures(page, 3);
  // Two paragraphs more above it: its place on the pages from before is that of the text, not of the line's number.
  await preview.write(article().replace(`  99${paragraph}`, `  ${paragraph}\n  ${paragraph}\n  99`).replace(`  100${paragraph}`, "  100[^缺]"));
  const message = page.locator(".row:nth-child(3) .message.error, .row:nth-child(2) .message.error");
  await message.waitFor();
  assert.match(await message.innerText(), new RegExp(`error.*line ${lineOf(100) + 2}\\b`));
  assert.equal(await page.locator(".message").count(), 1);
  assert.match(await page.locator("#notice").innerText(), /pages are those from before/);
  assert.deepEqual(await pictures(page, 3), before, "the pages from before stay");
  await message.click();
  assert.match(await page.locator("#source-text .found-line").innerText(), /100\[\^缺\]/);
  assert.match(await page.locator("#source-text li.error").innerText(), /100\[\^缺\]/);
  const { pages } = await (await fetch(`${preview.address}state?after=0`)).json();
  const index = pages.findIndex(({ lines }) => lines.some(([line]) => line === lineOf(100)));
  const [, x, y] = pages[index].lines.find(([line]) => line === lineOf(100));
  const found = await page.$eval(".found", (element) => [parseFloat(element.style.left), parseFloat(element.style.top)]);
  assert.deepEqual(found.map(Math.round), [(100 * x) / pages[index].width, (100 * y) / pages[index].height].map(Math.round));
  const mark = await page.locator(".found").boundingBox(), window = await page.locator("#pages").boundingBox();
  assert.ok(mark.width > 50 && mark.y > window.y && mark.y + mark.height < window.y + window.height, "its place is marked in sight");
  await preview.write(article());
  await saysNothing();
  assert.deepEqual(await pictures(page, 3), before);
});

test("an article that is wrong from the start says so and shows its pages once it is mended", async () => {
  await open(article({ title: "titel" }), "zh");
  await page.waitForSelector(".message.error");
  assert.match(await page.locator("#notice").innerText(), /改好后会显示版面/);
  await preview.write(article());
  await pictures(page, 3);
  await saysNothing();
});

test("printed text and the article's lines lead to each other", async () => {
  await open(article());
  await pictures(page, 3);
  const sheet = await page.locator(".sheet").first().boundingBox();
  await page.mouse.click(sheet.x + sheet.width / 2, sheet.y + sheet.height * 0.6);
  const found = await page.locator("#source-text .found-line").innerText();
  assert.match(found, /^\s*\d+三天赛事/);
  await page.locator("#source-text li").nth(lineOf(125) - 1).click();
  await page.waitForSelector(".sheet:nth-child(1) .found");
  assert.equal(await page.$eval("#page-number", (input) => input.value), "3");
});

test("everything is done by keys", async () => {
  await open(article());
  await pictures(page, 3);
  const whole = await zoomedPercent();
  await page.keyboard.press("w");
  const wide = await zoomedPercent();
  assert.ok(wide > whole);
  await page.keyboard.press("+");
  assert.ok((await zoomedPercent()) > wide);
  await page.keyboard.press("0");
  assert.equal(await zoomedPercent(), whole);
  await page.keyboard.press("n");
  await until(page, () => document.querySelector("#page-number").value === "2");
  await page.keyboard.press("p");
  await until(page, () => document.querySelector("#page-number").value === "1");
  await page.keyboard.press("t");
  assert.equal(await page.locator("#thumbnail-list button").count(), 3);
  await page.keyboard.press("x");
  assert.equal(await page.locator("#source-text li").count(), article().split("\n").length);
  await page.keyboard.press("l");
  assert.equal(await page.locator("#thumbnails").innerText(), "缩略图");
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hans");
  await page.keyboard.press("?");
  assert.ok(await page.locator("dialog").isVisible());
  assert.equal(await page.locator("dialog tr").count(), await page.locator("nav [data-key]").count());
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator("dialog").isVisible()));
  for (const tool of await page.locator("nav button, nav a").all()) {
    assert.notEqual(((await tool.getAttribute("aria-label")) ?? (await tool.innerText())).trim(), "", "every tool has a name");
  }
});

test("spreads put facing pages side by side, the first alone on the right", async () => {
  await open(article());
  await pictures(page, 3);
  await page.keyboard.press("s");
  const [first, second, third] = await Promise.all([0, 1, 2].map((index) => page.locator(".sheet").nth(index).boundingBox()));
  assert.equal(second.y, third.y);
  assert.ok(second.y > first.y);
  assert.ok(Math.abs(second.x + second.width - third.x) < 1, "they touch");
  assert.ok(Math.abs(first.x - third.x) < 1, "the first is a right-hand page");
});

test("the grid lies where the type area, its frames and its baselines are", async () => {
  await open(article().replace("columns.count: 1", "columns.count: 2"));
  await pictures(page, (await (await fetch(`${preview.address}state?after=0`)).json()).pages.length);
  const { pages } = await (await fetch(`${preview.address}state?after=0`)).json();
  await page.keyboard.press("o");
  const sheet = await page.locator(".sheet").first().boundingBox(), scale = sheet.width / pages[0].width;
  const shown = await page.$$eval(".sheet:nth-child(1) .overlay rect", (boxes) => boxes.slice(0, 3).map((box) => [box.getAttribute("class"), box.getBoundingClientRect().toJSON()]));
  const near = (a, b) => assert.ok(Math.abs(a - b) < 1.5, `${a} is not ${b}`);
  assert.deepEqual(shown.map(([kind]) => kind), ["frame", "frame", "area"]);
  shown.forEach(([, box], index) => {
    const [x, y, width] = [...pages[0].frames, pages[0].area][index];
    near(box.x, sheet.x + x * scale);
    near(box.y, sheet.y + y * scale);
    near(box.width, width * scale);
  });
  const lines = await page.$eval(".overlay path", (path) => path.getAttribute("d").match(/M/g).length);
  assert.equal(lines, 2 * pages[0].baselines.length);
});

test("the PDF can be kept, and place and view outlive a reload", async () => {
  await open(article());
  await pictures(page, 3);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("d")]);
  assert.equal(download.suggestedFilename(), "a.pdf");
  assert.match((await readFile(await download.path())).toString("latin1"), /^%PDF-/);
  await page.keyboard.press("w");
  await page.$eval("#pages", (pages) => pages.scrollTo(0, 1800));
  await until(page, () => JSON.parse(sessionStorage.getItem("view")).place?.page > 0);
  const percent = await zoomedPercent();
  await page.reload();
  await pictures(page, 3);
  assert.equal(await zoomedPercent(), percent);
  assert.ok(Math.abs((await scrolled()) - 1800) < 3, `${await scrolled()} is not 1800`);
});

test("other web pages can neither read the preview nor show it", async () => {
  await open(article());
  await pictures(page, 3);
  const foreign = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<p>foreign</p>"));
  await new Promise((resolve) => foreign.listen(0, "127.0.0.1", resolve));
  try {
    const other = await preview.context.newPage();
    await other.goto(`http://127.0.0.1:${foreign.address().port}/`);
    const read = await other.evaluate((address) => fetch(`${address}state?after=0`).then((answer) => answer.text(), () => "refused"), preview.address);
    assert.equal(read, "refused");
    const sent = await other.evaluate((address) => fetch(address, { mode: "no-cors" }).then((answer) => answer.type, () => "refused"), preview.address);
    assert.equal(sent, "refused", "not even unread, for Cross-Origin-Resource-Policy and the guard forbid it");
    await other.evaluate((address) => document.body.append(Object.assign(document.createElement("iframe"), { src: address })), preview.address);
    await other.waitForTimeout(500);
    const frame = other.frames()[1];
    assert.equal(await frame?.locator(".sheet").count(), 0);
  } finally {
    foreign.close();
  }
});

test("it says so when the program has ended", async () => {
  await open(article());
  await pictures(page, 3);
  preview.program.kill("SIGKILL");
  await until(page, () => /ended/.test(document.querySelector("#notice").textContent));
  preview.complaints = [];
});
