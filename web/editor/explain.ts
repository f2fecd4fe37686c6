// What a field is: on hover, and for the place of the cursor at F1. The engine knows the field and its type,
// the documentation file its text.

import { StateEffect, StateField } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import type { Documentation } from "./documentation.ts";
import type { Workspace } from "./workspace.ts";
import type { Ask, Hover, Part, Range } from "./words.ts";

export interface Follow {
  object(id: string): void;
  place(range: Range): void;
}

const setExplained = StateEffect.define<Tooltip | null>();

const explained = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setExplained)) return effect.value;
    // Any edit or movement puts the note away.
    return transaction.docChanged || transaction.selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

export function explain(workspace: Workspace, ask: Ask, documentation: Documentation, follow: Follow) {
  async function tooltip(view: EditorView, offset: number): Promise<Tooltip | null> {
    const file = workspace.active;
    const answer = await ask({ hover: { file: file.name, offset } });
    if (!answer?.hover || workspace.active !== file) return null;
    const hover = answer.hover;
    const text = await documentation.text(hover.documentation);
    const end = view.state.doc.length;
    return {
      pos: Math.min(hover.range.from, end),
      end: Math.min(hover.range.to, end),
      above: true,
      create: () => ({ dom: render(hover, text, follow) }),
    };
  }

  return [
    hoverTooltip((view, offset) => tooltip(view, offset), { hideOnChange: true, hoverTime: 350 }),
    explained,
    keymap.of([
      {
        key: "F1",
        preventDefault: true,
        run(view) {
          const head = view.state.selection.main.head;
          void tooltip(view, head).then((found) => {
            if (found) view.dispatch({ effects: setExplained.of({ ...found, pos: head }) });
          });
          return true;
        },
      },
      {
        key: "Escape",
        run(view) {
          if (!view.state.field(explained)) return false;
          view.dispatch({ effects: setExplained.of(null) });
          return true;
        },
      },
    ]),
  ];
}

function render(hover: Hover, text: string, follow: Follow): HTMLElement {
  const box = document.createElement("div");
  box.className = "cm-explain";
  const head = box.appendChild(document.createElement("div"));
  const path = head.appendChild(document.createElement("code"));
  path.className = "path";
  path.textContent = hover.path;
  const type = head.appendChild(document.createElement("span"));
  type.className = "type";
  type.textContent = hover.type_text;
  for (const note of hover.notes) {
    const line = box.appendChild(document.createElement("p"));
    for (const part of note) line.appendChild(piece(part, follow));
  }
  if (text !== "") {
    const line = box.appendChild(document.createElement("p"));
    line.className = "text";
    line.textContent = text;
  }
  return box;
}

function piece(part: Part, follow: Follow): Node {
  const { text, code, object, place } = part;
  if (text) return document.createTextNode(text.text);
  const element = document.createElement(code ? "code" : "button");
  element.textContent = (code ?? object ?? place)?.text ?? "";
  if (object) element.onclick = () => follow.object(object.id);
  if (place) element.onclick = () => follow.place(place.range);
  return element;
}
