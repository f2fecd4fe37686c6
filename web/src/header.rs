//! The bar at the top.

use crate::desk::Desk;
use crate::export::exports;
use crate::icons::{Sign, sign};
use crate::state::{Prefs, PrefsAction, Theme};
use crate::ui::Menu;
use yew::{Callback, Html, MouseEvent, Properties, UseReducerHandle, component, html, use_context};

/// The bar.
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// The list of keys is asked for.
    pub onhelp: Callback<()>,
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
    let theme_sign = match theme {
        Theme::Auto => Sign::Half,
        Theme::Light => Sign::Sun,
        Theme::Dark => Sign::Moon,
    };
    let theme_name = ["Theme: ", theme.word()].concat();
    html! {
        <header class="bar">
            <span class="brand">{ sign(Sign::Brand) }<span class="wide">{ "Drydock" }</span></span>
            <span class="views" role="tablist" aria-label="Views">
                <button type="button" role="tab" id="tab-map" aria-selected="true" aria-controls="view-map">{ sign(Sign::Map) }{ "Map" }</button>
            </span>
            <span class="grow"></span>
            <span class="chip wide" title="The version whose behaviour is followed">{ "Kubernetes 1.37" }</span>
            <Menu name="Export" class="export" end={true} items={exports(&desk)}
                label={html! { <>{ sign(Sign::Export) }<span class="wide">{ "Export" }</span></> }} />
            <button type="button" class="ghost" aria-label={theme_name.clone()} title={theme_name} onclick={ontheme}>{ sign(theme_sign) }</button>
            <button type="button" class="ghost" aria-label="Help" title="Keys and first steps (?)" onclick={onhelp}><b>{ "?" }</b></button>
        </header>
    }
}
