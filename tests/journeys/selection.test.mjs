// One selection in text, map, problems and inspector.
import { test } from "node:test";
import assert from "node:assert/strict";
import { card, editor, eventually, inspector, problem, quiet, replaceText, stage } from "./support/site.mjs";
import { SHOP, WRONG_PORT } from "./support/manifests.mjs";

const site = stage();
const heading = (page, name) => inspector(page).getByRole("heading", { name });

test("a click in the map selects in inspector and text", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  await card(page, "ConfigMap shop/settings").click();
  await heading(page, /settings/).first().waitFor();
  await eventually("the document is on screen", async () => {
    const lines = await editor(page).locator(".cm-line").allTextContents();
    return lines.includes("kind: ConfigMap") || lines.join("\n");
  });
  quiet(page);
});

test("the cursor in the text selects in map and inspector", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  await editor(page).locator(".cm-line", { hasText: "kind: Service" }).click();
  await heading(page, /web/).first().waitFor();
  await inspector(page).getByText(/Service/).first().waitFor();
  quiet(page);
});

test("a problem leads to its line and its object", async (t) => {
  const page = await site.open(t);
  await replaceText(page, WRONG_PORT);
  const wrong = problem(page, /line 36$/);
  await wrong.waitFor();
  await wrong.focus();
  await page.keyboard.press("Enter");
  await eventually("the cursor is in line 36", async () => {
    const line = await editor(page).locator(".cm-activeLine").textContent();
    return line.includes("targetPort");
  });
  quiet(page);
});

test("the inspector says why a relation is drawn", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  await card(page, "Service shop/web").click();
  const why = inspector(page).getByRole("button", { name: /^Why/ }).first();
  if ((await why.count()) > 0) await why.click();
  await inspector(page).getByText(/line \d+/).first().waitFor();
  assert.match(await inspector(page).textContent(), /Deployment/);
  quiet(page);
});

test("the outline tells the same as the picture", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  await page.getByRole("button", { name: "Outline" }).click();
  const tree = page.getByRole("tree", { name: "Map outline" });
  await tree.getByRole("treeitem", { name: /^Service shop\/web/ }).first().waitFor();
  await tree.getByText(/selects/).first().waitFor();
  quiet(page);
});
