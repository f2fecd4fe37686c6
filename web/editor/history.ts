// One undo history across all files. CodeMirror's own history belongs to one document; here a step may be
// typing in a file as well as adding, renaming, closing or replacing files.
//
// Texts are ropes that share their unchanged parts, so a step simply keeps the workspace before and after it.

import type { ChangeSet, EditorSelection, Text } from "@codemirror/state";

// A file as a step remembers it.
export interface KeptFile {
  readonly id: number;
  readonly name: string;
  readonly doc: Text;
  readonly selection: EditorSelection;
}

// The workspace at one moment.
export interface Shape {
  readonly files: readonly KeptFile[];
  readonly active: number;
  // The files are a sample that nobody has touched.
  readonly sample: boolean;
}

export interface Step {
  // What was done, for people: `Close app.yaml`.
  readonly label: string;
  readonly before: Shape;
  readonly after: Shape;
  // The edits from `before` to `after`, of files that are in both.
  readonly changes: ReadonlyMap<number, ChangeSet>;
  readonly time: number;
  // Typing goes on in this step while it is in one file, in one place and without a pause.
  readonly typing: boolean;
}

// As long as CodeMirror waits before it begins a new group.
const PAUSE = 500;
// Far more than anybody goes back; it bounds what deleted texts hold in memory.
const DEPTH = 1000;

export class History {
  #done: Step[] = [];
  #undone: Step[] = [];
  // Set after undo, redo and a change of the file in view: the next keystroke begins a step of its own.
  #closed = false;

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  record(step: Step): void {
    this.#undone = [];
    const last = this.#done.at(-1);
    const joined = last && !this.#closed ? join(last, step) : null;
    this.#closed = false;
    if (joined) {
      this.#done[this.#done.length - 1] = joined;
    } else {
      this.#done.push(step);
      if (this.#done.length > DEPTH) this.#done.shift();
    }
  }

  // The next typing is not joined with what was typed before.
  close(): void {
    this.#closed = true;
  }

  undo(): Step | null {
    return this.#move(this.#done, this.#undone);
  }

  redo(): Step | null {
    return this.#move(this.#undone, this.#done);
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }

  #move(from: Step[], to: Step[]): Step | null {
    const step = from.pop();
    if (!step) return null;
    to.push(step);
    this.#closed = true;
    return step;
  }
}

function join(last: Step, next: Step): Step | null {
  if (!last.typing || !next.typing || next.time - last.time >= PAUSE) return null;
  const [id, added] = [...next.changes][0] ?? [];
  const earlier = id === undefined ? undefined : last.changes.get(id);
  if (id === undefined || !added || !earlier || !adjacent(earlier, added)) return null;
  return { ...next, label: last.label, before: last.before, changes: new Map([[id, earlier.compose(added)]]) };
}

function adjacent(earlier: ChangeSet, added: ChangeSet): boolean {
  const places: [number, number][] = [];
  earlier.iterChangedRanges((_fromA, _toA, from, to) => places.push([from, to]));
  let found = false;
  added.iterChangedRanges((from, to) => {
    found ||= places.some(([start, end]) => to >= start && from <= end);
  });
  return found;
}
