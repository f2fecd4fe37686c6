// Someone pastes what they have, breaks it, and repairs it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { answered, card, editor, eventually, problem, problems, quiet, replaceText, stage, visibleText } from "./support/site.mjs";
import { BROKEN, SHOP, WRONG_NAME, WRONG_PORT, WRONG_SELECTOR } from "./support/manifests.mjs";

const site = stage();
const findings = (page) => problems(page).getByRole("listitem", { name: /^(error|warning): / });

test("pasted manifests are drawn, with their relations, and nothing turns red", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  for (const name of ["Deployment shop/web", "Service shop/web", "ConfigMap shop/settings"]) await card(page, name).waitFor();
  assert.equal(await findings(page).count(), 0);
  quiet(page);
});

test("undo brings back what a paste replaced", async (t) => {
  const page = await site.open(t);
  const before = (await visibleText(page)).trim();
  await replaceText(page, SHOP);
  await answered(page, () => page.keyboard.press("Control+z"));
  await eventually("the text is back", async () => (await visibleText(page)).trim() === before);
});

for (const [what, text, line, fixed] of [
  ["a typo in a selector", WRONG_SELECTOR, 33, "app: web"],
  ["a port that no container opens", WRONG_PORT, 36, "targetPort: http"],
  ["a reference to a name that is nearly there", WRONG_NAME, 24, "name: settings"],
]) {
  test(`${what} is marked at its line and repaired by its button`, async (t) => {
    const page = await site.open(t);
    await replaceText(page, text);
    await findings(page).first().waitFor();
    assert.equal(await findings(page).count(), 1, "nothing else turns red");
    await problem(page, new RegExp(`line ${line}$`)).waitFor();
    await answered(page, () => problem(page, new RegExp(`line ${line}$`)).getByRole("button", { name: /^Fix: / }).click());
    await eventually("no findings", async () => (await findings(page).count()) === 0);
    const repaired = (await visibleText(page)).split("\n");
    assert.ok(repaired.some((one) => one.trim() === fixed), fixed);
    quiet(page);
  });
}

test("broken text is marked where it is broken, and the picture stays", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  await card(page, "Deployment shop/web").waitFor();
  await replaceText(page, BROKEN);
  await problem(page, /^error: .*indented.* line 7$/).waitFor();
  await card(page, "Deployment shop/web").waitFor();
  await card(page, "Service shop/web").waitFor();
  quiet(page);
});

test("what is no manifest is named as what it is", async (t) => {
  const page = await site.open(t);
  await replaceText(page, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}-x\n{{- if .Values.a }}\ndata: {}\n{{- end }}\n");
  await problem(page, /Helm template/).first().waitFor();
  assert.equal(await problems(page).getByRole("listitem").count(), 1, "one sentence, not thirty syntax errors");
  await editor(page).waitFor();
});
