//! The map as text: a tree of objects with their relations, for eyes and for screen readers.

use super::tree::{Move, Row, rows, step};
use crate::desk::Desk;
use crate::icons::{Sign, kind, sign};
use crate::state::{Analyses, Prefs, Selection};
use crate::ui::{by_id, focus, later};
use std::collections::BTreeSet;
use yew::{
    AttrValue, Callback, Html, KeyboardEvent, MouseEvent, TargetCast, UseReducerHandle, classes, component,
    html, use_context, use_state,
};

/// From so many objects on, relations are shown only where the person opens them.
const MANY: usize = 150;

/// The tree. It is there for screen readers when it is not seen; then no key leads into it.
#[component]
pub fn Outline() -> Html {
    let (Some(desk), Some(analyses), Some(selection), Some(prefs)) = (
        use_context::<Desk>(),
        use_context::<UseReducerHandle<Analyses>>(),
        use_context::<UseReducerHandle<Selection>>(),
        use_context::<UseReducerHandle<Prefs>>(),
    ) else {
        return html!();
    };
    let toggled = use_state(BTreeSet::<String>::new);
    let at = use_state(|| 0_usize);
    let picture = &analyses.picture;
    let seen = prefs.saved.outline;
    let many = picture.objects.len() > MANY;
    let closed: BTreeSet<String> = picture
        .objects
        .iter()
        .map(|object| &object.id)
        .filter(|id| many != toggled.contains(*id))
        .cloned()
        .collect();
    let rows = rows(picture, &closed);
    let current = (*at).min(rows.len().saturating_sub(1));

    let toggle = {
        let toggled = toggled.clone();
        move |id: &str| {
            let mut next = (*toggled).clone();
            if !next.remove(id) {
                next.insert(id.to_owned());
            }
            toggled.set(next);
        }
    };
    let onkeydown = {
        let (rows, at, desk, toggle) = (rows.clone(), at.clone(), desk.clone(), toggle.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let (Some(next), Some(row)) = (step(&rows, current, &event.key()), rows.get(current)) else {
                return;
            };
            event.prevent_default();
            event.stop_propagation();
            match next {
                Move::To(place) => {
                    at.set(place);
                    if let Some(row) = rows.get(place) {
                        let id = row_id(row);
                        later(move || {
                            if let Some(row) = by_id(&id) {
                                focus(&row);
                                row.scroll_into_view_with_bool(false);
                            }
                        });
                    }
                }
                Move::Open | Move::Close => toggle(&row.object),
                Move::Choose => desk.select(Some(AttrValue::from(row.leads_to.clone()))),
            }
        })
    };
    let item = |(place, row): (usize, &Row)| {
        let onclick = {
            let (desk, at, toggle) = (desk.clone(), at.clone(), toggle.clone());
            let (target, object, opens) = (row.leads_to.clone(), row.object.clone(), row.open.is_some());
            Callback::from(move |event: MouseEvent| {
                at.set(place);
                let arrow = event
                    .target_dyn_into::<web_sys::Element>()
                    .and_then(|it| it.closest(".arrow").ok().flatten());
                if opens && arrow.is_some() {
                    toggle(&object);
                } else {
                    desk.select(Some(AttrValue::from(target.clone())));
                }
            })
        };
        let selected = row.relation.is_none() && selection.selected.as_deref() == Some(row.object.as_str());
        let class = classes!(
            if row.relation.is_some() { "relation" } else { "object" },
            row.broken.then_some("broken"),
            selected.then_some("selected")
        );
        let arrow = row.open.map(|open| sign(if open { Sign::Down } else { Sign::Right }));
        html! {
            <li key={row_id(row)} id={row_id(row)} role="treeitem" {class} aria-label={row.text.clone()}
                aria-level={if row.relation.is_some() { "2" } else { "1" }} aria-expanded={row.open.map(|open| open.to_string())}
                aria-selected={selected.to_string()} tabindex={if seen && place == current { "0" } else { "-1" }} {onclick}>
                <span class="arrow">{ arrow.unwrap_or_default() }</span>
                { kind(&row.kind, row.family) }
                <span>{ &row.text }</span>
            </li>
        }
    };
    html! {
        <ul role="tree" aria-label="Map outline" {onkeydown}>{ for rows.iter().enumerate().map(item) }</ul>
    }
}

/// The id of a row's element.
fn row_id(row: &Row) -> String {
    let place = row.relation.map(|place| place.to_string()).unwrap_or_default();
    ["row:", &row.object, "#", &place].concat()
}
