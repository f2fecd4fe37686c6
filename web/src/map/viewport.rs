//! Which part of the picture is on the screen, and how large. Pure arithmetic.

use drydock_core::session::Rect;

/// The smallest and the largest scale.
pub const SCALES: (f64, f64) = (0.04, 3.0);

/// Below this scale, names on cards cannot be read: the first look at a large picture does not fit it all in.
const LEGIBLE: f64 = 0.38;

/// The scale with which the first look at such a picture begins instead.
const READABLE: f64 = 0.6;

/// Free space around a picture that fits, in pixels of the screen.
const MARGIN: f64 = 8.0;

/// Free space around what is brought into view, in pixels of the screen.
const CLEAR: f64 = 24.0;

/// A point of the screen is a point of the scene times `scale`, plus (`x`, `y`).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Viewport {
    /// Where the scene's origin is, in pixels from the canvas' left.
    pub x: f64,
    /// Where the scene's origin is, in pixels from the canvas' top.
    pub y: f64,
    /// Pixels per scene unit.
    pub scale: f64,
}

/// Width and height.
pub type Size = (f64, f64);

/// What floats over the canvas at its top and bottom, in pixels: a picture that fits stays clear of it.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Insets {
    /// The toolbar.
    pub top: f64,
    /// The summary strip.
    pub bottom: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, scale: 1.0 }
    }
}

impl Viewport {
    /// Everything on the screen, centred; small pictures are not blown up beyond a quarter.
    pub fn fit(scene: Size, screen: Size, insets: Insets) -> Self {
        let room = (
            (screen.0 - 2.0 * MARGIN).max(1.0),
            (screen.1 - 2.0 * MARGIN - insets.top - insets.bottom).max(1.0),
        );
        let scale = (room.0 / scene.0.max(1.0)).min(room.1 / scene.1.max(1.0)).clamp(SCALES.0, 1.25);
        Self::placed(scene, screen, insets, scale)
    }

    /// The first look: everything if it can be read, else the beginning at a size that can.
    pub fn first(scene: Size, screen: Size, insets: Insets) -> Self {
        let fit = Self::fit(scene, screen, insets);
        if fit.scale >= LEGIBLE { fit } else { Self::placed(scene, screen, insets, READABLE) }
    }

    /// Centred where there is room, else from the left and the top.
    fn placed(scene: Size, screen: Size, insets: Insets, scale: f64) -> Self {
        let place = |length: f64, room: f64, before: f64, after: f64| {
            let free = room - before - after - length * scale;
            if free > 2.0 * MARGIN {
                before + free / 2.0
            } else {
                before + MARGIN.min(free.max(0.0) / 2.0 + 8.0)
            }
        };
        Self {
            x: place(scene.0, screen.0, 0.0, 0.0),
            y: place(scene.1, screen.1, insets.top, insets.bottom),
            scale,
        }
    }

