// The files that are open: their order, texts and names, which one is in view, and every change to them. No
// DOM is needed here: the view is a guest that shows one file's state.

import {
  Annotation,
  type ChangeSet,
  type ChangeSpec,
  EditorSelection,
  EditorState,
  type Extension,
  Text,
  Transaction,
} from "@codemirror/state";
import { Drift } from "./drift.ts";
import { History, type KeptFile, type Shape, type Step } from "./history.ts";
import { checkName, freeName } from "./names.ts";
import type { Range, SourceFile } from "./words.ts";

export interface OpenFile {
  readonly id: number;
  name: string;
  // Bare, text and selection only, until the file is first in view: parsing hundreds of dropped files at once
  // would block the page.
  state: EditorState;
  equipped: boolean;
}

// What changed. `files`: names, order or number of files; `shown`: another file is in view.
export interface Change {
  readonly texts: readonly number[];
  readonly files: boolean;
  readonly shown: boolean;
}

// What shows the active file.
export interface Stage {
  show(file: OpenFile): void;
  apply(transaction: Transaction): void;
}

// Marks transactions that the workspace itself makes, so that they are not recorded a second time.
export const own = Annotation.define<boolean>();

// As CodeMirror's own history: only these are joined into one step.
const joinable = /^(input\.type|delete)($|\.)/;

export class Workspace {
  #files: OpenFile[] = [];
  #active = 0;
  #sample = false;
  #next = 1;
  #revision = 0;
  #extensions: Extension;
  #stage: Stage | null = null;
  #listeners: ((change: Change) => void)[] = [];
  #now: () => number;
  readonly history = new History();
  readonly drift = new Drift();

  // `equip` makes what every file's editor state consists of; it may refer to the workspace.
  constructor(equip: (workspace: Workspace) => Extension = () => [], now: () => number = () => Date.now()) {
    this.#extensions = equip(this);
    this.#now = now;
    this.#set(this.#fresh([{ name: "untitled.yaml", text: "" }], false));
  }

  get files(): readonly OpenFile[] {
    return this.#files;
  }

  get active(): OpenFile {
    return this.#files.find((file) => file.id === this.#active) ?? this.#files[0]!;
  }

  get sample(): boolean {
    return this.#sample;
  }

  // Counts changes of texts and of the set of files.
  get revision(): number {
    return this.#revision;
  }

  get names(): string[] {
    return this.#files.map((file) => file.name);
  }

  // Nothing is there but one file without a text.
  get blank(): boolean {
    return this.#files.length === 1 && this.#files[0]!.state.doc.length === 0;
  }

