// Stopwatches inside the page and inside the engine's worker.

/** Percentile of numbers, the nearest rank. */
export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export const median = (values) => percentile(values, 0.5);

/**
 * To be run in a page before anything else: notes when a revision is on screen (its answers are in the
 * document, and a frame has been drawn since) and how long the main thread was blocked.
 */
export function watchPage() {
  const probe = { shown: [], blocks: [], keys: [] };
  window.drydockProbe = probe;
  const note = () => {
    const { engine, revision } = document.documentElement?.dataset ?? {};
    if ((engine !== "ready" && engine !== "restarted") || revision === undefined) return;
    if (probe.shown.at(-1)?.revision === revision) return;
    const entry = { revision, at: undefined };
    probe.shown.push(entry);
    requestAnimationFrame(() => setTimeout(() => { entry.at = performance.now(); }));
  };
  new MutationObserver(note).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-engine", "data-revision"] });
  // A beat that should come every 4 ms: what it is late by, the main thread was busy. The browser's own "long
  // tasks" begin at 50 ms, which would hide how far below it is.
  const beat = (due) => {
    const now = performance.now();
    if (now - due > 1) probe.blocks.push({ startTime: due, duration: now - due });
    setTimeout(beat, 4, performance.now() + 4);
  };
  beat(performance.now());
  for (const event of ["keydown", "paste"]) addEventListener(event, () => probe.keys.push(performance.now()), { capture: true });
}

/** To be run in the engine's worker: how long it worked for each message, from its arrival to its last answer. */
export function watchEngine() {
  const probe = { spans: [] };
  self.drydockProbe = probe;
  self.addEventListener("message", () => probe.spans.push({ from: performance.now(), to: undefined }), { capture: true });
  const post = self.postMessage.bind(self);
  self.postMessage = (...what) => {
    post(...what);
    const span = probe.spans.at(-1);
    if (span) span.to = performance.now();
  };
}

/** Does something that changes the text; milliseconds from its first key or paste until the answers are on screen. */
export async function untilShown(page, change, limit = 60_000) {
  const before = await page.evaluate(() => {
    const { shown, keys } = window.drydockProbe;
    return { shown: shown.length, keys: keys.length };
  });
  await change();
  const handle = await page.waitForFunction(({ shown, keys }) => {
    const probe = window.drydockProbe;
    const last = probe.shown.at(-1);
    return probe.shown.length > shown && last.at !== undefined && probe.keys.length > keys && { from: probe.keys[keys], at: last.at };
  }, before, { timeout: limit, polling: 20 });
  const { from, at } = await handle.jsonValue();
  const longest = await page.evaluate(({ from, at }) => {
    const within = window.drydockProbe.blocks.filter(({ startTime }) => startTime >= from - 1 && startTime <= at);
    return Math.max(0, ...within.map(({ duration }) => duration));
  }, { from, at });
  return { took: at - from, longest };
}
