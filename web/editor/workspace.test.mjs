// Facts about the workspace and its history. They run on the sources as esbuild bundles them: `run-tests.mjs`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorSelection, freeName, History, open, paste, pasteOver, tidyName, Workspace, decode, delay, summary, looksWhole } from "../gen/test/pure.mjs";

const file = (name, text) => ({ name, text });
const texts = (workspace) => workspace.files.map(({ name, state }) => `${name}=${state.doc.toString()}`);

function make(...files) {
  const clock = { now: 0 };
  const workspace = new Workspace(() => [], () => clock.now);
  workspace.begin(files, "", false);
  return { workspace, clock };
}

// Types as the view does.
function type(workspace, insert, from = workspace.active.state.doc.length, to = from, userEvent = "input.type") {
  const transaction = workspace.active.state.update({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent,
  });
  workspace.took([transaction], transaction.state);
}

test("undo goes back across files and shows the file it changed", () => {
  const { workspace } = make(file("a", "1"), file("b", "2"));
  const [a, b] = workspace.files;
  type(workspace, "x");
  workspace.select(b.id);
  type(workspace, "y");
  workspace.select(a.id);
  workspace.undo();
  assert.deepEqual(texts(workspace), ["a=1x", "b=2"]);
  assert.equal(workspace.active.name, "b");
  workspace.undo();
  assert.deepEqual(texts(workspace), ["a=1", "b=2"]);
  assert.equal(workspace.active.name, "a");
  assert.equal(workspace.undo(), null);
  workspace.redo();
  workspace.redo();
  assert.deepEqual(texts(workspace), ["a=1x", "b=2y"]);
  assert.equal(workspace.redo(), null);
});

test("typing without a pause is one step", () => {
  const { workspace, clock } = make(file("a", ""));
  for (const letter of "abc") {
    type(workspace, letter);
    clock.now += 100;
  }
  clock.now += 600;
  type(workspace, "d");
  workspace.undo();
  assert.deepEqual(texts(workspace), ["a=abc"]);
  workspace.undo();
  assert.deepEqual(texts(workspace), ["a="]);
  workspace.redo();
  assert.deepEqual(texts(workspace), ["a=abc"]);
});

test("typing elsewhere begins a new step", () => {
  const { workspace } = make(file("a", "one two"));
  type(workspace, "x", 7);
  type(workspace, "y", 0);
  workspace.undo();
  assert.deepEqual(texts(workspace), ["a=one twox"]);
});

test("a paste is a step of its own", () => {
  const { workspace } = make(file("a", ""));
  type(workspace, "x");
  type(workspace, "pasted", 1, 1, "input.paste");
  type(workspace, "z");
  workspace.undo();
  workspace.undo();
  assert.deepEqual(texts(workspace), ["a=x"]);
});

test("closing is undone with text, place and what was typed before", () => {
  const { workspace } = make(file("a", "1"), file("b", "2"), file("c", "3"));
  workspace.select(workspace.files[1].id);
  type(workspace, "x");
  workspace.close(workspace.active.id);
  assert.deepEqual(texts(workspace), ["a=1", "c=3"]);
  assert.equal(workspace.active.name, "c");
  assert.equal(workspace.undo(), "Close b");
  assert.deepEqual(texts(workspace), ["a=1", "b=2x", "c=3"]);
  assert.equal(workspace.active.name, "b");
  workspace.undo();
  assert.deepEqual(texts(workspace), ["a=1", "b=2", "c=3"]);
});

test("closing the last file leaves an empty one", () => {
  const { workspace } = make(file("a", "1"));
  workspace.close(workspace.active.id);
  assert.deepEqual(texts(workspace), ["untitled.yaml="]);
  workspace.undo();
  assert.deepEqual(texts(workspace), ["a=1"]);
});

test("a name is unique and never empty", () => {
  const { workspace } = make(file("a.yaml", ""), file("b.yaml", ""));
  const { id } = workspace.active;
  assert.notEqual(workspace.rename(id, "b.yaml"), "");
  assert.notEqual(workspace.rename(id, "  "), "");
  assert.equal(workspace.rename(id, " base\\c.yaml "), "");
  assert.deepEqual(workspace.names, ["base/c.yaml", "b.yaml"]);
  workspace.undo();
  assert.deepEqual(workspace.names, ["a.yaml", "b.yaml"]);
  assert.equal(freeName("a.yaml", ["a.yaml", "a-2.yaml"]), "a-3.yaml");
  assert.equal(freeName(".env", [".env"]), ".env-2");
  assert.equal(tidyName("/../x/./y.yaml"), "x/y.yaml");
});

