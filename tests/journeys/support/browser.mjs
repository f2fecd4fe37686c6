// Chromium, and pages that notice when something goes wrong.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  throw new Error("Chromium is missing: install it, or name its program in CHROMIUM.");
}

/** A headless Chromium; `shared` memory of containers is small and their users have no sandbox. */
export function launch(options = {}) {
  const executablePath = process.env.CHROMIUM ?? onPath("chromium", "chromium-browser", "google-chrome");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"], ...options });
}

/**
 * Collects what a page should never do: throw, log an error, ask another origin. Returns the list, which a
 * journey expects to be empty at its end.
 */
export function watch(page, ownOrigins) {
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && !ownOrigins.includes(url.origin)) {
      trouble.push(`asked ${url.origin}`);
    }
  });
  return trouble;
}

/** Asks until the answer is true; fails with what was expected and the last answer. */
export async function eventually(what, ask, limit = 15_000) {
  const end = Date.now() + limit;
  let last;
  do {
    try {
      last = await ask();
      if (last === true) return;
    } catch (error) {
      last = error.message;
    }
    await new Promise((done) => setTimeout(done, 50));
  } while (Date.now() < end);
  throw new Error(`${what}: not within ${limit} ms; the last answer was ${JSON.stringify(last)}`);
}
