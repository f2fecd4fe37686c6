// A small static server for the loopback address: `node tools/serve.mjs dist [--port 8080] [--base /some/path]`.
// The journeys use it as a module, on any free port, under a sub-path, and with answers of their own.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".yaml": "application/yaml; charset=utf-8",
  ".yml": "application/yaml; charset=utf-8",
};

/** Names with sixteen hexadecimal digits of hash never change their content. */
const HASHED = /-[0-9a-f]{16}(_bg)?\.(js|wasm|css)$/;

/**
 * Serves a folder. `pages` are answers by path (below `base`), each an HTML text.
 * @param {{folder: string, port?: number, base?: string, pages?: Record<string, string>}} options
 * @returns {Promise<{url: string, origin: string, close: () => Promise<void>}>}
 */
export async function serve({ folder, port = 0, base = "/", pages = {} }) {
  const root = resolve(folder);
  const prefix = base.endsWith("/") ? base : `${base}/`;
  const server = createServer(async (request, response) => {
    const answer = (status, type, body, more = {}) => {
      response.writeHead(status, { "content-type": type, "x-content-type-options": "nosniff", ...more });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    const plain = (status, text, more) => answer(status, TYPES[".txt"], text, more);
    if (request.method !== "GET" && request.method !== "HEAD") return plain(405, "Only reading is possible here.\n");
    try {
      const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
      if (`${path}/` === prefix) return plain(308, "", { location: prefix });
      if (!path.startsWith(prefix)) return plain(404, `The site is at ${prefix}\n`);
      const name = path.slice(prefix.length);
      if (name in pages) return answer(200, TYPES[".html"], pages[name]);
      const file = normalize(join(root, name === "" || name.endsWith("/") ? `${name}index.html` : name));
      if (file !== root && !file.startsWith(root + sep)) return plain(404, "There is no such file.\n");
      const body = await readFile(file);
      const caching = HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache";
      answer(200, TYPES[extname(file)] ?? "application/octet-stream", body, { "cache-control": caching });
    } catch {
      plain(404, "There is no such file.\n");
    }
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return { url: origin + prefix, origin, close };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: "string", default: "8080" }, base: { type: "string", default: "/" } },
  });
  try {
    const { url } = await serve({ folder: positionals[0] ?? "dist", port: Number(values.port), base: values.base });
    console.log(`Drydock is at ${url} (Ctrl-C ends it)`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE" ? `Port ${values.port} is taken: choose another one, as in make serve PORT=8081.` : error.message);
    process.exit(1);
  }
}
