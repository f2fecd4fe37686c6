//! The page: state above, regions below.

use crate::desk::{Desk, Tools};
use crate::editor::{EditorPane, Workspace};
use crate::engine::Engine;
use crate::header::Header;
use crate::help::Help;
use crate::inspector::Inspector;
use crate::keep;
use crate::map::MapView;
use crate::news::News;
use crate::panes::{PaneTabs, pane_class};
use crate::problems::Problems;
use crate::state::{Analyses, AnalysisAction, Document, DocumentAction, Pane, Prefs, PrefsAction, Selection, Shared, Side};
use crate::ui::{Separator, by_id, focus, later, root};
use drydock_core::session::SourceFile;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::{Callback, ContextProvider, Html, component, html, use_effect_with, use_memo, use_reducer, use_state};

/// The page.
#[component]
pub fn App() -> Html {
    let document = use_reducer(Document::default);
    let analyses = use_reducer(Analyses::default);
    let selection = use_reducer(Selection::default);
    let prefs = use_reducer(|| Prefs::restored(keep::load()));
    let help = use_state(|| false);
    let desk = {
        let tools = (analyses.dispatcher(), selection.dispatcher(), prefs.dispatcher(), prefs.look.clone());
        use_memo((), move |()| {
            let (analyses, selection, prefs, look) = tools;
            let sink = analyses.clone();
            let engine = Engine::start(look, Callback::from(move |action: AnalysisAction| sink.dispatch(action)));
            Desk::new(Tools { engine, workspace: Workspace::default(), selection, prefs, analyses })
        })
    };

    {
        let (desk, files) = (desk.clone(), document.files.clone());
        use_effect_with(document.revision, move |revision| {
            if *revision > 0 {
                desk.engine().open(*revision, files);
            }
        });
    }
    {
        let desk = desk.clone();
        use_effect_with(prefs.look.clone(), move |look| desk.engine().look(look));
    }
    use_effect_with(prefs.saved.clone(), |saved| {
        keep::save(saved);
        keep::show_theme(saved.theme);
    });
    use_effect_with((analyses.engine, analyses.revision), |(engine, revision)| {
        if let Some(root) = root() {
            let told = root.set_attribute("data-engine", engine.word());
            let told = told.and(root.set_attribute("data-revision", &revision.to_string()));
            debug_assert!(told.is_ok());
        }
    });
    {
        let desk = desk.clone();
        use_effect_with(analyses.analysis.clone(), move |analysis| desk.workspace().set_problems(&analysis.problems));
    }
    {
        let (desk, picture) = (desk.clone(), analyses.picture.clone());
        use_effect_with((selection.lit().cloned(), picture.clone()), move |(lit, _)| {
            let object = lit.as_ref().and_then(|id| picture.objects.iter().find(|object| object.id == id.as_str()));
            desk.workspace().highlight(object.and_then(|object| object.range.as_ref()));
        });
    }
    {
        let (desk, help) = (desk.clone(), help.clone());
        use_effect_with((), move |()| {
            let listener = EventListener::new(&gloo::utils::document(), "keydown", move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    global_key(event, &desk, || help.set(true));
                }
            });
            move || drop(listener)
        });
    }

    let on_change = {
        let document = document.dispatcher();
        Callback::from(move |(revision, files): (u64, Vec<SourceFile>)| {
            document.dispatch(DocumentAction::Changed(revision, Shared::new(files)));
        })
    };
    let onhelp = {
        let help = help.clone();
        Callback::from(move |()| help.set(true))
    };
    let window = if *help {
        let onclose = Callback::from(move |()| help.set(false));
        html! { <Help {onclose} /> }
    } else {
        html!()
    };
    let size = |name: &str, side: Side| [name, ":", &prefs.size(side).to_string(), "px;"].concat();
    let style = [size("--left", Side::Left), size("--right", Side::Right), size("--bottom", Side::Bottom)].concat();
    html! {
        <ContextProvider<Desk> context={(*desk).clone()}>
        <ContextProvider<yew::UseReducerHandle<Document>> context={document}>
        <ContextProvider<yew::UseReducerHandle<Analyses>> context={analyses}>
        <ContextProvider<yew::UseReducerHandle<Selection>> context={selection}>
        <ContextProvider<yew::UseReducerHandle<Prefs>> context={prefs.clone()}>
            <div class="app">
                <Header {onhelp} />
                <main class={pane_class(&prefs)} id="work" {style}>
                    <section class="pane text" id="pane-text" aria-label="Text">
                        <EditorPane workspace={desk.workspace().clone()} {on_change} />
                    </section>
                    <Separator side={Side::Bottom} name="Height of the problems" controls="pane-problems" />
                    <section class="pane" id="pane-problems" aria-label="Problems"><Problems /></section>
                    <Separator side={Side::Left} name="Width of the text" controls="pane-text" />
                    <section class="pane centre" id="view-map" role="tabpanel" aria-label="Map" aria-labelledby="tab-map"><MapView /></section>
                    <Separator side={Side::Right} name="Width of the inspector" controls="pane-inspector" />
                    <aside class="pane" id="pane-inspector" aria-label="Inspector"><Inspector /></aside>
                </main>
                <PaneTabs />
                <News />
                <div class="windows">{ window }</div>
            </div>
        </ContextProvider<yew::UseReducerHandle<Prefs>>>
        </ContextProvider<yew::UseReducerHandle<Selection>>>
        </ContextProvider<yew::UseReducerHandle<Analyses>>>
        </ContextProvider<yew::UseReducerHandle<Document>>>
        </ContextProvider<Desk>>
    }
}

/// Keys that work wherever the focus is.
fn global_key(event: &KeyboardEvent, desk: &Desk, help: impl FnOnce()) {
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.closest("input,textarea,select,[contenteditable=true],dialog").ok().flatten().is_some());
    let command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "?" if !typing && !command => help(),
        "Escape" if !typing && !event.default_prevented() => desk.back(),
        key if event.alt_key() && !command => {
            let (pane, id, side) = match key {
                "1" => (Pane::Text, "pane-text", Some(Side::Left)),
                "2" => (Pane::Map, "view-map", None),
                "3" => (Pane::Problems, "pane-problems", Some(Side::Bottom)),
                "4" => (Pane::Inspector, "pane-inspector", Some(Side::Right)),
                _ => return,
            };
            desk.prefer(PrefsAction::Show(pane));
            if let Some(side) = side {
                desk.prefer(PrefsAction::Fold(side, false));
            }
            later(move || enter(id));
        }
        _ => return,
    }
    event.prevent_default();
}

/// Gives the focus to the first thing of a pane that takes it.
fn enter(id: &str) {
    let first = "[contenteditable=true],textarea,[tabindex='0'],li.problem,h2,button";
    let Some(pane) = by_id(id) else { return };
    if let Ok(Some(element)) = pane.query_selector(first) {
        focus(&element);
    }
}
