//! Sends texts and questions to the worker and hands its answers on.

use super::ledger::{Ledger, Posting, Revival};
use super::port::Port;
use crate::state::{AnalysisAction, Shared};
use drydock_core::session::{Look, Message, Question, Request, Response, SourceFile};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::{AttrValue, Callback};

/// From so many milliseconds on it is said that work is under way.
const SLOW: u32 = 150;

/// A worker that is silent for so long, in milliseconds, while something is asked of it, is given up.
const SILENCE: u32 = 30_000;

/// The engine as the page sees it. Clones are the same engine.
#[derive(Clone)]
pub struct Engine(Rc<RefCell<Client>>);

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Client {
    sink: Callback<AnalysisAction>,
    port: Option<Port>,
    ledger: Ledger,
    files: Shared<Vec<SourceFile>>,
    /// What the worker knows; none after it was started.
    known: Option<Shared<Vec<SourceFile>>>,
    look: Look,
    questions: BTreeMap<u64, Callback<Response>>,
    last_question: u64,
    progress: u32,
    waiting: Option<Timeout>,
    slow: Option<Timeout>,
    silence: Option<Timeout>,
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
    pub fn ask(&self, question: Question, done: Callback<Response>) {
        let mut client = self.0.borrow_mut();
        if client.known.is_none() {
            return;
        }
        client.last_question += 1;
        let id = client.last_question;
        client.questions.insert(id, done);
        let request = Request::Ask { revision: client.ledger.newest(), id, question };
        client.post(&request);
    }

    /// Gives up what is outstanding.
    pub fn cancel(&self) {
        self.0.borrow_mut().ledger.cancelled();
        self.respawn(AttrValue::Static("Cancelled. The next edit starts the analysis again."), false);
    }

    fn spawn(&self) {
        let (hearing, mourning) = (self.clone(), self.clone());
        let said = Callback::from(move |text: String| hearing.hear(&text));
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

    fn post_newest(&self) {
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

    fn announce_work(&self) {
        let sink = {
            let mut client = self.0.borrow_mut();
            if client.slow.is_none() {
                let engine = self.clone();
                client.slow = Some(Timeout::new(SLOW, move || engine.tell_progress()));
            }
            client.sink.clone()
        };
        self.listen_for_silence();
        sink.emit(AnalysisAction::Sent);
    }

    fn tell_progress(&self) {
        let (waits, progress, sink) = {
            let client = self.0.borrow();
            (client.ledger.waits(), client.progress, client.sink.clone())
        };
        if waits {
            sink.emit(AnalysisAction::Slow(progress));
        }
    }

    fn listen_for_silence(&self) {
        let engine = self.clone();
        let timeout = Timeout::new(SILENCE, move || {
            let waits = engine.0.borrow().ledger.waits();
            if waits {
                engine.died("it did not answer any more");
            }
        });
        self.0.borrow_mut().silence = Some(timeout);
    }

    fn hear(&self, text: &str) {
        match serde_json::from_str::<Message>(text) {
            Ok(message) => self.take(message),
            Err(error) => {
                gloo::console::error!("the engine and the page are of different versions", error.to_string());
            }
        }
    }

    fn take(&self, message: Message) {
        if let Some(id) = message.id {
            let asked = self.0.borrow_mut().questions.remove(&id);
            if let Some(done) = asked {
                done.emit(message.response);
            }
            return;
        }
        let sink = self.0.borrow().sink.clone();
        match message.response {
            Response::Analysis(analysis) => {
                sink.emit(AnalysisAction::Analysis(message.revision, Box::new(analysis)))
            }
            Response::Picture(picture) => {
                sink.emit(AnalysisAction::Picture(message.revision, picture));
                let (answered, next) = {
                    let mut client = self.0.borrow_mut();
                    (client.ledger.drawn(message.revision), client.ledger.holds())
                };
                if next {
                    self.post_newest();
                } else if answered {
                    let mut client = self.0.borrow_mut();
                    client.slow = None;
                    client.silence = None;
                    drop(client);
                    sink.emit(AnalysisAction::Settled);
                }
            }
            Response::Progress(progress) => {
                let said = {
                    let mut client = self.0.borrow_mut();
                    client.progress = progress;
                    client.slow.is_some()
                };
                self.listen_for_silence();
                if said && progress > 0 {
                    let engine = self.clone();
                    // The first word comes from the timer; later ones only move the bar.
                    Timeout::new(SLOW, move || engine.tell_progress()).forget();
                }
            }
            _ => {}
        }
    }

    fn died(&self, reason: &str) {
        gloo::console::warn!("the engine ended", reason.to_owned());
        let revival = self.0.borrow_mut().ledger.died();
        match revival {
            Revival::Resend => self.respawn(
                AttrValue::Static("The engine stopped and was started again with the same text."),
                true,
            ),
            Revival::AwaitEdit => self.respawn(
                AttrValue::Static(
                    "The engine stops at this text. Your text is safe; the next edit tries again.",
                ),
                false,
            ),
        }
    }

    fn respawn(&self, note: AttrValue, resend: bool) {
        let sink = {
            let mut client = self.0.borrow_mut();
            client.port = None;
            (client.slow, client.silence, client.waiting) = (None, None, None);
            if resend {
                let revision = client.ledger.newest();
                client.ledger.changed(revision, now());
            }
            client.sink.clone()
        };
        sink.emit(AnalysisAction::Restarted(note, resend));
        self.spawn();
    }
}

impl Client {
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
fn now() -> f64 {
    js_sys::Date::now()
}
