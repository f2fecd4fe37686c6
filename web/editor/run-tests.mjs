// Checks the types, bundles what runs without a browser and hands the facts to Node's test runner.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const run = (command, ...given) => {
  const { status } = spawnSync(command, given, { stdio: "inherit", cwd: `${here}../..` });
  if (status !== 0) process.exit(status ?? 1);
};

run(process.execPath, "node_modules/typescript/bin/tsc", "-p", "web/editor");
await build({
  entryPoints: [`${here}pure.ts`],
  outfile: `${here}../gen/test/pure.mjs`,
  bundle: true,
  format: "esm",
  platform: "node",
  logLevel: "warning",
});
const suites = readdirSync(here).filter((name) => name.endsWith(".test.mjs"));
run(process.execPath, "--test", ...suites.map((name) => `web/editor/${name}`));
