//! The pane: tabs, text, note.

use super::note::NoteBar;
use super::tabs::{Badge, FileTabs};
use super::{Tab, Workspace};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Properties of the pane.
#[derive(PartialEq, Properties)]
pub struct EditorPaneProps {
    /// The files.
    pub workspace: Workspace,
    /// The numbers on the tabs, made by `badges`.
    #[prop_or_default]
    pub badges: Rc<[Badge]>,
    /// Files cannot be added, renamed or closed.
    #[prop_or_default]
    pub readonly: bool,
}

/// The editor with its tabs. The host of CodeMirror stands between two elements that are always there: Yew
/// 0.23 may otherwise destroy it when a sibling list grows.
#[component]
pub fn EditorPane(props: &EditorPaneProps) -> Html {
    let host = use_node_ref();
    let tabs = use_state(|| props.workspace.tabs());
    {
        let tabs = tabs.setter();
        use_effect_with(props.workspace.clone(), move |workspace| {
            let subscription = workspace.on_tabs(Callback::from(move |list: Vec<Tab>| tabs.set(list)));
            move || drop(subscription)
        });
    }
    {
        let host = host.clone();
        use_effect_with(props.workspace.clone(), move |workspace| {
            let workspace = workspace.clone();
            if let Some(element) = host.cast::<Element>() {
                workspace.mount(&element);
            }
            move || workspace.unmount()
        });
    }
    let active = tabs.iter().find(|tab| tab.active).map(|tab| format!("file-tab-{}", tab.id));
    html! {
        <div class="editor">
            <FileTabs
                workspace={props.workspace.clone()}
                tabs={(*tabs).clone()}
                badges={Rc::clone(&props.badges)}
                readonly={props.readonly}
            />
            <div class="editor-host" id="file-panel" role="tabpanel" aria-labelledby={active} ref={host}></div>
            <NoteBar workspace={props.workspace.clone()} />
        </div>
    }
}
