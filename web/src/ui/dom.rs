//! The few things that are asked of the document itself.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, SvgElement};

/// The document.
pub fn document() -> Document {
    gloo::utils::document()
}

/// The `<html>` element.
pub fn root() -> Option<Element> {
    document().document_element()
}

/// The element with an id.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Gives an element the focus without scrolling anything.
pub fn focus(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let result = match element.dyn_ref::<HtmlElement>() {
        Some(element) => element.focus_with_options(&options),
        None => match element.dyn_ref::<SvgElement>() {
            Some(element) => element.focus_with_options(&options),
            None => Ok(()),
        },
    };
    debug_assert!(result.is_ok());
}

/// Does something after the page was rendered.
pub fn later(action: impl FnOnce() + 'static) {
    gloo::timers::callback::Timeout::new(0, action).forget();
}
