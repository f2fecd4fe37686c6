//! The picture as a file.

use crate::desk::Desk;
use crate::ui::MenuItem;
use yew::AttrValue;

/// The entries of the export menu.
pub fn exports(_desk: &Desk) -> Vec<MenuItem> {
    let _ = AttrValue::default();
    Vec::new()
}
