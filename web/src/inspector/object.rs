//! One object: what it is, its facts, its relations with their reasons, its problems.

use super::prose::{FactList, ProseView};
use crate::desk::Desk;
use crate::icons::{Sign, kind, sign};
use crate::problems::ProblemItem;
use crate::state::{Prefs, PrefsAction};
use crate::words::{family_class, place};
use drydock_core::session::{Inspection, InspectionRelation, ObjectReport, Presence};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::{
    AttrValue, Callback, Html, MouseEvent, Properties, UseReducerHandle, classes, component, html,
    use_context, use_state,
};

/// So many relations of one verb are shown before "more".
const SHOWN: usize = 12;

/// The object.
#[derive(PartialEq, Properties)]
pub struct ObjectProps {
    /// What is known of it.
    pub inspection: Rc<Inspection>,
}

/// The object.
#[component]
pub fn ObjectView(props: &ObjectProps) -> Html {
    let inspection = &props.inspection;
    let object = &inspection.object;
    let problems = inspection.problems.iter().enumerate().map(|(number, problem)| {
        html! { <ProblemItem key={number} problem={problem.clone()} number={None::<usize>} /> }
    });
    html! {
        <div class="object">
            <header>
                <span class={classes!("chip", family_class(object.family))}>{ kind(&object.kind, object.family) }{ &object.kind }</span>
                { presence(object.presence) }
                <h2>{ &object.name }</h2>
                <p class="where">{ whereabouts(object) }<Origin object={object.clone()} /></p>
                <p class="purpose">{ &inspection.purpose }</p>
                <Actions id={object.id.clone()} />
            </header>
            <section hidden={inspection.problems.is_empty()}>
                <h3>{ "Problems" }</h3>
                <ul class="problem-list">{ for problems }</ul>
            </section>
            <section hidden={inspection.facts.is_empty()}>
                <h3>{ "Facts" }</h3>
                <FactList facts={inspection.facts.clone()} />
            </section>
            <section hidden={inspection.relations.is_empty()}>
                <h3>{ "Relations" }</h3>
                <Relations key={object.id.clone()} inspection={inspection.clone()} />
            </section>
        </div>
    }
}

fn whereabouts(object: &ObjectReport) -> Html {
    let mut text = object.api_version.clone();
    if !object.namespace.is_empty() {
        if !text.is_empty() {
            text.push_str(" \u{b7} ");
        }
        text.push_str(&object.namespace);
    }
    html! { <span>{ text }</span> }
}

/// What is said of an object that was not pasted.
fn presence(presence: Presence) -> Html {
    let (class, words) = match presence {
        Presence::Pasted => return html! { <span /> },
        Presence::Ambient => ("chip", "every cluster has it"),
        Presence::Elsewhere => ("chip", "comes from elsewhere"),
        Presence::Missing => ("chip is-error", "missing"),
        Presence::Outside => ("chip", "outside"),
    };
    html! { <span {class}>{ words }</span> }
}

#[derive(PartialEq, Properties)]
struct OriginProps {
    object: ObjectReport,
}

/// The link to the text.
#[component]
fn Origin(props: &OriginProps) -> Html {
    let desk = use_context::<Desk>();
    let Some(range) = props.object.range.clone() else { return html! { <span /> } };
    let text = place(&range);
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(desk) = &desk {
            desk.reveal(&range);
        }
    });
    html! { <>{ " \u{b7} " }<button type="button" class="link" {onclick}>{ text }</button></> }
}

#[derive(PartialEq, Properties)]
struct ActionsProps {
    id: AttrValue,
}

