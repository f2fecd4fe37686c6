//! The worker as a thing that takes and gives texts.

use gloo::events::EventListener;
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

/// What precedes the message of a panic.
pub const PANIC: &str = "panic:";

/// A living worker. It ends when this is dropped.
pub struct Port {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl Port {
    /// Starts a worker. `said` gets its messages, `died` the reason why it cannot go on.
    pub fn open(said: Callback<JsString>, died: Callback<String>) -> Result<Self, JsValue> {
        let worker = drydock_web::platform::engine::start()?;
        let perished = died.clone();
        let message = EventListener::new(&worker, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            match data.and_then(|data| data.dyn_into::<JsString>().ok()) {
                Some(text) if text.starts_with(PANIC, 0) => perished.emit(String::from(text)),
                Some(text) => said.emit(text),
                None => perished.emit("it sent something unreadable".to_owned()),
            }
        });
        let broken = died.clone();
        let error = EventListener::new(&worker, "error", move |event| {
            let reason = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
            broken.emit(reason);
        });
        let garbled = EventListener::new(&worker, "messageerror", move |_| died.emit(String::new()));
        Ok(Self { worker, _listeners: [message, error, garbled] })
    }

    /// Sends a text.
    pub fn post(&self, text: &str) {
        if let Err(error) = self.worker.post_message(&JsValue::from_str(text)) {
            gloo::console::error!("the engine takes no message", error);
        }
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
