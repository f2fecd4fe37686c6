// Tells the page about changed texts: only the file that changed, and the sooner the smaller it is, because
// taking a text of megabytes out of the editor on every keystroke would make typing stutter.

import type { Workspace } from "./workspace.ts";
import type { SourceFile } from "./words.ts";

export interface TextChange {
  revision: number;
  // `files` are all files of the workspace, in the order of their tabs; otherwise it is the one that changed.
  whole: boolean;
  files: SourceFile[];
}

export class Outlet {
  #workspace: Workspace;
  #tell: (change: TextChange) => void;
  #whole = false;
  #texts = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #waiting: (() => void)[] = [];

  constructor(workspace: Workspace, tell: (change: TextChange) => void) {
    this.#workspace = workspace;
    this.#tell = tell;
    workspace.listen((change) => {
      if (!change.files && change.texts.length === 0) return;
      this.#whole ||= change.files;
      for (const id of change.texts) this.#texts.add(id);
      this.#schedule();
    });
  }

  // When the page knows the text on screen: a question to the engine must be about that one.
  settled(): Promise<void> {
    if (this.#timer === null) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  // Tells at once what is waiting.
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#send();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #send(): void {
    if (!this.#whole && this.#texts.size === 0) return;
    const whole = this.#whole || this.#texts.size > 1;
    const changed = this.#workspace.files.filter((file) => whole || this.#texts.has(file.id));
    this.#whole = false;
    this.#texts.clear();
    const files = changed.map((file) => ({ name: file.name, text: file.state.doc.toString() }));
    this.#tell({ revision: this.#workspace.revision, whole, files });
  }

  #schedule(): void {
    let size = 0;
    for (const file of this.#workspace.files) if (this.#texts.has(file.id)) size += file.state.doc.length;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), this.#whole ? 0 : delay(size));
  }
}

// Milliseconds to wait for the next keystroke.
export function delay(size: number): number {
  if (size < 300_000) return 0;
  return size < 2_000_000 ? 60 : 150;
}
