//! The find box: what is typed lights its matches, Enter walks through them.

use super::canvas::Found;
use super::find::matches;
use crate::icons::{Sign, sign};
use crate::state::Shared;
use crate::ui::{focus, later};
use drydock_core::session::Picture;
use web_sys::{Element, HtmlInputElement};
use yew::{
    Callback, Html, InputEvent, KeyboardEvent, MouseEvent, Properties, TargetCast, component, html,
    use_effect_with, use_node_ref, use_state,
};

/// The box.
#[derive(PartialEq, Properties)]
pub struct FindProps {
    /// Where to look.
    pub picture: Shared<Picture>,
    /// What is found.
    pub onfound: Callback<Found>,
    /// The match that the person wants.
    pub onchosen: Callback<String>,
    /// It is to be closed.
    pub onclose: Callback<()>,
}

/// The box, which takes the focus when it appears.
#[component]
pub fn FindBox(props: &FindProps) -> Html {
    let found = use_state(Found::default);
    let typed = use_state(String::new);
    let input = use_node_ref();
    {
        let (input, onfound) = (input.clone(), props.onfound.clone());
        use_effect_with((), move |()| {
            later(move || input.cast::<Element>().iter().for_each(focus));
            move || onfound.emit(Found::default())
        });
    }
    let show = {
        let (found, onfound) = (found.clone(), props.onfound.clone());
        move |next: Found| {
            onfound.emit(next.clone());
            found.set(next);
        }
    };
    let oninput = {
        let (picture, typed, show) = (props.picture.clone(), typed.clone(), show.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            show(Found { ids: matches(&picture.scene, &text), at: 0 });
            typed.set(text);
        })
    };
    let step = {
        let (found, show) = (found.clone(), show.clone());
        move |forward: bool| {
            let count = found.ids.len();
            if count > 0 {
                let at = if forward { found.at + 1 } else { found.at + count - 1 } % count;
                show(Found { at, ..(*found).clone() });
            }
        }
    };
    let onkeydown = {
        let (found, step) = (found.clone(), step.clone());
        let (onclose, onchosen) = (props.onclose.clone(), props.onchosen.clone());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "Enter" => step(!event.shift_key()),
                "ArrowDown" => step(true),
                "ArrowUp" => step(false),
                "Escape" => {
                    if let Some(id) = found.ids.get(found.at) {
                        onchosen.emit(id.clone());
                    }
                    onclose.emit(());
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let told = match (typed.is_empty(), found.ids.len()) {
        (true, _) => String::new(),
        (false, 0) => "nothing".to_owned(),
        (false, count) => [(found.at + 1).to_string().as_str(), " of ", &count.to_string()].concat(),
    };
    let button = |forward: bool, name: &'static str, of: Sign| {
        let step = step.clone();
        let onclick = Callback::from(move |_: MouseEvent| step(forward));
        html! { <button type="button" aria-label={name} title={name} disabled={found.ids.is_empty()} {onclick}>{ sign(of) }</button> }
    };
    let onclose = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <div class="find" role="search">
            { sign(Sign::Search) }
            <input ref={input} type="text" aria-label="Find in the map" placeholder="name, kind, namespace …" autocomplete="off"
                spellcheck="false" {oninput} {onkeydown} />
            <small role="status">{ told }</small>
            { button(false, "Previous match", Sign::Left) }
            { button(true, "Next match", Sign::Right) }
            <button type="button" aria-label="Close the find box" onclick={onclose}>{ sign(Sign::Close) }</button>
        </div>
    }
}
