// Shows the pages that banxin preview typesets, and keeps the reader's place while they change.
import { lineAt, placeOfLine, rowsOf, sameLine } from "./geometry.js";
import { words } from "./words.js";

const byId = (id) => document.getElementById(id);
const made = (name, className, text = "") => Object.assign(document.createElement(name), { className, textContent: text });
const gap = 16, pixelsPerPoint = 96 / 72, zoomSteps = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6];

const pages = byId("pages");
let state = { version: 0, pages: [], diagnostics: [], text: "", name: "", failed: false, language: "en" };
let sheets = []; // an element for each page, in order
let scale = 1; // CSS pixels a point

// What the reader chose outlives a reload of the page, with the place.
const view = { zoom: "page", spreads: false, thumbnails: false, overlay: false, source: false, language: null, ...JSON.parse(sessionStorage.getItem("view") ?? "{}") };
const language = () => view.language ?? state.language;
const word = (name) => words[language()][name];
const keepView = () => sessionStorage.setItem("view", JSON.stringify({ ...view, place: place() }));

/// The page at the middle of the window and how far down it the window's upper edge is, in pages' heights.
function place() {
  const box = pages.getBoundingClientRect();
  let found = null;
  for (const [index, sheet] of sheets.entries()) {
    const page = sheet.getBoundingClientRect();
    if (page.bottom > box.top + gap && !found) found = { page: index, down: (box.top - page.top) / page.height, right: (box.left - page.left) / page.width };
  }
  return found ?? view.place ?? { page: 0, down: 0, right: 0 };
}

function goTo({ page, down, right }) {
  const sheet = sheets[Math.min(page, sheets.length - 1)];
  if (!sheet) return;
  const box = pages.getBoundingClientRect(), at = sheet.getBoundingClientRect();
  pages.scrollTop += at.top - box.top + down * at.height;
  pages.scrollLeft += at.left - box.left + right * at.width;
}

function currentPage() {
  const middle = pages.getBoundingClientRect().top + pages.clientHeight / 3;
  const index = sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom > middle);
  return index < 0 ? Math.max(sheets.length - 1, 0) : index;
}

function showPage(index) {
  const wanted = Math.min(Math.max(index, 0), sheets.length - 1);
  const sheet = sheets[wanted];
  if (sheet) pages.scrollTop += sheet.getBoundingClientRect().top - pages.getBoundingClientRect().top - gap;
  showNumber();
}

// Zoom

function computeScale() {
  const widest = Math.max(...state.pages.map((page) => page.width), 1), tallest = Math.max(...state.pages.map((page) => page.height), 1);
  const beside = pages.querySelector(".messages") ? 18 * 16 + gap : 0;
  const width = (pages.clientWidth - 2 * gap - beside) / (widest * (view.spreads && state.pages.length > 1 ? 2 : 1));
  const height = (pages.clientHeight - 2 * gap) / tallest;
  if (view.zoom === "page") return Math.max(Math.min(width, height), 0.1);
  if (view.zoom === "width") return Math.max(width, 0.1);
  return view.zoom * pixelsPerPoint;
}

function applyScale() {
  scale = computeScale();
  sheets.forEach((sheet, index) => {
    sheet.style.width = `${state.pages[index].width * scale}px`;
    sheet.style.height = `${state.pages[index].height * scale}px`;
  });
  for (const side of pages.querySelectorAll(".no-sheet")) side.style.width = `${state.pages[0].width * scale}px`;
  for (const row of pages.querySelectorAll(".row")) row.style.setProperty("--height", `${row.querySelector(".spread")?.clientHeight ?? 600}px`);
  byId("zoom").value = `${Math.round((scale / pixelsPerPoint) * 100)}%`;
}

function zoom(to) {
  const before = place();
  view.zoom = to;
  applyScale();
  goTo(before);
  keepView();
}

function zoomBy(direction) {
  const now = scale / pixelsPerPoint;
  const next = direction > 0 ? zoomSteps.find((step) => step > now + 0.01) : zoomSteps.findLast((step) => step < now - 0.01);
  if (next) zoom(next);
}

// Pages

/// Shows a page's picture once it is there, so that nothing flickers.
async function showPicture(sheet, key) {
  if (sheet.dataset.picture === key) return;
  sheet.dataset.picture = key;
  const picture = new Image();
  picture.alt = "";
  picture.draggable = false;
  picture.src = `page/${key}.svg`;
  try {
    await picture.decode();
  } catch {
    if (sheet.dataset.picture === key) sheet.dataset.picture = ""; // an older state's: the next one asks again
    return;
  }
  if (sheet.dataset.picture !== key) return;
  sheet.querySelector("img")?.remove();
  sheet.prepend(picture);
}

function overlayOf(page) {
  const space = "http://www.w3.org/2000/svg", svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", `0 0 ${page.width} ${page.height}`);
  svg.classList.add("overlay");
  const box = ([x, y, width, height], className) => {
    const rectangle = document.createElementNS(space, "rect");
    for (const [name, value] of Object.entries({ x, y, width, height, class: className })) rectangle.setAttribute(name, value);
    svg.append(rectangle);
  };
  page.frames.forEach((frame) => box(frame, "frame"));
  box(page.area, "area");
  const lines = document.createElementNS(space, "path");
  lines.setAttribute("d", page.baselines.map((y) => page.frames.map(([x, , width]) => `M${x} ${y}h${width}`).join("")).join(""));
  svg.append(lines);
  return svg;
}

