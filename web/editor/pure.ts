// What the tests need, bundled for Node: everything that runs without a browser.

export { EditorSelection } from "@codemirror/state";
export { looksWhole, open, paste, pasteOver } from "./arrivals.ts";
export { summary } from "./folding.ts";
export { History } from "./history.ts";
export { decode } from "./intake.ts";
export { freeName, tidyName } from "./names.ts";
export { delay } from "./outlet.ts";
export { Workspace } from "./workspace.ts";
