// A docs author puts the playground into a page of another origin, with both under a path of their own.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { serve } from "../../tools/serve.mjs";
import { eventually, replaceText, stage } from "./support/site.mjs";
import { watch } from "./support/browser.mjs";
import { SHOP } from "./support/manifests.mjs";

const site = stage({ base: "/tools/drydock/" });
const pages = {};
let docs;

before(async () => {
  docs = await serve({ folder: "static", base: "/docs/guide", pages });
  pages["page.html"] = `<!doctype html><meta charset="utf-8"><title>A guide</title><link rel="icon" href="data:,"><h1>A guide</h1>
    <script async src="${site.site.url}embed.js"></script>
    <script>window.heard = []; for (const name of ["ready", "changed", "problems", "select", "error"]) addEventListener(name, (event) => heard.push([name, event.detail]), true);</script>
    <drydock-playground id="first" view="map" height="420" readonly><pre name="shop.yaml">${SHOP}</pre></drydock-playground>
    <div style="height: 4000px"></div>
    <drydock-playground id="far" height="300"><script type="application/yaml">${SHOP}</script></drydock-playground>`;
  pages["stranger.html"] = `<!doctype html><title>A stranger</title>`;
});
after(() => docs?.close());

async function reader(t, options = {}) {
  const context = await site.visitor(t, options);
  const page = await context.newPage();
  page.trouble = watch(page, [site.site.origin, docs.origin]);
  await page.goto(`${docs.url}page.html`);
  return page;
}

const frame = (page, id) => page.frameLocator(`#${id} iframe`);
const heard = (page, name) => page.evaluate((name) => window.heard.filter(([event]) => event === name).map(([, detail]) => detail), name);

for (const [what, options] of [
  ["on a desk", {}],
  ["on a phone, dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
]) {
  test(`readers see the map, ${what}`, async (t) => {
    const page = await reader(t, options);
    await frame(page, "first").getByRole("button", { name: /^Deployment shop\/web/ }).first().waitFor();
    await eventually("it says that it is ready", async () => (await heard(page, "ready")).length > 0);
    assert.equal(await page.locator("#first").evaluate((element) => element.getBoundingClientRect().height), 420);
    assert.deepEqual(page.trouble, []);
    await page.screenshot({ path: `target/screenshots/embed-${options.colorScheme ?? "light"}.png` });
  });
}

for (const [device, viewport] of [["desk", { width: 1440, height: 900 }], ["phone", { width: 390, height: 844 }]]) {
  test(`the code of the Share dialog works in a plain page, dark, on a ${device}`, async (t) => {
    const author = await site.open(t);
    await replaceText(author, SHOP.replace("blue", "<b>blue & green</b>"));
    await author.getByRole("button", { name: "Share" }).click();
    const code = await author.getByRole("textbox", { name: "Embed code" }).inputValue();
    pages["plain.html"] = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>:root { color-scheme: dark }</style></head><body><h1>Our shop</h1>\n${code}<p>As you see.</p></body></html>`;
    const context = await site.visitor(t, { viewport, colorScheme: "dark" });
    const page = await context.newPage();
    page.trouble = watch(page, [site.site.origin, docs.origin]);
    await page.goto(`${docs.url}plain.html`);
    const shown = page.frameLocator("drydock-playground iframe");
    await shown.getByRole("button", { name: /^Deployment shop\/web/ }).first().waitFor();
    assert.equal((await page.evaluate(() => document.querySelector("drydock-playground").get()))[0].text.includes("<b>blue & green</b>"), true);
    assert.deepEqual(page.trouble, []);
    await page.screenshot({ path: `target/screenshots/5-embedded-${device}-dark.png` });
  });
}

test("it loads when it comes into view", async (t) => {
  const page = await reader(t);
  await frame(page, "first").getByRole("button", { name: /^Service shop\/web/ }).first().waitFor();
  assert.equal(await page.locator("#far iframe").count(), 0);
  await page.locator("#far").scrollIntoViewIfNeeded();
  await frame(page, "far").getByRole("button", { name: /^Service shop\/web/ }).first().waitFor();
});

test("it takes commands, answers questions and tells what happens", async (t) => {
  const page = await reader(t);
  await eventually("it is ready", async () => (await heard(page, "ready")).length > 0);
  const text = "apiVersion: v1\nkind: Service\nmetadata:\n  name: lonely\nspec:\n  selector:\n    app: nobody\n  ports:\n  - port: 80\n";
  await page.evaluate((text) => document.querySelector("#first").set({ files: [{ name: "a.yaml", text }] }), text);
  await frame(page, "first").getByRole("button", { name: /^Service default\/lonely/ }).first().waitFor();
  await eventually("it tells the problems", async () => {
    const told = (await heard(page, "problems")).at(-1);
    return told?.problems.some(({ rule }) => rule.startsWith("selector/")) ?? false;
  });
  const files = await page.evaluate(() => document.querySelector("#first").get());
  assert.deepEqual(files, [{ name: "a.yaml", text }]);
  const svg = await page.evaluate(() => document.querySelector("#first").export("svg"));
  assert.match(svg, /^<svg/);
  const unknown = await page.evaluate(() => new Promise((done) => {
    addEventListener("message", ({ data }) => data.type === "drydock:error" && data.id === 99 && done(data.message));
    document.querySelector("#first").shadowRoot.querySelector("iframe").contentWindow.postMessage({ type: "drydock:fly", id: 99 }, "*");
  }));
  assert.match(unknown, /drydock:fly/);
});

test("it listens to nobody but the page around it", async (t) => {
  const stranger = await serve({ folder: "static", pages });
  t.after(() => stranger.close());
  const page = await reader(t);
  page.trouble.length = 0;
  await eventually("it is ready", async () => (await heard(page, "ready")).length > 0);
  await page.evaluate((address) => new Promise((done) => {
    const other = document.createElement("iframe");
    other.id = "stranger";
    other.src = address;
    other.onload = done;
    document.body.append(other);
  }), `${stranger.url}stranger.html`);
  const other = page.frames().find((one) => one.url().startsWith(stranger.url));
  await other.evaluate(() => {
    for (let index = 0; index < parent.length; index += 1) {
      parent[index].postMessage({ type: "drydock:set", files: [{ name: "evil.yaml", text: "kind: Evil" }] }, "*");
    }
  });
  await page.waitForTimeout(500);
  const files = await page.evaluate(() => document.querySelector("#first").get());
  assert.equal(files[0].name, "shop.yaml");
});

test("it neither reads nor writes what the visitor has saved", async (t) => {
  const context = await site.visitor(t);
  const page = await context.newPage();
  // The site itself around the frame: the same origin, so that nothing but the page's own restraint keeps them apart.
  await page.goto(`${site.site.url}robots.txt`);
  await page.evaluate((address) => new Promise((done) => {
    const frame = document.createElement("iframe");
    addEventListener("message", ({ data }) => data.type === "drydock:ready" && done());
    frame.src = address;
    document.body.append(frame);
  }), `${site.site.url}?embed=1&origin=${encodeURIComponent(site.site.origin)}#sample=broken`);
  await page.waitForTimeout(1_000);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  assert.deepEqual(kept, { local: 0, session: 0, databases: [] });
});

test("without scripts the manifest is there as text", async (t) => {
  const page = await reader(t, { javaScriptEnabled: false });
  assert.match(await page.locator("#first").innerText(), /kind: Deployment/);
});
