// No finding of axe that is serious or worse, in any state of the page that people work in.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { card, replaceText, stage } from "./support/site.mjs";
import { SHOP, WRONG_SELECTOR } from "./support/manifests.mjs";

const site = stage();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Objects in the picture are named as kubectl names them, `Deployment shop/web, 2 of 3 ready`, where the card has
 * the kind, the name and facts on lines of their own: all of the name's words are there, in another order.
 */
const named = (rule, { html }) => rule === "label-content-name-mismatch" && /^<g [^>]*id="n:/.test(html);

async function audit(page) {
  // What flashes for a moment is not judged by the colours on its way.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime)).map((one) => one.finished)));
  // As an expression of the debugger, which the page's own policy does not concern.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const grave = violations
    .map((finding) => ({ ...finding, nodes: finding.nodes.filter((node) => !named(finding.id, node)) }))
    .filter(({ impact, nodes }) => nodes.length > 0 && (impact === "serious" || impact === "critical"));
  const told = grave.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  assert.deepEqual(told, []);
}

for (const colorScheme of ["light", "dark"]) {
  for (const [device, viewport] of [["desk", { width: 1440, height: 900 }], ["phone", { width: 390, height: 844 }]]) {
    test(`the first visit, ${colorScheme}, ${device}`, async (t) => {
      await audit(await site.open(t, { colorScheme, viewport }));
    });
  }
  test(`with problems and a selection, ${colorScheme}`, async (t) => {
    const page = await site.open(t, { colorScheme });
    await replaceText(page, WRONG_SELECTOR);
    await card(page, "Service shop/web").click();
    await audit(page);
  });
}

test("with the outline and the help", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  await page.getByRole("button", { name: "Outline" }).click();
  await audit(page);
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("dialog").waitFor();
  await audit(page);
});

test("pages that ask for less motion get none", async (t) => {
  const page = await site.open(t, { reducedMotion: "reduce" });
  const moving = await page.evaluate(() => document.getAnimations().filter((animation) => animation.effect.getTiming().duration > 1).length);
  assert.equal(moving, 0);
});
