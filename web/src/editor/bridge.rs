//! The functions of the bundle `web/gen/editor.js`, whose source is `web/editor/bridge.ts`.

use super::listener::Listener;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/gen/editor.js")]
extern "C" {
    /// The workspace and its view.
    pub(super) type Bridge;

    #[wasm_bindgen(constructor)]
    pub(super) fn new(options: &str, listener: Listener) -> Bridge;

    #[wasm_bindgen(method)]
    pub(super) fn mount(this: &Bridge, parent: &web_sys::Element);

    #[wasm_bindgen(method)]
    pub(super) fn unmount(this: &Bridge);

    #[wasm_bindgen(method)]
    pub(super) async fn restore(this: &Bridge) -> JsValue;

    #[wasm_bindgen(method)]
    pub(super) async fn fork(this: &Bridge);

    #[wasm_bindgen(method)]
    pub(super) fn files(this: &Bridge) -> String;

    #[wasm_bindgen(method)]
    pub(super) fn tabs(this: &Bridge) -> String;

    #[wasm_bindgen(method)]
    pub(super) fn begin(this: &Bridge, files: &str, sample: bool);

    #[wasm_bindgen(method, js_name = replaceAll)]
    pub(super) fn replace_all(this: &Bridge, files: &str, label: &str, sample: bool);

    #[wasm_bindgen(method, js_name = applyEdits)]
    pub(super) fn apply_edits(this: &Bridge, edits: &str, label: &str) -> bool;

    #[wasm_bindgen(method)]
    pub(super) fn select(this: &Bridge, id: u32);

    #[wasm_bindgen(method, js_name = addEmpty)]
    pub(super) fn add_empty(this: &Bridge);

    #[wasm_bindgen(method)]
    pub(super) fn rename(this: &Bridge, id: u32, name: &str) -> String;

    #[wasm_bindgen(method)]
    pub(super) fn close(this: &Bridge, id: u32);

    #[wasm_bindgen(method)]
    pub(super) fn undo(this: &Bridge);

    #[wasm_bindgen(method)]
    pub(super) async fn open(this: &Bridge, files: &web_sys::FileList);

    #[wasm_bindgen(method, js_name = setProblems)]
    pub(super) fn set_problems(this: &Bridge, message: &js_sys::JsString);

    #[wasm_bindgen(method, js_name = setHighlight)]
    pub(super) fn set_highlight(this: &Bridge, range: Option<&str>);

    #[wasm_bindgen(method)]
    pub(super) fn reveal(this: &Bridge, range: &str, focus: bool);

    #[wasm_bindgen(method, js_name = setReadonly)]
    pub(super) fn set_readonly(this: &Bridge, readonly: bool);

    #[wasm_bindgen(method)]
    pub(super) fn focus(this: &Bridge);
}
