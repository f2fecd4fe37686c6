//! Icons drawn for this project: single strokes on a grid of 16, legible at 16 px.

mod kinds;
mod signs;

pub use kinds::of_kind;
pub use signs::Sign;
use yew::{AttrValue, Html, Properties, component, html};

/// What an icon shows.
#[derive(Clone, PartialEq, Properties)]
pub struct IconProps {
    /// The stroke.
    pub path: AttrValue,
    /// More classes, such as a family's.
    #[prop_or_default]
    pub class: AttrValue,
}

/// An icon in a line of text. It says nothing that the text beside it does not say.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class={["icon ", &props.class].concat()} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={props.path.clone()} />
        </svg>
    }
}

/// The icon of a kind.
pub fn kind(kind: &str, class: &'static str) -> Html {
    html! { <Icon path={AttrValue::Static(of_kind(kind))} class={AttrValue::Static(class)} /> }
}

/// A sign of the page itself.
pub fn sign(sign: Sign) -> Html {
    html! { <Icon path={AttrValue::Static(sign.path())} /> }
}
