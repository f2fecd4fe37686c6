//! Small parts that every region of the page is made of.

mod dialog;
mod dom;
mod menu;
mod separator;

pub use dialog::Dialog;
pub use dom::{by_id, document, focus, later, root};
pub use menu::{Menu, MenuItem};
pub use separator::Separator;
