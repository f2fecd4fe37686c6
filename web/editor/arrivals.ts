// What becomes of texts that arrive: they take a sample's place, but never what somebody wrote.
//
// Paste on the page (outside any field) replaces an untouched sample or an empty workspace, and otherwise adds a
// file. In the editor, paste is plain paste; only when it replaces the whole text of an untouched sample's file
// (everything selected) is it taken as "here are my manifests", because the sample's other files would then mix
// with them. Either way one undo brings everything back.

import { freeName } from "./names.ts";
import type { Taken } from "./intake.ts";
import type { Workspace } from "./workspace.ts";
import type { SourceFile } from "./words.ts";

export interface Note {
  text: string;
  // The note is about the last step, and a button "Undo" belongs to it.
  undo: boolean;
}

const count = (files: readonly SourceFile[]): string => (files.length === 1 ? files[0]!.name : `${files.length} files`);

export function open(workspace: Workspace, { files, notes }: Taken): Note | null {
  if (files.length === 0) return notes.length > 0 ? { text: notes.join(". "), undo: false } : null;
  const fresh = workspace.sample || workspace.blank;
  const updated = fresh ? [] : files.filter((file) => workspace.named(file.name));
  if (fresh) workspace.replaceAll(files, `Open ${count(files)}`);
  else workspace.add(files, `Open ${count(files)}`);
  const text = [`Opened ${count(files)}`];
  if (updated.length > 0) text.push(`${count(updated)} took the place of what was open under that name`);
  return { text: [...text, ...notes].join(". "), undo: true };
}

export function paste(workspace: Workspace, text: string): Note | null {
  if (text.trim() === "") return null;
  const fresh = workspace.sample || workspace.blank;
  const wanted = text.trimStart().startsWith("{") ? "pasted.json" : "pasted.yaml";
  const file = { name: fresh ? wanted : freeName(wanted, workspace.names), text };
  const replaced = workspace.sample;
  if (fresh) workspace.replaceAll([file], "Paste");
  else workspace.add([file], `Paste as ${file.name}`);
  return { text: replaced ? "Pasted in place of the sample" : `Pasted as ${file.name}`, undo: true };
}

// A paste into the editor over the whole text of a sample; `null` when it is an ordinary paste.
export function pasteOver(workspace: Workspace, text: string): Note | null {
  const { state } = workspace.active;
  const { from, to } = state.selection.main;
  const all = from === 0 && to === state.doc.length && to > 0;
  return workspace.sample && all && looksWhole(text) ? paste(workspace, text) : null;
}

export function looksWhole(text: string): boolean {
  return /^[ \t]*"?apiVersion"?[ \t]*:/m.test(text) && /^[ \t]*"?kind"?[ \t]*:/m.test(text);
}
