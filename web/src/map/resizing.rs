//! Follows the size of the canvas.

use super::controller::Controller;
use super::viewport::Insets;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::Callback;

/// What floats over the canvas.
const INSETS: Insets = Insets { top: 48.0, bottom: 44.0 };

/// The picture is laid out anew only when the canvas' shape has changed by as much, in percent.
const STEP: f64 = 30.0;

/// Tells the controller the canvas' size, now and whenever it changes, and `shaped` its width in percent of its
/// height, in coarse steps: a border that is dragged shall not stir the picture all the time.
pub(super) fn observe_size(
    host: &Element,
    controller: Controller,
    shaped: Callback<u32>,
) -> (ResizeObserver, Closure<dyn FnMut()>) {
    let watched = host.clone();
    let measure = move || {
        let size = (f64::from(watched.client_width()), f64::from(watched.client_height()));
        controller.resized(size, INSETS);
        let high = size.1 - INSETS.top - INSETS.bottom;
        if size.0 >= 1.0 && high >= 1.0 {
            let steps = (size.0 / high * 100.0 / STEP).round().clamp(2.0, 13.0);
            shaped.emit((steps * STEP) as u32);
        }
    };
    measure();
    let closure = Closure::<dyn FnMut()>::new(measure);
    let observer =
        ResizeObserver::new(closure.as_ref().unchecked_ref()).expect("every browser that runs this has it");
    observer.observe(host);
    (observer, closure)
}
