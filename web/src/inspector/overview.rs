//! What the picture tells as a whole: its story, what its hues mean, and what to do next.

use crate::icons::{Sign, kind, sign};
use crate::state::{Analyses, Document};
use crate::words::{count, family_class, family_words};
use drydock_core::session::{Family, Severity};
use yew::{Html, UseReducerHandle, component, html, use_context};

/// The families in the order of the picture's columns, each with the kind whose icon stands for it.
const FAMILIES: [(Family, &str); 9] = [
    (Family::Entry, "Ingress"),
    (Family::Service, "Service"),
    (Family::Workload, "Deployment"),
    (Family::Config, "ConfigMap"),
    (Family::Storage, "PersistentVolumeClaim"),
    (Family::Policy, "NetworkPolicy"),
    (Family::Scaling, "HorizontalPodAutoscaler"),
    (Family::Identity, "ServiceAccount"),
    (Family::Other, "Node"),
];

/// The overview.
#[component]
pub fn Overview() -> Html {
    let Some(analyses) = use_context::<UseReducerHandle<Analyses>>() else { return html!() };
    let sample = use_context::<UseReducerHandle<Document>>().and_then(|document| document.sample.clone());
    let picture = &analyses.picture;
    let problems = &analyses.analysis.problems;
    let number = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let (errors, warnings) = (number(Severity::Error), number(Severity::Warning));
    let here = |family: Family| picture.objects.iter().filter(|object| object.family == family).count();
    let legend = FAMILIES.into_iter().filter(|(family, _)| here(*family) > 0).map(|(family, icon)| {
        html! {
            <li key={family_class(family)} class={family_class(family)}>
                { kind(icon, family) }<span class="ink">{ family_words(family) }</span><small>{ here(family) }</small>
            </li>
        }
    });
    let verdict = match (errors, warnings) {
        (0, 0) => {
            html! { <p class="verdict is-ready">{ sign(Sign::Check) }<span>{ "Nothing wrong was found." }</span></p> }
        }
        (0, warnings) => html! {
            <p class="verdict is-warning">{ sign(Sign::Warning) }<span>{ count(warnings, "warning") }{ ", no errors." }</span></p>
        },
        (errors, warnings) => html! {
            <p class="verdict is-error">{ sign(Sign::Error) }<span>{ count(errors, "error") }
                { if warnings > 0 { [" and ", &count(warnings, "warning"), "."].concat() } else { ".".into() } }</span></p>
        },
    };
    html! {
        <div class="overview">
            <header>
                <h2>{ "What this is" }</h2>
                <p class="story">{ &picture.story }</p>
                <div>{ verdict }</div>
            </header>
            <section hidden={sample.is_none()}>
                <h3>{ sample.as_ref().map(|sample| sample.title.clone()).unwrap_or_default() }</h3>
                <p class="lesson">{ sample.as_ref().map(|sample| sample.lesson.clone()).unwrap_or_default() }</p>
            </section>
            <section>
                <h3>{ "What to do next" }</h3>
                <ul class="next">
                    { for (errors + warnings > 0).then(|| html! { <li key="fix">{ "Open Problems: many are repaired with one click." }</li> }) }
                    <li key="click">{ "Click a card to see its facts, its relations and why each is drawn." }</li>
                    <li key="edit">{ "Change the text: the map follows as you type." }</li>
                    <li key="paste">{ "Paste your own manifests over it. Nothing leaves this tab." }</li>
                    <li key="keys">{ "Press " }<kbd>{ "?" }</kbd>{ " for all keys." }</li>
                </ul>
            </section>
            <section>
                <h3>{ "Legend" }</h3>
                <ul class="legend">{ for legend }</ul>
                <ul class="legend signs">
                    <li key="ghost"><svg class="swatch" viewBox="0 0 28 16" aria-hidden="true"><rect class="ghost-sign" x="1" y="1" width="26" height="14" rx="4" /></svg>
                        <span class="ink">{ "Referred to, but missing" }</span></li>
                    <li key="broken"><svg class="swatch" viewBox="0 0 28 16" aria-hidden="true"><path class="broken-sign" d="M1 8h22" /><path class="broken-head" d="M27 8l-7-3.500v7z" /></svg>
                        <span class="ink">{ "A relation that leads nowhere" }</span></li>
                    <li key="ready"><svg class="swatch" viewBox="0 0 28 16" aria-hidden="true"><g class="pod ready" transform="translate(1 2)"><rect width="11" height="11" rx="3" /><path d="M2.8 5.800l2 2.2 3.6-4.4" /></g><g class="pod waiting" transform="translate(15 2)"><rect width="11" height="11" rx="3" /></g></svg>
                        <span class="ink">{ "A Pod that is ready, one that is not" }</span></li>
                </ul>
            </section>
        </div>
    }
}
