//! The strip that says what the picture holds, in numbers.

use crate::desk::Desk;
use crate::state::{Prefs, Shared};
use crate::words::count;
use drydock_core::session::{Look, Picture};
use yew::{Callback, Html, MouseEvent, Properties, UseReducerHandle, component, html, use_context};

/// The strip.
#[derive(PartialEq, Properties)]
pub struct SummaryProps {
    /// What is drawn.
    pub picture: Shared<Picture>,
}

/// The strip.
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
    let desk = use_context::<Desk>();
    let prefs = use_context::<UseReducerHandle<Prefs>>();
    let summary = props.picture.scene.summary;
    let number = |number: u32, word: &'static str, class: &'static str| {
        (number > 0).then(|| html! { <span key={word} {class}><b>{ number }</b>{ " " }{ word }</span> })
    };
    let onclick = Callback::from(move |_: MouseEvent| {
        if let (Some(desk), Some(prefs)) = (&desk, &prefs) {
            desk.look(Look {
                toggled: prefs.look.toggled.clone(),
                ambient: prefs.look.ambient,
                ..Look::default()
            });
        }
    });
    html! {
        <div class="float strip" role="status" aria-label="What the map holds">
            <span>{ count(summary.objects as usize, "object") }</span>
            <span>{ count(summary.relations as usize, "relation") }</span>
            { for number(summary.missing, "missing", "is-error") }
            { for number(summary.folded, "folded", "") }
            { for (summary.hidden > 0).then(|| html! {
                <span key="hidden"><b>{ summary.hidden }</b>{ " hidden " }<button type="button" class="link" {onclick}>{ "Show all" }</button></span>
            }) }
        </div>
    }
}
