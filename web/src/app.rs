//! The page: state above, regions below.

use crate::desk::{Desk, Tools};
use crate::editor::{Change, Cursor, EditorPane, Options, Workspace, badges};
use crate::embedding;
use crate::engine::Engine;
use crate::header::Header;
use crate::help::Help;
use crate::inspector::Inspector;
use crate::keep;
use crate::links::use_links;
use crate::map::MapView;
use crate::news::News;
use crate::opening;
use crate::panes::{PaneTabs, pane_class};
use crate::problems::Problems;
use crate::share_dialog::ShareDialog;
use crate::shortcuts::use_shortcuts;
use crate::state::{Analyses, AnalysisAction, Document, DocumentAction, Prefs, Selection, Shared, Side};
use crate::ui::{Separator, root};
use drydock_core::session::Target;
use drydock_web::platform::embed::Event;
use drydock_web::platform::embed::problems_in;
use js_sys::JsString;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{
    AttrValue, Callback, ContextProvider, Html, component, html, use_effect_with, use_memo, use_mut_ref,
    use_reducer, use_state,
};

/// The file with the documentation of fields, loaded when it is first asked for.
const DOCUMENTATION: &str = "docs/fields.json";

/// The page.
#[component]
pub fn App() -> Html {
    let document = use_reducer(Document::default);
    let analyses = use_reducer(Analyses::default);
    let selection = use_reducer(Selection::default);
    let prefs = use_reducer(|| Prefs::restored(keep::load()));
    let window = use_state(|| Window::None);
    let readonly = use_state(|| false);
    let shown = use_mut_ref(Shared::default);
    let around = use_mut_ref(|| None);
    let desk = {
        let look = prefs.look.clone();
        let (analyses, document) = (analyses.dispatcher(), document.dispatcher());
        let (selection, prefs) = (selection.dispatcher(), prefs.dispatcher());
        use_memo((), move |()| {
            let sink = analyses.clone();
            let engine =
                Engine::start(look, Callback::from(move |action: AnalysisAction| sink.dispatch(action)));
            let workspace = workspace(&engine);
            Desk::new(Tools { engine, workspace, document, selection, prefs, analyses })
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
        let around = around.clone();
        use_effect_with(analyses.message.clone(), move |message| {
            if let Some(message) = message {
                desk.workspace().set_problems(message);
                tell(&around, || Event::Problems { problems: problems_in(message) });
            }
        });
    }
    use_links(&desk, &analyses.picture, &selection, document.cursor.as_ref());
    {
        let (around, picture) = (around.clone(), analyses.picture.clone());
        *shown.borrow_mut() = picture.clone();
        use_effect_with(selection.selected.clone(), move |selected| {
            let named = selected
                .as_ref()
                .and_then(|id| picture.objects.iter().find(|object| object.id == id.as_str()));
            let object = named.map(|object| embedding::name_of(&object.title).to_owned()).unwrap_or_default();
            tell(&around, || Event::Select { object });
        });
    }
    {
        let (around, files, revision) = (around.clone(), document.files.clone(), document.revision);
        use_effect_with(revision, move |revision| {
            if *revision > 1 {
                tell(&around, || Event::Changed { files: files.to_vec() });
            }
        });
    }
    {
        let window = window.setter();
        use_shortcuts(&desk, Callback::from(move |()| window.set(Window::Help)));
    }
    {
        let (desk, document, readonly) = ((*desk).clone(), document.dispatcher(), readonly.setter());
        use_effect_with((), move |()| {
            let listening = listen(&desk, document);
            let readonly = Callback::from(move |only| readonly.set(only));
            *around.borrow_mut() = embedding::listen(&desk, shown, readonly);
            spawn_local(opening::open(desk));
            move || drop(listening)
        });
    }

    let show = |which: Window| {
        let window = window.setter();
        Callback::from(move |()| window.set(which))
    };
    let onclose = show(Window::None);
    let dialog = match *window {
        Window::None => html!(),
        Window::Help => html! { <Help key="help" {onclose} /> },
        Window::Share => html! { <ShareDialog key="share" {onclose} /> },
    };
    let marks = use_memo(analyses.analysis.clone(), |analysis| badges(analysis));
    let size = |name: &str, side: Side| [name, ":", &prefs.size(side).to_string(), "px;"].concat();
    let style =
        [size("--left", Side::Left), size("--right", Side::Right), size("--bottom", Side::Bottom)].concat();
    html! {
        <ContextProvider<Desk> context={(*desk).clone()}>
        <ContextProvider<yew::UseReducerHandle<Document>> context={document}>
        <ContextProvider<yew::UseReducerHandle<Analyses>> context={analyses}>
        <ContextProvider<yew::UseReducerHandle<Selection>> context={selection}>
        <ContextProvider<yew::UseReducerHandle<Prefs>> context={prefs.clone()}>
            <div class="app">
                <Header onhelp={show(Window::Help)} onshare={show(Window::Share)} />
                <main class={pane_class(&prefs)} id="work" {style}>
                    <section class="pane text" id="pane-text" aria-label="Text">
                        <EditorPane workspace={desk.workspace().clone()} badges={(*marks).clone()} readonly={*readonly} />
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
                <div class="windows">{ dialog }</div>
            </div>
        </ContextProvider<yew::UseReducerHandle<Prefs>>>
        </ContextProvider<yew::UseReducerHandle<Selection>>>
        </ContextProvider<yew::UseReducerHandle<Analyses>>>
        </ContextProvider<yew::UseReducerHandle<Document>>>
        </ContextProvider<Desk>>
    }
}

/// A window over the page.
#[derive(Clone, Copy, PartialEq)]
enum Window {
    /// None is open.
    None,
    /// The list of keys.
    Help,
    /// Links and embedding.
    Share,
}

/// The connection to the page around, if there is one.
type Around = Rc<RefCell<Option<Rc<drydock_web::platform::embed::Channel>>>>;

fn tell(around: &Around, event: impl FnOnce() -> Event) {
    if let Some(channel) = around.borrow().as_ref() {
        channel.say(&event());
    }
}

/// The files, with an editor that asks the engine.
fn workspace(engine: &Engine) -> Workspace {
    let asked = engine.clone();
    let ask =
        Callback::from(move |(question, done): (String, Callback<JsString>)| asked.pass(&question, done));
    let options =
        Options { persist: !keep::embedded(), readonly: false, documentation: DOCUMENTATION.to_owned() };
    Workspace::create(&options, ask)
}

/// Listens to the editor.
fn listen(desk: &Desk, document: yew::UseReducerDispatcher<Document>) -> [crate::editor::Subscription; 3] {
    let workspace = desk.workspace();
    let changed =
        Callback::from(move |change: Rc<Change>| document.dispatch(DocumentAction::Changed(change)));
    let rests = {
        let desk = desk.clone();
        Callback::from(move |cursor: Cursor| desk.point_at(cursor.file, cursor.offset))
    };
    let followed = {
        let desk = desk.clone();
        Callback::from(move |target: Target| desk.select(Some(AttrValue::from(target.object))))
    };
    [workspace.on_change(changed), workspace.on_cursor(rests), workspace.on_target(followed)]
}