    /// Moved by pixels of the screen.
    pub fn panned(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// Larger or smaller by `factor`; what is at (`x`, `y`) on the screen stays there.
    pub fn zoomed(self, factor: f64, x: f64, y: f64) -> Self {
        let scale = (self.scale * factor).clamp(SCALES.0, SCALES.1);
        let factor = scale / self.scale;
        Self { x: x - (x - self.x) * factor, y: y - (y - self.y) * factor, scale }
    }

    /// The same scale with a rectangle of the scene in the middle.
    pub fn centred(self, rect: Rect, screen: Size) -> Self {
        let (x, y) = middle(rect);
        Self { x: screen.0 / 2.0 - x * self.scale, y: screen.1 / 2.0 - y * self.scale, ..self }
    }

    /// Moved no further than necessary for a rectangle of the scene to be seen with some space around it.
    pub fn revealing(self, rect: Rect, screen: Size, insets: Insets) -> Self {
        let shift = |start: f64, length: f64, before: f64, end: f64| {
            let (low, high) = (before + CLEAR, end - CLEAR);
            if start < low || length > high - low {
                low - start
            } else if start + length > high {
                high - start - length
            } else {
                0.0
            }
        };
        let left = self.x + f64::from(rect.x) * self.scale;
        let top = self.y + f64::from(rect.y) * self.scale;
        let (width, height) = (f64::from(rect.w) * self.scale, f64::from(rect.h) * self.scale);
        self.panned(
            shift(left, width, 0.0, screen.0),
            shift(top, height, insets.top, screen.1 - insets.bottom),
        )
    }

    /// Held so that at least a piece of the scene stays on the screen.
    pub fn held(self, scene: Size, screen: Size) -> Self {
        let hold = |at: f64, length: f64, room: f64| {
            let piece = (length * self.scale).min(80.0).min(room / 2.0);
            at.clamp(piece - length * self.scale, (room - piece).max(piece - length * self.scale))
        };
        Self { x: hold(self.x, scene.0, screen.0), y: hold(self.y, scene.1, screen.1), ..self }
    }

    /// Part of the way to another one, for motion: `part` is 0 here and 1 there.
    pub fn towards(self, there: Self, part: f64) -> Self {
        let mix = |from: f64, to: f64| from + (to - from) * part;
        Self { x: mix(self.x, there.x), y: mix(self.y, there.y), scale: mix(self.scale, there.scale) }
    }

    /// As the value of an SVG `transform`.
    pub fn transform(self) -> String {
        let mut text = String::with_capacity(48);
        text.push_str("translate(");
        text.push_str(&tenth(self.x));
        text.push(' ');
        text.push_str(&tenth(self.y));
        text.push_str(") scale(");
        text.push_str(&self.scale.to_string());
        text.push(')');
        text
    }
}

/// A number with one decimal: more is noise to a screen.
fn tenth(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}

/// The middle of a rectangle.
pub fn middle(rect: Rect) -> (f64, f64) {
    (f64::from(rect.x) + f64::from(rect.w) / 2.0, f64::from(rect.y) + f64::from(rect.h) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Size = (800.0, 600.0);
    const NONE: Insets = Insets { top: 0.0, bottom: 0.0 };

    fn on_screen(viewport: Viewport, x: f64, y: f64) -> (f64, f64) {
        (x * viewport.scale + viewport.x, y * viewport.scale + viewport.y)
    }

    #[test]
    fn what_fits_is_centred_and_inside() {
        let viewport = Viewport::fit((1600.0, 600.0), SCREEN, NONE);
        let (left, top) = on_screen(viewport, 0.0, 0.0);
        let (right, bottom) = on_screen(viewport, 1600.0, 600.0);
        assert!(left >= 8.0 && right <= 792.0 && top > 100.0 && bottom < 500.0);
        assert!((top - (600.0 - bottom)).abs() < 1.0);
    }

    #[test]
    fn a_small_picture_is_not_blown_up() {
        assert!(Viewport::fit((10.0, 10.0), SCREEN, NONE).scale <= 1.25);
    }

    #[test]
    fn the_first_look_at_a_large_picture_can_be_read() {
        let viewport = Viewport::first((9000.0, 9000.0), SCREEN, NONE);
        assert!((viewport.scale - READABLE).abs() < 1e-9 && viewport.x > 0.0 && viewport.y > 0.0);
    }

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let before = Viewport { x: 30.0, y: -20.0, scale: 0.7 };
        let after = before.zoomed(1.6, 200.0, 150.0);
        let scene = ((200.0 - before.x) / before.scale, (150.0 - before.y) / before.scale);
        let (x, y) = on_screen(after, scene.0, scene.1);
        assert!((x - 200.0).abs() < 1e-6 && (y - 150.0).abs() < 1e-6);
    }

    #[test]
    fn zooming_stops_at_its_bounds_without_a_drift() {
        let least = Viewport { x: 5.0, y: 5.0, scale: SCALES.0 };
        assert_eq!(least.zoomed(0.5, 100.0, 100.0), least);
    }

    #[test]
    fn a_rectangle_that_is_seen_moves_nothing() {
        let viewport = Viewport::default();
        assert_eq!(viewport.revealing(Rect { x: 100, y: 100, w: 50, h: 50 }, SCREEN, NONE), viewport);
    }

    #[test]
    fn a_rectangle_outside_is_brought_in() {
        let viewport = Viewport::default().revealing(Rect { x: 1000, y: -300, w: 50, h: 50 }, SCREEN, NONE);
        let (x, y) = on_screen(viewport, 1000.0, -300.0);
        assert!((0.0..=750.0).contains(&x) && (0.0..=550.0).contains(&y));
    }

    #[test]
    fn the_picture_cannot_be_lost() {
        let scene = (400.0, 300.0);
        let far = Viewport { x: 90_000.0, y: -90_000.0, scale: 1.0 }.held(scene, SCREEN);
        assert!(far.x < SCREEN.0 && far.y + scene.1 > 0.0);
    }
}
