//! The engine in its worker: answers the page's requests, and stays open for newer ones while it works.

use drydock_core::session::{Message, Request, Session, Step};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

/// What precedes the message of a panic.
const PANIC: &str = "panic:";

/// The session, and the means to go on after newer messages were heard.
struct Worker {
    scope: DedicatedWorkerGlobalScope,
    session: RefCell<Session>,
    /// A step is due.
    awake: RefCell<bool>,
    channel: MessageChannel,
}

impl Worker {
    /// A message of the page.
    fn hear(self: &Rc<Self>, text: &str) {
        let request = match serde_json::from_str::<Request>(text) {
            Ok(request) => request,
            Err(error) => {
                gloo::console::error!("the page and the engine are of different versions", error.to_string());
                return;
            }
        };
        self.session.borrow_mut().submit(request);
        self.wake();
    }

    /// Asks for a step after all messages that are here already: a newer text replaces an older one before
    /// anything is done for it.
    fn wake(&self) {
        if !self.awake.replace(true) && self.channel.port2().post_message(&JsValue::NULL).is_err() {
            self.awake.replace(false);
        }
    }

    /// A step.
    fn step(&self) {
        self.awake.replace(false);
        let step = self.session.borrow_mut().step();
        if let Step::Working(messages) = step {
            for message in &messages {
                self.say(message);
            }
            self.wake();
        }
    }

    fn say(&self, message: &Message) {
        if let Ok(text) = serde_json::to_string(message)
            && let Err(error) = self.scope.post_message(&JsValue::from_str(&text))
        {
            gloo::console::error!("the page takes no message", error);
        }
    }
}

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mourner = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        // Nothing can be done when even this fails: the page notices the silence.
        let _ = mourner.post_message(&JsValue::from_str(&[PANIC, &info.to_string()].concat()));
    }));
    let channel = MessageChannel::new().expect("every browser that runs this has it");
    let worker = Rc::new(Worker {
        scope: scope.clone(),
        session: RefCell::default(),
        awake: RefCell::default(),
        channel,
    });
    let stepping = Rc::clone(&worker);
    let step = Closure::<dyn FnMut()>::new(move || stepping.step());
    worker.channel.port1().set_onmessage(Some(step.as_ref().unchecked_ref()));
    step.forget();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(text) = event.data().as_string() {
            worker.hear(&text);
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}
