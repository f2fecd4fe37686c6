//! One problem.

use crate::desk::Desk;
use crate::icons::{Sign, sign};
use crate::ui::{Menu, MenuItem};
use crate::words::severity_class;
use drydock_core::session::ProblemReport;
use web_sys::Element;
use yew::{
    AttrValue, Callback, Html, KeyboardEvent, MouseEvent, Properties, TargetCast, classes, component, html,
    use_context,
};

/// A problem.
#[derive(PartialEq, Properties)]
pub struct ItemProps {
    /// What is wrong.
    pub problem: ProblemReport,
    /// Its place in the list of all problems; none where it is listed elsewhere.
    pub number: Option<usize>,
}

/// The accessible name: `error: MESSAGE, FILE line N`.
fn name(problem: &ProblemReport) -> String {
    let line = problem.range.line.to_string();
    [problem.severity.word(), ": ", &problem.message, ", ", &problem.range.file, " line ", &line].concat()
}

/// A problem: a click or Enter goes to its line, its button repairs it.
#[component]
pub fn ProblemItem(props: &ItemProps) -> Html {
    let Some(desk) = use_context::<Desk>() else { return html! { <li /> } };
    let problem = &props.problem;
    let go = {
        let (desk, range) = (desk.clone(), problem.range.clone());
        let object = (!problem.object.is_empty()).then(|| AttrValue::from(problem.object.clone()));
        move || {
            if let Some(object) = &object {
                desk.select(Some(object.clone()));
            }
            desk.reveal(&range);
        }
    };
    let onclick = {
        let go = go.clone();
        Callback::from(move |event: MouseEvent| {
            let on_button =
                event.target_dyn_into::<Element>().and_then(|it| it.closest("button,.menu").ok().flatten());
            if on_button.is_none() {
                go();
            }
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        // Keys on its buttons are theirs. (Yew listens at the root: the current target would be that one.)
        let Some(item) = event.target_dyn_into::<Element>().filter(|it| it.class_list().contains("problem"))
        else {
            return;
        };
        match event.key().as_str() {
            "Enter" => go(),
            "ArrowDown" => walk(item.next_element_sibling()),
            "ArrowUp" => walk(item.previous_element_sibling()),
            _ => return,
        }
        event.prevent_default();
    });
    // The place comes first: the line is cut where there is no room.
    let mut details = vec![[problem.range.file.as_str(), ":", &problem.range.line.to_string()].concat()];
    if !problem.object_name.is_empty() {
        details.push(problem.object_name.clone());
    }
    if !problem.field.is_empty() {
        details.push(problem.field.clone());
    }
    let details = details.join(" \u{b7} ");
    html! {
        <li class={classes!("problem", severity_class(problem.severity))} tabindex="0" aria-label={name(problem)}
            data-rule={problem.rule.clone()} {onclick} {onkeydown}>
            <span class="severity">{ sign(Sign::of(problem.severity)) }</span>
            <div class="said">
                <b>{ &problem.message }</b>
                <small class="where-it-is" title={details.clone()}>{ details }</small>
                <small class="help">{ &problem.help }</small>
            </div>
            <div class="fixes">{ fixes(&desk, problem) }</div>
        </li>
    }
}

/// The first repair as a button, the others in a menu beside it.
fn fixes(desk: &Desk, problem: &ProblemReport) -> Html {
    let Some(first) = problem.fixes.first() else { return html!() };
    let apply = |fix: &drydock_core::session::FixReport| {
        let (desk, fix) = (desk.clone(), fix.clone());
        move || desk.apply(&fix)
    };
    let act = apply(first);
    let onclick = Callback::from(move |_: MouseEvent| act());
    let others: Vec<MenuItem> = problem
        .fixes
        .iter()
        .skip(1)
        .map(|fix| {
            let act = apply(fix);
            MenuItem {
                label: AttrValue::from(fix.title.clone()),
                detail: AttrValue::default(),
                checked: None,
                action: Callback::from(move |()| act()),
            }
        })
        .collect();
    html! {
        <>
            <button type="button" class="fix" title={first.title.clone()} {onclick}>{ "Fix: " }{ &first.title }</button>
            <span hidden={others.is_empty()}><Menu name="Other fixes" class="fix" end={true} label={sign(Sign::Down)} items={others} /></span>
        </>
    }
}

fn walk(to: Option<Element>) {
    if let Some(item) = to {
        crate::ui::focus(&item);
        item.scroll_into_view_with_bool(false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drydock_core::session::{Range, Severity};

    #[test]
    fn the_name_says_what_and_where() {
        let problem = ProblemReport {
            rule: "reference/missing".into(),
            severity: Severity::Error,
            message: "Service \"wbe\" does not exist".into(),
            help: String::new(),
            range: Range { file: "app.yaml".into(), line: 71, ..Range::default() },
            labels: Vec::new(),
            object: String::new(),
            object_version: String::new(),
            object_name: String::new(),
            field: String::new(),
            fixes: Vec::new(),
        };
        assert_eq!(name(&problem), "error: Service \"wbe\" does not exist, app.yaml line 71");
    }
}
