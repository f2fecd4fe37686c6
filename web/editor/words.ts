// The words of the boundary with the engine, as `core/src/session` serialises them. Offsets are UTF-16 units
// of a whole file, which is also how CodeMirror counts.

export interface SourceFile {
  name: string;
  text: string;
}

export interface Range {
  file: string;
  from: number;
  to: number;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
}

export type Severity = "error" | "warning" | "info" | "hint";

export interface FixReport {
  title: string;
  applicability: "sure" | "likely" | "template";
  edits: [Range, string][];
}

export interface ProblemReport {
  rule: string;
  severity: Severity;
  message: string;
  help: string;
  range: Range;
  labels: [Range, string][];
  object: string;
  object_name: string;
  field: string;
  fixes: FixReport[];
}

// A part has one member: what it is.
export interface Part {
  text?: { text: string };
  code?: { text: string };
  object?: { text: string; id: string; kind: string };
  place?: { text: string; range: Range };
}

export interface Hover {
  range: Range;
  path: string;
  type_text: string;
  documentation: string;
  notes: Part[][];
}

export interface Completion {
  label: string;
  insert: string;
  detail: string;
  kind: string;
  documentation: string;
}

export interface Completions {
  from: number;
  options: Completion[];
}

export interface Target {
  object: string;
  range: Range | null;
}

export type Question =
  | { hover: { file: string; offset: number } }
  | { complete: { file: string; offset: number } }
  | { definition: { file: string; offset: number } };

// An answer has one member: what it is.
export interface Response {
  analysis?: { problems: ProblemReport[] };
  hover?: Hover | null;
  completions?: Completions;
  definition?: Target | null;
}

// A message of the engine.
export interface Message {
  revision: number;
  response: Response;
}

// Asks the engine; `null` when it has no answer, was restarted meanwhile, or the answer is not wanted any more
// by the time the engine knows the text.
export type Ask = (question: Question, wanted?: () => boolean) => Promise<Response | null>;
