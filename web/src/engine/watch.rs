//! Watches over the worker: says when work takes long, and starts another worker when one is dead.

use super::client::{Engine, now};
use super::ledger::Revival;
use crate::state::AnalysisAction;
use gloo::timers::callback::Timeout;
use yew::AttrValue;

/// From so many milliseconds on it is said that work is under way.
pub(super) const SLOW: u32 = 150;

/// A worker that is silent for so long, in milliseconds, while something is asked of it, is given up.
const SILENCE: u32 = 30_000;

impl Engine {
    pub(super) fn announce_work(&self) {
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

    pub(super) fn tell_progress(&self) {
        let (waits, progress, sink) = {
            let client = self.0.borrow();
            (client.ledger.waits(), client.progress, client.sink.clone())
        };
        if waits {
            sink.emit(AnalysisAction::Slow(progress));
        }
    }

    pub(super) fn listen_for_silence(&self) {
        let engine = self.clone();
        let timeout = Timeout::new(SILENCE, move || {
            let waits = engine.0.borrow().ledger.waits();
            if waits {
                engine.died("it did not answer any more");
            }
        });
        self.0.borrow_mut().silence = Some(timeout);
    }

    pub(super) fn died(&self, reason: &str) {
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

    pub(super) fn respawn(&self, note: AttrValue, resend: bool) {
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
