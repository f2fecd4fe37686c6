// The bundle's door: `web/gen/editor.js` exports what `web/src/editor/bridge.rs` imports.

export { Bridge } from "./bridge.ts";
