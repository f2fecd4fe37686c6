//! The canvas with everything that floats over it.

use super::aim::{self, bring_out, on_paper, rect_of, target};
use super::controller::Controller;
use super::gestures::Gestures;
use super::keys::{self, Press};
use super::lighting::{Lighting, Lights};
use super::outline::Outline;
use super::resizing::observe_size;
use super::scene_view::SceneView;
use super::summary::Summary;
use super::toolbar::Toolbar;
use super::walk;
use crate::desk::Desk;
use crate::state::{Analyses, Prefs, PrefsAction, Selection};
use crate::ui::{by_id, focus};
use std::collections::BTreeSet;
use web_sys::Element;
use yew::{
    AttrValue, Callback, FocusEvent, Html, KeyboardEvent, MouseEvent, PointerEvent, UseReducerHandle,
    component, html, use_context, use_effect_with, use_memo, use_mut_ref, use_node_ref, use_state,
};

/// What the find box has found.
#[derive(Clone, PartialEq, Default)]
pub struct Found {
    /// The ids.
    pub ids: Vec<String>,
    /// Which of them is shown.
    pub at: usize,
}

/// The map.
#[component]
pub fn MapView() -> Html {
    let desk = use_context::<Desk>().expect("the desk is set");
    let analyses = use_context::<UseReducerHandle<Analyses>>().expect("the answers are set");
    let selection = use_context::<UseReducerHandle<Selection>>().expect("the selection is set");
    let prefs = use_context::<UseReducerHandle<Prefs>>().expect("the preferences are set");
    let controller = use_memo((), |()| Controller::default());
    let finding = use_state(|| false);
    let found = use_state(Found::default);
    let station = use_state(|| None::<String>);
    let pieces = use_state(|| 0_usize);
    let lighting = use_mut_ref(Lighting::default);
    let drawn = use_mut_ref(BTreeSet::<String>::new);
    let canvas = use_node_ref();
    let picture = analyses.picture.clone();

    {
        let (controller, desk) = (controller.clone(), desk.clone());
        use_effect_with((), move |()| {
            let shaped = Callback::from(move |aspect| desk.prefer(PrefsAction::Aspect(aspect)));
            let kept = controller.host().cast::<Element>().map(|host| {
                (Gestures::attach(&host, &controller), observe_size(&host, (*controller).clone(), shaped))
            });
            move || {
                if let Some((gestures, (observer, closure))) = kept {
                    observer.disconnect();
                    drop((gestures, closure));
                }
            }
        });
    }
    {
        let (controller, drawn) = (controller.clone(), drawn.clone());
        use_effect_with((picture.clone(), prefs.look.focus.clone()), move |(picture, focus)| {
            let scene = &picture.scene;
            let mut ids: BTreeSet<String> = scene.cards.iter().map(|card| card.id.clone()).collect();
            // An edit leaves most cards; another text, or a small part of it, is another picture.
            ids.insert(["focus ", focus].concat());
            let mut before = drawn.borrow_mut();
            let common = ids.intersection(&before).count();
            let fresh = common * 2 < ids.len().max(before.len()).max(2);
            *before = ids;
            controller.drawn((f64::from(scene.width), f64::from(scene.height)), fresh);
        });
    }

    let lights = Lights {
        selected: selection.selected.as_ref().map(ToString::to_string),
        centre: selection.lit().map(ToString::to_string),
        found: found.ids.clone(),
        current: found.ids.get(found.at).cloned(),
        station: (*station)
            .clone()
            .filter(|id| rect_of(&picture, id).is_some())
            .or_else(|| picture.scene.cards.first().map(|card| card.id.clone())),
    };
    {
        let (canvas, lighting) = (controller.host(), lighting.clone());
        let last = use_mut_ref(|| None);
        use_effect_with((picture.clone(), *pieces, lights.clone()), move |(picture, pieces, lights)| {
            let afresh =
                last.borrow_mut().replace((picture.clone(), *pieces)) != Some((picture.clone(), *pieces));
            if let Some(canvas) = canvas.cast::<Element>() {
                lighting.borrow_mut().shine(&canvas, &picture.scene, lights, afresh);
            }
        });
    }
    {
        // A selection that comes from elsewhere is brought into view; one made here is there already.
        let (controller, picture) = (controller.clone(), picture.clone());
        use_effect_with(selection.selected.clone(), move |selected| {
            if let Some(rect) = selected.as_ref().and_then(|id| rect_of(&picture, id)) {
                controller.reveal(rect);
            }
        });
    }

    let go = {
        let (station, picture, controller) = (station.clone(), picture.clone(), controller.clone());
        Callback::from(move |id: String| {
            if let Some(rect) = rect_of(&picture, &id) {
                controller.reveal(rect);
            }
            if let Some(element) = by_id(&["n:", &id].concat()) {
                focus(&element);
            }
            station.set(Some(id));
        })
    };
    let open = {
        let (desk, prefs) = (desk.clone(), prefs.clone());
        Callback::from(move |id: String| aim::open(&desk, &prefs, &id))
    };

    let onclick = {
        let (desk, open, station) = (desk.clone(), open.clone(), station.clone());
        Callback::from(move |event: MouseEvent| match target(&event) {
            Some(id) => {
                station.set(Some(id.clone()));
                open.emit(id);
            }
            None if on_paper(&event) => desk.select(None),
            None => {}
        })
    };
    let onpointerover = {
        let desk = desk.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                desk.hover(target(&event).filter(|id| !id.starts_with("namespace:")).map(AttrValue::from));
            }
        })
    };
    let onpointerleave = {
        let desk = desk.clone();
        Callback::from(move |_: PointerEvent| desk.hover(None))
    };
    let onfocusin = {
        let station = station.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(id) = target(&event) {
                station.set(Some(id));
            }
        })
    };
    let onkeydown = {
        let (desk, controller, finding) = (desk.clone(), controller.clone(), finding.clone());
        let (picture, go, open, prefs, selection) =
            (picture.clone(), go.clone(), open.clone(), prefs.clone(), selection.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = target(&event);
            let Some(press) = keys::press(&event, at.is_some()) else { return };
            event.prevent_default();
            match (press, at) {
                (Press::Zoom(factor), _) => controller.zoom(factor),
                (Press::ActualSize, _) => controller.actual_size(),
                (Press::Fit, _) => controller.fit(),
                (Press::Find, _) => finding.set(true),
                (Press::Outline, _) => desk.prefer(PrefsAction::Outline(!prefs.saved.outline)),
                (Press::Pan(dx, dy), _) => controller.pan(dx, dy),
                (Press::Walk(direction), Some(id)) => {
                    if let Some(next) = walk::next(&picture.scene, &id, direction) {
                        go.emit(next.to_owned());
                    }
                }
                (Press::End(last), _) => {
                    let cards = &picture.scene.cards;
                    if let Some(card) = if last { cards.last() } else { cards.first() } {
                        go.emit(card.id.clone());
                    }
                }
                (Press::Open, Some(id)) => {
                    let again = selection.selected.as_deref() == Some(id.as_str());
                    open.emit(id);
                    if again {
                        desk.prefer(PrefsAction::Show(crate::state::Pane::Inspector));
                        crate::ui::later(|| by_id("inspector").iter().for_each(focus));
                    }
                }
                (Press::BringOut, Some(id)) => bring_out(&desk, &prefs, &id),
                (Press::Back, _) if *finding => finding.set(false),
                (Press::Back, _) if selection.selected.is_none() && !prefs.look.focus.is_empty() => {
                    bring_out(&desk, &prefs, "");
                }
                (Press::Back, _) => desk.back(),
                _ => {}
            }
        })
    };
    let onfound = {
        let (found, picture, controller) = (found.clone(), picture.clone(), controller.clone());
        Callback::from(move |next: Found| {
            if let Some(rect) = next.ids.get(next.at).and_then(|id| rect_of(&picture, id)) {
                controller.centre(rect);
            }
            found.set(next);
        })
    };
    let onchosen = {
        let (desk, go) = (desk.clone(), go.clone());
        Callback::from(move |id: String| {
            go.emit(id.clone());
            desk.select(Some(AttrValue::from(id)));
        })
    };
    let onpiece = {
        let pieces = pieces.clone();
        Callback::from(move |now| pieces.set(now))
    };
    let many = picture.scene.cards.len() > 250;
    html! {
        <div class={if prefs.saved.outline { "map with-outline" } else { "map" }} ref={canvas}>
            <div class={if many { "canvas many" } else { "canvas" }} ref={controller.host()} {onclick} {onpointerover} {onpointerleave}
                {onkeydown} {onfocusin}>
                <div class="paper">
                    <SceneView picture={picture.clone()} group={controller.group()} {onpiece} />
                </div>
                <Toolbar controller={(*controller).clone()} picture={picture.clone()} finding={*finding}
                    onfinding={let finding = finding.clone(); move |on| finding.set(on)}
                    {onfound} {onchosen} />
                <div class="below"><Summary picture={picture.clone()} /></div>
            </div>
            <div class={if prefs.saved.outline { "outline" } else { "outline unseen" }}>
                <Outline />
            </div>
        </div>
    }
}
