//! The tabs of the files. A tab's name for a screen reader is the file's; how many problems it has is in its
//! description (the title). The cross in a tab is for the mouse: the keys are Delete to close and F2 to rename.

use super::rename::{Renaming, rename_field};
use super::{Tab, Workspace};
use drydock_core::session::Analysis;
use gloo::utils::document;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// How many problems a file has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Badge {
    /// The file's name.
    pub file: String,
    /// Errors.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
}

impl Badge {
    /// `1 error, 2 warnings`; empty when all is well.
    fn words(&self) -> String {
        let count = |number: u32, word: &str| match number {
            0 => None,
            1 => Some(format!("1 {word}")),
            _ => Some(format!("{number} {word}s")),
        };
        [count(self.errors, "error"), count(self.warnings, "warning")]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// The numbers for the tabs.
pub fn badges(analysis: &Analysis) -> Rc<[Badge]> {
    let badge = |file: &drydock_core::session::FileReport| Badge {
        file: file.name.clone(),
        errors: file.errors,
        warnings: file.warnings,
    };
    analysis.files.iter().map(badge).collect()
}

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) workspace: Workspace,
    pub(super) tabs: Vec<Tab>,
    pub(super) badges: Rc<[Badge]>,
    pub(super) readonly: bool,
}

fn tab_id(id: u32) -> String {
    format!("file-tab-{id}")
}

pub(super) fn tab_element(id: u32) -> Option<HtmlElement> {
    document().get_element_by_id(&tab_id(id))?.dyn_into().ok()
}

/// The file that a key leads to.
fn neighbour(tabs: &[Tab], id: u32, key: &str) -> Option<u32> {
    let place = tabs.iter().position(|tab| tab.id == id)?;
    let place = match key {
        "ArrowRight" | "ArrowDown" => (place + 1) % tabs.len(),
        "ArrowLeft" | "ArrowUp" => (place + tabs.len() - 1) % tabs.len(),
        "Home" => 0,
        "End" => tabs.len() - 1,
        _ => return None,
    };
    tabs.get(place).map(|tab| tab.id)
}

/// The tabs, a button for a new file and one for files of the computer.
#[component]
pub(super) fn FileTabs(props: &Props) -> Html {
    let renaming = use_state(|| None::<Renaming>);
    // Closing by key leaves the keyboard on the tab that comes into view.
    let refocus = use_mut_ref(|| false);
    {
        let refocus = Rc::clone(&refocus);
        use_effect_with(props.tabs.clone(), move |tabs| {
            if let Some(element) = tabs.iter().find(|tab| tab.active).and_then(|tab| tab_element(tab.id)) {
                element.scroll_into_view_with_scroll_into_view_options(&nearest());
                if refocus.replace(false) {
                    // It fails on elements that cannot have the focus; a tab can.
                    let _ = element.focus();
                }
            }
        });
    }
    let begin = {
        let (renaming, tabs, readonly) = (renaming.setter(), props.tabs.clone(), props.readonly);
        Callback::from(move |id: u32| {
            let tab = tabs.iter().find(|tab| tab.id == id).filter(|_| !readonly);
            renaming.set(tab.map(|tab| Renaming {
                id,
                name: tab.name.clone(),
                refusal: String::new(),
                left: tab_element(id).map_or(0, |element| {
                    let scrolled = element.parent_element().map_or(0, |list| list.scroll_left());
                    (element.offset_left() - scrolled).max(0)
                }),
            }));
        })
    };
    let close = {
        let (workspace, readonly) = (props.workspace.clone(), props.readonly);
        Callback::from(move |id: u32| {
            if !readonly {
                workspace.close(id);
            }
        })
    };
    let keys = {
        let (workspace, tabs, begin, close) =
            (props.workspace.clone(), props.tabs.clone(), begin.clone(), close.clone());
        Callback::from(move |(id, event): (u32, KeyboardEvent)| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let key = event.key();
            match key.as_str() {
                "Delete" | "Backspace" => {
                    *refocus.borrow_mut() = true;
                    close.emit(id);
                }
                "F2" => begin.emit(id),
                "Enter" => workspace.focus(),
                _ => {
                    let Some(next) = neighbour(&tabs, id, &key) else { return };
                    *refocus.borrow_mut() = true;
                    workspace.select(next);
                }
            }
            event.prevent_default();
        })
    };
    let list = props.tabs.iter().map(|tab| {
        let badge = props.badges.iter().find(|badge| badge.file == tab.name);
        tab_view(tab, badge, props, &begin, &close, &keys)
    });
    html! {
        <div class="files-bar">
            <div class="files" role="tablist" aria-label="Files">{ for list }</div>
            <div class="files-tools">{ for (!props.readonly).then(|| tools(&props.workspace)) }</div>
            <div class="files-rename">
                { for (*renaming).clone().map(|state| rename_field(&props.workspace, state, &renaming.setter())) }
            </div>
        </div>
    }
}

