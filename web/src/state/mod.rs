//! What the page knows, in four slices. Each is a pure reducer, so it is tested without a browser; each is
//! given to components through a context of its own, so that a change renders only those who read it.

mod analysis;
mod document;
mod prefs;
mod selection;
mod shared;

pub use analysis::{Analyses, AnalysisAction, EngineState, Told};
pub use document::{Document, DocumentAction};
pub use prefs::{Pane, Prefs, PrefsAction, Saved, Side, Theme};
pub use selection::{Selection, SelectionAction};
pub use shared::Shared;