/// Where a line of the text is printed on the pages shown, which may be those from before.
const placeOf = (line) => placeOfLine(state.pages, sameLine(state.text, state.pages_text ?? state.text, line));

/// Messages by the page beside which they stand.
function messagesByPage() {
  const found = state.pages.map(() => []);
  if (!found.length) found.push([]);
  for (const diagnostic of state.diagnostics) {
    const said = diagnostic[language()];
    const at = said.file === state.name && said.line ? placeOf(said.line) : null;
    found[at?.page ?? 0].push({ ...said, at });
  }
  return found;
}

function messageOf(said) {
  const button = made("button", `message ${said.severity}`);
  const where = !said.line ? "" : said.file === state.name ? word("atLine")(said.line) : `${said.file}:${said.line}`;
  button.append(made("b", "", word(said.severity)), made("span", "where", where), made("div", "", said.message));
  for (const hint of said.hints ?? []) button.append(made("small", "", word("hint") + hint));
  button.append(made("small", "", said.code));
  button.addEventListener("click", () => {
    if (said.at) markPlace(said.at);
    if (said.file === state.name && said.line) {
      setSource(true);
      markLine(said.line);
    }
  });
  return button;
}

/// Lays the pages out anew in rows; sheets that there are stay, with their pictures.
function layOut() {
  while (sheets.length > state.pages.length) sheets.pop().remove();
  while (sheets.length < state.pages.length) {
    const sheet = made("div", "sheet"), index = sheets.length;
    sheet.addEventListener("click", (event) => {
      const box = sheet.getBoundingClientRect();
      const line = lineAt(state.pages[index], (event.clientX - box.left) / scale, (event.clientY - box.top) / scale);
      if (!line) return;
      setSource(true);
      markLine(sameLine(state.pages_text ?? state.text, state.text, line));
    });
    sheets.push(sheet);
  }
  const messages = messagesByPage();
  const rows = state.pages.length ? rowsOf(state.pages.length, view.spreads) : [[]];
  pages.replaceChildren(
    ...rows.map((indices) => {
      const row = made("div", "row"), spread = made("div", "spread");
      spread.append(...indices.map((index) => sheets[index] ?? made("div", "no-sheet")));
      row.append(spread);
      const beside = (indices.length ? indices : [0]).flatMap((index) => messages[index] ?? []);
      // A place beside every page, so that they stay below each other.
      if (state.diagnostics.length) {
        const list = made("section", "messages");
        if (beside.length) list.setAttribute("aria-label", word("diagnostics"));
        list.append(...beside.map(messageOf));
        row.append(list);
      }
      return row;
    }),
  );
  sheets.forEach((sheet, index) => {
    const page = state.pages[index];
    sheet.setAttribute("role", "img");
    sheet.setAttribute("aria-label", `${word("page")} ${page.label || index + 1}`);
    sheet.querySelector(".overlay")?.remove();
    if (view.overlay) sheet.append(overlayOf(page));
    showPicture(sheet, page.key);
  });
}

function layOutThumbnails() {
  const list = byId("thumbnail-list");
  list.hidden = !view.thumbnails;
  if (list.hidden) return;
  const now = currentPage();
  state.pages.forEach((page, index) => {
    let button = list.children[index];
    if (!button) {
      button = made("button", "");
      button.append(Object.assign(new Image(), { alt: "" }), made("span", ""));
      button.addEventListener("click", () => showPage(index));
      list.append(button);
    }
    const picture = button.firstChild, address = `page/${page.key}.svg`;
    if (picture.getAttribute("src") !== address) picture.src = address;
    button.lastChild.textContent = page.label || index + 1;
    button.setAttribute("aria-current", index === now);
  });
  while (list.children.length > state.pages.length) list.lastChild.remove();
}

// The article's text

function setSource(shown) {
  if (view.source === shown) return;
  view.source = shown;
  rearrange();
}

function layOutSource() {
  const pane = byId("source-text"), list = pane.firstElementChild;
  pane.hidden = !view.source;
  if (pane.hidden) return;
  const severities = new Map();
  for (const { en } of [...state.diagnostics].reverse()) if (en.file === state.name && severities.get(en.line) !== "error") severities.set(en.line, en.severity);
  const lines = state.text.split("\n");
  lines.forEach((text, index) => {
    let item = list.children[index];
    if (!item) {
      item = made("li", "");
      item.addEventListener("click", () => {
        const at = placeOf(index + 1);
        if (at) markPlace(at);
        markLine(index + 1);
      });
      list.append(item);
    }
    if (item.textContent !== text) item.textContent = text;
    item.className = severities.get(index + 1) ?? "";
  });
  while (list.children.length > lines.length) list.lastChild.remove();
}

