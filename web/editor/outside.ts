// Drops, pastes and undo anywhere on the page, also outside the editor.

import { open, type Note, paste } from "./arrivals.ts";
import { dropped, read } from "./intake.ts";
import { undoKey } from "./undo.ts";
import type { Workspace } from "./workspace.ts";

// Starts listening; the answer stops it. `locked` says whether the workspace may be changed at all.
export function listen(workspace: Workspace, locked: () => boolean, note: (note: Note | null) => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const root = document.documentElement;
  const files = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
  let depth = 0;
  const mark = (change: number) => {
    depth = change === 0 ? 0 : Math.max(0, depth + change);
    root.toggleAttribute("data-drop", depth > 0 && !locked());
  };

  // On Linux the middle button pastes what is selected somewhere: on the page (closing a tab, panning a picture)
  // that is never meant.
  let middle = -Infinity;
  const pressed = (event: PointerEvent) => {
    if (event.button === 1) middle = performance.now();
  };
  document.addEventListener("pointerdown", pressed, { signal, capture: true });
  document.addEventListener("pointerup", pressed, { signal, capture: true });

  document.addEventListener("dragenter", (event) => files(event) && mark(1), { signal });
  document.addEventListener("dragleave", (event) => files(event) && mark(-1), { signal });
  document.addEventListener("dragover", (event) => files(event) && event.preventDefault(), { signal });
  // Before the editor sees it, which would insert a dropped file's text at the pointer.
  document.addEventListener(
    "drop",
    (event) => {
      if (!files(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      mark(0);
      if (!locked()) void dropped(event.dataTransfer).then((taken) => note(open(workspace, taken)));
    },
    { signal, capture: true },
  );
  document.addEventListener(
    "paste",
    (event) => {
      const data = event.clipboardData;
      if (!data || locked() || event.defaultPrevented) return;
      // Copied files may be pasted anywhere, also into the editor.
      const copied = [...data.files].filter((file) => !file.type.startsWith("image/"));
      if (copied.length > 0 && !isField(event.target)) {
        event.preventDefault();
        event.stopPropagation();
        const found = copied.map((file) => ({ path: file.name, file: async () => file }));
        void read(found, []).then((taken) => note(open(workspace, taken)));
      } else if (!isWritable(event.target)) {
        event.preventDefault();
        if (performance.now() - middle > 500) note(paste(workspace, data.getData("text/plain")));
      }
    },
    { signal, capture: true },
  );
  document.addEventListener(
    "keydown",
    (event) => {
      const what = undoKey(event);
      if (!what || event.defaultPrevented || locked() || isWritable(event.target)) return;
      event.preventDefault();
      workspace[what]();
    },
    { signal },
  );
  return () => ended.abort();
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const isWritable = (target: EventTarget | null): boolean =>
  isField(target) || (target instanceof HTMLElement && target.isContentEditable);
