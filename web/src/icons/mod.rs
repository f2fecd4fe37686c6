//! Icons drawn for this project: single strokes on a grid of 16, legible at 16 px.

mod signs;

use drydock_core::session::Family;
pub use drydock_core::session::icon as of_kind;
pub use signs::Sign;
use yew::{Html, html};

/// An icon in a line of text. It says nothing that the text beside it does not say.
fn icon(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={path} /></svg>
    }
}

/// The icon of a kind, or of its family where the kind has none of its own: the same as in exported pictures.
pub fn kind(kind: &str, family: Family) -> Html {
    icon(of_kind(kind, family))
}

/// A sign of the page itself.
pub fn sign(sign: Sign) -> Html {
    icon(sign.path())
}