fn nearest() -> web_sys::ScrollIntoViewOptions {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    options
}

fn tab_view(
    tab: &Tab,
    badge: Option<&Badge>,
    props: &Props,
    begin: &Callback<u32>,
    close: &Callback<u32>,
    keys: &Callback<(u32, KeyboardEvent)>,
) -> Html {
    let id = tab.id;
    let select = {
        let workspace = props.workspace.clone();
        Callback::from(move |_: MouseEvent| workspace.select(id))
    };
    let cross = close.reform(move |event: MouseEvent| {
        event.stop_propagation();
        id
    });
    let middle = {
        let close = close.clone();
        Callback::from(move |event: MouseEvent| {
            if event.button() == 1 {
                event.prevent_default();
                close.emit(id);
            }
        })
    };
    let words = badge.map(Badge::words).unwrap_or_default();
    let hint = if props.readonly { "" } else { "F2 or a double click renames, Delete closes" };
    let title =
        [words.as_str(), hint].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ");
    html! {
        <button
            key={id}
            type="button"
            role="tab"
            id={tab_id(id)}
            class="file"
            title={title}
            aria-selected={tab.active.to_string()}
            aria-controls="file-panel"
            tabindex={if tab.active { "0" } else { "-1" }}
            onclick={select}
            onauxclick={middle}
            ondblclick={begin.reform(move |_| id)}
            onkeydown={keys.reform(move |event| (id, event))}
        >
            <span class="file-name">{ &tab.name }</span>
            <span class="file-marks" aria-hidden="true">{ for badge.map(numbers) }</span>
            <span class="file-close" aria-hidden="true" hidden={props.readonly} onclick={cross}>{ "×" }</span>
        </button>
    }
}

fn numbers(badge: &Badge) -> Html {
    html! {
        <>
            <span class="badge error" hidden={badge.errors == 0}>{ badge.errors }</span>
            <span class="badge warning" hidden={badge.warnings == 0}>{ badge.warnings }</span>
        </>
    }
}

fn tools(workspace: &Workspace) -> Html {
    let add = {
        let workspace = workspace.clone();
        Callback::from(move |_: MouseEvent| workspace.add_empty())
    };
    let choose = {
        let workspace = workspace.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let workspace = workspace.clone();
            spawn_local(async move {
                if let Some(files) = input.files() {
                    workspace.open(&files).await;
                }
                // Choosing the same file again is a change again.
                input.set_value("");
            });
        })
    };
    html! {
        <>
            <button type="button" class="file-add" aria-label="Add file" title="Add file" onclick={add}>{ "+" }</button>
            <label class="file-open" title="Open files; files and folders can be dropped anywhere as well">
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M1.5 12.5v-9h4l1.5 2h6v2M1.5 12.5l2-5h11l-2 5z" />
                </svg>
                <input type="file" multiple=true aria-label="Open files" onchange={choose} />
            </label>
        </>
    }
}
