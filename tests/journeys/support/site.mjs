// The built site, as a person uses it: by roles and names.
import { after, before } from "node:test";
import assert from "node:assert/strict";
import { serve } from "../../../tools/serve.mjs";
import { eventually, launch, watch } from "./browser.mjs";

/** A browser and a server for the journeys of a file. */
export function stage({ base = "/" } = {}) {
  const stage = {};
  before(async () => {
    stage.site = await serve({ folder: "dist", base });
    stage.browser = await launch();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.site?.close();
  });
  /** A visitor with a storage of their own. `t` is the test, at whose end they leave. */
  stage.visitor = async (t, options = {}) => {
    const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    context.setDefaultTimeout(15_000);
    t.after(() => context.close());
    return context;
  };
  /** Opens the site and waits until its first picture is there. */
  stage.open = async (t, { path = "", context, ...options } = {}) => {
    const visitor = context ?? (await stage.visitor(t, options));
    const page = await visitor.newPage();
    page.trouble = watch(page, [stage.site.origin]);
    await page.goto(stage.site.url + path);
    await settled(page);
    return page;
  };
  return stage;
}

/** Waits until the engine has answered the newest text. */
export async function settled(page) {
  await page.waitForFunction(() => {
    const { engine, revision } = document.documentElement.dataset;
    return (engine === "ready" || engine === "restarted") && revision !== undefined;
  });
}

/** Runs what changes the text, and waits until its answers are on screen. */
export async function answered(page, change) {
  const before = await page.evaluate(() => document.documentElement.dataset.revision);
  await change();
  await page.waitForFunction((old) => document.documentElement.dataset.revision !== old, before);
  await settled(page);
}

export const editor = (page) => page.getByRole("textbox", { name: "Manifest editor" });
export const map = (page) => page.getByRole("tabpanel", { name: "Map" });
export const problems = (page) => page.getByRole("region", { name: "Problems" });
export const problem = (page, name) => problems(page).getByRole("listitem", { name });
export const inspector = (page) => page.getByRole("complementary", { name: "Inspector" });
export const file = (page, name) => page.getByRole("tablist", { name: "Files" }).getByRole("tab", { name });

/** Replaces the text of the file on screen by a paste, as a person does. */
export async function replaceText(page, text) {
  await answered(page, async () => {
    await editor(page).click();
    await page.keyboard.press("Control+a");
    await paste(page, text);
  });
}

/** Pastes into what has the focus. */
export async function paste(page, text) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The lines of the editor that are on screen. */
export async function visibleText(page) {
  const lines = await editor(page).locator(".cm-line").allTextContents();
  return lines.join("\n");
}

/** An object in the map: its accessible name begins so. */
export function card(page, name) {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return map(page).getByRole("button", { name: new RegExp(`^${escaped}(,|$)`) });
}

/** Nothing may have gone wrong unnoticed. */
export function quiet(page) {
  assert.deepEqual(page.trouble, []);
}

export { eventually };
