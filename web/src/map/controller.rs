//! Moves the picture: the viewport lives here, outside of the components' state, and sets one transform on one
//! `<g>`. Rendering the page for every frame of a drag would cost more than the frame has.

use super::viewport::{Insets, Size, Viewport};
use drydock_core::session::Rect;
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;
use yew::NodeRef;

/// How long a motion takes, in milliseconds.
const MOTION: f64 = 220.0;

/// Below this scale, small text is not drawn.
const FAR: f64 = 0.42;

/// Factor of one step with a button or a key.
pub const STEP: f64 = 1.25;

/// The canvas' elements and where the picture is on it. Clones are the same one.
#[derive(Clone)]
pub struct Controller(Rc<Inner>);

impl PartialEq for Controller {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Default)]
struct Inner {
    host: NodeRef,
    group: NodeRef,
    percent: NodeRef,
    view: RefCell<View>,
}

#[derive(Default)]
struct View {
    viewport: Viewport,
    screen: Size,
    scene: Size,
    insets: Insets,
    /// The first look was taken.
    placed: bool,
    /// The person has moved the picture since it was fitted.
    moved: bool,
    motion: Option<Motion>,
    frame: Option<AnimationFrame>,
}

struct Motion {
    from: Viewport,
    to: Viewport,
    start: Option<f64>,
}

impl Default for Controller {
    fn default() -> Self {
        Self(Rc::new(Inner::default()))
    }
}

impl Controller {
    /// The element that clips the picture.
    pub fn host(&self) -> NodeRef {
        self.0.host.clone()
    }

    /// The element that is moved.
    pub fn group(&self) -> NodeRef {
        self.0.group.clone()
    }

    /// The element that says how large the picture is.
    pub fn percent(&self) -> NodeRef {
        self.0.percent.clone()
    }

    /// The canvas has this size now.
    pub fn resized(&self, screen: Size, insets: Insets) {
        let mut view = self.0.view.borrow_mut();
        if screen.0 < 1.0 || screen.1 < 1.0 || (view.screen == screen && view.insets == insets) {
            return;
        }
        view.screen = screen;
        view.insets = insets;
        let refit = view.placed && !view.moved;
        drop(view);
        if refit { self.first() } else { self.draw() }
    }

    /// The picture has this size now; `fresh` when it is another picture and not the old one after an edit.
    pub fn drawn(&self, scene: Size, fresh: bool) {
        let mut view = self.0.view.borrow_mut();
        let grown = view.scene != scene;
        view.scene = scene;
        let first = fresh || !view.placed || (grown && !view.moved);
        drop(view);
        if first { self.first() } else { self.draw() }
    }

    /// The first look.
    fn first(&self) {
        let mut view = self.0.view.borrow_mut();
        if view.screen.0 < 1.0 || view.scene.0 < 1.0 {
            return;
        }
        view.viewport = Viewport::first(view.scene, view.screen, view.insets);
        (view.placed, view.moved) = (true, false);
        view.motion = None;
        drop(view);
        self.draw();
    }

    /// Everything on the screen.
    pub fn fit(&self) {
        let view = self.0.view.borrow();
        let to = Viewport::fit(view.scene, view.screen, view.insets);
        drop(view);
        self.travel(to);
        self.0.view.borrow_mut().moved = false;
    }

    /// Moves by pixels.
    pub fn pan(&self, dx: f64, dy: f64) {
        self.change(|viewport, _| viewport.panned(dx, dy));
    }

    /// Zooms around a point of the canvas.
    pub fn zoom_at(&self, factor: f64, x: f64, y: f64) {
        self.change(|viewport, _| viewport.zoomed(factor, x, y));
    }

    /// Zooms around the middle.
    pub fn zoom(&self, factor: f64) {
        self.change(|viewport, screen| viewport.zoomed(factor, screen.0 / 2.0, screen.1 / 2.0));
    }

    /// Draws the picture at its own size, around the middle.
    pub fn actual_size(&self) {
        self.change(|viewport, screen| viewport.zoomed(1.0 / viewport.scale, screen.0 / 2.0, screen.1 / 2.0));
    }

    /// Brings a rectangle into the middle, large enough to be read.
    pub fn centre(&self, rect: Rect) {
        let view = self.0.view.borrow();
        let scale = view.viewport.scale.max(0.8);
        let to = Viewport { scale, ..view.viewport }.centred(rect, view.screen);
        drop(view);
        self.travel(to);
    }

    /// Brings a rectangle into view if it is not there.
    pub fn reveal(&self, rect: Rect) {
        let view = self.0.view.borrow();
        let to = view.viewport.revealing(rect, view.screen, view.insets);
        let moves = to != view.viewport;
        drop(view);
        if moves {
            self.travel(to);
        }
    }

    fn change(&self, change: impl FnOnce(Viewport, Size) -> Viewport) {
        let mut view = self.0.view.borrow_mut();
        view.viewport = change(view.viewport, view.screen).held(view.scene, view.screen);
        view.moved = true;
        view.motion = None;
        drop(view);
        self.draw();
    }

    fn travel(&self, to: Viewport) {
        let mut view = self.0.view.borrow_mut();
        let to = to.held(view.scene, view.screen);
        view.moved = true;
        if prefers_stillness() {
            view.viewport = to;
        } else {
            view.motion = Some(Motion { from: view.viewport, to, start: None });
        }
        drop(view);
        self.draw();
    }

    /// Asks for one drawing with the next frame, however often it is called before.
    fn draw(&self) {
        let mut view = self.0.view.borrow_mut();
        if view.frame.is_none() {
            let controller = self.clone();
            view.frame = Some(request_animation_frame(move |time| controller.frame(time)));
        }
    }

    fn frame(&self, time: f64) {
        let mut view = self.0.view.borrow_mut();
        // The handle of the frame that runs now must not be dropped before its end: it would be cancelled twice.
        let done = view.frame.take();
        if let Some(motion) = view.motion.as_mut() {
            let start = *motion.start.get_or_insert(time);
            let part = ((time - start) / MOTION).clamp(0.0, 1.0);
            let eased = 1.0 - (1.0 - part).powi(3);
            let (now, arrived) = (motion.from.towards(motion.to, eased), part >= 1.0);
            view.viewport = now;
            if arrived {
                view.motion = None;
            }
        }
        let (viewport, moving) = (view.viewport, view.motion.is_some());
        drop(view);
        drop(done);
        self.write(viewport);
        if moving {
            self.draw();
        }
    }

    fn write(&self, viewport: Viewport) {
        let Some(group) = self.0.group.cast::<Element>() else { return };
        let mut result = group.set_attribute("transform", &viewport.transform());
        if let Some(host) = self.0.host.cast::<Element>() {
            result = result.and(host.class_list().toggle_with_force("far", viewport.scale < FAR).map(|_| ()));
        }
        if let Some(percent) = self.0.percent.cast::<Element>() {
            let value = (viewport.scale * 100.0).round().to_string();
            percent.set_text_content(Some(&[value.as_str(), " %"].concat()));
        }
        debug_assert!(result.is_ok());
    }
}

/// Whether the person asked for less motion.
fn prefers_stillness() -> bool {
    gloo::utils::window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}
