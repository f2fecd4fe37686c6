// Going to what a reference leads to: F12, or a click with Ctrl (or Command).

import { EditorView, keymap } from "@codemirror/view";
import type { Workspace } from "./workspace.ts";
import type { Ask, Target } from "./words.ts";

export function definition(workspace: Workspace, ask: Ask, found: (target: Target | null) => void) {
  async function go(offset: number): Promise<void> {
    const answer = await ask({ definition: { file: workspace.active.name, offset } });
    if (answer?.definition !== undefined) found(answer.definition);
  }

  return [
    keymap.of([
      {
        key: "F12",
        preventDefault: true,
        run(view) {
          void go(view.state.selection.main.head);
          return true;
        },
      },
    ]),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        const wanted = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.button === 0;
        const offset = wanted ? view.posAtCoords({ x: event.clientX, y: event.clientY }) : null;
        if (offset === null) return false;
        event.preventDefault();
        void go(offset);
        return true;
      },
    }),
  ];
}
