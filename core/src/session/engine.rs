//! The session: requests in, answers out, step by step.

use super::answer::{Picture, Response};
use super::request::{Question, Request, SourceFile};
use super::world::World;
use crate::manifest::Loading;
use crate::scene::Look;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::sync::Arc;

/// How many new bytes are read in one step: some milliseconds in a browser.
const STEP: usize = 200_000;

/// An answer with what it belongs to.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Message {
    /// The text's revision that the answer is about.
    pub revision: u64,
    /// The question's number, for answers to `Ask`.
    pub id: Option<u64>,
    /// The answer.
    pub response: Response,
}

/// What a step led to.
#[derive(Clone, PartialEq, Debug)]
pub enum Step {
    /// There is nothing to do.
    Idle,
    /// There is more to do; the messages, if any, can be sent already.
    Working(Vec<Message>),
}

/// A workspace that is being worked on. Requests are submitted at any time; [`Session::step`] works on them
/// in small portions, so that its caller stays responsive and a newer text can take an older one's place.
#[derive(Debug, Default)]
pub struct Session {
    revision: u64,
    files: Vec<(Arc<str>, Arc<str>)>,
    look: Look,
    world: World,
    loading: Option<Loading>,
    /// A picture is owed to the page.
    picture_due: bool,
    last_picture: Option<Picture>,
    questions: VecDeque<(u64, Question)>,
}

impl Session {
    /// An empty workspace.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a request. A text replaces one that is still being read.
    pub fn submit(&mut self, request: Request) {
        match request {
            Request::Open { revision, files, look } => {
                self.revision = revision;
                self.look = look;
                self.files =
                    files.into_iter().map(|SourceFile { name, text }| (name.into(), text.into())).collect();
                self.last_picture = None;
                self.reload();
            }
            Request::Edit { revision, file } => {
                self.revision = revision;
                let text: Arc<str> = file.text.into();
                match self.files.iter_mut().find(|(name, _)| **name == *file.name) {
                    Some(known) => known.1 = text,
                    None => self.files.push((file.name.into(), text)),
                }
                self.reload();
            }
            Request::Look { look, .. } => {
                self.look = look;
                self.picture_due = true;
            }
            Request::Ask { id, question, .. } => self.questions.push_back((id, question)),
        }
    }

    fn reload(&mut self) {
        self.loading = Some(Loading::new(&self.world.workspace, self.files.clone()));
    }

    /// Does a portion of work. Problems come before the picture, and both before answers to questions, which
    /// are about what is known by then.
    pub fn step(&mut self) -> Step {
        if let Some(mut loading) = self.loading.take() {
            if !loading.step(STEP) {
                let progress = Response::Progress(loading.progress());
                self.loading = Some(loading);
                return Step::Working(vec![self.message(None, progress)]);
            }
            self.world = World::new(loading.finish(), std::mem::take(&mut self.world));
            self.picture_due = true;
            let analysis = Response::Analysis(self.world.analysis());
            return Step::Working(vec![self.message(None, analysis)]);
        }
        if self.picture_due {
            self.picture_due = false;
            let picture = self.world.picture(&self.look);
            let same = self.last_picture.as_ref() == Some(&picture);
            let response = Response::Picture((!same).then(|| Box::new(picture.clone())));
            self.last_picture = Some(picture);
            return Step::Working(vec![self.message(None, response)]);
        }
        match self.questions.pop_front() {
            Some((id, question)) => {
                let response = self.world.answer(&question, &self.look);
                Step::Working(vec![self.message(Some(id), response)])
            }
            None => Step::Idle,
        }
    }

    /// Works until there is nothing left to do, and gives all messages: for callers that may block.
    pub fn run(&mut self) -> Vec<Message> {
        let mut messages = Vec::new();
        while let Step::Working(more) = self.step() {
            messages.extend(more);
        }
        messages
    }

    fn message(&self, id: Option<u64>, response: Response) -> Message {
        Message { revision: self.revision, id, response }
    }
}

impl World {
    /// The answer to a question.
    fn answer(&self, question: &Question, look: &Look) -> Response {
        match question {
            Question::Inspect { object } => Response::Inspection(self.inspect(object).map(Box::new)),
            Question::Hover { file, offset } => Response::Hover(self.hover(file, *offset)),
            Question::Complete { file, offset } => Response::Completions(self.complete(file, *offset)),
            Question::Definition { file, offset } => Response::Definition(self.definition(file, *offset)),
            Question::Export { format, theme } => Response::Export(self.export(*format, theme, look)),
            Question::Mask => {
                let (files, count) = self.mask();
                Response::Masked(files, count)
            }
        }
    }
}
