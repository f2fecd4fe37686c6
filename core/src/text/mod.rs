//! Places in a text: spans, lines and columns, edits.

mod edit;
mod line_index;
mod span;

pub use edit::TextEdit;
pub use line_index::{LineColumn, LineIndex};
pub use span::Span;
