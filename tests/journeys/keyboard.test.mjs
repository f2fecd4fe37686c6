// Nothing needs a mouse.
import { test } from "node:test";
import assert from "node:assert/strict";
import { answered, card, eventually, inspector, paste, problems, quiet, replaceText, stage } from "./support/site.mjs";
import { SHOP, WRONG_SELECTOR } from "./support/manifests.mjs";

const site = stage();

/** Presses Tab until what has the focus fits. */
async function tabTo(page, what, fits) {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      return { role: element.getAttribute("role") ?? element.tagName.toLowerCase(), name: element.getAttribute("aria-label") ?? element.textContent.trim() };
    });
    if (fits(focus)) return focus;
  }
  throw new Error(`Tab does not lead to ${what}`);
}

test("paste, repair and select with keys alone", async (t) => {
  const page = await site.open(t);
  await tabTo(page, "the editor", ({ name }) => name === "Manifest editor" || name.startsWith("Manifest editor"));
  await answered(page, async () => {
    await page.keyboard.press("Control+a");
    await paste(page, WRONG_SELECTOR);
  });
  await page.keyboard.press("Escape");
  await tabTo(page, "the fix", ({ name }) => /^Fix: /.test(name));
  await answered(page, () => page.keyboard.press("Enter"));
  await eventually("nothing is wrong", async () => (await problems(page).getByRole("listitem", { name: /^(error|warning): / }).count()) === 0);
  quiet(page);
});

test("the map is walked along its edges", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  await card(page, "Service shop/web").focus();
  await page.keyboard.press("Enter");
  await inspector(page).getByRole("heading", { name: /web/ }).first().waitFor();
  await page.keyboard.press("ArrowRight");
  await eventually("the Deployment has the focus", async () => {
    const name = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    return name?.startsWith("Deployment shop/web") || name;
  });
  quiet(page);
});

test("the keys are listed under ?", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  await card(page, "Deployment shop/web").focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog");
  await help.waitFor();
  assert.match(await help.textContent(), /Ctrl|Esc/);
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  quiet(page);
});
