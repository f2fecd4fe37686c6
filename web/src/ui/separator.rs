//! A border between two panes that pointer and keys can move.

use super::dom::by_id;
use crate::state::{Prefs, PrefsAction, Side};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{
    AttrValue, Callback, Html, KeyboardEvent, PointerEvent, Properties, TargetCast, UseReducerHandle,
    component, html, use_context, use_mut_ref,
};

/// So many pixels does an arrow key move it.
const STEP: i32 = 16;

/// Which border.
#[derive(PartialEq, Properties)]
pub struct SeparatorProps {
    /// The border.
    pub side: Side,
    /// Its accessible name.
    pub name: AttrValue,
    /// The id of the pane that it resizes.
    pub controls: AttrValue,
}

impl Side {
    /// The custom property that holds the pane's size.
    fn property(self) -> &'static str {
        match self {
            Self::Left => "--left",
            Self::Right => "--right",
            Self::Bottom => "--bottom",
        }
    }

    /// The pane's size when the pointer went from `start` to `now`.
    fn dragged(self, size: i32, start: (i32, i32), now: (i32, i32)) -> i32 {
        let moved = match self {
            Self::Left => now.0 - start.0,
            Self::Right => start.0 - now.0,
            Self::Bottom => start.1 - now.1,
        };
        let (least, most) = self.bounds();
        (size + moved).clamp(least, most)
    }

    /// The change in steps that a key asks for.
    fn steps(self, key: &str) -> Option<i32> {
        match (self, key) {
            (Self::Left, "ArrowRight") | (Self::Right, "ArrowLeft") | (Self::Bottom, "ArrowUp") => Some(1),
            (Self::Left, "ArrowLeft") | (Self::Right, "ArrowRight") | (Self::Bottom, "ArrowDown") => Some(-1),
            _ => None,
        }
    }
}

/// The border. While it is dragged only a custom property changes; the state hears of it at the end.
#[component]
pub fn Separator(props: &SeparatorProps) -> Html {
    let Some(prefs) = use_context::<UseReducerHandle<Prefs>>() else { return html!() };
    let drag = use_mut_ref(|| None::<((i32, i32), i32, i32)>);
    let side = props.side;
    let size = prefs.size(side);

    let onpointerdown = {
        let drag = drag.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(element) = event.target_dyn_into::<Element>() {
                // Without capture the drag still works while the pointer stays on the border.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            *drag.borrow_mut() = Some(((event.client_x(), event.client_y()), size, size));
            event.prevent_default();
        })
    };
    let onpointermove = {
        let drag = drag.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some((start, size, now)) = drag.borrow_mut().as_mut() {
                *now = side.dragged(*size, *start, (event.client_x(), event.client_y()));
                let host = by_id("work").and_then(|host| host.dyn_into::<HtmlElement>().ok());
                if let Some(host) = host {
                    let _ = host
                        .style()
                        .set_property(side.property(), &[now.to_string().as_str(), "px"].concat());
                }
            }
        })
    };
    let onpointerup = {
        let (drag, prefs) = (drag.clone(), prefs.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some((_, _, now)) = drag.borrow_mut().take() {
                prefs.dispatch(PrefsAction::Resize(side, now));
            }
        })
    };
    let folded = prefs.folded(side);
    let onkeydown = {
        let prefs = prefs.clone();
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            if key == "Enter" {
                prefs.dispatch(PrefsAction::Fold(side, !folded));
            } else if let Some(steps) = side.steps(&key) {
                prefs.dispatch(PrefsAction::Resize(side, size + steps * STEP));
            } else {
                return;
            }
            event.prevent_default();
        })
    };
    let ondblclick = Callback::from(move |_| prefs.dispatch(PrefsAction::Fold(side, !folded)));
    let (least, most) = side.bounds();
    let orientation = if side == Side::Bottom { "horizontal" } else { "vertical" };
    html! {
        <div class={["border ", orientation].concat()} role="separator" tabindex="0" aria-orientation={orientation}
            aria-label={props.name.clone()} aria-controls={props.controls.clone()}
            aria-valuenow={if folded { 0 } else { size }.to_string()} aria-valuemin={least.to_string()}
            aria-valuemax={most.to_string()} title="Drag, or arrow keys; Enter or a double click folds the pane"
            {onpointerdown} {onpointermove} {onpointerup} {onkeydown} {ondblclick}></div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dragging_the_right_border_to_the_left_widens_the_inspector() {
        assert_eq!(Side::Right.dragged(300, (900, 0), (850, 40)), 350);
        assert_eq!(Side::Left.dragged(300, (300, 0), (350, 40)), 350);
        assert_eq!(Side::Bottom.dragged(200, (0, 600), (90, 560)), 240);
    }
}
