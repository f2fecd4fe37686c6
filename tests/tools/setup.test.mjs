// What tools/setup.sh does on machines that lack something: run on a copy, with a PATH of stand-ins that note how
// they were called.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const made = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

const real = (name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)).find((file) => existsSync(file));
const LOCKED = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(readFileSync("Cargo.lock", "utf8"))[1];
const TRUNK = /^trunk_version=(\S+)$/m.exec(readFileSync("tools/setup.sh", "utf8"))[1];

/** A machine that has everything; `programs` replace or, with null, take away. Returns what came of the set-up. */
function setUp(what, programs = {}, { packages = true, target = true } = {}) {
  const root = mkdtempSync(join(tmpdir(), "drydock-setup-"));
  made.push(root);
  const folder = (...parts) => {
    mkdirSync(join(root, ...parts), { recursive: true });
    return join(root, ...parts);
  };
  const bin = folder("bin");
  copyFileSync("tools/setup.sh", join(folder("clone", "tools"), "setup.sh"));
  for (const name of ["Cargo.lock", "package-lock.json"]) copyFileSync(name, join(root, "clone", name));
  if (packages) copyFileSync("package-lock.json", join(folder("clone", "node_modules"), ".fetched-lock.json"));
  if (target) folder("sysroot", "lib", "rustlib", "wasm32-unknown-unknown", "lib");
  for (const name of ["bash", "awk", "cmp", "cp", "dirname", "env", "mkdir"]) symlinkSync(real(name), join(bin, name));
  const machine = {
    node: "echo 22",
    npm: "mkdir -p node_modules",
    cargo: "",
    rustc: `echo ${join(root, "sysroot")}`,
    trunk: `echo trunk ${TRUNK}`,
    "wasm-bindgen": `echo wasm-bindgen ${LOCKED}`,
    chromium: "",
    chromedriver: "",
    id: "echo 0",
    ...programs,
  };
  const log = join(root, "log");
  writeFileSync(log, "");
  for (const [name, script] of Object.entries(machine)) {
    if (script === null) continue;
    writeFileSync(join(bin, name), `#!${real("bash")}\n[ "$*" = --version ] || [ "$1" = -p ] || echo "${name} $*, level \${CARGO_PROFILE_RELEASE_OPT_LEVEL:-none}" >> ${log}\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const { status, stderr } = spawnSync(real("bash"), [join(root, "clone", "tools", "setup.sh"), what], {
    env: { PATH: bin, HOME: root, CARGO_HOME: join(root, "cargo") },
    encoding: "utf8",
  });
  const called = readFileSync(log, "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("rustc") && !line.startsWith("id"));
  return { status, stderr, called, tools: join(root, "cargo", "drydock-tools"), clone: join(root, "clone") };
}

const FETCH = "cargo fetch --locked --quiet, level none";

test("where nothing is missing nothing is installed", () => {
  const { status, stderr, called } = setUp("test");
  assert.equal(status, 0, stderr);
  assert.deepEqual(called, [FETCH]);
  assert.equal(stderr, "");
});

test("a missing trunk is compiled once, cheaply, into a folder of its own", () => {
  const { status, stderr, called, tools } = setUp("build", { trunk: null });
  assert.equal(status, 0, stderr);
  assert.deepEqual(called, [`cargo install --root ${tools} --locked trunk@${TRUNK}, level 1`, FETCH]);
  assert.match(stderr, /compiling trunk .* this once/);
});

test("a wasm-bindgen of another version than the lock file's is not taken", () => {
  const { called, tools } = setUp("build", { "wasm-bindgen": "echo wasm-bindgen 0.2.1" });
  assert.deepEqual(called, [`cargo install --root ${tools} wasm-bindgen-cli@${LOCKED}, level 1`, FETCH]);
});

test("cargo binstall is preferred, and what it cannot do is compiled", () => {
  const fine = setUp("build", { trunk: null, "cargo-binstall": "" });
  assert.deepEqual(fine.called, [`cargo binstall --no-confirm --root ${fine.tools} trunk@${TRUNK}, level none`, FETCH]);
  const failing = setUp("build", { trunk: null, "cargo-binstall": "", cargo: '[ "$1" != binstall ]' });
  assert.equal(failing.status, 0, failing.stderr);
  assert.ok(failing.called.some((line) => line.startsWith("cargo install")));
});

test("a tool that does not compile ends the set-up", () => {
  const { status, called } = setUp("build", { trunk: null, cargo: '[ "$1" != install ]' });
  assert.notEqual(status, 0);
  assert.ok(!called.includes(FETCH));
});

test("without Node, or with an old one, a sentence says what to do", () => {
  const none = setUp("build", { node: null });
  assert.equal(none.status, 1);
  assert.match(none.stderr, /^setup: Node\.js is missing: install version 20 or newer .*\n$/);
  const old = setUp("build", { node: "echo 18" });
  assert.equal(old.status, 1);
  assert.match(old.stderr, /is too old: install version 20/);
});

test("without Rust a sentence says what to do", () => {
  const { status, stderr } = setUp("build", { cargo: null });
  assert.equal(status, 1);
  assert.match(stderr, /^setup: Rust is missing: .*rustup\.rs.*\n$/);
});

test("the wasm target is added by rustup, where there is one", () => {
  const { called } = setUp("build", { rustup: "" }, { target: false });
  assert.equal(called[0], "rustup target add wasm32-unknown-unknown, level none");
  const { status, stderr } = setUp("build", {}, { target: false });
  assert.equal(status, 1);
  assert.match(stderr, /wasm32-unknown-unknown is missing/);
});

test("npm packages are fetched when the lock file is another one than they came by", () => {
  const { called, clone, stderr } = setUp("build", {}, { packages: false });
  assert.deepEqual(called, ["npm ci --no-progress, level none", FETCH], stderr);
  assert.equal(readFileSync(join(clone, "node_modules", ".fetched-lock.json"), "utf8"), readFileSync("package-lock.json", "utf8"));
});

test("only the tests want Chromium, which comes by apt or not at all", () => {
  const without = { chromium: null, chromedriver: null };
  assert.equal(setUp("build", without).status, 0);
  const apt = setUp("test", { ...without, "apt-get": "" });
  assert.equal(apt.status, 0, apt.stderr);
  assert.ok(apt.called.some((line) => /^apt-get install .*chromium chromium-driver/.test(line)), apt.called.join("\n"));
  const none = setUp("test", without);
  assert.equal(none.status, 1);
  assert.match(none.stderr, /there is no apt here: install Chromium and its driver, or name their programs in CHROMIUM and CHROMEDRIVER/);
  const refused = setUp("test", { ...without, "apt-get": "exit 100" });
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /apt could not install chromium chromium-driver/);
});

test("who is not root asks sudo, which may not ask back", () => {
  const { called } = setUp("test", { chromium: null, "apt-get": "", id: "echo 1000", sudo: '"${@:2}"' });
  assert.ok(called.some((line) => line.startsWith("sudo -n apt-get update")), called.join("\n"));
});
