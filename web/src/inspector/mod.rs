//! Everything about the selected object; without one, what the picture tells and what to do next.

mod object;
mod overview;
mod prose;

use crate::desk::Desk;
use crate::engine::Answer;
use crate::state::{Analyses, Selection};
use drydock_core::session::{Inspection, Question};
use object::ObjectView;
use overview::Overview;
use std::rc::Rc;
use yew::{Callback, Html, UseReducerHandle, component, html, use_context, use_effect_with, use_state};

/// The inspector.
#[component]
pub fn Inspector() -> Html {
    let (Some(desk), Some(analyses), Some(selection)) = (
        use_context::<Desk>(),
        use_context::<UseReducerHandle<Analyses>>(),
        use_context::<UseReducerHandle<Selection>>(),
    ) else {
        return html!();
    };
    let told = use_state(|| None::<Rc<Inspection>>);
    let selected = selection.selected.clone();
    {
        let told = told.clone();
        use_effect_with((selected.clone(), analyses.revision), move |(selected, _)| {
            let Some(id) = selected else {
                told.set(None);
                return;
            };
            let question = Question::Inspect { object: id.to_string() };
            let done = Callback::from(move |response| {
                if let Answer::Inspection(inspection) = response {
                    told.set(inspection.map(|inspection| Rc::from(*inspection)));
                }
            });
            desk.ask(&question, done);
        });
    }
    // An answer about what was selected before is shown until the new one is here, if it is the same object.
    let inspection = (*told).clone().filter(|told| Some(told.object.id.as_str()) == selected.as_deref());
    html! {
        <div class="inspector" id="inspector" tabindex="-1">
            { match (inspection, selected) {
                (Some(inspection), _) => html! { <ObjectView key="object" {inspection} /> },
                (None, Some(id)) => html! { <Waiting key="waiting" id={id.to_string()} /> },
                (None, None) => html! { <Overview key="overview" /> },
            } }
        </div>
    }
}

/// What is known of an object before the engine has answered.
#[derive(PartialEq, yew::Properties)]
struct WaitingProps {
    id: String,
}

#[component]
fn Waiting(props: &WaitingProps) -> Html {
    let name = use_context::<UseReducerHandle<Analyses>>().and_then(|analyses| {
        analyses.picture.objects.iter().find(|object| object.id == props.id).map(|it| it.name.clone())
    });
    match name {
        Some(name) => html! { <div><h2>{ name }</h2></div> },
        None => {
            html! { <div><p class="mid">{ "This is not in the text any more. Escape goes back." }</p></div> }
        }
    }
}
