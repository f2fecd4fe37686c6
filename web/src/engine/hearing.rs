//! Takes what the worker says and hands it on.

use super::client::{Asker, Engine};
use super::watch::SLOW;
use super::words::{Answer, Heard};
use crate::state::{AnalysisAction, Told};
use gloo::timers::callback::Timeout;
use js_sys::JsString;

impl Engine {
    pub(super) fn hear(&self, message: &JsString) {
        match serde_json::from_str::<Heard>(&String::from(message)) {
            Ok(heard) => self.take(heard, message),
            Err(error) => {
                gloo::console::error!("the engine and the page are of different versions", error.to_string());
            }
        }
    }

    fn take(&self, heard: Heard, message: &JsString) {
        let revision = heard.revision;
        if let Some(id) = heard.id {
            let asked = self.0.borrow_mut().questions.remove(&id);
            match asked {
                Some(Asker::Page(done)) => done.emit(heard.response),
                Some(Asker::Editor(done)) => done.emit(message.clone()),
                None => {}
            }
            return;
        }
        let sink = self.0.borrow().sink.clone();
        match heard.response {
            Answer::Analysis(analysis) => {
                let told = Told { analysis, message: message.clone() };
                sink.emit(AnalysisAction::Analysis(revision, Box::new(told)));
            }
            Answer::Picture(picture) => {
                sink.emit(AnalysisAction::Picture(revision, picture));
                let (answered, next) = {
                    let mut client = self.0.borrow_mut();
                    (client.ledger.drawn(revision), client.ledger.holds())
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
            Answer::Progress(progress) => {
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
}
