// A link holds everything, and harms nobody.
import { test } from "node:test";
import assert from "node:assert/strict";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { card, editor, eventually, problems, quiet, replaceText, settled, stage, visibleText } from "./support/site.mjs";
import { SECRET, SHOP } from "./support/manifests.mjs";

const site = stage();
const linkTo = (state) => `#v1=${deflateRawSync(JSON.stringify(state)).toString("base64url")}`;
const stateOf = (link) => JSON.parse(inflateRawSync(Buffer.from(link.split("#v1=")[1], "base64url")));

/** Presses Share and takes the link from the clipboard. */
async function share(page) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Share" }).click();
  const copy = page.getByRole("button", { name: /copy link/i });
  await copy.click();
  let link = "";
  await eventually("a link is on the clipboard", async () => {
    link = await page.evaluate(() => navigator.clipboard.readText());
    return link.includes("#v1=");
  });
  return link;
}

test("a shared link opens the same files for somebody else", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SHOP);
  const link = await share(page);
  assert.equal(stateOf(link).files[0].text, SHOP);
  const other = await site.open(t, { path: link.slice(site.site.url.length) });
  await card(other, "Deployment shop/web").waitFor();
  assert.match(await visibleText(other), /kind: Deployment/);
  quiet(other);
});

test("values of Secrets are masked, and the masked text raises no error", async (t) => {
  const page = await site.open(t);
  await replaceText(page, SECRET);
  const link = await share(page);
  const text = JSON.stringify(stateOf(link));
  for (const secret of ["correct-horse-battery", "dGhpcy1pcy1teS10b2tlbg"]) assert.ok(!text.includes(secret), secret);
  const other = await site.open(t, { path: link.slice(site.site.url.length) });
  await card(other, "Secret default/keys").waitFor();
  assert.equal(await problems(other).getByRole("listitem", { name: /^error: / }).count(), 0);
});

test("a link does not overwrite what the reader had", async (t) => {
  const context = await site.visitor(t);
  const mine = await site.open(t, { context });
  await replaceText(mine, SHOP);
  await mine.waitForTimeout(500);
  await mine.close();
  const link = linkTo({ files: [{ name: "theirs.yaml", text: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: theirs\n" }] });
  const theirs = await site.open(t, { context, path: link });
  await card(theirs, "Namespace theirs").waitFor();
  await theirs.close();
  const again = await site.open(t, { context });
  await card(again, "Deployment shop/web").waitFor();
});

for (const [what, fragment, sentence] of [
  ["a link that was cut off", linkTo({ files: [{ name: "a.yaml", text: SHOP }] }).slice(0, 60), /damaged/],
  ["a link with nonsense in it", "#v1=%%%<script>alert(1)</script>", /damaged/],
  ["a link that holds gigabytes", `#v1=${deflateRawSync(Buffer.alloc(60_000_000, 32)).toString("base64url")}`, /5 MB/],
  ["a link of a later version", "#v2=AAAA", /newer/],
  ["a link to another site", "#url=https%3A%2F%2Fexample.com%2Fa.yaml", /only texts of this site/],
]) {
  test(`${what} gets a sentence and an intact page`, async (t) => {
    const page = await site.open(t, { path: fragment });
    await page.getByText(sentence).first().waitFor();
    await editor(page).waitFor();
    await settled(page);
    quiet(page);
  });
}