test("files with equal names get different ones", () => {
  const { workspace } = make(file("a.yaml", "1"), file("a.yaml", "2"));
  assert.deepEqual(texts(workspace), ["a.yaml=1", "a-2.yaml=2"]);
});

test("edits of several files are one step", () => {
  const { workspace } = make(file("a", "web"), file("b", "wbe"));
  workspace.drift.answered(workspace.revision);
  const range = (name, from, to) => ({ file: name, from, to });
  assert.ok(workspace.applyEdits([[range("a", 0, 3), "api"], [range("b", 0, 3), "web"], [range("b", 3, 3), "!"]], "Fix"));
  assert.deepEqual(texts(workspace), ["a=api", "b=web!"]);
  workspace.undo();
  assert.deepEqual(texts(workspace), ["a=web", "b=wbe"]);
  workspace.redo();
  assert.deepEqual(texts(workspace), ["a=api", "b=web!"]);
});

test("undoing a change of a hidden file shows that file", () => {
  const { workspace } = make(file("a", "web"), file("b", "wbe"));
  workspace.drift.answered(workspace.revision);
  workspace.applyEdits([[{ file: "b", from: 0, to: 3 }, "web"]], "Fix");
  workspace.undo();
  assert.equal(workspace.active.name, "b");
});

test("edits move along with what was typed since the answer", () => {
  const { workspace } = make(file("a", "name: wbe"));
  workspace.drift.answered(workspace.revision);
  type(workspace, "# note\n", 0);
  assert.ok(workspace.applyEdits([[{ file: "a", from: 6, to: 9 }, "web"]], "Fix"));
  assert.deepEqual(texts(workspace), ["a=# note\nname: web"]);
});

test("edits are refused as a whole where the text has moved on", () => {
  const { workspace } = make(file("a", "name: wbe"), file("b", "x"));
  workspace.drift.answered(workspace.revision);
  type(workspace, "1", 7);
  const edits = [[{ file: "b", from: 0, to: 1 }, "y"], [{ file: "a", from: 6, to: 9 }, "web"]];
  assert.equal(workspace.applyEdits(edits, "Fix"), false);
  assert.deepEqual(texts(workspace), ["a=name: w1be", "b=x"]);
});

test("edits beyond the text are refused", () => {
  const { workspace } = make(file("a", "x"));
  workspace.drift.answered(workspace.revision);
  assert.equal(workspace.applyEdits([[{ file: "a", from: 5, to: 9 }, "y"]], "Fix"), false);
  assert.equal(workspace.applyEdits([[{ file: "nowhere", from: 0, to: 0 }, "y"]], "Fix"), false);
});

test("an answer about replaced files is not applied to their successors", () => {
  const { workspace } = make(file("a", "name: wbe"));
  workspace.drift.answered(workspace.revision);
  workspace.replaceAll([file("a", "something else")], "Open");
  assert.equal(workspace.drift.map(workspace.active.id, 6, 9), null);
  workspace.drift.answered(workspace.revision);
  assert.deepEqual(workspace.drift.map(workspace.active.id, 6, 9), { from: 6, to: 9 });
});

test("paste takes the place of an untouched sample, and undo brings it back", () => {
  const { workspace } = make();
  workspace.begin([file("app.yaml", "sample"), file("net.yaml", "too")], "", true);
  assert.equal(paste(workspace, "kind: Pod").undo, true);
  assert.deepEqual(texts(workspace), ["pasted.yaml=kind: Pod"]);
  workspace.undo();
  assert.deepEqual(texts(workspace), ["app.yaml=sample", "net.yaml=too"]);
  assert.equal(workspace.sample, true);
});

test("paste never replaces what somebody wrote", () => {
  const { workspace } = make();
  workspace.begin([file("app.yaml", "sample")], "", true);
  type(workspace, "!");
  paste(workspace, "kind: Pod");
  paste(workspace, "{}");
  assert.deepEqual(texts(workspace), ["app.yaml=sample!", "pasted.yaml=kind: Pod", "pasted.json={}"]);
});

test("a paste in the editor replaces the sample only when all of it is selected", () => {
  const { workspace } = make();
  workspace.begin([file("app.yaml", "sample"), file("net.yaml", "too")], "", true);
  const manifests = "apiVersion: v1\nkind: Pod\n";
  assert.equal(pasteOver(workspace, manifests), null);
  const all = workspace.active.state.update({ selection: EditorSelection.single(0, 6) });
  workspace.took([all], all.state);
  assert.equal(pasteOver(workspace, "a word"), null);
  assert.ok(pasteOver(workspace, manifests));
  assert.deepEqual(workspace.names, ["pasted.yaml"]);
});

