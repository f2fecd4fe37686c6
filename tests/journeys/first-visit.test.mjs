// A newcomer opens the page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { editor, eventually, map, problems, quiet, settled, stage } from "./support/site.mjs";

const site = stage();

test("a sample is loaded, drawn and explained", async (t) => {
  const page = await site.open(t);
  assert.ok((await map(page).getByRole("button", { name: /^(Deployment|StatefulSet) / }).count()) > 0, "workloads on the map");
  await editor(page).waitFor();
  quiet(page);
});

test("what is wrong with the sample is named with its line, and one click repairs it", async (t) => {
  const page = await site.open(t);
  const wrong = problems(page).getByRole("listitem", { name: /^(error|warning): .+, .+ line \d+$/ });
  await wrong.first().waitFor();
  const before = await wrong.count();
  const name = await wrong.first().getAttribute("aria-label");
  await problems(page).getByRole("button", { name: /^Fix: / }).first().click();
  await eventually("one problem less", async () => (await wrong.count()) < before);
  await settled(page);
  assert.ok(!(await wrong.evaluateAll((items) => items.map((item) => item.getAttribute("aria-label")))).includes(name));
  quiet(page);
});

test("every sample opens without trouble", async (t) => {
  const context = await site.visitor(t);
  const names = await fetch(`${site.site.url}samples/index.json`).then((answer) => answer.json());
  const list = Array.isArray(names) ? names : names.samples;
  assert.ok(list.length >= 8, `${list.length} samples`);
  for (const { name } of list) {
    const page = await site.open(t, { context, path: `#sample=${encodeURIComponent(name)}` });
    await eventually(`${name} is drawn`, async () => (await map(page).getByRole("button").count()) > 0);
    quiet(page);
    await page.close();
  }
});
