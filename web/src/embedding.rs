//! The page inside another page: what that one asks for is done, and what happens here is told there.

use crate::desk::Desk;
use crate::export;
use crate::opening::theme_of;
use crate::state::{PrefsAction, Shared};
use drydock_core::session::{ExportFormat, Picture};
use drydock_web::platform::embed::{Channel, Command, Event, Set};
use drydock_web::platform::picture::png;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::AttrValue;

/// The picture that is shown, for names of objects.
pub type Shown = Rc<RefCell<Shared<Picture>>>;

/// Listens to the page around, if there is one.
pub fn listen(desk: &Desk, shown: Shown, readonly: yew::Callback<bool>) -> Option<Rc<Channel>> {
    let hearing = desk.clone();
    let answers = Rc::new(RefCell::new(None::<Rc<Channel>>));
    let back = Rc::clone(&answers);
    let channel = Channel::open(move |command| {
        let say = {
            let back = Rc::clone(&back);
            move |event: Event| {
                if let Some(channel) = back.borrow().as_ref() {
                    channel.say(&event);
                }
            }
        };
        match command {
            Command::Set(set) => show(&hearing, &shown, &readonly, set),
            Command::Get { id } => {
                say(Event::Files { id, files: hearing.workspace().files() });
            }
            Command::Export { id, format } => answer_export(&hearing, id, &format, say),
        }
    });
    let channel = Rc::new(channel?);
    *answers.borrow_mut() = Some(Rc::clone(&channel));
    Some(channel)
}

fn show(desk: &Desk, shown: &Shown, readonly: &yew::Callback<bool>, set: Set) {
    if let Some(files) = set.files {
        desk.workspace().replace_all(&files, "Show");
    }
    if let Some(object) = set.select {
        // People write the name, links hold the id.
        let wanted = desk_id(shown, &object);
        desk.select(wanted.map(AttrValue::from));
    }
    if let Some(theme) = set.theme {
        desk.prefer(PrefsAction::Theme(theme_of(&theme)));
    }
    if let Some(only_read) = set.readonly {
        desk.workspace().set_readonly(only_read);
        readonly.emit(only_read);
    }
}

fn desk_id(shown: &Shown, object: &str) -> Option<String> {
    if object.is_empty() {
        return None;
    }
    let picture = shown.borrow();
    let named = picture.objects.iter().find(|one| one.id == object || name_of(&one.title) == object);
    Some(named.map_or_else(|| object.to_owned(), |one| one.id.clone()))
}

/// `Deployment shop/web` of `Deployment shop/web, 2 of 3 ready`.
pub fn name_of(title: &str) -> &str {
    title.split_once(", ").map_or(title, |(name, _)| name)
}

fn answer_export(desk: &Desk, id: JsValue, format: &str, say: impl Fn(Event) + Clone + 'static) {
    let asked = match format {
        "svg" | "png" => ExportFormat::Svg,
        "mermaid" => ExportFormat::Mermaid,
        "dot" => ExportFormat::Dot,
        "markdown" | "text" => ExportFormat::Text,
        "yaml" => {
            let texts: Vec<String> = desk.workspace().files().into_iter().map(|file| file.text).collect();
            say(result(id, texts.join("---\n")));
            return;
        }
        _ => {
            say(Event::Error { id, message: ["There is no format \"", format, "\"."].concat() });
            return;
        }
    };
    let bitmap = format == "png";
    export::ask(desk, asked, move |text| {
        let (id, say) = (id.clone(), say.clone());
        if !bitmap {
            say(result(id, text));
            return;
        }
        wasm_bindgen_futures::spawn_local(async move {
            match png(&text).await {
                Ok(blob) => read(blob, move |address| say(result(id.clone(), address))),
                Err(message) => say(Event::Error { id, message }),
            }
        });
    });
}

/// A blob as a `data:` address, which other origins can use as well.
fn read(blob: web_sys::Blob, done: impl Fn(String) + 'static) {
    let kept = Rc::new(RefCell::new(None));
    let reading = Rc::clone(&kept);
    *kept.borrow_mut() =
        Some(gloo::file::callbacks::read_as_data_url(&gloo::file::Blob::from(blob), move |read| {
            done(read.unwrap_or_default());
            drop(reading.borrow_mut().take());
        }));
}

fn result(id: JsValue, text: String) -> Event {
    Event::Text { id, text }
}
