//! The bar at the top.

use crate::desk::Desk;
use crate::export::exports;
use crate::icons::{Sign, sign};
use crate::samples::{self, Sample};
use crate::state::{Document, Prefs, PrefsAction, Theme};
use crate::ui::{Menu, MenuItem};
use wasm_bindgen_futures::spawn_local;
use yew::{
    AttrValue, Callback, Html, MouseEvent, Properties, UseReducerHandle, component, html, use_context,
    use_effect_with, use_state,
};

/// The bar.
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// The list of keys is asked for.
    pub onhelp: Callback<()>,
    /// A link is asked for.
    pub onshare: Callback<()>,
}

/// The bar.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let (Some(desk), Some(prefs)) = (use_context::<Desk>(), use_context::<UseReducerHandle<Prefs>>()) else {
        return html!();
    };
    let theme = prefs.saved.theme;
    let onhelp = props.onhelp.reform(|_: MouseEvent| ());
    let ontheme = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.prefer(PrefsAction::Theme(theme.next())))
    };
    let onshare = props.onshare.reform(|_: MouseEvent| ());
    let theme_sign = match theme {
        Theme::Auto => Sign::Half,
        Theme::Light => Sign::Sun,
        Theme::Dark => Sign::Moon,
    };
    let theme_name = ["Theme: ", theme.word()].concat();
    html! {
        <header class="bar">
            <span class="brand wide">{ sign(Sign::Brand) }<span>{ "Drydock" }</span></span>
            <span class="samples">{ for (!crate::keep::embedded()).then(|| html! { <Samples /> }) }</span>
            <span class="views" role="tablist" aria-label="Views">
                <button type="button" role="tab" id="tab-map" aria-selected="true" aria-controls="view-map" aria-label="Map">{ sign(Sign::Map) }<span class="wide">{ "Map" }</span></button>
            </span>
            <span class="grow"></span>
            <span class="chip wide" title="The version whose behaviour is followed">{ ["Kubernetes ", drydock_core::KUBERNETES_VERSION].concat() }</span>
            <Menu name="Export" class="export" end={true} items={exports(&desk)}
                label={html! { <>{ sign(Sign::Export) }<span class="wide">{ "Export" }</span></> }} />
            <button type="button" class="ghost" aria-label={theme_name.clone()} title={theme_name} onclick={ontheme}>{ sign(theme_sign) }</button>
            <button type="button" class="ghost" aria-label="Help" title="Keys and first steps (?)" onclick={onhelp}><b>{ "?" }</b></button>
            <button type="button" class="primary" onclick={onshare} title="A link that holds everything">{ sign(Sign::Share) }<span class="wide">{ "Share" }</span></button>
        </header>
    }
}

/// The menu of samples. A sample replaces the files; undo brings them back.
#[component]
fn Samples() -> Html {
    let list = use_state(Vec::<Sample>::new);
    let desk = use_context::<Desk>();
    let document = use_context::<UseReducerHandle<Document>>();
    {
        let list = list.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                match samples::index().await {
                    Ok(samples) => list.set(samples),
                    Err(sentence) => gloo::console::warn!("no samples", sentence),
                }
            });
        });
    }
    let items: Vec<MenuItem> = list
        .iter()
        .map(|sample| {
            let (desk, sample) = (desk.clone(), sample.clone());
            MenuItem {
                label: AttrValue::from(sample.title.clone()),
                detail: AttrValue::default(),
                checked: None,
                action: Callback::from(move |()| {
                    if let Some(desk) = &desk {
                        spawn_local(open(desk.clone(), sample.clone()));
                    }
                }),
            }
        })
        .collect();
    let current = document.and_then(|document| document.sample.clone());
    let title = current.map_or_else(|| "Samples".to_owned(), |sample| sample.title.clone());
    // Who speaks to the page says what is written on the button.
    let name = if title == "Samples" { title.clone() } else { ["Samples: ", &title].concat() };
    let label = html! { <><span class="sample-title">{ title }</span>{ sign(Sign::Down) }</> };
    html! { <span class="samples" hidden={items.is_empty()}><Menu {name} class="framed" {label} {items} /></span> }
}

async fn open(desk: Desk, sample: Sample) {
    match samples::files(&sample).await {
        Ok(files) => {
            desk.select(None);
            desk.workspace().open_sample(&files, &["Open ", &sample.title].concat());
            desk.explain(sample);
        }
        Err(sentence) => desk.tell(sentence),
    }
}
