// What was typed since the engine last answered. Problems, highlights and repairs come with the offsets of an
// older text; they are moved along with the edits made meanwhile instead of flickering at wrong places.

import type { ChangeSet } from "@codemirror/state";

interface Edit {
  readonly revision: number;
  readonly file: number;
  readonly changes: ChangeSet;
}

// Beyond this, an answer is too old to be worth moving.
const KEPT = 2000;

export class Drift {
  #edits: Edit[] = [];
  // Since which revision a file exists: an older answer is about another text, perhaps of the same name.
  #births = new Map<number, number>();
  // The revision that the offsets on screen belong to.
  #answered = 0;

  record(revision: number, file: number, changes: ChangeSet): void {
    this.#edits.push({ revision, file, changes });
    if (this.#edits.length > KEPT) this.#edits.shift();
  }

  born(file: number, revision: number): void {
    this.#births.set(file, revision);
  }

  // The engine has answered for this revision: what it says from now on counts in that text.
  answered(revision: number): void {
    this.#answered = revision;
    this.#edits = this.#edits.filter((edit) => edit.revision > revision);
  }

  // A range of the answered text in the present one; `null` when it was deleted or edited within.
  map(file: number, from: number, to: number): { from: number; to: number } | null {
    if ((this.#births.get(file) ?? 0) > this.#answered) return null;
    let range: { from: number; to: number } = { from, to };
    for (const edit of this.#edits) {
      if (edit.file !== file || edit.revision <= this.#answered) continue;
      if (range.to > edit.changes.length) return null;
      if (edit.changes.touchesRange(range.from, range.to) === "cover") return null;
      const start = edit.changes.mapPos(range.from, 1);
      const end = edit.changes.mapPos(range.to, -1);
      range = { from: start, to: Math.max(start, end) };
    }
    return range;
  }

  // Whether anything in the range was edited since the answer, so that a repair no longer fits.
  touched(file: number, from: number, to: number): boolean {
    if ((this.#births.get(file) ?? 0) > this.#answered) return true;
    let [start, end] = [from, to];
    for (const edit of this.#edits) {
      if (edit.file !== file || edit.revision <= this.#answered) continue;
      if (end > edit.changes.length || edit.changes.touchesRange(start, end)) return true;
      start = edit.changes.mapPos(start, 1);
      end = Math.max(start, edit.changes.mapPos(end, -1));
    }
    return false;
  }
}
