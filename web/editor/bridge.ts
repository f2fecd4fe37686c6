// What the page's Rust side sees of the editor: one object with a few methods. Texts and answers cross as JSON in
// the words of `core/src/session`; see `web/src/editor/bridge.rs` for the other bank.

import type { TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { type Note, open, pasteOver } from "./arrivals.ts";
import { complete } from "./complete.ts";
import { definition } from "./definition.ts";
import { Documentation } from "./documentation.ts";
import { explain } from "./explain.ts";
import { read } from "./intake.ts";
import { Keeper } from "./keeper.ts";
import { setFlash, setObject } from "./marks.ts";
import { listen } from "./outside.ts";
import { Outlet } from "./outlet.ts";
import { Problems } from "./problems.ts";
import { extensions, Screen } from "./view.ts";
import { type OpenFile, Workspace } from "./workspace.ts";
import type { Ask, Message, Question, Range, Response, SourceFile, Target } from "./words.ts";

export interface BridgeOptions {
  // Keep the text in the browser's storage; an embedded page must neither read nor write it.
  persist: boolean;
  readonly: boolean;
  // The address of the documentation file, relative to the page; empty for none.
  documentation: string;
}

// The page's ear. Texts go as they are, everything else as JSON.
export interface Listener {
  change(revision: number, whole: boolean, names: string[], texts: string[]): void;
  tabs(tabs: string): void;
  cursor(file: string, offset: number): void;
  note(text: string, undo: boolean): void;
  // A reference was followed to an object; the editor has shown its place already if it has one.
  target(target: string): void;
  ask(question: string): Promise<string | undefined>;
}

const FLASH = 1200;
// The cursor is told when it rests, so that holding an arrow key does not flood the page.
const REST = 80;

export class Bridge {
  #workspace: Workspace;
  #listener: Listener;
  #options: BridgeOptions;
  #outlet: Outlet;
  #problems: Problems;
  #keeper: Keeper | null;
  #screen: Screen | null = null;
  #object: Range | null = null;
  #cursorTimer: ReturnType<typeof setTimeout> | null = null;
  #flashTimer: ReturnType<typeof setTimeout> | null = null;
  #stop: (() => void) | null = null;
  // A note with a button is on screen.
  #noted = false;

  constructor(options: string, listener: Listener) {
    this.#options = JSON.parse(options) as BridgeOptions;
    this.#listener = listener;
    const documentation = new Documentation(this.#options.documentation);
    const ask: Ask = (question, wanted) => this.#ask(question, wanted);
    const follow = {
      object: (id: string) => this.#target({ object: id, range: null }),
      place: (range: Range) => this.reveal(JSON.stringify(range), true),
    };
    this.#workspace = new Workspace((workspace) =>
      extensions(workspace, [
        complete(workspace, ask, documentation),
        explain(workspace, ask, documentation, follow),
        definition(workspace, ask, (target) => target && this.#target(target)),
        EditorView.updateListener.of((update) => {
          if (update.selectionSet || update.docChanged) this.#cursor();
        }),
        EditorView.domEventHandlers({
          paste: (event) => {
            const text = event.clipboardData?.getData("text/plain") ?? "";
            const note = this.#options.readonly ? null : pasteOver(workspace, text);
            this.#note(note);
            return note !== null;
          },
        }),
      ]),
    );
    this.#outlet = new Outlet(this.#workspace, ({ revision, whole, files }) => {
      listener.change(revision, whole, files.map((file) => file.name), files.map((file) => file.text));
    });
    this.#problems = new Problems(this.#workspace, (fix) => {
      if (!this.#options.readonly) this.applyEdits(JSON.stringify(fix.edits), `Fix: ${fix.title}`);
    });
    this.#workspace.listen((change) => {
      // A note's button takes back the last step: after another one it must be gone.
      if (change.files || change.texts.length > 0) this.#note({ text: "", undo: false });
      if (change.files || change.shown) listener.tabs(this.tabs());
      if (change.shown) this.#cursor();
    });
    this.#keeper = this.#options.persist ? new Keeper(this.#workspace, (text) => listener.note(text, false)) : null;
  }
  // Shows the editor in an element and starts listening to drops and pastes on the page.
  mount(parent: HTMLElement): void {
    this.unmount();
    this.#screen = new Screen(parent, this.#workspace, this.#options, (file) => this.#prepare(file));
    this.#prepare(this.#workspace.active);
    this.#stop = listen(this.#workspace, () => this.#options.readonly, (note) => this.#note(note));
    this.#listener.tabs(this.tabs());
  }

  unmount(): void {
    this.#stop?.();
    this.#stop = null;
    this.#screen?.destroy();
    this.#screen = null;
  }

  // Brings back what was saved; `false` when there is nothing, and always without `persist`.
  async restore(): Promise<boolean> {
    const found = (await this.#keeper?.restore()) ?? false;
    this.#outlet.flush();
    return found;
  }

  // What follows is saved as a workspace of its own, beside the one that was open.
  async fork(): Promise<void> {
    await this.#keeper?.fork();
  }

  files(): string {
    const files = this.#workspace.files.map(({ name, state }) => ({ name, text: state.doc.toString() }));
    return JSON.stringify(files satisfies SourceFile[]);
  }

  // `[{id, name, active}]`, in order.
  tabs(): string {
    const active = this.#workspace.active.id;
    return JSON.stringify(this.#workspace.files.map(({ id, name }) => ({ id, name, active: id === active })));
  }

  // The first contents, to which undo does not go back behind.
  begin(files: string, sample: boolean): void {
    this.#workspace.begin(JSON.parse(files) as SourceFile[], "", sample);
    this.#outlet.flush();
  }

  // Undo brings back what was there; and as undo does not outlive a reload, what somebody wrote stays saved as a
  // workspace of its own.
  replaceAll(files: string, label: string, sample: boolean): void {
    if (!this.#workspace.sample && !this.#workspace.blank) void this.#keeper?.fork();
    this.#workspace.replaceAll(JSON.parse(files) as SourceFile[], label, sample);
    this.#outlet.flush();
  }

  // Edits in the offsets of the last answered revision; `false` when the text has moved on there.
  applyEdits(edits: string, label: string): boolean {
    const done = this.#workspace.applyEdits(JSON.parse(edits) as [Range, string][], label);
    if (!done) this.#listener.note("The text has changed there meanwhile: nothing was applied", false);
    this.#outlet.flush();
    return done;
  }

  select(id: number): void {
    this.#workspace.select(id);
  }

  addEmpty(): void {
    this.#workspace.addEmpty();
    this.focus();
  }

  // Empty, or why not.
  rename(id: number, name: string): string {
    return this.#workspace.rename(id, name);
  }

  close(id: number): void {
    const name = this.#workspace.files.find((file) => file.id === id)?.name;
    this.#workspace.close(id);
    if (name) this.#note({ text: `Closed ${name}`, undo: true });
  }

  undo(): void {
    this.#workspace.undo();
  }

  // Opens files that were chosen in a dialog, as if they had been dropped.
  async open(files: FileList): Promise<void> {
    const found = [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file: async () => file }));
    this.#note(open(this.#workspace, await read(found, [])));
  }

  // The problems of a revision, from the engine's message; they move along with what was typed since.
  setProblems(message: string): void {
    const { revision, response } = JSON.parse(message) as Message;
    this.#workspace.drift.answered(revision);
    this.#problems.set(response.analysis?.problems ?? []);
    this.#prepare(this.#workspace.active);
  }

  // Marks the lines of the selected object; nothing when `range` is missing.
  setHighlight(range: string | undefined): void {
    this.#object = range === undefined ? null : (JSON.parse(range) as Range);
    this.#prepareObject(this.#workspace.active);
  }

  // Shows a range: its file, scrolled to it, with a flash; with the cursor in it if `focus`.
  reveal(range: string, focus: boolean): void {
    const wanted = JSON.parse(range) as Range;
    const file = this.#workspace.named(wanted.file);
    if (!file) return;
    this.#workspace.select(file.id);
    const place = this.#place(file, wanted);
    const view = this.#screen?.view;
    if (!view || !place) return;
    const height = view.state.doc.lineAt(place.to).number - view.state.doc.lineAt(place.from).number;
    view.dispatch({
      ...(focus ? { selection: { anchor: place.from } } : {}),
      effects: [
        // A long object is shown from its start.
        EditorView.scrollIntoView(place.from, height > 12 ? { y: "start", yMargin: 40 } : { y: "center" }),
        setFlash.of(place),
      ],
    });
    if (focus) view.focus();
    if (this.#flashTimer !== null) clearTimeout(this.#flashTimer);
    this.#flashTimer = setTimeout(() => this.#screen?.view.dispatch({ effects: setFlash.of(null) }), FLASH);
  }

  setReadonly(readonly: boolean): void {
    this.#options = { ...this.#options, readonly };
    this.#screen?.configure(this.#options);
  }

  focus(): void {
    this.#screen?.view.focus();
  }

  // What belongs to a file beside its text, whenever it comes into view.
  #prepare(file: OpenFile): void {
    const problems = this.#problems.show(file);
    if (problems) this.#dispatch(file, problems);
    this.#prepareObject(file);
  }

  #prepareObject(file: OpenFile): void {
    const place = this.#object?.file === file.name ? this.#place(file, this.#object) : null;
    this.#dispatch(file, { effects: setObject.of(place) });
  }

  #dispatch(file: OpenFile, spec: TransactionSpec): void {
    if (this.#screen) this.#screen.view.dispatch(spec);
    else file.state = file.state.update(spec).state;
  }

  #place(file: OpenFile, range: Range): { from: number; to: number } | null {
    const place = this.#workspace.drift.map(file.id, range.from, range.to);
    const end = file.state.doc.length;
    return place && { from: Math.min(place.from, end), to: Math.min(place.to, end) };
  }

  async #ask(question: Question, wanted?: () => boolean): Promise<Response | null> {
    await this.#outlet.settled();
    if (wanted?.() === false) return null;
    try {
      const answer = await this.#listener.ask(JSON.stringify(question));
      return answer === undefined ? null : (JSON.parse(answer) as Message).response;
    } catch {
      // The engine was restarted: whoever asked can ask again.
      return null;
    }
  }

  #target(target: Target): void {
    if (target.range) this.reveal(JSON.stringify(target.range), true);
    this.#listener.target(JSON.stringify(target));
  }

  #cursor(): void {
    if (this.#cursorTimer !== null) clearTimeout(this.#cursorTimer);
    this.#cursorTimer = setTimeout(() => {
      const { name, state } = this.#workspace.active;
      this.#listener.cursor(name, state.selection.main.head);
    }, REST);
  }

  #note(note: Note | null): void {
    if (!note || (note.text === "" && !this.#noted)) return;
    this.#noted = note.undo;
    this.#listener.note(note.text, note.undo);
  }
}
