// The lines of the selected object, and the short flash that shows where a jump has led.

import { StateEffect, StateField, type EditorState, type Range } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

export interface Place {
  from: number;
  to: number;
}

export const setObject = StateEffect.define<Place | null>();
export const setFlash = StateEffect.define<Place | null>();

function lines(state: EditorState, place: Place | null, style: Decoration): DecorationSet {
  if (!place) return Decoration.none;
  const last = state.doc.lineAt(Math.min(Math.max(place.from, place.to - 1), state.doc.length)).number;
  const marks: Range<Decoration>[] = [];
  for (let number = state.doc.lineAt(Math.min(place.from, state.doc.length)).number; number <= last; number += 1) {
    marks.push(style.range(state.doc.line(number).from));
  }
  return Decoration.set(marks);
}

function field(effect: typeof setObject, name: string): StateField<DecorationSet> {
  const style = Decoration.line({ class: name });
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(value, transaction) {
      let marks = value.map(transaction.changes);
      for (const one of transaction.effects) if (one.is(effect)) marks = lines(transaction.state, one.value, style);
      return marks;
    },
    provide: (self) => EditorView.decorations.from(self),
  });
}

export const marks = [field(setObject, "cm-object"), field(setFlash, "cm-flash")];
