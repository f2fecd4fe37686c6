// `make bench`: one line a figure, `name value unit`, and nothing else on stdout. Figures of browsers are taken
// in the built site; those of the native engine by the binary `bench`. What cannot be measured here is said on
// stderr. Fails where a size is beyond its budget.
import { spawnSync } from "node:child_process";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../journeys/support/browser.mjs";
import { corpus } from "../journeys/support/corpus.mjs";
import { editor, map, paste, settled } from "../journeys/support/site.mjs";
import { documents } from "./manifests.mjs";
import { median, percentile, untilShown, watchEngine, watchPage } from "./probe.mjs";
import { line, sizes } from "./sizes.mjs";

// The library's notes belong to stderr: stdout is for the figures.
console.log = console.error;
const tell = (name, value, unit) => process.stdout.write(`${line({ name, value, unit })}\n`);

async function opened(browser, site) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(watchPage);
  const page = await context.newPage();
  await page.goto(site.url);
  await settled(page);
  const [worker] = page.workers();
  await worker.evaluate(watchEngine);
  return { page, worker, close: () => context.close() };
}

/** Replaces all text. */
async function fill(page, text) {
  await editor(page).click();
  await page.keyboard.press("Control+a");
  // The key that selected everything is not what is measured.
  await page.evaluate(() => { window.drydockProbe.keys.length = 0; });
  return untilShown(page, () => paste(page, text));
}

/** Types digits at the end of the first line that contains `mark`, one after the answers to the other. */
async function keystrokes(page, mark, count) {
  await page.keyboard.press("Control+Home");
  await editor(page).locator(".cm-line", { hasText: mark }).first().click();
  await page.keyboard.press("End");
  const took = [];
  for (let index = 0; index < count; index += 1) {
    const key = index % 2 === 0 ? "1" : "Backspace";
    took.push((await untilShown(page, () => page.keyboard.press(key))).took);
    await page.waitForTimeout(30);
  }
  return took;
}

const engineTimes = (worker) => worker.evaluate(() => drydockProbe.spans.filter(({ to }) => to !== undefined).map(({ from, to }) => to - from));
const forget = (worker) => worker.evaluate(() => { drydockProbe.spans.length = 0; });

async function firstPicture(browser, site) {
  const took = [];
  for (let round = 0; round < 5; round += 1) {
    const { page, close } = await opened(browser, site);
    const handle = await page.waitForFunction(() => window.drydockProbe.shown[0]?.at);
    took.push(await handle.jsonValue());
    await close();
  }
  tell("first_picture_cold", median(took), "ms");
}

async function fiftyDocuments(browser, site) {
  const { page, worker, close } = await opened(browser, site);
  await fill(page, documents(50));
  await keystrokes(page, "replicas: 3", 10);
  await forget(worker);
  const screen = await keystrokes(page, "replicas: 3", 60);
  tell("keystroke_50docs_p95_wasm", percentile(await engineTimes(worker), 0.95), "ms");
  tell("keystroke_50docs_p95_screen", percentile(screen, 0.95), "ms");
  await close();
}

async function application(browser, site, name, keys) {
  const { missing, text } = corpus(name);
  if (missing) return;
  const word = name.replaceAll("-", "_");
  const opening = [];
  for (let round = 0; round < 3; round += 1) {
    const { page, close } = await opened(browser, site);
    opening.push(await fill(page, text));
    if (round === 2 && keys > 0) {
      const mark = await editor(page).locator(".cm-line", { hasText: /name: \S/ }).first().textContent();
      tell(`keystroke_${word}_p95_screen`, percentile(await keystrokes(page, mark.trim(), keys), 0.95), "ms");
    }
    await close();
  }
  tell(`open_${word}_screen`, median(opening.map(({ took }) => took)), "ms");
  tell(`longest_block_${word}`, median(opening.map(({ longest }) => longest)), "ms");
}

async function thousandObjects(browser, site) {
  const { page, worker, close } = await opened(browser, site);
  await fill(page, documents(1000));
  // Another look at the same text is nothing but layout and its way into JSON.
  const layouts = [];
  for (let round = 0; round < 7; round += 1) {
    await forget(worker);
    await worker.evaluate((ambient) => {
      const request = { look: { revision: Number.MAX_SAFE_INTEGER, look: { ambient } } };
      self.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(request) }));
    }, round % 2 === 0);
    await page.waitForTimeout(700);
    layouts.push(Math.max(...(await engineTimes(worker))));
  }
  tell("layout_1000_wasm", median(layouts), "ms");
  await close();
}

/** Main-thread work of each step of dragging and of zooming the map. */
async function frames(browser, site) {
  const { page, close } = await opened(browser, site);
  await fill(page, documents(1000));
  const box = await map(page).boundingBox();
  const debug = await page.context().newCDPSession(page);
  await debug.send("Performance.enable");
  const worked = async () => {
    const { metrics } = await debug.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.6];
  const took = [];
  const step = async (act) => {
    const before = await worked();
    await act();
    await drawn();
    took.push((await worked()) - before);
  };
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let index = 1; index <= 60; index += 1) await step(() => page.mouse.move(x - index * 4, y - index * 2));
  await page.mouse.up();
  await page.keyboard.down("Control");
  for (let index = 0; index < 40; index += 1) await step(() => page.mouse.wheel(0, index < 20 ? -60 : 60));
  await page.keyboard.up("Control");
  tell("map_frame_p95_1000", percentile(took, 0.95), "ms");
  await close();
}

function native() {
  const result = spawnSync("cargo", ["run", "--quiet", "--profile", "suite", "--locked", "-p", "drydock-tests", "--bin", "bench"], { stdio: ["ignore", "inherit", "inherit"] });
  return result.status === 0;
}

const { figures, beyond } = sizes();
for (const figure of figures) tell(figure.name, figure.value, figure.unit);
let failed = beyond.length > 0;
for (const sentence of beyond) console.error(sentence);
failed = !native() || failed;

const site = await serve({ folder: "dist" });
const browser = await launch();
const measures = {
  first: firstPicture,
  fifty: fiftyDocuments,
  argo: (...where) => application(...where, "argo-cd", 15),
  prometheus: (...where) => application(...where, "kube-prometheus", 0),
  layout: thousandObjects,
  frames,
};
const only = process.argv.slice(2);
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (only.length > 0 && !only.includes(name)) continue;
    try {
      await measure(browser, site);
    } catch (error) {
      failed = true;
      console.error(`${name}: not measured: ${error.message.split("\n")[0]}`);
    }
  }
} finally {
  await browser.close();
  await site.close();
}
process.exitCode = failed ? 1 : 0;
