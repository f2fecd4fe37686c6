//! What happens while nobody asks: work that takes long, notes about the engine, results for screen readers.

use crate::desk::Desk;
use crate::icons::{Sign, sign};
use crate::state::{Analyses, EngineState};
use crate::words::count;
use drydock_core::session::{Analysis, Severity};
use yew::{Callback, Html, MouseEvent, UseReducerHandle, component, html, use_context};

/// `2 errors, 3 warnings`.
fn result(analysis: &Analysis) -> String {
    let number = |severity| analysis.problems.iter().filter(|problem| problem.severity == severity).count();
    match (number(Severity::Error), number(Severity::Warning)) {
        (0, 0) => "No errors, no warnings".to_owned(),
        (errors, warnings) => [count(errors, "error"), count(warnings, "warning")].join(", "),
    }
}

/// The news.
#[component]
pub fn News() -> Html {
    let (Some(desk), Some(analyses)) = (use_context::<Desk>(), use_context::<UseReducerHandle<Analyses>>())
    else {
        return html!();
    };
    let busy = analyses.slow.map(|progress| {
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| desk.cancel());
        let known = (progress > 0).then(|| progress.to_string());
        html! {
            <div class="toast">
                <span class="spinner" aria-hidden="true"></span>
                <span>{ "Reading the manifests" }</span>
                <progress max="100" value={known} aria-label="Reading the manifests"></progress>
                <button type="button" class="small-button" {onclick}>{ "Cancel" }</button>
            </div>
        }
    });
    let note = analyses.note.clone().map(|note| {
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| desk.dismiss());
        html! {
            <div class="toast">
                { sign(Sign::Info) }<span>{ note }</span>
                <button type="button" class="ghost" aria-label="Dismiss" {onclick}>{ sign(Sign::Close) }</button>
            </div>
        }
    });
    let settled = matches!(analyses.engine, EngineState::Ready | EngineState::Restarted);
    html! {
        <div class="news">
            <div class="toasts" role="status">
                <div>{ busy.unwrap_or_default() }</div>
                <div>{ note.unwrap_or_default() }</div>
            </div>
            <p class="unseen" aria-live="polite">{ if settled { result(&analyses.analysis) } else { String::new() } }</p>
        </div>
    }
}
