//! A button with a menu below it.

use super::dom::{focus, later};
use crate::icons::{Sign, sign};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::{
    AttrValue, Callback, FocusEvent, Html, KeyboardEvent, NodeRef, Properties, classes, component, html,
    use_effect_with, use_node_ref, use_state,
};

/// An entry.
#[derive(Clone, PartialEq)]
pub struct MenuItem {
    /// What is written.
    pub label: AttrValue,
    /// A word on the right, such as a count.
    pub detail: AttrValue,
    /// For an entry that is on or off: which of the two.
    pub checked: Option<bool>,
    /// What it does.
    pub action: Callback<()>,
}

/// The button and what it opens.
#[derive(Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// The name of the button and the menu.
    pub name: AttrValue,
    /// What is on the button.
    pub label: Html,
    /// More classes for the button.
    #[prop_or_default]
    pub class: AttrValue,
    /// The entries.
    pub items: Vec<MenuItem>,
    /// It opens to the left.
    #[prop_or_default]
    pub end: bool,
}

/// The button. Arrow keys walk through its menu, Escape closes it and gives the focus back.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let open = use_state(|| false);
    let (host, list) = (use_node_ref(), use_node_ref());

    {
        let (host, open_now, list) = (host.clone(), *open, list.clone());
        let open = open.clone();
        use_effect_with(open_now, move |open_now| {
            let listener = open_now.then(|| {
                step(&list, |_, _| 0);
                EventListener::new(&gloo::utils::document(), "pointerdown", move |event| {
                    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                    if !host.get().is_some_and(|host| host.contains(target.as_ref())) {
                        open.set(false);
                    }
                })
            });
            move || drop(listener)
        });
    }

    let toggle = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    let onkeydown = {
        let (open, host, list) = (open.clone(), host.clone(), list.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            match key.as_str() {
                "ArrowDown" if !*open => open.set(true),
                _ if !*open => return,
                "ArrowDown" => step(&list, |at, count| (at + 1) % count),
                "ArrowUp" => step(&list, |at, count| (at + count - 1) % count),
                "Home" => step(&list, |_, _| 0),
                "End" => step(&list, |_, count| count - 1),
                "Escape" => {
                    open.set(false);
                    give_back(&host);
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onfocusout = {
        let (open, host) = (open.clone(), host.clone());
        Callback::from(move |event: FocusEvent| {
            let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            if next.is_some() && !host.get().is_some_and(|host| host.contains(next.as_ref())) {
                open.set(false);
            }
        })
    };

    let entries = props.items.iter().enumerate().map(|(place, item)| {
        let (open, host, action) = (open.clone(), host.clone(), item.action.clone());
        let stays = item.checked.is_some();
        let onclick = Callback::from(move |_| {
            if !stays {
                open.set(false);
                give_back(&host);
            }
            action.emit(());
        });
        let (role, checked) = match item.checked {
            Some(checked) => ("menuitemcheckbox", Some(if checked { "true" } else { "false" })),
            None => ("menuitem", None),
        };
        html! {
            <button key={place} type="button" class="entry" {role} aria-checked={checked} tabindex="-1" {onclick}>
                <span class="tick">{ if item.checked == Some(true) { sign(Sign::Check) } else { html!() } }</span>
                <span class="grow">{ &item.label }</span>
                <small>{ &item.detail }</small>
            </button>
        }
    });
    html! {
        <span class="menu" ref={host.clone()} {onkeydown} {onfocusout}>
            <button type="button" class={classes!("ghost", props.class.to_string())} aria-haspopup="menu"
                aria-expanded={open.to_string()} aria-label={props.name.clone()} title={props.name.clone()} onclick={toggle}>
                { props.label.clone() }
            </button>
            <div class={classes!("popup", props.end.then_some("end"))} role="menu" aria-label={props.name.clone()}
                hidden={!*open} ref={list}>
                { if *open { entries.collect::<Html>() } else { html!() } }
            </div>
        </span>
    }
}

/// Moves the focus within the menu.
fn step(list: &NodeRef, to: impl Fn(usize, usize) -> usize + 'static) {
    let list = list.clone();
    later(move || {
        let Some(list) = list.cast::<Element>() else { return };
        let entries = list.children();
        let count = entries.length() as usize;
        if count == 0 {
            return;
        }
        let current = super::document().active_element();
        let at = (0..count).find(|at| entries.item(*at as u32) == current);
        // Nothing has the focus yet: the first step leads to the first entry.
        let next = at.map_or(0, |at| to(at, count));
        if let Some(entry) = entries.item(next as u32) {
            focus(&entry);
        }
    });
}

/// The focus returns to the button.
fn give_back(host: &NodeRef) {
    if let Some(button) = host.cast::<Element>().and_then(|host| host.first_element_child()) {
        focus(&button);
    }
}
