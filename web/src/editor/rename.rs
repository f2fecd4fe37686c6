//! The field in which a file's name is typed. It stands beside the tab list, over the tab: a list of tabs may
//! hold nothing but tabs.

use super::Workspace;
use super::tabs::tab_element;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A file whose name is being typed.
#[derive(Clone, PartialEq)]
pub(super) struct Renaming {
    pub(super) id: u32,
    pub(super) name: String,
    pub(super) refusal: String,
    pub(super) left: i32,
}

/// The field, over the tab that it renames.
pub(super) fn rename_field(
    workspace: &Workspace,
    state: Renaming,
    setter: &UseStateSetter<Option<Renaming>>,
) -> Html {
    let commit = {
        let (workspace, setter, state) = (workspace.clone(), setter.clone(), state.clone());
        Callback::from(move |(name, end): (String, End)| {
            let refusal = if end == End::Cancel { None } else { workspace.rename(state.id, &name).err() };
            match refusal {
                Some(refusal) if end == End::Enter => setter.set(Some(Renaming { refusal, ..state.clone() })),
                _ => setter.set(None),
            }
            if let Some(tab) = tab_element(state.id).filter(|_| end == End::Cancel) {
                // It fails on elements that cannot have the focus; a tab can.
                let _ = tab.focus();
            }
        })
    };
    html! { <RenameField name={state.name} refusal={state.refusal} left={state.left} oncommit={commit} /> }
}

/// How the typing of a name ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// With the key: a refusal is shown and can be corrected.
    Enter,
    /// By going elsewhere: it means yes when the name is good, and leaves the old one when it is not.
    Leave,
    /// With Escape: the old name stays.
    Cancel,
}

#[derive(PartialEq, Properties)]
struct RenameProps {
    name: String,
    refusal: String,
    left: i32,
    oncommit: Callback<(String, End)>,
}

#[component]
fn RenameField(props: &RenameProps) -> Html {
    let input = use_node_ref();
    // Taking the field away makes the browser tell that it was left; that must not count after Escape.
    let cancelled = use_mut_ref(|| false);
    {
        let input = input.clone();
        use_effect_with(props.name.clone(), move |name| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.set_value(name);
                // Both fail only on fields that have no text to select.
                let _ = input.focus();
                let end = name.rfind('.').filter(|dot| *dot > 0).map_or(name.as_str(), |dot| &name[..dot]);
                let _ = input.set_selection_range(0, end.encode_utf16().count() as u32);
            }
        });
    }
    let keydown = {
        let (commit, cancelled) = (props.oncommit.clone(), Rc::clone(&cancelled));
        Callback::from(move |event: KeyboardEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let end = match event.key().as_str() {
                "Enter" => End::Enter,
                "Escape" => End::Cancel,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            *cancelled.borrow_mut() = end == End::Cancel;
            commit.emit((input.value(), end));
        })
    };
    let blur = {
        let commit = props.oncommit.clone();
        Callback::from(move |event: FocusEvent| {
            let left = event.target_dyn_into::<HtmlInputElement>().filter(|_| !*cancelled.borrow());
            if let Some(input) = left {
                commit.emit((input.value(), End::Leave));
            }
        })
    };
    html! {
        <div class="rename" style={format!("left:{}px", props.left)}>
            <input
                ref={input}
                type="text"
                aria-label={format!("New name of {}", props.name)}
                aria-invalid={(!props.refusal.is_empty()).to_string()}
                onkeydown={keydown}
                onblur={blur}
            />
            <span role="alert">{ &props.refusal }</span>
        </div>
    }
}
