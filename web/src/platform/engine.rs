//! The worker that the engine runs in.

use gloo::utils::{document, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Worker, WorkerOptions, WorkerType};

/// A worker with the engine: the one that `index.html` has started while this program was on its way, or a new
/// one. What the former has said already it says again as soon as the caller has returned to the event loop, so
/// listeners are put on at once; a new one takes messages from the first moment on.
pub fn start() -> Result<Worker, JsValue> {
    match take_early() {
        Some(worker) => Ok(worker),
        None => spawn(),
    }
}

fn take_early() -> Option<Worker> {
    let hand_over = Reflect::get(&window(), &JsValue::from_str("drydockEngine")).ok()?;
    hand_over.dyn_ref::<Function>()?.call0(&JsValue::UNDEFINED).ok()?.dyn_into().ok()
}

fn spawn() -> Result<Worker, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name("engine");
    Worker::new_with_options(&script(), &options)
}

/// The script's address. The build puts it into the page, with the hash of what it loads: a page never meets an
/// engine of another version.
fn script() -> String {
    let meta = document().query_selector("meta[name=drydock-engine]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_else(|| "engine.js".to_owned())
}
