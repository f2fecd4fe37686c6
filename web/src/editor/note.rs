//! The sentence under the editor that says what has just happened.

use super::{Note, Workspace};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a note stays.
const MILLISECONDS: u32 = 10_000;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) workspace: Workspace,
}

/// Always one element, so that a screen reader knows the place before anything is said there.
#[component]
pub(super) fn NoteBar(props: &Props) -> Html {
    let note = use_state(Note::default);
    {
        let note = note.setter();
        use_effect_with(props.workspace.clone(), move |workspace| {
            let subscription = workspace.on_note(Callback::from(move |told: Note| note.set(told)));
            move || drop(subscription)
        });
    }
    {
        let setter = note.setter();
        use_effect_with((*note).clone(), move |note| {
            let timeout = (!note.text.is_empty())
                .then(|| Timeout::new(MILLISECONDS, move || setter.set(Note::default())));
            move || drop(timeout)
        });
    }
    let undo = {
        let (workspace, note) = (props.workspace.clone(), note.setter());
        Callback::from(move |_: MouseEvent| {
            note.set(Note::default());
            workspace.undo();
            workspace.focus();
        })
    };
    let dismiss = {
        let note = note.setter();
        Callback::from(move |_: MouseEvent| note.set(Note::default()))
    };
    let shown = !note.text.is_empty();
    html! {
        <div class={classes!("editor-note", shown.then_some("shown"))}>
            <span role="status">{ &note.text }</span>
            <span class="editor-note-buttons" hidden={!shown}>
                <button type="button" class="undo" hidden={!note.undo} onclick={undo}>{ "Undo" }</button>
                <button type="button" class="dismiss" aria-label="Dismiss" onclick={dismiss}>{ "×" }</button>
            </span>
        </div>
    }
}
