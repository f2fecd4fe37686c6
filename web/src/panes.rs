//! Which panes are there: beside each other on a wide screen, one at a time on a narrow one.

use crate::desk::Desk;
use crate::icons::{Sign, sign};
use crate::state::{Analyses, Pane, Prefs, PrefsAction, Side};
use drydock_core::session::Severity;
use yew::{Callback, Classes, Html, MouseEvent, UseReducerHandle, classes, component, html, use_context};

/// Classes of the element that holds the panes.
pub fn pane_class(prefs: &Prefs) -> Classes {
    classes!(
        "work",
        prefs.folded(Side::Left).then_some("no-left"),
        prefs.folded(Side::Right).then_some("no-right"),
        prefs.folded(Side::Bottom).then_some("no-bottom"),
        match prefs.pane {
            Pane::Text => "show-text",
            Pane::Map => "show-map",
            Pane::Problems => "show-problems",
            Pane::Inspector => "show-inspector",
        }
    )
}

/// The tabs of a narrow screen.
#[component]
pub fn PaneTabs() -> Html {
    let (Some(desk), Some(prefs), Some(analyses)) = (
        use_context::<Desk>(),
        use_context::<UseReducerHandle<Prefs>>(),
        use_context::<UseReducerHandle<Analyses>>(),
    ) else {
        return html!();
    };
    let errors =
        analyses.analysis.problems.iter().filter(|problem| problem.severity <= Severity::Warning).count();
    let tab = |pane: Pane, name: &'static str, of: Sign, controls: &'static str| {
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| desk.prefer(PrefsAction::Show(pane)));
        let badge =
            (pane == Pane::Problems && errors > 0).then(|| html! { <small class="badge">{ errors }</small> });
        html! {
            <button key={name} type="button" role="tab" aria-selected={(prefs.pane == pane).to_string()} aria-controls={controls} {onclick}>
                { sign(of) }<span>{ name }</span><span>{ badge.unwrap_or_default() }</span>
            </button>
        }
    };
    html! {
        <nav class="panes" aria-label="Panes">
            <div role="tablist" aria-label="Panes">
                { tab(Pane::Text, "Text", Sign::Text, "pane-text") }
                { tab(Pane::Map, "Map", Sign::Map, "view-map") }
                { tab(Pane::Problems, "Problems", Sign::Warning, "pane-problems") }
                { tab(Pane::Inspector, "Inspector", Sign::Inspect, "pane-inspector") }
            </div>
        </nav>
    }
}
