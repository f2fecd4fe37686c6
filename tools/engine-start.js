// The engine's script: this frame around the glue that wasm-bindgen has written. Messages that come before the
// program is ready are kept and handed over in order, so that the page may ask at once.
/* GLUE */
const early = [];
const keep = (event) => early.push(event.data);
self.addEventListener("message", keep);
await __wbg_init({ module_or_path: new URL("engine_bg.wasm", import.meta.url) });
// The engine has all it needs. What it computes can leave only as a message to the page: a worker does not
// inherit the policy that stands in the page, so the ways to the network are taken away here.
for (const way of ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "Worker"]) {
  Object.defineProperty(self, way, { value: undefined });
}
self.removeEventListener("message", keep);
for (const data of early) self.dispatchEvent(new MessageEvent("message", { data }));
