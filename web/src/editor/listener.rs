//! What the editor tells: the object that the bundle calls, and the callbacks that the page registers.

use super::workspace::{Ask, Change};
use drydock_core::session::{SourceFile, Target};
use js_sys::{JsString, Promise};
use serde::Deserialize;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use yew::Callback;

/// A file as its tab shows it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Tab {
    /// A number that stays with the file through renaming.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// Whether it is in view.
    pub active: bool,
}

/// Where the cursor rests.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cursor {
    /// The file's name.
    pub file: String,
    /// The UTF-16 offset.
    pub offset: u32,
}

/// A sentence about what has just happened. An empty one takes the last one away.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Note {
    /// The sentence.
    pub text: String,
    /// It is about the last step, which a button can take back.
    pub undo: bool,
}

/// Everything that somebody may listen to.
#[derive(Default)]
pub(super) struct Ears {
    pub(super) change: Rc<Channel<Rc<Change>>>,
    pub(super) tabs: Rc<Channel<Vec<Tab>>>,
    pub(super) cursor: Rc<Channel<Cursor>>,
    pub(super) note: Rc<Channel<Note>>,
    pub(super) target: Rc<Channel<Target>>,
}

/// Callbacks of one kind, each with its number.
pub(super) struct Channel<T> {
    callbacks: RefCell<Vec<(u32, Callback<T>)>>,
    next: Cell<u32>,
}

impl<T> Default for Channel<T> {
    fn default() -> Self {
        Self { callbacks: RefCell::default(), next: Cell::new(0) }
    }
}

impl<T: Clone + 'static> Channel<T> {
    pub(super) fn subscribe(self: &Rc<Self>, callback: Callback<T>) -> Subscription {
        let id = self.next.replace(self.next.get() + 1);
        self.callbacks.borrow_mut().push((id, callback));
        let channel: Weak<dyn Unsubscribe> = Rc::<Self>::downgrade(self);
        Subscription { channel, id }
    }

    fn emit(&self, value: &T) {
        // A callback may subscribe or unsubscribe: the list is not borrowed meanwhile.
        let callbacks: Vec<_> =
            self.callbacks.borrow().iter().map(|(_, callback)| callback.clone()).collect();
        for callback in callbacks {
            callback.emit(value.clone());
        }
    }
}

trait Unsubscribe {
    fn unsubscribe(&self, id: u32);
}

impl<T> Unsubscribe for Channel<T> {
    fn unsubscribe(&self, id: u32) {
        self.callbacks.borrow_mut().retain(|(other, _)| *other != id);
    }
}

/// Listening lasts as long as this is kept.
#[must_use = "listening ends when the subscription is dropped"]
pub struct Subscription {
    channel: Weak<dyn Unsubscribe>,
    id: u32,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(channel) = self.channel.upgrade() {
            channel.unsubscribe(self.id);
        }
    }
}

/// The object that the bundle calls (`Listener` in `web/editor/bridge.ts`).
#[wasm_bindgen]
pub struct Listener {
    ears: Rc<Ears>,
    ask: Ask,
}

impl Listener {
    pub(super) fn new(ears: Rc<Ears>, ask: Ask) -> Self {
        Self { ears, ask }
    }
}

#[wasm_bindgen]
impl Listener {
    /// Texts have changed. `names` and `texts` are equally long.
    pub fn change(&self, revision: f64, whole: bool, names: Vec<String>, texts: Vec<String>) {
        let files = names.into_iter().zip(texts).map(|(name, text)| SourceFile { name, text }).collect();
        self.ears.change.emit(&Rc::new(Change { revision: revision as u64, whole, files }));
    }

    /// The files, their names or the one in view have changed.
    pub fn tabs(&self, tabs: &str) {
        if let Ok(tabs) = serde_json::from_str(tabs) {
            self.ears.tabs.emit(&tabs);
        }
    }

    /// The cursor rests somewhere else.
    pub fn cursor(&self, file: String, offset: u32) {
        self.ears.cursor.emit(&Cursor { file, offset });
    }

    /// There is something to say.
    pub fn note(&self, text: String, undo: bool) {
        self.ears.note.emit(&Note { text, undo });
    }

    /// A reference was followed.
    pub fn target(&self, target: &str) {
        if let Ok(target) = serde_json::from_str(target) {
            self.ears.target.emit(&target);
        }
    }

    /// The engine is asked; the promise brings its message, or nothing when it dies over the question.
    pub fn ask(&self, question: &str) -> Promise {
        Promise::new(&mut |resolve, _| {
            let done = Callback::from(move |message: JsString| {
                // It fails only if resolving throws, which promises never do.
                let _ = resolve.call1(&JsValue::UNDEFINED, &message);
            });
            self.ask.emit((question.to_owned(), done));
        })
    }
}
