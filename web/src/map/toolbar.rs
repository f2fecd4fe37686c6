//! What floats over the canvas: find, filters, outline, zoom.

use super::aim::bring_out;
use super::canvas::Found;
use super::controller::{Controller, STEP};
use super::find_box::FindBox;
use crate::desk::Desk;
use crate::icons::{Sign, sign};
use crate::state::{Prefs, PrefsAction, Shared};
use crate::ui::{Menu, MenuItem};
use drydock_core::session::{Look, Picture};
use web_sys::HtmlInputElement;
use yew::{
    AttrValue, Callback, Event, Html, MouseEvent, Properties, TargetCast, UseReducerHandle, classes,
    component, html, use_context,
};

/// The toolbar.
#[derive(PartialEq, Properties)]
pub struct ToolbarProps {
    /// The canvas.
    pub controller: Controller,
    /// What is drawn.
    pub picture: Shared<Picture>,
    /// The find box is open.
    pub finding: bool,
    /// The find box opens or closes.
    pub onfinding: Callback<bool>,
    /// What is found.
    pub onfound: Callback<Found>,
    /// The match that the person wants.
    pub onchosen: Callback<String>,
}

/// The toolbar.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let Some(desk) = use_context::<Desk>() else { return html!() };
    let Some(prefs) = use_context::<UseReducerHandle<Prefs>>() else { return html!() };
    let look = prefs.look.clone();
    let shown = prefs.saved.outline;
    let outline = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.prefer(PrefsAction::Outline(!shown)))
    };
    let onlabels = {
        let (desk, look) = (desk.clone(), look.clone());
        Callback::from(move |event: Event| {
            let labels = event.target_unchecked_into::<HtmlInputElement>().value();
            desk.look(Look { labels, ..look.clone() });
        })
    };
    let find = if props.finding {
        let onclose = props.onfinding.reform(|()| false);
        html! {
            <FindBox picture={props.picture.clone()} onfound={props.onfound.clone()} onchosen={props.onchosen.clone()} {onclose} />
        }
    } else {
        let onclick = props.onfinding.reform(|_: MouseEvent| true);
        html! { <button type="button" {onclick} title="Find (/)">{ sign(Sign::Search) }<span class="wide">{ "Find" }</span></button> }
    };
    let everything = (!look.focus.is_empty()).then(|| {
        let (desk, prefs) = (desk.clone(), prefs.clone());
        let onclick = Callback::from(move |_: MouseEvent| bring_out(&desk, &prefs, ""));
        html! { <button type="button" class="on" {onclick} title="Show everything again (Escape)">{ sign(Sign::Close) }{ "Show everything" }</button> }
    });
    let zoom = |name: &'static str, of: Sign, factor: f64| {
        let controller = props.controller.clone();
        let onclick = Callback::from(move |_: MouseEvent| controller.zoom(factor));
        html! { <button type="button" aria-label={name} title={name} {onclick}>{ sign(of) }</button> }
    };
    let (fitting, sizing) = (props.controller.clone(), props.controller.clone());
    let filtered = |on: bool| if on { "on" } else { "" };
    html! {
        <div class="tools">
            <div class="float" role="toolbar" aria-label="Picture">
                <span>{ find }</span>
                <span class={filtered(!look.hidden_kinds.is_empty() || look.ambient)}>
                    <Menu name="Kinds" label={html! { <>{ "Kinds" }{ sign(Sign::Down) }</> }} items={kinds(&desk, &look, &props.picture)} />
                </span>
                <span class={filtered(!look.namespaces.is_empty())} hidden={props.picture.namespaces.len() < 2}>
                    <Menu name="Namespaces" label={html! { <>{ "Namespaces" }{ sign(Sign::Down) }</> }} items={namespaces(&desk, &look, &props.picture)} />
                </span>
                <span class="labels wide">
                    <input type="text" aria-label="Only objects with these labels" placeholder="labels: app=web"
                        title="Only objects that this label selector matches, and what they touch"
                        value={look.labels.clone()} onchange={onlabels} autocomplete="off" spellcheck="false" size="14" />
                </span>
                <span>{ everything.unwrap_or_default() }</span>
                <button type="button" class={classes!(shown.then_some("on"))} aria-pressed={shown.to_string()} onclick={outline}
                    title="The map as text (o)" aria-label="Outline">{ sign(Sign::List) }<span class="wide">{ "Outline" }</span></button>
            </div>
            <span class="grow"></span>
            <div class="float" role="toolbar" aria-label="Zoom">
                { zoom("Smaller", Sign::Minus, 1.0 / STEP) }
                <button type="button" class="percent" title="At its own size (1)" ref={props.controller.percent()}
                    onclick={Callback::from(move |_: MouseEvent| sizing.actual_size())}>{ "100 %" }</button>
                { zoom("Larger", Sign::Plus, STEP) }
                <button type="button" title="Everything on the screen (0)" aria-label="Fit"
                    onclick={Callback::from(move |_: MouseEvent| fitting.fit())}>{ sign(Sign::Fit) }</button>
            </div>
        </div>
    }
}

/// An entry for each kind, and one for what every cluster has.
fn kinds(desk: &Desk, look: &Look, picture: &Picture) -> Vec<MenuItem> {
    let change = |change: &dyn Fn(&mut Look)| {
        let mut next = look.clone();
        change(&mut next);
        let desk = desk.clone();
        Callback::from(move |()| desk.look(next.clone()))
    };
    let mut items: Vec<MenuItem> = picture
        .kinds
        .iter()
        .map(|(kind, count)| MenuItem {
            label: AttrValue::from(kind.clone()),
            detail: AttrValue::from(count.to_string()),
            checked: Some(!look.hidden_kinds.contains(kind)),
            action: change(&|look| toggle(&mut look.hidden_kinds, kind)),
        })
        .collect();
    items.push(MenuItem {
        label: AttrValue::Static("What every cluster has"),
        detail: AttrValue::default(),
        checked: Some(look.ambient),
        action: change(&|look| look.ambient = !look.ambient),
    });
    if !look.hidden_kinds.is_empty() {
        items.push(MenuItem {
            label: AttrValue::Static("Show all kinds"),
            detail: AttrValue::default(),
            checked: None,
            action: change(&|look| look.hidden_kinds.clear()),
        });
    }
    items
}

/// An entry for each namespace. None chosen means all.
fn namespaces(desk: &Desk, look: &Look, picture: &Picture) -> Vec<MenuItem> {
    let item = |label: AttrValue, detail: AttrValue, checked: bool, next: Look| {
        let desk = desk.clone();
        MenuItem {
            label,
            detail,
            checked: Some(checked),
            action: Callback::from(move |()| desk.look(next.clone())),
        }
    };
    let all = Look { namespaces: Vec::new(), ..look.clone() };
    let mut items =
        vec![item(AttrValue::Static("All"), AttrValue::default(), look.namespaces.is_empty(), all)];
    for (name, count) in &picture.namespaces {
        let mut next = look.clone();
        toggle(&mut next.namespaces, name);
        let label = if name.is_empty() {
            AttrValue::Static("(cluster-scoped)")
        } else {
            AttrValue::from(name.clone())
        };
        items.push(item(label, AttrValue::from(count.to_string()), look.namespaces.contains(name), next));
    }
    items
}

/// Puts a word into a list, or takes it out.
fn toggle(list: &mut Vec<String>, word: &str) {
    match list.iter().position(|other| other == word) {
        Some(place) => drop(list.remove(place)),
        None => list.push(word.to_owned()),
    }
}
