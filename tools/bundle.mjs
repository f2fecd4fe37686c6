// Bundles the editor's TypeScript and the style sheets into web/gen, before the Rust build looks for them.
import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const target = ["es2022", "chrome111", "firefox114", "safari16.4"];
const common = { bundle: true, minify: true, target, legalComments: "none", write: false, logLevel: "warning" };

/** Writes only what has changed: an unchanged file keeps its time, and Cargo rebuilds nothing for its sake. */
function write(path, text) {
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}

mkdirSync("web/gen", { recursive: true });
const entries = [
  // Where a browser tells whether input waits, CodeMirror parses for 100 ms at a time: frames need shorter slices.
  { from: "web/editor/index.ts", to: "web/gen/editor.js", options: { format: "esm", define: { "navigator.scheduling": "undefined" } } },
  { from: "static/css/main.css", to: "web/gen/main.css", options: {} },
];
for (const { from, to, options } of entries) {
  if (!existsSync(from)) {
    write(to, "");
    continue;
  }
  const result = await build({ ...common, ...options, entryPoints: [from] });
  write(to, result.outputFiles[0].text);
}
