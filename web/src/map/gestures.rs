//! Drag, wheel, trackpad and two fingers.

use super::controller::Controller;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, WheelEvent};

/// A pointer that went no further than so many pixels has clicked.
const SLACK: f64 = 4.0;

/// Pixels of a line, for wheels that count lines.
const LINE: f64 = 18.0;

/// A pointer that is down: its number and where it is.
type Finger = (i32, f64, f64);

#[derive(Default)]
struct Hand {
    fingers: Vec<Finger>,
    start: (f64, f64),
    dragging: bool,
}

/// Listens as long as it lives.
pub struct Gestures {
    _listeners: Vec<EventListener>,
}

impl Gestures {
    /// Lets the canvas be moved by hand.
    pub fn attach(host: &Element, controller: &Controller) -> Self {
        let hand = Rc::new(RefCell::new(Hand::default()));
        let options = EventListenerOptions::enable_prevent_default();
        let mut listeners = Vec::new();

        let (wheel_host, wheeled) = (host.clone(), controller.clone());
        listeners.push(EventListener::new_with_options(host, "wheel", options, move |event| {
            if let Some(event) = event.dyn_ref::<WheelEvent>() {
                event.prevent_default();
                wheel(&wheel_host, &wheeled, event);
            }
        }));

        let down = Rc::clone(&hand);
        listeners.push(EventListener::new(host, "pointerdown", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            if event.button() > 1 || floats(event) {
                return;
            }
            let mut hand = down.borrow_mut();
            let at = place(event);
            hand.fingers.retain(|finger| finger.0 != event.pointer_id());
            hand.fingers.push((event.pointer_id(), at.0, at.1));
            if hand.fingers.len() == 1 {
                hand.start = at;
                hand.dragging = false;
            }
        }));

        let (moving, moved_host, moved) = (Rc::clone(&hand), host.clone(), controller.clone());
        listeners.push(EventListener::new(host, "pointermove", move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                drag(&mut moving.borrow_mut(), &moved_host, &moved, event);
            }
        }));

        for name in ["pointerup", "pointercancel", "lostpointercapture"] {
            let (up, host_up) = (Rc::clone(&hand), host.clone());
            listeners.push(EventListener::new(host, name, move |event| {
                let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
                let mut hand = up.borrow_mut();
                hand.fingers.retain(|finger| finger.0 != event.pointer_id());
                if hand.fingers.is_empty() {
                    let _ = host_up.class_list().remove_1("dragging");
                }
            }));
        }

        // The click that ends a drag is none.
        let options = EventListenerOptions::run_in_capture_phase();
        listeners.push(EventListener::new_with_options(host, "click", options, move |event| {
            let mut hand = hand.borrow_mut();
            if hand.dragging {
                hand.dragging = false;
                event.stop_propagation();
            }
        }));
        Self { _listeners: listeners }
    }
}

fn drag(hand: &mut Hand, host: &Element, controller: &Controller, event: &PointerEvent) {
    let at = place(event);
    let id = event.pointer_id();
    let Some(finger) = hand.fingers.iter().position(|finger| finger.0 == id) else { return };
    let before = hand.fingers.clone();
    hand.fingers[finger] = (id, at.0, at.1);
    if !hand.dragging {
        if (at.0 - hand.start.0).hypot(at.1 - hand.start.1) < SLACK && hand.fingers.len() < 2 {
            return;
        }
        hand.dragging = true;
        let _ = host.class_list().add_1("dragging");
        // Without capture the drag still works while the pointer stays over the canvas.
        let _ = host.set_pointer_capture(id);
    }
    match (before.as_slice(), hand.fingers.as_slice()) {
        ([one], [now]) => controller.pan(now.1 - one.1, now.2 - one.2),
        ([one, two, ..], [one_now, two_now, ..]) => {
            let (x, y) = middle(one, two);
            let (x_now, y_now) = middle(one_now, two_now);
            let corner = host.get_bounding_client_rect();
            controller.pan(x_now - x, y_now - y);
            let factor = spread(one_now, two_now) / spread(one, two).max(1.0);
            controller.zoom_at(factor, x_now - corner.left(), y_now - corner.top());
        }
        _ => {}
    }
}

fn wheel(host: &Element, controller: &Controller, event: &WheelEvent) {
    let unit = match event.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => LINE,
        WheelEvent::DOM_DELTA_PAGE => f64::from(host.client_height()),
        _ => 1.0,
    };
    let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
    if event.ctrl_key() || event.meta_key() {
        let corner = host.get_bounding_client_rect();
        let (x, y) =
            (f64::from(event.client_x()) - corner.left(), f64::from(event.client_y()) - corner.top());
        controller.zoom_at((-dy.clamp(-120.0, 120.0) / 260.0).exp(), x, y);
    } else if event.shift_key() && dx == 0.0 {
        controller.pan(-dy, 0.0);
    } else {
        controller.pan(-dx, -dy);
    }
}

/// Whether the pointer is on something that floats over the canvas.
fn floats(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.closest(".float").ok().flatten().is_some())
}

fn place(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

fn middle(one: &Finger, two: &Finger) -> (f64, f64) {
    (f64::midpoint(one.1, two.1), f64::midpoint(one.2, two.2))
}

fn spread(one: &Finger, two: &Finger) -> f64 {
    (one.1 - two.1).hypot(one.2 - two.2)
}
