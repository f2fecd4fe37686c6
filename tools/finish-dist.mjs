// Trunk's last step, on the folder it has built: adds what lies in static/, gives the engine's files names with
// their hash (trunk leaves workers without), writes the Content-Security-Policy into the page and the service
// worker with its list of files.
import { transform } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR ?? "dist";
const inFolder = (name) => join(folder, name);
const digest = (data, algorithm = "sha256", encoding = "hex") => createHash(algorithm).update(data).digest(encoding);

/** All files below the folder, with `/` between the parts of their names, sorted. */
function filesBelow(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** The engine: one script that loads one program, both named by their content. Returns the script's name. */
async function nameTheEngine() {
  const program = readFileSync(inFolder("engine_bg.wasm"));
  const programName = `engine-${digest(program).slice(0, 16)}_bg.wasm`;
  const glue = readFileSync(inFolder("engine.js"), "utf8");
  const start = readFileSync("tools/engine-start.js", "utf8");
  const script = start.replace("/* GLUE */", () => glue).replaceAll("engine_bg.wasm", programName);
  const { code } = await transform(script, { minify: true, format: "esm", target: "es2022" });
  const scriptName = `engine-${digest(code).slice(0, 16)}.js`;
  renameSync(inFolder("engine_bg.wasm"), inFolder(programName));
  rmSync(inFolder("engine.js"));
  writeFileSync(inFolder(scriptName), code);
  return scriptName;
}

/** Nothing leaves the origin; scripts are the site's own files and the two that stand in the page. */
function contentSecurityPolicy(html) {
  const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => `'sha256-${digest(match[1], "sha256", "base64")}'`);
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${inline.join(" ")}`,
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'self'",
    "object-src 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Large files are kept when they are first used, the others with the first visit. */
const LARGEST_KEPT_AHEAD = 1_000_000;

function writeServiceWorker() {
  const files = filesBelow(folder).filter((name) => !basename(name).startsWith("."));
  const all = createHash("sha256");
  for (const name of files) all.update(name).update(readFileSync(inFolder(name)));
  const ahead = files.filter((name) => name.endsWith(".wasm") || statSync(inFolder(name)).size <= LARGEST_KEPT_AHEAD);
  const text = readFileSync("tools/service-worker.js", "utf8")
    .replace('"BUILD"', () => JSON.stringify(all.digest("hex").slice(0, 16)))
    .replace('["FILES"]', () => JSON.stringify(["./", ...ahead.filter((name) => name !== "index.html")]))
    .replace('["LATER"]', () => JSON.stringify(files.filter((name) => !ahead.includes(name))));
  writeFileSync(inFolder("sw.js"), text);
}

// Style sheets are bundled into one by tools/bundle.mjs; the rest of static/ is served as it is.
cpSync("static", folder, { recursive: true, filter: (from) => !from.startsWith(join("static", "css")) });
const engine = await nameTheEngine();
let html = readFileSync(inFolder("index.html"), "utf8");
html = html.replace(/<!--[\s\S]*?-->\s*/g, "").replace('content="engine.js"', `content="${engine}"`);
const policy = contentSecurityPolicy(html);
const charset = '<meta charset="utf-8" />';
if (!html.includes(charset) || !html.includes(`content="${engine}"`)) throw new Error("index.html has lost a place that is filled in here");
html = html.replace(charset, `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
writeFileSync(inFolder("index.html"), html);
writeServiceWorker();
