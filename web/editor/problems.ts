// Problems in the text: squiggles at their exact ranges, marks in the gutter, and a note with the message, the
// help and buttons that repair.

import { type Action, type Diagnostic, diagnosticCount, setDiagnostics } from "@codemirror/lint";
import type { TransactionSpec } from "@codemirror/state";
import type { OpenFile, Workspace } from "./workspace.ts";
import type { FixReport, ProblemReport } from "./words.ts";

// More in one file would be noise, and drawing them would take longer than the engine.
const MOST = 1000;

export class Problems {
  #workspace: Workspace;
  #fix: (fix: FixReport) => void;
  #byFile = new Map<string, ProblemReport[]>();

  constructor(workspace: Workspace, fix: (fix: FixReport) => void) {
    this.#workspace = workspace;
    this.#fix = fix;
  }

  set(problems: readonly ProblemReport[]): void {
    this.#byFile.clear();
    for (const problem of problems) {
      const list = this.#byFile.get(problem.range.file);
      if (!list) this.#byFile.set(problem.range.file, [problem]);
      else if (list.length < MOST) list.push(problem);
    }
  }

  // Puts the problems of a file into its state; `null` where there are none and were none.
  show(file: OpenFile): TransactionSpec | null {
    const found = this.#byFile.get(file.name) ?? [];
    if (found.length === 0 && diagnosticCount(file.state) === 0) return null;
    return setDiagnostics(file.state, found.flatMap((problem) => this.#diagnostic(file, problem)));
  }

  #diagnostic(file: OpenFile, problem: ProblemReport): Diagnostic[] {
    const place = this.#workspace.drift.map(file.id, problem.range.from, problem.range.to);
    const length = file.state.doc.length;
    if (!place || place.from > length) return [];
    const actions = problem.fixes.map((fix): Action => ({ name: `Fix: ${fix.title}`, apply: () => this.#fix(fix) }));
    return [
      {
        from: place.from,
        to: Math.min(place.to, length),
        severity: problem.severity,
        message: problem.help ? `${problem.message}. ${problem.help}` : problem.message,
        renderMessage: () => render(problem),
        actions,
      },
    ];
  }
}

function render(problem: ProblemReport): HTMLElement {
  const box = document.createElement("span");
  const message = box.appendChild(document.createElement("b"));
  message.textContent = problem.message;
  if (problem.help) box.appendChild(document.createElement("small")).textContent = problem.help;
  return box;
}
