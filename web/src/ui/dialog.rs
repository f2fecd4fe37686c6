//! A window over the page. The browser's own `<dialog>` keeps the focus in it and closes it with Escape.

use crate::icons::{Sign, sign};
use web_sys::HtmlDialogElement;
use yew::{
    AttrValue, Callback, Children, Html, MouseEvent, Properties, TargetCast, component, html,
    use_effect_with, use_node_ref,
};

/// The window.
#[derive(PartialEq, Properties)]
pub struct DialogProps {
    /// Its heading and name.
    pub title: AttrValue,
    /// It is to be closed.
    pub onclose: Callback<()>,
    /// What is in it.
    pub children: Children,
}

/// A window that is open as long as it is rendered.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>()
                && dialog.show_modal().is_err()
            {
                dialog.set_open(true);
            }
        });
    }
    let close = props.onclose.reform(|_: MouseEvent| ());
    let onclose = props.onclose.reform(|_| ());
    // A click beside the window hits the dialog element itself, one inside hits something in it.
    let beside = {
        let (dialog, onclose) = (dialog.clone(), props.onclose.clone());
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<HtmlDialogElement>();
            if target.is_some() && target == dialog.cast::<HtmlDialogElement>() {
                onclose.emit(());
            }
        })
    };
    html! {
        <dialog ref={dialog} aria-label={props.title.clone()} {onclose} onclick={beside}>
            <div class="window">
                <header>
                    <h2>{ &props.title }</h2>
                    <button type="button" class="ghost" aria-label="Close" onclick={close}>{ sign(Sign::Close) }</button>
                </header>
                <div class="content" tabindex="0">{ props.children.clone() }</div>
            </div>
        </dialog>
    }
}
