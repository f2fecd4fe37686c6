// Nothing typed is lost, and nothing leaves.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../tools/serve.mjs";
import { answered, card, editor, eventually, quiet, replaceText, settled, stage, visibleText } from "./support/site.mjs";
import { launch, watch } from "./support/browser.mjs";
import { SHOP } from "./support/manifests.mjs";

const site = stage();

test("a reload keeps the text", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  await answered(page, () => page.keyboard.type("# typed last"));
  const before = await visibleText(page);
  await page.reload();
  await settled(page);
  await eventually("the text is the same", async () => (await visibleText(page)) === before);
  await card(page, "Deployment shop/web").waitFor();
  quiet(page);
});

test("an engine that dies is started again with the same text", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  const [worker] = page.workers();
  await worker.evaluate(() => {
    setTimeout(() => { throw new Error("the journey ends the engine"); });
  });
  await page.waitForFunction(() => document.documentElement.dataset.engine === "restarted");
  await card(page, "Deployment shop/web").waitFor();
  await answered(page, async () => {
    await editor(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\n---\napiVersion: v1\nkind: Namespace\nmetadata:\nname: shop");
  });
  await card(page, "Deployment shop/web").waitFor();
});

test("after the first visit the site works without a network", async (t) => {
  const own = await serve({ folder: "dist", base: "/in/a/folder" });
  const browser = await launch();
  t.after(() => browser.close());
  const page = await browser.newPage();
  page.trouble = watch(page, [own.origin]);
  await page.goto(own.url);
  await settled(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await own.close();
  await page.reload();
  await settled(page);
  await replaceText(page, SHOP);
  await card(page, "Deployment shop/web").waitFor();
  assert.deepEqual(page.trouble.filter((line) => line.startsWith("error")), []);
});

test("a request that would leave is refused", async (t) => {
  const elsewhere = await serve({ folder: "dist" });
  t.after(() => elsewhere.close());
  const page = await site.open(t);
  const outcome = await page.evaluate(async (address) => {
    const refused = [];
    document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
    const fetched = await fetch(address, { mode: "no-cors" }).then(() => "left", () => "refused");
    const image = await new Promise((done) => {
      const element = new Image();
      element.onload = () => done("left");
      element.onerror = () => done("refused");
      element.src = `${address}embed.js`;
    });
    let evaluated = "ran";
    try {
      (0, eval)("1");
    } catch {
      evaluated = "refused";
    }
    const beacon = navigator.sendBeacon(address, "text");
    await new Promise((done) => setTimeout(done, 100));
    return { fetched, image, evaluated, beacon, refused };
  }, elsewhere.url);
  assert.equal(outcome.fetched, "refused");
  assert.equal(outcome.image, "refused");
  assert.equal(outcome.evaluated, "refused");
  assert.ok(outcome.refused.includes("connect-src") && outcome.refused.includes("img-src"), outcome.refused.join(" "));
  const [worker] = page.workers();
  const ways = await worker.evaluate(() => ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"].filter((way) => self[way] !== undefined));
  assert.deepEqual(ways, [], "the engine has no way to the network");
});

test("what is shipped names no folder of the machine that built it", () => {
  const folders = [homedir(), process.cwd(), tmpdir(), ".cargo/registry", ".rustup/toolchains"];
  const shipped = readdirSync("dist").filter((name) => /\.(wasm|js|html|css)$/.test(name));
  assert.ok(shipped.some((name) => name.endsWith(".wasm")));
  const named = shipped.flatMap((name) => {
    const text = readFileSync(join("dist", name), "latin1");
    return folders.filter((folder) => text.includes(`${folder}/`)).map((folder) => `${name}: ${folder}`);
  });
  assert.deepEqual(named, []);
});
