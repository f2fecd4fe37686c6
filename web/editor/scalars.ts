// Numbers, booleans and null in their own colour: YAML's grammar calls every plain scalar a string, but the
// difference between `8080` and `"8080"` is what makes a manifest valid.

import { syntaxTree } from "@codemirror/language";
import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

const special = /^([-+]?(\d[\d_]*(\.\d*)?([eE][-+]?\d+)?|0x[0-9a-fA-F]+|0o[0-7]+)|true|false|null|~)$/;
const style = Decoration.mark({ class: "cm-scalar" });

function find(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        if (node.name !== "Literal" || node.to - node.from > 24 || node.node.parent?.name === "Key") return;
        if (special.test(view.state.sliceDoc(node.from, node.to))) builder.add(node.from, node.to, style);
      },
    });
  }
  return builder.finish();
}

const plugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = find(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.state) !== syntaxTree(update.startState)) {
        this.decorations = find(update.view);
      }
    }
  },
  { decorations: (value) => value.decorations },
);

export const scalars = [
  plugin,
  EditorView.theme({ ".cm-scalar, .cm-scalar *": { color: "var(--code-number, color-mix(in srgb, var(--entry) 85%, var(--ink)))" } }),
];
