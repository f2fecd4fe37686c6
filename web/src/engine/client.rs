//! Sends texts and questions to the worker.

use super::ledger::{Ledger, Posting};
use super::port::Port;
use super::words::{self, Answer};
use crate::state::{AnalysisAction, Shared};
use drydock_core::session::{Look, Question, Request, SourceFile};
use gloo::timers::callback::Timeout;
use js_sys::JsString;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::{AttrValue, Callback};

/// The engine as the page sees it. Clones are the same engine.
#[derive(Clone)]
pub struct Engine(pub(super) Rc<RefCell<Client>>);

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Where an answer goes.
pub(super) enum Asker {
    /// To the page.
    Page(Callback<Answer>),
    /// To the editor, as the message that it came in.
    Editor(Callback<JsString>),
}

/// What the engine's handles share.
pub(super) struct Client {
    pub(super) sink: Callback<AnalysisAction>,
    pub(super) port: Option<Port>,
    pub(super) ledger: Ledger,
    files: Shared<Vec<SourceFile>>,
    /// What the worker knows; none after it was started.
    known: Option<Shared<Vec<SourceFile>>>,
    look: Look,
    pub(super) questions: BTreeMap<u64, Asker>,
    last_question: u64,
    /// How far the work is, of 100.
    pub(super) progress: u32,
    pub(super) waiting: Option<Timeout>,
    pub(super) slow: Option<Timeout>,
    pub(super) silence: Option<Timeout>,
}

impl Engine {
    /// Starts the engine. `sink` is told what it says.
    pub fn start(look: Look, sink: Callback<AnalysisAction>) -> Self {
        let engine = Self(Rc::new(RefCell::new(Client {
            sink,
            port: None,
            ledger: Ledger::default(),
            files: Shared::default(),
            known: None,
            look,
            questions: BTreeMap::new(),
            last_question: 0,
            progress: 0,
            waiting: None,
            slow: None,
            silence: None,
        })));
        engine.spawn();
        engine
    }

    /// A new text.
    pub fn open(&self, revision: u64, files: Shared<Vec<SourceFile>>) {
        let posting = {
            let mut client = self.0.borrow_mut();
            client.files = files;
            client.ledger.changed(revision, now())
        };
        self.follow(posting);
    }

    /// The picture shall show something else.
    pub fn look(&self, look: &Look) {
        {
            let mut client = self.0.borrow_mut();
            if client.look == *look {
                return;
            }
            client.look = look.clone();
            if client.known.is_none() {
                return;
            }
            let request = Request::Look { revision: client.ledger.newest(), look: look.clone() };
            client.post(&request);
            if client.ledger.holds() {
                return;
            }
            client.ledger.sent(now());
        }
        self.announce_work();
    }

    /// A question; `done` gets the answer, or nothing when the engine dies over it.
    pub fn ask(&self, question: &Question, done: Callback<Answer>) {
        if let Ok(question) = serde_json::to_string(question) {
            self.0.borrow_mut().ask(&question, Asker::Page(done));
        }
    }

    /// A question of the editor, as JSON; `done` gets the message with the answer.
    pub fn pass(&self, question: &str, done: Callback<JsString>) {
        self.0.borrow_mut().ask(question, Asker::Editor(done));
    }

    /// Gives up what is outstanding.
    pub fn cancel(&self) {
        self.0.borrow_mut().ledger.cancelled();
        self.respawn(AttrValue::Static("Cancelled. The next edit starts the analysis again."), false);
    }

    pub(super) fn spawn(&self) {
        let (hearing, mourning) = (self.clone(), self.clone());
        let said = Callback::from(move |text: JsString| hearing.hear(&text));
        let died = Callback::from(move |reason: String| mourning.died(&reason));
        let port = Port::open(said, died);
        let mut client = self.0.borrow_mut();
        client.known = None;
        client.questions.clear();
        match port {
            Ok(port) => {
                client.port = Some(port);
                let held = client.ledger.holds();
                drop(client);
                if held {
                    self.post_newest();
                }
            }
            Err(error) => {
                gloo::console::error!("the engine does not start", error);
                let note = "This browser does not start the engine: it needs Web Workers and WebAssembly.";
                let sink = client.sink.clone();
                drop(client);
                sink.emit(AnalysisAction::Restarted(AttrValue::Static(note), false));
            }
        }
    }

    fn follow(&self, posting: Posting) {
        match posting {
            Posting::Now => self.post_newest(),
            Posting::Later(wait) => {
                let engine = self.clone();
                let timeout = Timeout::new(wait, move || {
                    let held = engine.0.borrow().ledger.holds();
                    if held {
                        engine.post_newest();
                    }
                });
                self.0.borrow_mut().waiting = Some(timeout);
            }
        }
    }

    pub(super) fn post_newest(&self) {
        {
            let mut client = self.0.borrow_mut();
            client.waiting = None;
            let request = client.request();
            client.post(&request);
            client.known = Some(client.files.clone());
            client.ledger.sent(now());
            client.progress = 0;
        }
        self.announce_work();
    }
}

impl Client {
    fn ask(&mut self, question: &str, asker: Asker) {
        if self.known.is_none() {
            return;
        }
        self.last_question += 1;
        self.questions.insert(self.last_question, asker);
        let text = words::ask(self.ledger.newest(), self.last_question, question);
        if let Some(port) = &self.port {
            port.post(&text);
        }
    }

    fn post(&self, request: &Request) {
        if let (Some(port), Ok(text)) = (&self.port, serde_json::to_string(request)) {
            port.post(&text);
        }
    }

    /// The shortest request that brings the worker from what it knows to the newest text.
    fn request(&self) -> Request {
        let revision = self.ledger.newest();
        if let Some(known) = &self.known
            && known.len() == self.files.len()
            && known.iter().zip(self.files.iter()).all(|(old, new)| old.name == new.name)
        {
            let mut changed = known.iter().zip(self.files.iter()).filter(|(old, new)| old.text != new.text);
            if let (Some((_, file)), None) = (changed.next(), changed.next()) {
                return Request::Edit { revision, file: file.clone() };
            }
        }
        Request::Open { revision, files: self.files.to_vec(), look: self.look.clone() }
    }
}

/// Milliseconds since some moment.
pub(super) fn now() -> f64 {
    js_sys::Date::now()
}
