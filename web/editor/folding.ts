// Folding: values by indentation (YAML's grammar does that), and whole documents at their `---`. A folded
// document says what it is, so that a long file can be read as a list of objects.

import { codeFolding, foldGutter, foldService } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";

const separator = /^---(\s|$)/;

// A document folds at its `---`, or at the first line of the file.
const documents = foldService.of((state, start) => {
  const line = state.doc.lineAt(start);
  if (line.number !== 1 && !separator.test(line.text)) return null;
  if (line.number === state.doc.lines) return null;
  let end = line.to;
  const lines = state.doc.iterLines(line.number + 1);
  for (let next = lines.next(); !next.done && !separator.test(next.value); next = lines.next()) {
    end += 1 + next.value.length;
  }
  // A blank line before the next document stays visible.
  while (end > line.to && state.sliceDoc(end - 1, end) === "\n") end -= 1;
  return end > line.to ? { from: line.to, to: end } : null;
});

// `Deployment web, 26 lines`, of what is folded.
export function summary(state: EditorState, range: { from: number; to: number }): string {
  const first = state.doc.lineAt(range.from);
  const count = state.doc.lineAt(range.to).number - first.number;
  const lines = `${count} ${count === 1 ? "line" : "lines"}`;
  if (first.number !== 1 && !separator.test(first.text)) return lines;
  const text = state.sliceDoc(first.from, Math.min(range.to, range.from + 4000));
  const kind = /^kind:[ \t]*(\S+)/m.exec(text)?.[1];
  const name = /^metadata:[ \t]*\n(?:[ \t]+.*\n)*?[ \t]+name:[ \t]*(\S+)/m.exec(text)?.[1];
  return kind ? [[kind, name].filter(Boolean).join(" "), lines].join(", ") : lines;
}

export const folding = [
  documents,
  codeFolding({
    preparePlaceholder: summary,
    placeholderDOM(_view, open, text: string) {
      const button = document.createElement("span");
      button.className = "cm-foldPlaceholder";
      button.textContent = `… ${text}`;
      button.title = "Unfold";
      button.setAttribute("aria-label", `folded: ${text}`);
      button.onclick = open;
      return button;
    },
  }),
  foldGutter({
    markerDOM(open) {
      const marker = document.createElement("span");
      marker.textContent = open ? "▾" : "▸";
      marker.title = open ? "Fold" : "Unfold";
      return marker;
    },
  }),
];
