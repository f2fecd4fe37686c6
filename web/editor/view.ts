// The one CodeMirror view, which shows the workspace's active file.

import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { linter, lintGutter, nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, type StateEffect } from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { folding } from "./folding.ts";
import { marks } from "./marks.ts";
import { scalars } from "./scalars.ts";
import { theme } from "./theme.ts";
import { undoKeys } from "./undo.ts";
import type { OpenFile, Stage, Workspace } from "./workspace.ts";

const locked = new Compartment();

export interface Options {
  readonly: boolean;
}

const reconfigure = (options: Options): StateEffect<unknown> =>
  locked.reconfigure(EditorState.readOnly.of(options.readonly));

// Whether a state, which may have been hidden for a while, is configured so already.
const fits = (state: EditorState, options: Options): boolean => state.readOnly === options.readonly;

// What every file's state is made with. `first` goes before the defaults, so that its keys win.
export function extensions(workspace: Workspace, first: Extension): Extension {
  return [
    undoKeys(workspace),
    // Problems stand above the explanation of the field where both have something to say.
    linter(null),
    first,
    lineNumbers(),
    lintGutter(),
    folding,
    highlightActiveLineGutter(),
    highlightActiveLine(),
    highlightSpecialChars(),
    drawSelection(),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    indentUnit.of("  "),
    indentOnInput(),
    bracketMatching(),
    highlightSelectionMatches({ minSelectionLength: 3 }),
    search({ top: true }),
    yaml(),
    scalars,
    marks,
    theme,
    locked.of([]),
    EditorView.contentAttributes.of({
      "aria-label": "Manifest editor",
      // Tab indents here: the way out is said where it is needed.
      "aria-description": "Tab indents. To leave the editor by keyboard, press Escape and then Tab.",
      tabindex: "0",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
    }),
    keymap.of([
      { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
      ...searchKeymap,
      ...foldKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
  ];
}

export class Screen implements Stage {
  readonly view: EditorView;
  #workspace: Workspace;
  #options: Options;
  #shown: number;
  #scroll = new Map<number, { doc: EditorState["doc"]; effect: StateEffect<unknown> }>();
  #prepare: (file: OpenFile) => void;

  constructor(parent: HTMLElement, workspace: Workspace, options: Options, prepare: (file: OpenFile) => void) {
    this.#workspace = workspace;
    this.#options = options;
    this.#prepare = prepare;
    this.#shown = workspace.active.id;
    this.view = new EditorView({
      parent,
      dispatchTransactions: (transactions, view) => {
        view.update(transactions);
        workspace.took(transactions, view.state);
      },
    });
    workspace.attach(this);
  }

  show(file: OpenFile): void {
    this.#scroll.set(this.#shown, { doc: this.view.state.doc, effect: this.view.scrollSnapshot() });
    this.#shown = file.id;
    if (!fits(file.state, this.#options)) {
      file.state = file.state.update({ effects: reconfigure(this.#options) }).state;
    }
    this.view.setState(file.state);
    this.#prepare(file);
    const scroll = this.#scroll.get(file.id);
    // A place in another text would be nowhere in particular: then the cursor is what is shown.
    const known = scroll && scroll.doc.eq(file.state.doc);
    const head = file.state.selection.main.head;
    this.view.dispatch({ effects: known ? scroll.effect : EditorView.scrollIntoView(head, { y: "center" }) });
  }

  apply(transaction: Parameters<Stage["apply"]>[0]): void {
    this.view.dispatch(transaction);
  }

  configure(options: Options): void {
    this.#options = options;
    this.view.dispatch({ effects: reconfigure(options) });
  }

  destroy(): void {
    this.#workspace.attach(null);
    this.view.destroy();
  }
}
