// The keys of undo and redo. Read from the event and not from CodeMirror's key map, which takes Ctrl-Shift-Z for
// Ctrl-Z while Caps Lock is on.

import { Prec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Workspace } from "./workspace.ts";

export function undoKey(event: KeyboardEvent): "undo" | "redo" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  // Command-Y is the history of pages on a Mac.
  return key === "y" && event.ctrlKey && !event.shiftKey ? "redo" : null;
}

export function undoKeys(workspace: Workspace) {
  const run = (what: "undo" | "redo" | null, event: Event, view: EditorView): boolean => {
    if (!what) return false;
    event.preventDefault();
    if (!view.state.readOnly) workspace[what]();
    return true;
  };
  return Prec.highest(
    EditorView.domEventHandlers({
      keydown: (event, view) => run(undoKey(event), event, view),
      // The browser's own menu and a phone's gesture undo by this event.
      beforeinput(event, view) {
        const what = event.inputType === "historyUndo" ? "undo" : event.inputType === "historyRedo" ? "redo" : null;
        return run(what, event, view);
      },
    }),
  );
}