/// What can be done with the object in the picture.
#[component]
fn Actions(props: &ActionsProps) -> Html {
    let (Some(desk), Some(prefs)) = (use_context::<Desk>(), use_context::<UseReducerHandle<Prefs>>()) else {
        return html!();
    };
    let out = prefs.look.focus == props.id.as_str();
    let mut look = prefs.look.clone();
    look.focus = if out { String::new() } else { props.id.to_string() };
    let onclick = Callback::from(move |_: MouseEvent| desk.prefer(PrefsAction::Look(look.clone())));
    let words = if out { "Show everything" } else { "Bring out" };
    html! {
        <p class="actions">
            <button type="button" class="small-button" aria-pressed={out.to_string()} {onclick}
                title="Only this and what is within two relations of it (b)">{ sign(Sign::Focus) }{ words }</button>
        </p>
    }
}

#[derive(PartialEq, Properties)]
struct RelationsProps {
    inspection: Rc<Inspection>,
}

/// A relation with its place among all.
type Numbered<'r> = (usize, &'r InspectionRelation);

/// The relations, grouped by their verbs in the order in which these come first.
#[component]
fn Relations(props: &RelationsProps) -> Html {
    let unfolded = use_state(BTreeSet::<usize>::new);
    let mut verbs: Vec<(&str, Vec<Numbered<'_>>)> = Vec::new();
    for relation in props.inspection.relations.iter().enumerate() {
        match verbs.iter_mut().find(|(verb, _)| *verb == relation.1.verb) {
            Some((_, list)) => list.push(relation),
            None => verbs.push((&relation.1.verb, vec![relation])),
        }
    }
    let group = |(number, (verb, list)): (usize, (&str, Vec<Numbered<'_>>))| {
        let all = unfolded.contains(&number) || list.len() <= SHOWN;
        let rest = list.len() - list.len().min(SHOWN);
        let more = (!all).then(|| {
            let unfolded = unfolded.clone();
            let onclick = Callback::from(move |_: MouseEvent| {
                let mut next = (*unfolded).clone();
                next.insert(number);
                unfolded.set(next);
            });
            html! { <button type="button" class="link" {onclick}>{ ["and ", &rest.to_string(), " more"].concat() }</button> }
        });
        let count = if all { list.len() } else { SHOWN };
        html! {
            <div key={verb.to_owned()} class="verb">
                <h4>{ verb }</h4>
                <ul>
                    { for list.into_iter().take(count).map(|(place, relation)| html! {
                        <RelationView key={place} relation={relation.clone()} />
                    }) }
                </ul>
                <div>{ more.unwrap_or_default() }</div>
            </div>
        }
    };
    html! { <div class="relations">{ for verbs.into_iter().enumerate().map(group) }</div> }
}

#[derive(PartialEq, Properties)]
struct RelationProps {
    relation: InspectionRelation,
}

/// A relation: the other object, what the relation carries, and why it is drawn.
#[component]
fn RelationView(props: &RelationProps) -> Html {
    let desk = use_context::<Desk>();
    let asked = use_state(|| false);
    let relation = &props.relation;
    let object = &relation.object;
    let onask = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(!*asked))
    };
    let id = AttrValue::from(object.id.clone());
    let act = |act: fn(&Desk, AttrValue)| {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(desk) = &desk {
                act(desk, id.clone());
            }
        })
    };
    let onclick = act(|desk, id| desk.select(Some(id)));
    let onmouseenter = act(|desk, id| desk.hover(Some(id)));
    let onmouseleave = act(|desk, _| desk.hover(None));
    let class = classes!("chip", "object", family_class(object.family), relation.broken.then_some("broken"));
    html! {
        <li>
            <button type="button" {class} {onclick} {onmouseenter} {onmouseleave} aria-label={object.title.clone()}
                title={object.title.clone()}>{ kind(&object.kind, object.family) }{ &object.name }</button>
            <small class="carries">{ &relation.label }</small>
            <button type="button" class="ask" hidden={relation.why.is_empty()} aria-expanded={asked.to_string()}
                aria-label={relation.question.clone()} title={relation.question.clone()} onclick={onask}>{ "why?" }</button>
            <div class="why" hidden={!*asked}><b>{ &relation.question }</b><ProseView prose={relation.why.clone()} /></div>
        </li>
    }
}
