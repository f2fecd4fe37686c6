//! The editor: the workspace of files as the page sees it, and the pane that shows it.
//!
//! The text lives in TypeScript (`web/editor`), next to CodeMirror; here are a handle with typed methods and
//! the components around it.

mod bridge;
mod listener;
mod note;
mod pane;
mod rename;
mod tabs;
mod workspace;

pub use listener::{Cursor, Note, Subscription, Tab};
pub use pane::EditorPane;
pub use tabs::badges;
pub use workspace::{Change, Options, Workspace};
