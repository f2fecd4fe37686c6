//! The list of all keys.

use crate::ui::Dialog;
use yew::{Callback, Html, Properties, component, html};

/// Keys and what they do, by region.
const KEYS: [(&str, &[(&str, &str)]); 5] = [
    (
        "Everywhere",
        &[
            ("?", "this list"),
            ("Escape", "back to what was selected before; closes menus and windows"),
            ("Alt+1 … Alt+4", "to the text, the map, the problems, the inspector"),
            ("Tab", "to the next region or control"),
        ],
    ),
    (
        "Map",
        &[
            ("← → ↑ ↓", "from card to card, along relations where one goes that way"),
            ("Enter", "select; again: on to the inspector"),
            ("/ or Ctrl+F", "find; Enter to the next match, Shift+Enter to the one before"),
            ("+ − 0 1", "larger, smaller, everything, own size"),
            ("b", "bring out: only this and what is near it"),
            ("o", "the map as text"),
            ("Home, End", "first and last card"),
            ("Enter on a frame or pile", "open or close it"),
            ("Drag, wheel, two fingers", "move; with Ctrl or a pinch: zoom"),
        ],
    ),
    (
        "Outline",
        &[
            ("↑ ↓", "row by row"),
            ("→ ←", "open, close, to the object"),
            ("a letter", "to the next row that begins with it"),
        ],
    ),
    ("Problems", &[("↑ ↓", "problem by problem"), ("Enter", "to its line"), ("Tab", "to its repair")]),
    (
        "Text",
        &[
            ("Ctrl+Space", "what could be written here"),
            ("F12", "to what a reference leads to"),
            ("Ctrl+Z, Ctrl+Y", "undo and redo, across files"),
            ("Ctrl+F", "find in the file"),
            ("Escape, then Tab", "out of the editor"),
        ],
    ),
];

/// The window.
#[derive(PartialEq, Properties)]
pub struct HelpProps {
    /// It is to be closed.
    pub onclose: Callback<()>,
}

/// The list of keys.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    html! {
        <Dialog title="Keys" onclose={props.onclose.clone()}>
            <p class="mid">{ "Paste manifests on the left: they are drawn, checked and explained as you type. Nothing leaves this tab." }</p>
            { for KEYS.iter().map(|(region, keys)| html! {
                <section key={*region}>
                    <h3>{ *region }</h3>
                    <dl class="keys">
                        { for keys.iter().map(|(key, what)| html! { <div key={*key}><dt><kbd>{ *key }</kbd></dt><dd>{ *what }</dd></div> }) }
                    </dl>
                </section>
            }) }
        </Dialog>
    }
}
