//! What components do: select, go to the text, apply a repair, ask the engine.

use crate::editor::Workspace;
use crate::engine::{Answer, Engine};
use crate::samples::Sample;
use crate::state::{
    Analyses, AnalysisAction, Document, DocumentAction, Pane, Prefs, PrefsAction, Selection, SelectionAction,
    Shared,
};
use drydock_core::session::{FixReport, Look, Question, Range};
use std::rc::Rc;
use yew::{AttrValue, Callback, UseReducerDispatcher};

/// The actions of the page, in a context. Clones are the same one.
#[derive(Clone)]
pub struct Desk(Rc<Tools>);

/// What a desk works with.
pub struct Tools {
    /// The engine.
    pub engine: Engine,
    /// The text.
    pub workspace: Workspace,
    /// What is known of the text.
    pub document: UseReducerDispatcher<Document>,
    /// The selection.
    pub selection: UseReducerDispatcher<Selection>,
    /// The preferences.
    pub prefs: UseReducerDispatcher<Prefs>,
    /// The answers.
    pub analyses: UseReducerDispatcher<Analyses>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    /// A desk with its tools.
    pub fn new(tools: Tools) -> Self {
        Self(Rc::new(tools))
    }

    /// Selects an object, or nothing.
    pub fn select(&self, object: Option<AttrValue>) {
        self.0.selection.dispatch(SelectionAction::Select(object));
    }

    /// Previews an object, or nothing.
    pub fn hover(&self, object: Option<AttrValue>) {
        self.0.selection.dispatch(SelectionAction::Hover(object));
    }

    /// Back to what was selected before.
    pub fn back(&self) {
        self.0.selection.dispatch(SelectionAction::Back);
    }

    /// Goes to a place of the text.
    pub fn reveal(&self, range: &Range) {
        self.0.prefs.dispatch(PrefsAction::Fold(crate::state::Side::Left, false));
        self.0.prefs.dispatch(PrefsAction::Show(Pane::Text));
        let (workspace, range) = (self.0.workspace.clone(), range.clone());
        // A pane that was folded away must be there before it can be scrolled.
        crate::ui::later(move || workspace.reveal(&range, true));
    }

    /// The cursor rests at a place of the text: what is written there is selected.
    pub fn point_at(&self, file: String, offset: u32) {
        self.0.document.dispatch(DocumentAction::Cursor(file, offset));
    }

    /// Repairs the text.
    pub fn apply(&self, fix: &FixReport) {
        if !self.0.workspace.apply_edits(&fix.edits, &fix.title) {
            self.tell("The text has changed there in the meantime: look again.".to_owned());
        }
    }

    /// Asks the engine.
    pub fn ask(&self, question: &Question, done: Callback<Answer>) {
        self.0.engine.ask(question, done);
    }

    /// Shows the picture otherwise.
    pub fn look(&self, look: Look) {
        self.0.prefs.dispatch(PrefsAction::Look(look));
    }

    /// Changes a preference.
    pub fn prefer(&self, action: PrefsAction) {
        self.0.prefs.dispatch(action);
    }

    /// Stops what the engine does.
    pub fn cancel(&self) {
        self.0.engine.cancel();
    }

    /// Says something, quietly.
    pub fn tell(&self, sentence: String) {
        self.0.analyses.dispatch(AnalysisAction::Note(AttrValue::from(sentence)));
    }

    /// Explains the sample that is open.
    pub fn explain(&self, sample: Sample) {
        self.0.document.dispatch(DocumentAction::Sample(Shared::new(sample)));
    }

    /// Takes the note about the engine away.
    pub fn dismiss(&self) {
        self.0.analyses.dispatch(AnalysisAction::Dismiss);
    }

    /// The engine.
    pub fn engine(&self) -> &Engine {
        &self.0.engine
    }

    /// The text.
    pub fn workspace(&self) -> &Workspace {
        &self.0.workspace
    }
}