function markLine(line) {
  const list = byId("source-text").firstElementChild;
  list.querySelector(".found-line")?.classList.remove("found-line");
  const item = list.children[line - 1];
  item?.classList.add("found-line");
  item?.scrollIntoView({ block: "center" });
}

function markPlace({ page, area: [x, y, width, height] }) {
  document.querySelector(".found")?.remove();
  const mark = made("div", "found"), sheet = state.pages[page], percent = (part, whole) => `${(100 * part) / whole}%`;
  Object.assign(mark.style, { left: percent(x, sheet.width), top: percent(y, sheet.height), width: percent(width, sheet.width), height: percent(height, sheet.height) });
  sheets[page].append(mark);
  mark.scrollIntoView({ block: "center", inline: "nearest" });
  setTimeout(() => mark.remove(), 2500);
}

// The whole page

function showWords() {
  document.documentElement.lang = language() === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-key]")) {
    element.title = `${word(element.dataset.title ?? element.dataset.word)} (${element.dataset.key})`;
    if (element.dataset.title) element.setAttribute("aria-label", word(element.dataset.title));
  }
  byId("page-number").setAttribute("aria-label", word("page"));
  const help = { spreads: "spreadsHelp", overlay: "gridHelp", source: "sourceHelp", language: "languageHelp" };
  byId("help-text").querySelector("table").replaceChildren(
    ...[...document.querySelectorAll("[data-key]")].map((element) => {
      const row = made("tr", ""), name = element.dataset.title ?? element.dataset.word, key = made("td", "");
      key.append(made("kbd", "", element.dataset.key));
      row.append(key, made("td", "", word(help[name] ?? name)));
      return row;
    }),
  );
}

function showStatus() {
  byId("name").textContent = state.name;
  document.title = `${state.name} – Banxin`;
  const count = (severity) => state.diagnostics.filter(({ en }) => en.severity === severity).length;
  const status = byId("status");
  status.replaceChildren(word("pages")(state.pages.length));
  for (const severity of ["error", "warning"]) if (count(severity)) status.append(" · ", made("span", severity, word(`${severity}s`)(count(severity))));
  tell(state.failed ? word(state.pages.length ? "failed" : "failedAtOnce") : "");
  byId("download").toggleAttribute("hidden", !state.pages.length);
}

function tell(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
}

function showNumber() {
  const input = byId("page-number"), now = currentPage();
  if (document.activeElement !== input) input.value = state.pages.length ? now + 1 : "";
  byId("page-count").textContent = ` / ${state.pages.length}`;
  [...byId("thumbnail-list").children].forEach((button, index) => button.setAttribute("aria-current", index === now));
}

/// Shows everything anew at the same place.
function rearrange(at = place()) {
  showWords();
  showStatus();
  for (const name of ["spreads", "thumbnails", "overlay", "source"]) byId(name).setAttribute("aria-pressed", view[name]);
  layOutSource();
  byId("thumbnail-list").hidden = !view.thumbnails;
  layOut();
  applyScale();
  goTo(at);
  layOutThumbnails();
  showNumber();
  keepView();
}

function toggle(name) {
  view[name] = !view[name];
  rearrange();
}

const actions = {
  previous: () => showPage(currentPage() - 1),
  next: () => showPage(currentPage() + 1),
  "zoom-out": () => zoomBy(-1),
  "zoom-in": () => zoomBy(1),
  "fit-page": () => zoom("page"),
  "fit-width": () => zoom("width"),
  spreads: () => toggle("spreads"),
  thumbnails: () => toggle("thumbnails"),
  overlay: () => toggle("overlay"),
  source: () => toggle("source"),
  language: () => {
    view.language = language() === "zh" ? "en" : "zh";
    rearrange();
  },
  help: () => byId("help-text").showModal(),
};

function listen() {
  for (const [id, act] of Object.entries(actions)) byId(id).addEventListener("click", act);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input") || byId("help-text").open) return;
    const key = event.key === "=" ? "+" : event.key.toLowerCase();
    const element = [...document.querySelectorAll("[data-key]")].find((candidate) => candidate.dataset.key === key);
    if (!element) return;
    event.preventDefault();
    element.click();
  });
  byId("page-number").addEventListener("change", (event) => showPage(Number(event.target.value) - 1));
  pages.addEventListener("scroll", () => {
    showNumber();
    keepView();
  });
  new ResizeObserver(() => {
    const before = place();
    applyScale();
    goTo(before);
  }).observe(pages);
}

async function follow() {
  for (let failures = 0; ; ) {
    try {
      const answer = await fetch(`state?after=${state.version}`);
      if (!answer.ok) throw new Error(answer.status);
      const next = await answer.json();
      failures = 0;
      if (next.version !== state.version) {
        const first = state.version === 0, before = first ? (view.place ?? { page: 0, down: -1, right: 0 }) : place();
        state = next;
        rearrange(before);
        if (first) pages.focus({ preventScroll: true });
      } else {
        showStatus();
      }
    } catch {
      if (++failures > 2) tell(word("ended"));
      await new Promise((resolve) => setTimeout(resolve, 500 * failures));
    }
  }
}

listen();
showWords();
follow();
