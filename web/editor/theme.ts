// How the editor looks. Every colour is a custom property of the page, so that light, dark and the projector
// theme need no other editor. The pictures of CodeMirror's own style sheet (squiggles and marks as data URLs)
// are replaced by lines and shapes: they could not take the page's colours.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const wave = (colour: string) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${colour} 1.2px`,
  textUnderlineOffset: "3px",
  textDecorationSkipInk: "none",
});

const mark = (colour: string, shape: string) => ({ content: "normal", background: colour, clipPath: shape });

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--surface)", fontSize: "var(--editor-size, 12.5px)" },
  "&.cm-focused": { outline: "none" },
  "&.cm-focused .cm-gutters": { borderRightColor: "var(--focus)" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overscrollBehavior: "contain" },
  ".cm-content": { caretColor: "var(--ink)", padding: "8px 0 40vh" },
  ".cm-line": { padding: "0 12px 0 6px" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink-3)", border: "none", borderRight: "1px solid var(--line)" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 4px 0 10px", minWidth: "34px" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--sunken) 60%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--sunken)", color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection":
    { backgroundColor: "color-mix(in srgb, var(--accent) 24%, transparent)" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-wash)", outline: "1px solid var(--accent)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--failing-wash)" },
  ".cm-searchMatch": { backgroundColor: "var(--pending-wash)", outline: "1px solid var(--pending)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--accent-wash)", outline: "2px solid var(--accent)" },
  ".cm-foldPlaceholder": { background: "var(--sunken)", border: "1px solid var(--line)", color: "var(--ink-2)", padding: "0 6px", margin: "0 4px" },
  ".cm-foldGutter .cm-gutterElement": { cursor: "pointer", padding: "0 3px", color: "var(--ink-3)" },
  ".cm-object": { backgroundColor: "var(--accent-wash)" },
  ".cm-object.cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent) 13%, var(--surface))" },
  ".cm-flash": { animation: "cm-flash 1.2s ease-out", boxShadow: "inset 3px 0 var(--accent)" },
  "@keyframes cm-flash": { from: { backgroundColor: "color-mix(in srgb, var(--accent) 45%, var(--surface))" } },
  "@media (prefers-reduced-motion: reduce)": { ".cm-flash": { animation: "none", boxShadow: "inset 5px 0 var(--accent)" } },
  // Problems.
  ".cm-lintRange-error": wave("var(--error)"),
  ".cm-lintRange-warning": wave("var(--warning)"),
  ".cm-lintRange-info": wave("var(--info)"),
  ".cm-lintRange-hint": { backgroundImage: "none", textDecoration: "underline dotted var(--ink-3)", textUnderlineOffset: "3px" },
  ".cm-lintRange-active": { backgroundColor: "var(--pending-wash)" },
  ".cm-gutter-lint": { width: "16px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 2px", display: "flex", alignItems: "center" },
  ".cm-lint-marker": { width: "10px", height: "10px", cursor: "pointer" },
  ".cm-lint-marker-error": mark("var(--error)", "circle(50%)"),
  ".cm-lint-marker-warning": mark("var(--warning)", "polygon(50% 0, 100% 100%, 0 100%)"),
  ".cm-lint-marker-info": mark("var(--info)", "inset(1px)"),
  ".cm-lint-marker-hint": mark("var(--ink-3)", "polygon(50% 0, 100% 50%, 50% 100%, 0 50%)"),
  ".cm-lintPoint:after": { borderBottomColor: "var(--error)" },
  ".cm-lintPoint-warning:after": { borderBottomColor: "var(--warning)" },
  ".cm-diagnostic": { padding: "8px 12px", whiteSpace: "normal", marginLeft: "0", borderLeft: "none" },
  ".cm-diagnostic + .cm-diagnostic": { borderTop: "1px solid var(--line)" },
  ".cm-diagnostic-error": { boxShadow: "inset 3px 0 var(--error)" },
  ".cm-diagnostic-warning": { boxShadow: "inset 3px 0 var(--warning)" },
  ".cm-diagnostic-info": { boxShadow: "inset 3px 0 var(--info)" },
  ".cm-diagnosticText b": { fontWeight: "600", display: "block" },
  ".cm-diagnosticText small": { color: "var(--ink-2)", display: "block", marginTop: "2px", fontSize: "inherit" },
  ".cm-diagnosticAction": {
    font: "inherit", color: "var(--accent)", background: "var(--surface)", border: "1px solid var(--line-strong)",
    borderRadius: "6px", padding: "2px 8px", margin: "6px 6px 0 0", cursor: "pointer",
  },
  // What floats above the text.
  ".cm-tooltip": {
    backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line-strong)",
    borderRadius: "8px", boxShadow: "var(--shadow-2)", fontFamily: "var(--sans)", fontSize: "13px", lineHeight: "1.45",
    zIndex: "300",
  },
  ".cm-tooltip-hover, .cm-explain": { maxWidth: "min(440px, 92vw)", boxSizing: "border-box" },
  ".cm-tooltip-hover": { overflow: "hidden" },
  ".cm-tooltip-section:not(:first-child)": { borderTop: "1px solid var(--line)" },
  ".cm-explain": { padding: "8px 12px", maxHeight: "260px", overflow: "auto" },
  ".cm-explain code": { fontFamily: "var(--mono)", fontSize: "12px" },
  ".cm-explain .path": { fontWeight: "600" },
  ".cm-explain .type": { color: "var(--ink-2)", marginLeft: "8px" },
  ".cm-explain p": { margin: "6px 0 0" },
  ".cm-explain .text": { color: "var(--ink-2)", whiteSpace: "pre-line" },
  ".cm-explain button": { font: "inherit", color: "var(--accent)", background: "none", border: "none", padding: "0", cursor: "pointer", textDecoration: "underline" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: "12.5px", maxHeight: "15em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent-wash)", color: "var(--ink)", boxShadow: "inset 2px 0 var(--accent)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { color: "var(--ink-2)", fontStyle: "normal", marginLeft: "1.2em", fontSize: "11.5px" },
  ".cm-completionIcon": { opacity: "1", color: "var(--ink-3)" },
  ".cm-completionIcon-field:after": { content: "'•'" },
  ".cm-completionIcon-value:after": { content: "'='" },
  ".cm-completionIcon-kind:after": { content: "'◆'" },
  ".cm-completionIcon-object:after": { content: "'→'" },
  ".cm-completionInfo": { padding: "8px 12px", width: "max-content", maxWidth: "min(360px, 80vw)", whiteSpace: "pre-line", color: "var(--ink-2)" },
  ".cm-panels": { backgroundColor: "var(--paper)", color: "var(--ink)", borderColor: "var(--line)", fontFamily: "var(--sans)" },
  ".cm-panels.cm-panels-bottom, .cm-panels.cm-panels-top": { borderColor: "var(--line)" },
  ".cm-panel.cm-search": { padding: "8px 28px 8px 10px", fontSize: "12px" },
  ".cm-textfield": { background: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "6px", padding: "3px 6px", fontSize: "12px" },
  ".cm-panel.cm-search label": { fontSize: "12px", whiteSpace: "nowrap" },
  ".cm-button": { background: "var(--surface)", backgroundImage: "none", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "6px", padding: "3px 8px", fontSize: "12px" },
  ".cm-button:active": { backgroundImage: "none", background: "var(--sunken)" },
  ".cm-panel.cm-search [name=close]": { color: "var(--ink-2)", fontSize: "18px", right: "8px", top: "4px" },
});

const syntax = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: "var(--code-key, color-mix(in srgb, var(--workload) 85%, var(--ink)))" },
  { tag: tags.string, color: "var(--code-string, color-mix(in srgb, var(--scaling) 75%, var(--ink)))" },
  { tag: tags.content, color: "var(--code-string, color-mix(in srgb, var(--scaling) 75%, var(--ink)))" },
  { tag: tags.comment, color: "var(--code-comment, color-mix(in srgb, var(--ink-2) 75%, var(--ink-3)))", fontStyle: "italic" },
  { tag: [tags.meta, tags.typeName, tags.labelName, tags.keyword], color: "var(--code-mark, color-mix(in srgb, var(--policy) 85%, var(--ink)))" },
  { tag: [tags.separator, tags.punctuation, tags.bracket, tags.squareBracket, tags.brace], color: "var(--ink-2)" },
]);

export const theme: Extension = [look, syntaxHighlighting(syntax)];
