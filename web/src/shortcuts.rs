//! Keys that work wherever the focus is.

use crate::desk::Desk;
use crate::state::{Pane, PrefsAction, Side};
use crate::ui::{by_id, focus, later};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::{Callback, hook, use_effect_with};

/// Listens to the keys of the whole page; `help` is asked for by one of them.
#[hook]
pub fn use_shortcuts(desk: &Desk, help: Callback<()>) {
    let desk = desk.clone();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    global_key(event, &desk, || help.emit(()));
                }
            });
        move || drop(listener)
    });
}

/// What a key does.
fn global_key(event: &KeyboardEvent, desk: &Desk, help: impl FnOnce()) {
    let typing = event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|target| {
        target.closest("input,textarea,select,[contenteditable=true],dialog,.popup").ok().flatten().is_some()
    });
    let command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "?" if !typing && !command => help(),
        "Escape" if !typing && !event.default_prevented() => desk.back(),
        key if event.alt_key() && !command => {
            let (pane, id, side) = match key {
                "1" => (Pane::Text, "pane-text", Some(Side::Left)),
                "2" => (Pane::Map, "view-map", None),
                "3" => (Pane::Problems, "pane-problems", Some(Side::Bottom)),
                "4" => (Pane::Inspector, "pane-inspector", Some(Side::Right)),
                _ => return,
            };
            desk.prefer(PrefsAction::Show(pane));
            if let Some(side) = side {
                desk.prefer(PrefsAction::Fold(side, false));
            }
            later(move || enter(id));
        }
        _ => return,
    }
    event.prevent_default();
}

/// Gives the focus to the first thing of a pane that takes it.
fn enter(id: &str) {
    let first = "[contenteditable=true],textarea,[tabindex='0'],li.problem,h2,button";
    let Some(pane) = by_id(id) else { return };
    if let Ok(Some(element)) = pane.query_selector(first) {
        focus(&element);
    }
}
