// Keeps the site for use without a network. Filled in by tools/finish-dist.mjs.
//
// The page itself comes from the network where there is one; all that it refers to carries its hash in its name
// or belongs to the same build, and comes from the cache first. A new version waits until no tab shows the old
// one any more: an open page always finds the files that it was built with.
const cacheName = `drydock-${registrationPath()}-${"BUILD"}`;
const files = ["FILES"];
const later = ["LATER"];

function registrationPath() {
  return new URL("./", location.href).pathname;
}

const address = (name) => new URL(name, location.href).href;
const kept = new Set(files.map(address));
const keptWhenUsed = new Set(later.map(address));

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)));
});

self.addEventListener("activate", (event) => {
  const ours = `drydock-${registrationPath()}-`;
  const drop = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(ours) && name !== cacheName).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(drop());
});

async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) return answer;
  } catch {
    // No network: the page that was kept.
  }
  const cache = await caches.open(cacheName);
  return (await cache.match(address("./"))) ?? Response.error();
}

async function file(request, url) {
  const cache = await caches.open(cacheName);
  const found = await cache.match(url);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok && keptWhenUsed.has(url)) await cache.put(url, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  url.search = "";
  url.hash = "";
  if (request.mode === "navigate" && (url.href === address("./") || url.href === address("index.html"))) {
    event.respondWith(page(request));
  } else if (kept.has(url.href) || keptWhenUsed.has(url.href)) {
    event.respondWith(file(request, url.href));
  }
});
