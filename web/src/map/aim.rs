//! What an event on the canvas is about, and what is done with it.

use super::walk;
use crate::desk::Desk;
use crate::state::{Prefs, PrefsAction, Side};
use drydock_core::session::{Picture, Rect};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::AttrValue;

/// Opens or closes a group or a frame; selects everything else.
pub fn open(desk: &Desk, prefs: &Prefs, id: &str) {
    // What found no room beside a card stands in the inspector of that card.
    let (object, group) = match id.strip_prefix("group:rest:") {
        Some(host) => (host, false),
        None => (id, id.starts_with("group:") || id.starts_with("namespace:")),
    };
    if group {
        let mut look = prefs.look.clone();
        match look.toggled.iter().position(|other| *other == object) {
            Some(place) => drop(look.toggled.remove(place)),
            None => look.toggled.push(object.to_owned()),
        }
        desk.look(look);
    } else {
        desk.select(Some(AttrValue::from(object.to_owned())));
        desk.prefer(PrefsAction::Fold(Side::Right, false));
    }
}

/// Shows only an object and what is near it; `""` shows everything again.
pub fn bring_out(desk: &Desk, prefs: &Prefs, id: &str) {
    let mut look = prefs.look.clone();
    let namespace = id.strip_prefix("namespace:");
    look.focus = if namespace.is_some() { String::new() } else { id.to_owned() };
    look.namespaces = namespace.map(|name| vec![name.to_owned()]).unwrap_or_default();
    desk.look(look);
}

/// The rectangle of a card, a mark or a frame's title.
pub fn rect_of(picture: &Picture, id: &str) -> Option<Rect> {
    walk::stations(&picture.scene).find(|(station, _)| *station == id).map(|(_, rect)| rect)
}

/// The id of what an event is about.
pub(super) fn target(event: &web_sys::Event) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let item = element.closest("[data-id],[data-toggle]").ok()??;
    item.get_attribute("data-id").or_else(|| item.get_attribute("data-toggle"))
}

/// Whether an event hit the picture, and not what floats over it.
pub(super) fn on_paper(event: &web_sys::Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.closest(".paper").ok().flatten().is_some())
}
