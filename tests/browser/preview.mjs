// Starts `banxin preview` and a browser that looks at it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const { BANXIN, BANXIN_CHROMIUM, BANXIN_NODE_MODULES } = process.env;
const { chromium } = createRequire(join(BANXIN_NODE_MODULES, "banxin"))("playwright-core");
export const patience = 20_000; // milliseconds

/// One browser for all tests. Chromium's own sandbox does not work for root.
export const openBrowser = () => chromium.launch({ executablePath: BANXIN_CHROMIUM, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });

/// An article in a folder of its own, previewed.
export class Preview {
  static async start(text, language = "en") {
    const preview = new Preview();
    preview.folder = await mkdtemp(join(tmpdir(), "banxin-preview-"));
    await preview.write(text);
    preview.program = spawn(BANXIN, ["preview", "a.yaml", "--messages", language], { cwd: preview.folder, stdio: ["ignore", "pipe", "inherit"] });
    for await (const line of createInterface(preview.program.stdout)) {
      preview.address = line.match(/http:\S+/)?.[0];
      break;
    }
    return preview;
  }

  write(text) {
    return writeFile(join(this.folder, "a.yaml"), text);
  }

  /// The preview in a window of this size. What its console says in complaint is in `complaints`.
  async open(browser, viewport = { width: 1300, height: 900 }) {
    this.context = await browser.newContext({ viewport, acceptDownloads: true });
    const page = await this.context.newPage();
    page.setDefaultTimeout(patience);
    this.complaints = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && this.complaints.push(message.text()));
    page.on("pageerror", (error) => this.complaints.push(error.message));
    await page.goto(this.address);
    return page;
  }

  async end() {
    await this.context?.close();
    if (this.program.exitCode === null && this.program.kill()) await once(this.program, "exit");
    await rm(this.folder, { recursive: true });
  }
}

/// Waits until `condition` holds in the page. Playwright's own way would need a policy that lets texts be run as scripts.
export async function until(page, condition, argument) {
  const end = Date.now() + patience;
  while (!(await page.evaluate(condition, argument))) {
    if (Date.now() > end) throw new Error(`in vain: ${condition}`);
    await page.waitForTimeout(50);
  }
}

/// The addresses of the pages' pictures, once all are there.
export async function pictures(page, count) {
  await until(page, (wanted) => document.querySelectorAll(".sheet img").length === wanted, count);
  return page.$$eval(".sheet img", (images) => images.map((image) => image.getAttribute("src")));
}
