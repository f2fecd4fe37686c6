// Other people's applications, which lie beside the project where they are at hand.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const shared = process.env.DRYDOCK_SHARED ?? join("..", "shared");

/**
 * All manifests of an application of the corpus, as one text and as files. Where it is not at hand, `missing`
 * says so, to be handed to a test as its reason to be skipped.
 */
export function corpus(name) {
  const folder = join(shared, "corpus", name);
  if (!existsSync(folder)) {
    console.log(`skipped: there is no corpus ${name} in ${shared}`);
    return { missing: `no corpus ${name}`, text: "", files: [] };
  }
  const names = readdirSync(folder, { recursive: true }).map(String).filter((file) => /\.(ya?ml|json)$/.test(file) && statSync(join(folder, file)).isFile()).sort();
  const files = names.map((file) => ({ name: file, text: readFileSync(join(folder, file), "utf8") }));
  const yaml = files.filter(({ name: file }) => !file.endsWith(".json"));
  return { missing: false, text: yaml.map(({ text }) => text.replace(/\n?$/, "\n")).join("---\n"), files };
}
