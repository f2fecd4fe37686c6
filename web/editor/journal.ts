// The last changes, written down the moment the page goes: IndexedDB answers later than a closing page lives,
// localStorage at once. What is found here at the next start is newer than the saved workspace.

import type { SavedWorkspace } from "./storage.ts";

interface Entry {
  workspace: SavedWorkspace;
  texts: [number, string][];
}

// Browsers give localStorage about five million characters for the whole site.
const LIMIT = 2_000_000;

const key = (id: string): string => `drydock.unsaved.${id}`;

// `false` when it did not fit; the ordinary save is then the only one.
export function write(workspace: SavedWorkspace, texts: Map<number, string>): boolean {
  let size = 0;
  for (const text of texts.values()) size += text.length;
  if (size > LIMIT) return false;
  try {
    localStorage.setItem(key(workspace.id), JSON.stringify({ workspace, texts: [...texts] } satisfies Entry));
    return true;
  } catch {
    return false;
  }
}

export function read(id: string): { workspace: SavedWorkspace; texts: Map<number, string> } | null {
  try {
    const found = localStorage.getItem(key(id));
    if (found === null) return null;
    const entry = JSON.parse(found) as Entry;
    return { workspace: entry.workspace, texts: new Map(entry.texts) };
  } catch {
    return null;
  }
}

export function forget(id: string): void {
  try {
    localStorage.removeItem(key(id));
  } catch {
    // Where nothing can be stored there is nothing to forget.
  }
}
