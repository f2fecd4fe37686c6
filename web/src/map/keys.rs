//! The keys of the canvas.

use super::controller::STEP;
use super::walk::Direction;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// So many pixels does an arrow key move the picture when no card has the focus.
const NUDGE: f64 = 60.0;

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Press {
    /// Larger or smaller.
    Zoom(f64),
    /// One scene unit is one pixel.
    ActualSize,
    /// Everything on the screen.
    Fit,
    /// The find box.
    Find,
    /// The outline.
    Outline,
    /// Move the picture.
    Pan(f64, f64),
    /// To the next card.
    Walk(Direction),
    /// To the first or last card.
    End(bool),
    /// Select; when it is selected, go to the inspector.
    Open,
    /// Show only this and what is near.
    BringOut,
    /// Back, or give up.
    Back,
}

/// What a key press asks for; `on_card` when a card or frame has the focus.
pub fn press(event: &KeyboardEvent, on_card: bool) -> Option<Press> {
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.closest("input,[role=menu]").ok().flatten().is_some());
    let command = event.ctrl_key() || event.meta_key();
    if event.alt_key() || (typing && event.key() != "Escape") {
        return None;
    }
    of(&event.key(), command, on_card)
}

fn of(key: &str, command: bool, on_card: bool) -> Option<Press> {
    if command {
        return (key == "f").then_some(Press::Find);
    }
    if let Some(direction) = Direction::of(key) {
        return Some(if on_card { Press::Walk(direction) } else { nudge(direction) });
    }
    match key {
        "+" | "=" => Some(Press::Zoom(STEP)),
        "-" | "_" => Some(Press::Zoom(1.0 / STEP)),
        "0" => Some(Press::Fit),
        "1" => Some(Press::ActualSize),
        "/" => Some(Press::Find),
        "o" => Some(Press::Outline),
        "b" => Some(Press::BringOut),
        "Home" => Some(Press::End(false)),
        "End" => Some(Press::End(true)),
        "Enter" | " " if on_card => Some(Press::Open),
        "Escape" => Some(Press::Back),
        _ => None,
    }
}

fn nudge(direction: Direction) -> Press {
    match direction {
        Direction::Left => Press::Pan(NUDGE, 0.0),
        Direction::Right => Press::Pan(-NUDGE, 0.0),
        Direction::Up => Press::Pan(0.0, NUDGE),
        Direction::Down => Press::Pan(0.0, -NUDGE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_walks_from_a_card_and_moves_the_paper_otherwise() {
        assert_eq!(of("ArrowUp", false, true), Some(Press::Walk(Direction::Up)));
        assert_eq!(of("ArrowUp", false, false), Some(Press::Pan(0.0, NUDGE)));
    }

    #[test]
    fn the_browsers_own_shortcuts_stay_with_the_browser() {
        assert_eq!(of("0", true, true), None);
        assert_eq!(of("f", true, true), Some(Press::Find));
    }
}
