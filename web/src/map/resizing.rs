//! Follows the size of the canvas.

use super::controller::Controller;
use super::viewport::Insets;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Tells the controller the canvas' size, now and whenever it changes.
pub(super) fn observe_size(host: &Element, controller: Controller) -> (ResizeObserver, Closure<dyn FnMut()>) {
    let watched = host.clone();
    let measure = move || {
        let size = (f64::from(watched.client_width()), f64::from(watched.client_height()));
        controller.resized(size, Insets { top: 48.0, bottom: 44.0 });
    };
    measure();
    let closure = Closure::<dyn FnMut()>::new(measure);
    let observer =
        ResizeObserver::new(closure.as_ref().unchecked_ref()).expect("every browser that runs this has it");
    observer.observe(host);
    (observer, closure)
}
