// The five stories, as pictures for people to look at, in target/screenshots.
import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { answered, card, editor, eventually, inspector, map, paste, problems, settled, stage, visibleText } from "./support/site.mjs";
import { corpus } from "./support/corpus.mjs";
import { WRONG_PORT, WRONG_SELECTOR } from "./support/manifests.mjs";

const site = stage();
const folder = "target/screenshots";
mkdirSync(folder, { recursive: true });
const picture = (name) => join(folder, `${name}.png`);
const findings = (page) => problems(page).getByRole("listitem", { name: /^(error|warning): / });

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Takes a story's picture in each size and theme. `tell` brings the page to where the story is. */
function story(name, tell, { sizes = Object.keys(SIZES), skip } = {}) {
  for (const size of sizes) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${name}, ${size}, ${colorScheme}`, { skip }, async (t) => {
        const page = await site.open(t, { viewport: SIZES[size] ?? PROJECTOR, colorScheme, reducedMotion: "reduce" });
        await tell(page, size);
        await page.screenshot({ path: picture(`${name}-${size}-${colorScheme}`) });
      });
    }
  }
}

const PROJECTOR = { width: 1024, height: 768 };

/** On a phone one pane is on screen at a time, and nothing of the others shines through. */
async function show(page, size, pane) {
  if (size !== "phone") return;
  await page.getByRole("tablist", { name: "Panes" }).getByRole("tab", { name: pane }).click();
  if (pane === "Map") return;
  const through = await page.evaluate(() => [...document.querySelectorAll("#view-map *")].filter((part) => part.checkVisibility({ visibilityProperty: true })).length);
  assert.equal(through, 0, `parts of the map that are on screen in the pane ${pane}`);
}

async function pasteOver(page, size, text) {
  await show(page, size, "Text");
  await answered(page, async () => {
    await editor(page).click();
    await page.keyboard.press("Control+a");
    await paste(page, text);
  });
}

story("1-first-visit", async (page) => {
  await settled(page);
});

const boutique = corpus("online-boutique");
story("2-online-boutique", async (page, size) => {
  await pasteOver(page, size, boutique.text);
  await show(page, size, "Map");
  await card(page, "Deployment default/frontend").waitFor();
}, { skip: boutique.missing });

story("2-redis", async (page, size) => {
  await pasteOver(page, size, boutique.text);
  await show(page, size, "Map");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("textbox", { name: "Find in the map" }).fill("redis");
  const told = page.getByRole("search").getByRole("status");
  await eventually("something is found", async () => /^1 of \d+$/.test(await told.textContent()) || told.textContent());
  await page.screenshot({ path: picture(`2-redis-found-${size}`) });
  // Escape chooses the match that the person has walked to.
  for (let match = 1; ; match += 1) {
    await page.keyboard.press("Escape");
    await show(page, size, "Inspector");
    if ((await inspector(page).getByRole("heading", { name: "redis-cart" }).count()) > 0) break;
    assert.ok(match < 10, "redis-cart is among what is found");
    await show(page, size, "Map");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("textbox", { name: "Find in the map" }).fill("redis");
    for (let presses = 0; presses < match; presses += 1) await page.keyboard.press("Enter");
  }
  await inspector(page).getByText(/cartservice/).first().waitFor();
  await page.screenshot({ path: picture(`2-redis-used-${size}`) });
  await inspector(page).getByRole("button", { name: /^pasted\.yaml:\d+/ }).first().click();
  await eventually("its lines are on screen", async () => (await visibleText(page)).includes("name: redis-cart"));
}, { skip: boutique.missing });

/** Two Services, of which one selects nothing and the other one names a port that nobody opens. */
const TWO_MISTAKES = `${WRONG_SELECTOR}---
${WRONG_PORT.replaceAll("name: web", "name: api").replaceAll("app: web", "app: api").split("---\napiVersion: v1\nkind: ConfigMap")[0]}`;

story("3-two-mistakes", async (page, size) => {
  await pasteOver(page, size, TWO_MISTAKES);
  await show(page, size, "Problems");
  await eventually("both mistakes are found, and nothing else", async () => {
    const told = await findings(page).evaluateAll((items) => items.map((item) => item.getAttribute("aria-label")));
    return (told.length === 2 && /htpp/.test(told[0]) && /wbe/.test(told[1])) || told;
  });
  await show(page, size, "Map");
  await map(page).getByRole("button", { name: /wbe.*missing/ }).first().waitFor();
  await page.screenshot({ path: picture(`3-two-mistakes-map-${size}`) });
  for (const line of ["app: wbe", "targetPort: htpp"]) {
    await show(page, size, "Problems");
    await problems(page).getByRole("listitem", { name: new RegExp(line.split(" ")[1]) }).focus();
    await page.keyboard.press("Enter");
    await eventually("the mistake is underlined", async () => {
      const marked = await editor(page).locator(".cm-line", { hasText: line }).locator("[class*=cm-lintRange]").allTextContents();
      return marked.join("").includes(line.split(" ")[1]) || marked;
    });
  }
  await show(page, size, "Problems");
}, {});

story("3-repaired", async (page, size) => {
  await pasteOver(page, size, TWO_MISTAKES);
  await show(page, size, "Problems");
  for (const left of [1, 0]) {
    await show(page, size, "Problems");
    await answered(page, () => problems(page).getByRole("button", { name: /^Fix: / }).first().click());
    await show(page, size, "Problems");
    await eventually("one problem less", async () => (await findings(page).count()) === left || findings(page).count());
  }
  await show(page, size, "Map");
  await card(page, "Service shop/web").waitFor();
  assert.equal(await map(page).getByRole("button", { name: /missing/ }).count(), 0);
}, {});

const train = corpus("train-ticket");
story("4-train-ticket", async (page, size) => {
  await pasteOver(page, size, train.text);
  await eventually("the map is drawn", async () => (await map(page).getByRole("button").count()) > 10);
}, { sizes: ["projector"], skip: train.missing });

story("4-brought-out", async (page, size) => {
  await pasteOver(page, size, train.text);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("textbox", { name: "Find in the map" }).fill("ts-order-service");
  await eventually("it is found", async () => /^1 of/.test(await page.getByRole("search").getByRole("status").textContent()));
  await page.keyboard.press("Escape");
  await inspector(page).getByRole("heading", { name: /^ts-order-service/ }).waitFor();
  const before = await map(page).getByRole("button").count();
  await inspector(page).getByRole("button", { name: /bring out/i }).click();
  await eventually("less is on the map", async () => (await map(page).getByRole("button").count()) < before);
  const [around, brought] = [await map(page).boundingBox(), await card(page, "Service default/ts-order-service").boundingBox()];
  const within = brought.x >= around.x && brought.y >= around.y && brought.x + brought.width <= around.x + around.width && brought.y + brought.height <= around.y + around.height;
  assert.ok(within, "what was brought out is on the screen");
}, { sizes: ["projector"], skip: train.missing });
