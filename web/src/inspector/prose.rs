//! Sentences with links to objects and lines.

use crate::desk::Desk;
use crate::icons::kind;
use drydock_core::session::{Fact, Family, Part, Prose};
use yew::{AttrValue, Callback, Html, Properties, component, html, use_context};

/// A sentence.
#[derive(PartialEq, Properties)]
pub struct ProseProps {
    /// Its parts.
    pub prose: Prose,
}

/// A sentence whose objects select and whose places go to the text.
#[component]
pub fn ProseView(props: &ProseProps) -> Html {
    let desk = use_context::<Desk>();
    let part = |part: &Part| match part {
        Part::Text { text } => html! { <span>{ text }</span> },
        Part::Code { text } => html! { <code>{ text }</code> },
        Part::Object { text, id, kind: of } => {
            let (desk, id) = (desk.clone(), AttrValue::from(id.clone()));
            let onclick = Callback::from(move |_| {
                if let Some(desk) = &desk {
                    desk.select(Some(id.clone()));
                }
            });
            html! { <button type="button" class="link object" {onclick}>{ kind(of, Family::Other) }{ text }</button> }
        }
        Part::Place { text, range } => {
            let (desk, range) = (desk.clone(), range.clone());
            let onclick = Callback::from(move |_| {
                if let Some(desk) = &desk {
                    desk.reveal(&range);
                }
            });
            html! { <button type="button" class="link" {onclick}>{ text }</button> }
        }
    };
    html! { <span class="prose">{ for props.prose.iter().map(part) }</span> }
}

/// Facts.
#[derive(PartialEq, Properties)]
pub struct FactListProps {
    /// The facts in order.
    pub facts: Vec<Fact>,
}

/// Facts, each with its name.
#[component]
pub fn FactList(props: &FactListProps) -> Html {
    html! {
        <dl class="facts">
            { for props.facts.iter().enumerate().map(|(place, fact)| html! {
                <div key={place}><dt>{ &fact.label }</dt><dd><ProseView prose={fact.text.clone()} /></dd></div>
            }) }
        </dl>
    }
}
