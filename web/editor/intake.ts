// Files and folders that come from outside the page: dropped, chosen or pasted.

import { tidyName } from "./names.ts";
import type { SourceFile } from "./words.ts";

export interface Taken {
  files: SourceFile[];
  // What was left out and why, a sentence each.
  notes: string[];
}

const LARGEST = 32 * 1024 * 1024;
const ALTOGETHER = 64 * 1024 * 1024;
const MOST = 1000;
const manifest = /\.(ya?ml|json)$/i;
// Folders in which no manifests of the person's own lie.
const skipped = new Set([".git", "node_modules", ".terraform", ".cache"]);

interface Found {
  path: string;
  file: () => Promise<File>;
}

// The entries must be asked for before anything is awaited: the browser empties the list afterwards.
export function dropped(data: DataTransfer): Promise<Taken> {
  const entries = [...data.items].map((item) => (item.kind === "file" ? item.webkitGetAsEntry() : null));
  const files = [...data.files];
  return takeEntries(entries.filter((entry) => entry !== null), files);
}

async function takeEntries(entries: FileSystemEntry[], files: File[]): Promise<Taken> {
  if (entries.length === 0) return read(files.map((file) => ({ path: file.name, file: async () => file })), []);
  const found: Found[] = [];
  const others = { count: 0 };
  for (const entry of entries) await walk(entry, found, others, true);
  const notes =
    others.count > 0 ? [`${others.count} other ${others.count === 1 ? "file" : "files"} in folders left out`] : [];
  return read(found, notes);
}

// A file that was dropped itself is wanted whatever its name is; in folders, only manifests are.
async function walk(entry: FileSystemEntry, found: Found[], others: { count: number }, top: boolean): Promise<void> {
  if (found.length > MOST) return;
  if (entry.isDirectory) {
    if (skipped.has(entry.name)) return;
    const children = await list((entry as FileSystemDirectoryEntry).createReader());
    children.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const child of children) await walk(child, found, others, false);
  } else if (top || manifest.test(entry.name)) {
    const open = () =>
      new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    found.push({ path: entry.fullPath, file: open });
  } else {
    others.count += 1;
  }
}

// Browsers give a folder's entries in portions, until an empty one.
async function list(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

export async function read(found: readonly Found[], notes: string[]): Promise<Taken> {
  const files: SourceFile[] = [];
  let size = 0;
  for (const { path, file } of found.slice(0, MOST)) {
    const name = tidyName(path);
    try {
      const content = await file();
      if (content.size > LARGEST) {
        notes.push(`${name} is ${Math.ceil(content.size / 1048576)} MB: files up to 32 MB can be opened`);
        continue;
      }
      size += content.size;
      if (size > ALTOGETHER) {
        notes.push(`${name} and what follows was left out: 64 MB at a time can be opened`);
        break;
      }
      const text = decode(new Uint8Array(await content.arrayBuffer()));
      if (text === null) notes.push(`${name} is not a text`);
      else files.push({ name, text });
    } catch {
      notes.push(`${name} cannot be read`);
    }
  }
  if (found.length > MOST) notes.push(`Only the first ${MOST} files were opened`);
  return { files, notes };
}

// UTF-8, or UTF-16 by its byte order mark as Windows' tools write it; `null` for what is not text.
export function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 8192).includes(0)) return null;
  return new TextDecoder().decode(bytes);
}
