// Where texts are kept: IndexedDB, because a workspace of many megabytes must fit. Each workspace has one
// record with the order of its files and one record per text, so that a keystroke in one file does not write
// the others again. One transaction writes both: a crash leaves either the old or the new state.

export interface SavedFile {
  id: number;
  name: string;
}

export interface SavedWorkspace {
  id: string;
  savedAt: number;
  revision: number;
  sample: boolean;
  // Nothing but what arrived by a link or a menu: the reader has written nothing in it yet.
  borrowed?: boolean;
  active: string;
  files: SavedFile[];
}

export interface Loaded {
  workspace: SavedWorkspace;
  texts: Map<number, string>;
}

const DATABASE = "drydock";
const WORKSPACES = "workspaces";
const TEXTS = "texts";

export class Storage {
  #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  // Fails where the browser gives the page no storage (private windows, sandboxed frames).
  static async open(): Promise<Storage> {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(WORKSPACES, { keyPath: "id" });
      request.result.createObjectStore(TEXTS);
    };
    const database = await promise(request);
    // Another tab with a newer version of the page may upgrade; this one then saves no more and says so.
    database.onversionchange = () => database.close();
    return new Storage(database);
  }

  // The latest first; what somebody wrote before what they only looked at.
  async list(): Promise<SavedWorkspace[]> {
    const store = this.#database.transaction(WORKSPACES).objectStore(WORKSPACES);
    const all: SavedWorkspace[] = await promise(store.getAll());
    return all.sort((a, b) => Number(a.borrowed ?? false) - Number(b.borrowed ?? false) || b.savedAt - a.savedAt);
  }

  async load(id: string): Promise<Loaded | null> {
    const transaction = this.#database.transaction([WORKSPACES, TEXTS]);
    const workspace: SavedWorkspace | undefined = await promise(transaction.objectStore(WORKSPACES).get(id));
    if (!workspace) return null;
    const store = transaction.objectStore(TEXTS);
    const texts = new Map<number, string>();
    await Promise.all(
      workspace.files.map(async (file) => {
        const text: unknown = await promise(store.get([id, file.id]));
        texts.set(file.id, typeof text === "string" ? text : "");
      }),
    );
    return { workspace, texts };
  }

  // Writes the record, the texts that changed, and removes the texts of files that are gone.
  save(workspace: SavedWorkspace, texts: Map<number, string>, gone: readonly number[]): Promise<void> {
    const transaction = this.#database.transaction([WORKSPACES, TEXTS], "readwrite", { durability: "relaxed" });
    const done = finished(transaction);
    transaction.objectStore(WORKSPACES).put(workspace);
    const store = transaction.objectStore(TEXTS);
    for (const [file, text] of texts) store.put(text, [workspace.id, file]);
    for (const file of gone) store.delete([workspace.id, file]);
    transaction.commit();
    return done;
  }

  remove(workspace: SavedWorkspace): Promise<void> {
    const transaction = this.#database.transaction([WORKSPACES, TEXTS], "readwrite");
    const done = finished(transaction);
    transaction.objectStore(WORKSPACES).delete(workspace.id);
    transaction.objectStore(TEXTS).delete(IDBKeyRange.bound([workspace.id], [workspace.id, []]));
    return done;
  }
}

function promise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("storage failed"));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error("storage failed"));
    transaction.onabort = () => reject(transaction.error ?? new Error("storage failed"));
  });
}
