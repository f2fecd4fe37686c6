//! The one boundary: what the page and the command line ask, and what they are told, in the words of the
//! interface. Everything here is plain data that travels as JSON.
//!
//! Offsets towards the page are UTF-16 units of a whole file, as browsers count; the engine's own bytes
//! never cross.

mod analysis;
mod answer;
mod complete;
mod cursor;
mod definition;
mod engine;
mod explain;
mod export;
mod hover;
mod inspect;
mod mask;
mod picture;
mod places;
mod prose;
mod request;
mod story;
mod world;

pub use crate::api::ObjectKey;
pub use crate::diagnostic::{Applicability, Severity};
pub use crate::graph::{PodCount, Presence, Relation};
pub use crate::kinds::Family;
pub use crate::scene::{
    Card, CardState, Connector, EdgeLabel, Frame, Heading, Look, Mark, Point, Rect, Scene, SceneSummary, icon,
};
pub use answer::{
    Analysis, Completion, Completions, DocumentReport, DocumentState, FileReport, FixReport, Hover,
    Inspection, InspectionRelation, ObjectReport, Picture, ProblemReport, Range, RelationReport, Response,
    Target,
};
pub use engine::{Message, Session, Step};
pub use explain::explain;
pub use prose::{Fact, Part, Prose};
pub use request::{ExportFormat, Question, Request, SourceFile};