  listen(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  attach(stage: Stage | null): void {
    this.#stage = stage;
    this.#show();
  }

  named(name: string): OpenFile | undefined {
    return this.#files.find((file) => file.name === name);
  }

  // The first contents of a workspace: there is nothing to go back to.
  begin(files: readonly SourceFile[], active: string, sample: boolean): void {
    const shape = this.#fresh(files, sample);
    this.history.clear();
    this.#set({ ...shape, active: shape.files.find((file) => file.name === active)?.id ?? shape.active });
    this.#changed({ texts: [], files: true, shown: true });
  }

  replaceAll(files: readonly SourceFile[], label: string, sample = false): void {
    this.#step(label, this.#fresh(files, sample));
  }

  // Adds files in one step; one with a name that is there already takes that file's place.
  add(files: readonly SourceFile[], label: string): void {
    const kept = this.#shape().files.slice();
    let active = this.#active;
    for (const file of files) {
      const place = kept.findIndex((other) => other.name === file.name);
      const added = this.#keep(file.name, file.text);
      if (place < 0) kept.push(added);
      else kept[place] = added;
      active = added.id;
    }
    const wanted = files.length > 1 ? kept.find((file) => file.name === files[0]!.name)?.id : undefined;
    this.#step(label, { files: kept, active: wanted ?? active, sample: false });
  }

  addEmpty(): string {
    const name = freeName("untitled.yaml", this.names);
    this.add([{ name, text: "" }], `Add ${name}`);
    return name;
  }

  // Renames a file; the answer is empty, or says why not.
  rename(id: number, wanted: string): string {
    const file = this.#files.find((other) => other.id === id);
    if (!file) return "This file is closed";
    const checked = checkName(wanted, this.names.filter((name) => name !== file.name));
    if ("refusal" in checked) return checked.refusal;
    if (checked.name === file.name) return "";
    const shape = this.#shape();
    const files = shape.files.map((kept) => (kept.id === id ? { ...kept, name: checked.name } : kept));
    this.#step(`Rename ${file.name} to ${checked.name}`, { ...shape, files, sample: false });
    return "";
  }

  // Closes a file. The last one leaves an empty file behind: there is always something to type in.
  close(id: number): void {
    const shape = this.#shape();
    const place = shape.files.findIndex((file) => file.id === id);
    if (place < 0) return;
    let files = shape.files.filter((file) => file.id !== id);
    if (files.length === 0) files = [this.#keep("untitled.yaml", "")];
    const neighbour = files[Math.min(place, files.length - 1)]!.id;
    const active = this.#active === id ? neighbour : this.#active;
    this.#step(`Close ${shape.files[place]!.name}`, { files, active, sample: false });
  }

  select(id: number): void {
    if (id === this.#active || !this.#files.some((file) => file.id === id)) return;
    this.#active = id;
    this.history.close();
    this.#show();
    this.#changed({ texts: [], files: false, shown: true }, false);
  }

  // Edits of the text that the engine last answered for: all of them or, when the text has moved on at one of
  // the places, none.
  applyEdits(edits: readonly (readonly [Range, string])[], label: string): boolean {
    const specs = new Map<number, ChangeSpec[]>();
    for (const [range, insert] of edits) {
      const file = this.named(range.file);
      if (!file || this.drift.touched(file.id, range.from, range.to)) return false;
      const place = this.drift.map(file.id, range.from, range.to);
      if (!place || place.to > file.state.doc.length) return false;
      specs.set(file.id, [...(specs.get(file.id) ?? []), { ...place, insert }]);
    }
    if (specs.size === 0) return false;
    const before = this.#shape();
    const changes = new Map<number, ChangeSet>();
    for (const file of this.#files) {
      const spec = specs.get(file.id);
      if (spec) changes.set(file.id, file.state.changes(spec));
    }
    const files = before.files.map((file) => {
      const change = changes.get(file.id);
      return change ? { ...file, doc: change.apply(file.doc), selection: file.selection.map(change) } : file;
    });
    this.#step(label, { ...before, files, sample: false }, changes);
    return true;
  }

  // The view has taken transactions of its file: typing, pasting, moving the cursor.
  took(transactions: readonly Transaction[], state: EditorState): void {
    const file = this.active;
    const start = transactions[0]?.startState;
    const foreign = transactions.some((transaction) => transaction.docChanged && !transaction.annotation(own));
    if (!foreign || !start) {
      file.state = state;
      return;
    }
    const before = this.#shape();
    file.state = state;
    this.#sample = false;
    const changes = transactions.map((one) => one.changes).reduce((all, one) => all.compose(one));
    const typing = transactions.every((one) => joinable.test(one.annotation(Transaction.userEvent) ?? ""));
    const step = {
      label: `Edit ${file.name}`,
      before,
      after: this.#shape(),
      changes: new Map([[file.id, changes]]),
      time: this.#now(),
      typing,
    };
    this.history.record(step);
    this.#changed({ texts: [file.id], files: false, shown: false }, true, step.changes);
  }

  // Takes back the last step wherever it happened; the answer is what was taken back, or nothing.
  undo(): string | null {
    const step = this.history.undo();
    if (!step) return null;
    const inverse = new Map<number, ChangeSet>();
    for (const [id, change] of step.changes) {
      const doc = step.before.files.find((file) => file.id === id)?.doc;
      if (doc) inverse.set(id, change.invert(doc));
    }
    this.#travel(step, step.before, inverse);
    return step.label;
  }

  redo(): string | null {
    const step = this.history.redo();
    if (!step) return null;
    this.#travel(step, step.after, step.changes);
    return step.label;
  }

  #travel(step: Step, shape: Shape, changes: ReadonlyMap<number, ChangeSet>): void {
    // Show the place that changed, even if another file was in view when it did.
    const active = step.changes.size > 0 && !step.changes.has(shape.active) ? [...step.changes.keys()][0]! : shape.active;
    this.#move({ ...shape, active }, changes);
  }

  #step(label: string, after: Shape, changes: ReadonlyMap<number, ChangeSet> = new Map()): void {
    const before = this.#shape();
    this.#move(after, changes);
    this.history.record({ label, before, after: this.#shape(), changes, time: this.#now(), typing: false });
    this.history.close();
  }

  #move(shape: Shape, changes: ReadonlyMap<number, ChangeSet>): void {
    const names = this.names.join("\n");
    const ids = this.#files.map((file) => file.id).join();
    const shown = this.#active;
    this.#set(shape, changes);
    const files = names !== this.names.join("\n") || ids !== this.#files.map((file) => file.id).join();
    this.#changed({ texts: [...changes.keys()], files, shown: shown !== this.#active }, true, changes);
  }

  // Makes the workspace be of this shape; files that stay keep their state (folds, problems, parse tree).
  #set(shape: Shape, changes: ReadonlyMap<number, ChangeSet> = new Map()): void {
    const old = new Map(this.#files.map((file) => [file.id, file]));
    const shown = this.#active;
    this.#active = shape.active;
    this.#sample = shape.sample;
    let current: Transaction | null = null;
    this.#files = shape.files.map((kept) => {
      const file = old.get(kept.id);
      const change = changes.get(kept.id);
      if (!file) return open(kept);
      file.name = kept.name;
      if (change) {
        const transaction = file.state.update({
          changes: change,
          selection: kept.selection,
          scrollIntoView: true,
          annotations: own.of(true),
        });
        if (kept.id === shown && kept.id === shape.active && this.#stage) current = transaction;
        else file.state = transaction.state;
      }
      return file;
    });
    if (current) this.#stage?.apply(current);
    else if (shown !== this.#active || !old.has(this.#active)) this.#show();
  }

  #shape(): Shape {
    const files = this.#files.map(({ id, name, state }) => ({ id, name, doc: state.doc, selection: state.selection }));
    return { files, active: this.#active, sample: this.#sample };
  }

  #fresh(files: readonly SourceFile[], sample: boolean): Shape {
    const kept: KeptFile[] = [];
    for (const file of files) {
      const name = freeName(file.name, kept.map((other) => other.name));
      kept.push(this.#keep(name, file.text));
    }
    if (kept.length === 0) kept.push(this.#keep("untitled.yaml", ""));
    return { files: kept, active: kept[0]!.id, sample };
  }

  #keep(name: string, text: string): KeptFile {
    const id = this.#next;
    this.#next += 1;
    this.drift.born(id, this.#revision + 1);
    return { id, name, doc: Text.of(text.split(/\r\n?|\n/)), selection: EditorSelection.single(0) };
  }

  #show(): void {
    const file = this.active;
    if (!this.#stage) return;
    if (!file.equipped) {
      const { doc, selection } = file.state;
      file.state = EditorState.create({ doc, selection, extensions: this.#extensions });
      file.equipped = true;
    }
    this.#stage.show(file);
  }

  #changed(change: Change, counts = true, changes: ReadonlyMap<number, ChangeSet> = new Map()): void {
    if (counts) {
      this.#revision += 1;
      for (const [id, edit] of changes) this.drift.record(this.#revision, id, edit);
    }
    for (const listener of this.#listeners) listener(change);
  }
}

function open({ id, name, doc, selection }: KeptFile): OpenFile {
  return { id, name, state: EditorState.create({ doc, selection }), equipped: false };
}