test("dropped files replace a sample, are added otherwise, and renew their namesakes", () => {
  const { workspace } = make();
  workspace.begin([file("app.yaml", "sample")], "", true);
  open(workspace, { files: [file("a.yaml", "1"), file("b.yaml", "2")], notes: [] });
  assert.deepEqual(texts(workspace), ["a.yaml=1", "b.yaml=2"]);
  const note = open(workspace, { files: [file("b.yaml", "3"), file("c.yaml", "4")], notes: ["x.png is not a text"] });
  assert.deepEqual(texts(workspace), ["a.yaml=1", "b.yaml=3", "c.yaml=4"]);
  assert.match(note.text, /b\.yaml took the place/);
  assert.match(note.text, /x\.png is not a text/);
  workspace.undo();
  assert.deepEqual(texts(workspace), ["a.yaml=1", "b.yaml=2"]);
});

test("undo never mixes up texts, whatever happens in between", () => {
  // A fixed sequence of pseudo-random actions; after each, undo and redo must return to the same texts.
  let seed = 7;
  const draw = (bound) => (seed = (seed * 48271) % 2147483647) % bound;
  const { workspace, clock } = make(file("a", "one\ntwo"), file("b", "three"));
  const seen = [texts(workspace).join("|")];
  for (let round = 0; round < 400; round += 1) {
    clock.now += 1000;
    const files = workspace.files;
    const some = files[draw(files.length)];
    const before = texts(workspace).join("|");
    switch (draw(6)) {
      case 0: workspace.close(some.id); break;
      case 1: workspace.addEmpty(); break;
      case 2: workspace.rename(some.id, `f${draw(9)}`); break;
      case 3: workspace.select(some.id); break;
      case 4: workspace.replaceAll([file("x", "9".repeat(draw(9))), file("y", "")], "Replace"); break;
      default: {
        const length = workspace.active.state.doc.length;
        const from = draw(length + 1);
        type(workspace, "z".repeat(draw(4)), from, Math.min(length, from + draw(5)));
      }
    }
    const after = texts(workspace).join("|");
    if (after !== before) seen.push(after);
  }
  const distinct = seen.filter((state, place) => state !== seen[place - 1]);
  const back = [];
  for (let now = texts(workspace).join("|"); ; now = texts(workspace).join("|")) {
    if (back.at(-1) !== now) back.push(now);
    if (workspace.undo() === null) break;
  }
  assert.deepEqual(back.reverse(), distinct);
  const forth = [];
  for (let now = texts(workspace).join("|"); ; now = texts(workspace).join("|")) {
    if (forth.at(-1) !== now) forth.push(now);
    if (workspace.redo() === null) break;
  }
  assert.deepEqual(forth, distinct);
});

test("the history forgets its oldest steps beyond its depth", () => {
  const history = new History();
  for (let time = 0; time < 1500; time += 1) {
    history.record({ label: `${time}`, before: null, after: null, changes: new Map(), time: time * 1000, typing: false });
  }
  let steps = 0;
  while (history.undo()) steps += 1;
  assert.equal(steps, 1000);
});

test("texts are told from other files by their bytes", () => {
  assert.equal(decode(new TextEncoder().encode("kind: Pod # ü")), "kind: Pod # ü");
  assert.equal(decode(new Uint8Array([0xff, 0xfe, 0x61, 0x00])), "a");
  assert.equal(decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x00])), null);
});

test("small texts are told at once and large ones when typing rests", () => {
  assert.equal(delay(10_000), 0);
  assert.ok(delay(1_400_000) > 0);
  assert.ok(delay(5_000_000) > delay(1_400_000));
});

test("manifests are recognised in YAML and in JSON", () => {
  assert.ok(looksWhole("apiVersion: v1\nkind: Pod"));
  assert.ok(looksWhole('{\n  "apiVersion": "v1",\n  "kind": "Pod"\n}'));
  assert.ok(!looksWhole("replicas: 3"));
});

test("a folded document says what it is", () => {
  const text = "kind: A\n---\napiVersion: v1\nkind: Service\nmetadata:\n  labels:\n    a: b\n  name: web\nspec: {}";
  const { workspace } = make(file("a", text));
  const { state } = workspace.active;
  assert.equal(summary(state, { from: state.doc.line(2).to, to: text.length }), "Service web, 7 lines");
  assert.equal(summary(state, { from: state.doc.line(5).to, to: state.doc.line(8).to }), "3 lines");
});
