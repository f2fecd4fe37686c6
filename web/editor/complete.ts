// Completion of keys, values and references, while typing and at Ctrl-Space.

import {
  autocompletion,
  type Completion as Option,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import type { Documentation } from "./documentation.ts";
import type { Workspace } from "./workspace.ts";
import type { Ask, Completion } from "./words.ts";

const word = /[\w./-]*$/;

export function complete(workspace: Workspace, ask: Ask, documentation: Documentation) {
  async function source(context: CompletionContext): Promise<CompletionResult | null> {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    // Unasked only where a word has been begun, and never in a comment.
    if (!context.explicit && (!/[\w./-]$/.test(before) || /(^|\s)#/.test(before))) return null;
    const question = { complete: { file: workspace.active.name, offset: context.pos } };
    const answer = await ask(question, () => !context.aborted);
    if (context.aborted || !answer?.completions || answer.completions.options.length === 0) return null;
    const { from, options } = answer.completions;
    if (from > context.pos) return null;
    return { from, options: options.map(option), validFor: word };
  }

  function option(completion: Completion, place: number): Option {
    return {
      label: completion.label,
      apply: completion.insert,
      detail: completion.detail,
      type: completion.kind,
      // The engine knows best: its order holds among equal matches.
      boost: Math.max(-99, 50 - place),
      ...(completion.documentation === "" ? {} : { info: () => note(completion.documentation) }),
    };
  }

  async function note(id: string): Promise<Node | null> {
    const text = await documentation.text(id);
    return text === "" ? null : document.createTextNode(text);
  }

  return autocompletion({ override: [source], activateOnTypingDelay: 60, maxRenderedOptions: 60 });
}
