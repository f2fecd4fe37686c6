//! From texts to objects: files fall into documents, documents hold objects, and every object's fields can
//! be found again in the text.

mod document;
mod entry;
mod loading;
mod slot;
mod workspace;

pub use document::Document;
pub use entry::Entry;
pub use loading::Loading;
pub use slot::Slot;
pub use workspace::{File, Workspace};
