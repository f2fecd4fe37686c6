//! What the engine said last, and how it is doing.

use super::Shared;
use drydock_core::session::{Analysis, Picture};
use js_sys::JsString;
use std::rc::Rc;
use yew::{AttrValue, Reducible};

/// How the engine is doing; the word stands in `data-engine`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum EngineState {
    /// The worker is being loaded.
    #[default]
    Starting,
    /// Everything asked is answered.
    Ready,
    /// It is working on something.
    Busy,
    /// It had to be started again, and has answered since.
    Restarted,
}

impl EngineState {
    /// The word for `data-engine`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Ready => "ready",
            Self::Busy => "busy",
            Self::Restarted => "restarted",
        }
    }
}

/// The problems, and the message that brought them, for those who read it in JavaScript.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    /// The problems.
    pub analysis: Analysis,
    /// The message, as JSON.
    pub message: JsString,
}

/// The newest answers.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Analyses {
    /// How the engine is doing.
    pub engine: EngineState,
    /// Work takes so long that it must be said, and how far it is, of 100.
    pub slow: Option<u32>,
    /// A quiet sentence about the engine, such as that it was started again.
    pub note: Option<AttrValue>,
    /// The problems.
    pub analysis: Shared<Analysis>,
    /// The message that brought the problems, as JSON; none before the first.
    pub message: Option<JsString>,
    /// The revision of the problems.
    pub analysed: u64,
    /// The picture.
    pub picture: Shared<Picture>,
    /// The revision of which both problems and picture are here.
    pub revision: u64,
    /// The engine was started again for the text that is being worked on.
    again: bool,
    /// The note is not about the engine: it stays until it was read.
    keep: bool,
}

/// What happens to the answers.
pub enum AnalysisAction {
    /// A request has left.
    Sent,
    /// It takes more than a moment; how far it is, of 100.
    Slow(u32),
    /// Problems of a revision.
    Analysis(u64, Box<Told>),
    /// The picture of a revision; `None` when it is the same as before.
    Picture(u64, Option<Box<Picture>>),
    /// Nothing is outstanding any more.
    Settled,
    /// The worker died or was stopped, and why; whether the text was sent again.
    Restarted(AttrValue, bool),
    /// Something else is to be said.
    Note(AttrValue),
    /// The note was read.
    Dismiss,
}

impl Reducible for Analyses {
    type Action = AnalysisAction;

    fn reduce(self: Rc<Self>, action: AnalysisAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            AnalysisAction::Sent if self.engine == EngineState::Starting => {}
            AnalysisAction::Sent => next.engine = EngineState::Busy,
            AnalysisAction::Slow(progress) => next.slow = Some(progress),
            AnalysisAction::Analysis(revision, _) if revision < self.analysed => return self,
            AnalysisAction::Analysis(revision, told) => {
                next.analysed = revision;
                next.analysis = Shared::new(told.analysis);
                next.message = Some(told.message);
            }
            AnalysisAction::Picture(revision, _) if revision < self.revision => return self,
            AnalysisAction::Picture(revision, picture) => {
                next.revision = revision;
                if let Some(picture) = picture {
                    next.picture = Shared::new(*picture);
                }
            }
            AnalysisAction::Settled => {
                next.engine = if self.again { EngineState::Restarted } else { EngineState::Ready };
                next.slow = None;
                if !self.again && !self.keep && self.engine == EngineState::Busy {
                    next.note = None;
                }
                next.again = false;
            }
            AnalysisAction::Restarted(note, again) => {
                next.note = Some(note);
                next.keep = false;
                next.slow = None;
                next.again = again;
                next.engine = EngineState::Restarted;
            }
            AnalysisAction::Note(note) => {
                next.note = Some(note);
                next.keep = true;
            }
            AnalysisAction::Dismiss => next.note = None,
        }
        next.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: Vec<AnalysisAction>) -> Rc<Analyses> {
        actions.into_iter().fold(Rc::default(), Reducible::reduce)
    }

    #[test]
    fn a_stale_picture_is_dropped() {
        let fresh = after(vec![AnalysisAction::Picture(7, Some(Box::default()))]);
        let later = Rc::clone(&fresh).reduce(AnalysisAction::Picture(6, Some(Box::default())));
        assert_eq!((later.revision, later.picture == fresh.picture), (7, true));
    }

    #[test]
    fn a_picture_that_is_the_same_keeps_what_is_drawn_and_moves_the_revision() {
        let first = after(vec![AnalysisAction::Picture(1, Some(Box::default()))]);
        let second = Rc::clone(&first).reduce(AnalysisAction::Picture(2, None));
        assert_eq!((second.revision, second.picture == first.picture), (2, true));
    }

    #[test]
    fn a_restart_is_told_until_the_next_text_is_answered() {
        let restarted = after(vec![
            AnalysisAction::Settled,
            AnalysisAction::Restarted(AttrValue::Static("again"), true),
            AnalysisAction::Sent,
            AnalysisAction::Settled,
        ]);
        assert_eq!((restarted.engine, restarted.note.is_some()), (EngineState::Restarted, true));
        let next = restarted.reduce(AnalysisAction::Sent).reduce(AnalysisAction::Settled);
        assert_eq!((next.engine, next.note.is_some()), (EngineState::Ready, false));
    }

    #[test]
    fn slow_work_is_forgotten_when_it_is_done() {
        let done = after(vec![AnalysisAction::Sent, AnalysisAction::Slow(40), AnalysisAction::Settled]);
        assert_eq!((done.slow, done.engine), (None, EngineState::Ready));
    }
}
