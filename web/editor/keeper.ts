// Keeps the workspace in the browser's storage so that neither a reload nor a crash loses what was typed.

import * as journal from "./journal.ts";
import * as seat from "./seat.ts";
import { type Loaded, type SavedWorkspace, Storage } from "./storage.ts";
import type { Workspace } from "./workspace.ts";

// Saved after a short rest, and at the latest after a while of typing without one.
const REST = 250;
const LATEST = 1500;
const LARGE = 1_000_000;
const LARGE_REST = 1500;
const LARGE_LATEST = 6000;
// Workspaces of tabs that were closed long ago are removed beyond this number.
const KEPT = 30;
const OLD = 60 * 24 * 3600 * 1000;
const UNSAVED = "This browser keeps nothing for this page: your text will be gone with the tab";

export class Keeper {
  #workspace: Workspace;
  #note: (text: string) => void;
  #storage: Storage | null = null;
  #id = "";
  #dirty = new Set<number>();
  #saved = new Set<number>();
  #waiting = false;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #warned = false;
  // The revision at the last fork.
  #forked = -1;
  // What is here arrived by a link or a menu, and nobody has written in it; the next change is its arrival.
  #borrowed = false;
  #arriving = false;

  constructor(workspace: Workspace, note: (text: string) => void) {
    this.#workspace = workspace;
    this.#note = note;
    workspace.listen((change) => {
      if (this.#arriving) this.#arriving = false;
      else if (change.texts.length > 0 || change.files) this.#borrowed = false;
      for (const id of change.texts) this.#dirty.add(id);
      this.#schedule();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") void this.save();
    });
    addEventListener("pagehide", () => this.#leave());
  }

  // Brings back what this tab had, or what was last worked on; `false` when there is nothing.
  async restore(): Promise<boolean> {
    try {
      this.#storage = await Storage.open();
    } catch {
      this.#warn();
      return false;
    }
    try {
      const found = await this.#find(this.#storage);
      if (this.#id === "") this.#settle(seat.newId());
      const active = found ? this.#begin(found) : false;
      void this.#prune(this.#storage);
      return active;
    } catch {
      this.#warn();
      return false;
    } finally {
      if (this.#id === "") this.#settle(seat.newId());
    }
  }

  // From now on this tab is a new workspace; what it was stays saved as it is. The text is taken before anything
  // is waited for, so that the caller may replace it at once.
  async fork(): Promise<void> {
    // Forked already, and nothing has changed since.
    if (this.#forked === this.#workspace.revision) return;
    this.#forked = this.#workspace.revision;
    const saving = this.save();
    this.#borrowed = true;
    this.#arriving = true;
    this.#settle(seat.newId());
    this.#saved.clear();
    this.#schedule();
    await saving;
  }

  async save(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#waiting || !this.#storage || this.#id === "") return;
    this.#waiting = false;
    const { record, texts } = this.#unsaved();
    const present = new Set(record.files.map((file) => file.id));
    const gone = [...this.#saved].filter((id) => !present.has(id));
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    try {
      await this.#storage.save(record, texts, gone);
      if (this.#id === record.id) {
        for (const id of texts.keys()) this.#saved.add(id);
        for (const id of gone) this.#saved.delete(id);
      }
      if (!this.#waiting || this.#id !== record.id) journal.forget(record.id);
    } catch {
      for (const id of dirty) this.#dirty.add(id);
      this.#waiting = true;
      this.#warn();
    }
  }

  #begin({ workspace, texts }: Loaded): boolean {
    const files = workspace.files.map((file) => ({ name: file.name, text: texts.get(file.id) ?? "" }));
    if (files.length === 0) return false;
    this.#borrowed = workspace.borrowed ?? false;
    this.#arriving = true;
    this.#workspace.begin(files, workspace.active, workspace.sample);
    this.#arriving = false;
    // The texts were numbered anew: all are written again, and what has the old numbers goes. A copy of
    // another tab's workspace leaves that one as it is.
    if (workspace.id === this.#id) this.#saved = new Set(workspace.files.map((file) => file.id));
    for (const { id } of this.#workspace.files) this.#dirty.add(id);
    return true;
  }

  async #find(storage: Storage): Promise<Loaded | null> {
    const own = seat.remembered();
    if (own !== null && (await seat.take(own, 10))) {
      this.#settle(own);
      return await latest(storage, own);
    }
    // A duplicated tab begins with a copy of its original, a new one with the latest that nobody has open.
    const all = await storage.list();
    const original = all.find((one) => one.id === own);
    if (original) return await latest(storage, original.id);
    for (const one of all) {
      if (await seat.take(one.id, 0)) {
        this.#settle(one.id);
        return await latest(storage, one.id);
      }
    }
    return all[0] ? await latest(storage, all[0].id) : null;
  }

  #settle(id: string): void {
    this.#id = id;
    seat.remember(id);
    // A seat of our own from the start; another tab could not know this id yet.
    void seat.take(id, 0);
  }

  #unsaved(): { record: SavedWorkspace; texts: Map<number, string> } {
    const { files, active, sample, revision } = this.#workspace;
    const record = {
      id: this.#id,
      savedAt: Date.now(),
      revision,
      sample,
      borrowed: this.#borrowed,
      active: active.name,
      files: files.map(({ id, name }) => ({ id, name })),
    };
    const texts = new Map<number, string>();
    for (const { id, state } of files) {
      if (this.#dirty.has(id) || !this.#saved.has(id)) texts.set(id, state.doc.toString());
    }
    return { record, texts };
  }

  #leave(): void {
    if (!this.#waiting || this.#id === "") return;
    const { record, texts } = this.#unsaved();
    journal.write(record, texts);
    void this.save();
  }

  #schedule(): void {
    const now = Date.now();
    if (!this.#waiting) this.#since = now;
    this.#waiting = true;
    let size = 0;
    for (const { id, state } of this.#workspace.files) if (this.#dirty.has(id)) size += state.doc.length;
    const [rest, most] = size > LARGE ? [LARGE_REST, LARGE_LATEST] : [REST, LATEST];
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), Math.min(rest, Math.max(0, this.#since + most - now)));
  }

  #warn(): void {
    if (this.#warned) return;
    this.#warned = true;
    this.#note(UNSAVED);
  }

  async #prune(storage: Storage): Promise<void> {
    const now = Date.now();
    const surplus = (await storage.list()).slice(KEPT).filter((one) => now - one.savedAt > OLD);
    for (const one of surplus) await storage.remove(one);
  }
}

// The saved workspace, with what was written down as its page went.
async function latest(storage: Storage, id: string): Promise<Loaded | null> {
  const saved = await storage.load(id);
  const entry = journal.read(id);
  if (!entry || (saved && entry.workspace.savedAt < saved.workspace.savedAt)) return saved;
  const texts = new Map(saved?.texts ?? []);
  for (const [file, text] of entry.texts) texts.set(file, text);
  return { workspace: entry.workspace, texts };
}
