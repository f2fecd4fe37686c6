//! The problems of the text: counted, filtered, each with its place and its repairs.

mod filter;
mod item;

use crate::icons::{Sign, sign};
use crate::state::Analyses;
use crate::words::{count, severity_class};
use drydock_core::session::Severity;
use filter::Filter;
pub use item::ProblemItem;
use web_sys::HtmlSelectElement;
use yew::{
    Callback, Event, Html, MouseEvent, TargetCast, UseReducerHandle, classes, component, html, use_context,
    use_state,
};

/// So many are shown at first; a list of thousands helps nobody and costs time.
const PAGE: usize = 200;

/// The list with its filters.
#[component]
pub fn Problems() -> Html {
    let filter = use_state(Filter::default);
    let pages = use_state(|| 1_usize);
    let Some(analyses) = use_context::<UseReducerHandle<Analyses>>() else { return html!() };
    let problems = &analyses.analysis.problems;
    let shown: Vec<usize> = filter.pass(problems);
    let limit = *pages * PAGE;

    let severity = |severity: Severity| {
        let number = problems.iter().filter(|problem| problem.severity == severity).count();
        let only = filter.severity == Some(severity);
        let filter = filter.clone();
        let onclick = Callback::from(move |_: MouseEvent| filter.set(filter.toggled(severity)));
        html! {
            <button key={severity.word()} type="button" class={classes!("count", severity_class(severity), only.then_some("on"))}
                aria-pressed={only.to_string()} hidden={number == 0} {onclick} title={["Only ", severity.word(), "s"].concat()}>
                { sign(Sign::of(severity)) }{ count(number, severity.word()) }</button>
        }
    };
    let onfile = {
        let filter = filter.clone();
        Callback::from(move |event: Event| {
            let file = event.target_unchecked_into::<HtmlSelectElement>().value();
            filter.set(Filter { file, ..(*filter).clone() });
        })
    };
    let files = analyses.analysis.files.iter().map(|file| {
        html! { <option key={file.name.clone()} value={file.name.clone()} selected={filter.file == file.name}>{ &file.name }</option> }
    });
    let empty = if problems.is_empty() {
        html! { <p class="fine">{ sign(Sign::Check) }<span>{ "No problems." }</span></p> }
    } else {
        html! { <p class="mid">{ "None of them passes the filter." }</p> }
    };
    let more = {
        let pages = pages.clone();
        let onclick = Callback::from(move |_: MouseEvent| pages.set(*pages + 1));
        let rest = shown.len().saturating_sub(limit);
        html! { <button type="button" class="small-button" hidden={rest == 0} {onclick}>{ ["Show more (", &rest.to_string(), ")"].concat() }</button> }
    };
    let all = [Severity::Error, Severity::Warning, Severity::Info, Severity::Hint];
    html! {
        <div class="problems">
            <header>
                <h2>{ "Problems" }</h2>
                <span class="counts">{ for all.into_iter().map(severity) }</span>
                <span class="grow"></span>
                <select aria-label="Problems of file" hidden={analyses.analysis.files.len() < 2} onchange={onfile}>
                    <option value="" selected={filter.file.is_empty()}>{ "all files" }</option>
                    { for files }
                </select>
            </header>
            <div class="scroll">
                <ul class="problem-list">
                    { for shown.iter().take(limit).filter_map(|place| problems.get(*place).map(|problem| html! {
                        <ProblemItem key={*place} problem={problem.clone()} number={Some(*place)} />
                    })) }
                </ul>
                <div class="empty" hidden={!shown.is_empty()}>{ empty }</div>
                <div class="more">{ more }</div>
            </div>
        </div>
    }
}
