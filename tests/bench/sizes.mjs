// What the shipped files weigh, as brotli sends them: `node tests/bench/sizes.mjs` prints one line a figure and
// fails where one is beyond its budget. KB are 1000 bytes.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const KB = 1000;

/** Each figure, the file that it is taken from, and its budget. */
const BUDGETS = [
  { name: "size_ui_br", file: /^drydock-[0-9a-f]+_bg\.wasm$/, folder: "dist", budget: 250 },
  { name: "size_engine_br", file: /^engine-[0-9a-f]+_bg\.wasm$/, folder: "dist", budget: 400 },
  { name: "size_editor_br", file: /^editor\.js$/, folder: "web/gen", budget: 130 },
];

const brotli = (data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } });

/** The sizes, and a sentence for each that is too large. */
export function sizes() {
  const figures = [];
  const beyond = [];
  for (const { name, file, folder, budget } of BUDGETS) {
    const found = readdirSync(folder).filter((one) => file.test(one));
    if (found.length !== 1) throw new Error(`${folder} should hold one file for ${name}, and holds ${found.length}: run make build`);
    const value = brotli(readFileSync(join(folder, found[0]))).length / KB;
    figures.push({ name, value, unit: "KB" });
    if (value > budget) beyond.push(`${name} is ${value.toFixed(1)} KB, its budget is ${budget} KB`);
  }
  return { figures, beyond };
}

export const line = ({ name, value, unit }) => `${name} ${value.toFixed(1)} ${unit}`;

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { figures, beyond } = sizes();
  for (const figure of figures) console.log(line(figure));
  for (const sentence of beyond) console.error(sentence);
  process.exitCode = beyond.length > 0 ? 1 : 0;
}
