// The five stories, as pictures for people to look at, in target/screenshots.
import { test } from "node:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { answered, card, eventually, map, paste, editor, settled, stage } from "./support/site.mjs";
import { corpus } from "./support/corpus.mjs";
import { WRONG_SELECTOR } from "./support/manifests.mjs";

const site = stage();
const folder = "target/screenshots";
mkdirSync(folder, { recursive: true });

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Takes a story's picture in each size and theme. `tell` brings the page to where the story is. */
function story(name, tell, { sizes = Object.keys(SIZES), skip } = {}) {
  for (const size of sizes) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${name}, ${size}, ${colorScheme}`, { skip }, async (t) => {
        const page = await site.open(t, { viewport: SIZES[size] ?? PROJECTOR, colorScheme, reducedMotion: "reduce" });
        await tell(page, size);
        await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
      });
    }
  }
}

const PROJECTOR = { width: 1024, height: 768 };

/** On a phone one pane is on screen at a time. */
async function show(page, size, pane) {
  if (size === "phone") await page.getByRole("tablist", { name: "Panes" }).getByRole("tab", { name: pane }).click();
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

story("3-two-mistakes", async (page, size) => {
  await pasteOver(page, size, WRONG_SELECTOR.replace("targetPort: http", "targetPort: htpp"));
}, {});

const train = corpus("train-ticket");
story("4-train-ticket", async (page, size) => {
  await pasteOver(page, size, train.text);
  await show(page, size, "Map");
  await eventually("the map is drawn", async () => (await map(page).getByRole("button").count()) > 10);
}, { sizes: ["projector"], skip: train.missing });
