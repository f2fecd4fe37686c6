//! The page inside another page: `?embed=1` in its address, and messages to and from the page around it.
//!
//! Only the page around may speak. Who that is stands in the address (`origin`, written by `embed.js`) or in
//! the referrer; the browser vouches for the origin of every message, so a wrong claim there only makes the
//! page deaf. An embedded page reads and writes nothing that the visitor has saved.

use super::plain;
use drydock_core::session::SourceFile;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::{JSON, JsString, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Url, UrlSearchParams};

/// What the page around may ask for.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// `drydock:set`: show this. What is not named stays as it is.
    Set(Set),
    /// `drydock:get`: tell the files; answered by `drydock:result` with `files`.
    Get {
        /// What the answer carries back.
        id: JsValue,
    },
    /// `drydock:export`: tell the picture; answered by `drydock:result` with `text`.
    Export {
        /// What the answer carries back.
        id: JsValue,
        /// `svg`, `png`, `mermaid`, `dot`, …
        format: String,
    },
}

/// What is to be shown.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Set {
    /// The files, instead of those that are there.
    pub files: Option<Vec<SourceFile>>,
    /// The view.
    pub view: Option<String>,
    /// The object to select: `Deployment shop/web`; empty for none.
    pub select: Option<String>,
    /// `light`, `dark`, or empty for what the reader's system says.
    pub theme: Option<String>,
    /// Whether the text may be changed.
    pub readonly: Option<bool>,
}

/// What the page around is told.
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// `drydock:ready`: the page listens.
    Ready {
        /// The version of Drydock.
        version: String,
    },
    /// `drydock:changed`: the reader has changed the text.
    Changed {
        /// All files.
        files: Vec<SourceFile>,
    },
    /// `drydock:problems`: the problems of the text.
    Problems {
        /// All problems, as the engine has told them.
        problems: JsValue,
    },
    /// `drydock:select`: another object is selected.
    Select {
        /// Its name for people; empty for none.
        object: String,
    },
    /// `drydock:result`: the files that a command with an id has asked for.
    Files {
        /// The command's id.
        id: JsValue,
        /// All files.
        files: Vec<SourceFile>,
    },
    /// `drydock:result`: the text that a command with an id has asked for.
    Text {
        /// The command's id.
        id: JsValue,
        /// The text.
        text: String,
    },
    /// `drydock:error`: a command that was not understood or could not be followed.
    Error {
        /// The command's id, if it had one.
        id: JsValue,
        /// Why.
        message: String,
    },
}

impl Event {
    /// The message.
    fn message(&self) -> JsValue {
        let message = |kind: &str, members: &[(&str, &JsValue)]| {
            let message = Object::new();
            plain::set(&message, "type", &JsValue::from_str(&["drydock:", kind].concat()));
            for (name, value) in members {
                plain::set(&message, name, value);
            }
            message.into()
        };
        match self {
            Self::Ready { version } => message("ready", &[("version", &version.into())]),
            Self::Changed { files } => message("changed", &[("files", &plain::list(files))]),
            Self::Problems { problems } => message("problems", &[("problems", problems)]),
            Self::Select { object } => message("select", &[("object", &object.into())]),
            Self::Files { id, files } => message("result", &[("id", id), ("files", &plain::list(files))]),
            Self::Text { id, text } => message("result", &[("id", id), ("text", &text.into())]),
            Self::Error { id, message: why } => message("error", &[("id", id), ("message", &why.into())]),
        }
    }
}

/// The problems in a message of the engine, as the page around is told them.
pub fn problems_in(message: &JsString) -> JsValue {
    let member = |of: Option<JsValue>, name| plain::member(plain::object(&of?)?, name);
    let response = member(JSON::parse(&String::from(message)).ok(), "response");
    member(member(response, "analysis"), "problems").unwrap_or_default()
}

/// Whether this page is to behave as an embedded one.
pub fn requested() -> bool {
    parameter("embed").is_some()
}

/// The connection to the page around.
pub struct Channel {
    target: String,
    _listener: EventListener,
}

impl Channel {
    /// Listens to the page around and tells it so. Nothing where the page is not embedded, or where it cannot
    /// be known by whom: then it shows what its address says and stays silent.
    pub fn open(take: impl Fn(Command) + 'static) -> Option<Self> {
        let origin = requested().then(embedder).flatten()?;
        // Pages without an origin of their own (files, sandboxes) can only be addressed as anybody.
        let target = if origin == "null" { "*".to_owned() } else { origin.clone() };
        let back = target.clone();
        let listener = EventListener::new(&window(), "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            if event.origin() != origin || !from_parent(event) {
                return;
            }
            match understand(&event.data()) {
                Ok(Some(command)) => take(command),
                Ok(None) => {}
                Err(error) => post(&error, &back),
            }
        });
        let channel = Self { target, _listener: listener };
        channel.say(&Event::Ready { version: env!("CARGO_PKG_VERSION").to_owned() });
        Some(channel)
    }

    /// Tells the page around.
    pub fn say(&self, event: &Event) {
        post(event, &self.target);
    }
}

/// A message as a command; nothing for messages that are not meant for Drydock, an answer for those that are
/// and cannot be understood.
pub fn understand(data: &JsValue) -> Result<Option<Command>, Event> {
    let Some(message) = plain::object(data) else { return Ok(None) };
    let kind = plain::member(message, "type").and_then(|kind| kind.as_string()).unwrap_or_default();
    let Some(verb) = kind.strip_prefix("drydock:") else { return Ok(None) };
    let id = plain::member(message, "id").unwrap_or(JsValue::NULL);
    let command = match verb {
        "set" => asked_to_set(message).map(Command::Set),
        "get" => Ok(Command::Get { id: id.clone() }),
        "export" => match plain::optional(message, "format", JsValue::as_string) {
            Ok(Some(format)) => Ok(Command::Export { id: id.clone(), format }),
            _ => Err("format"),
        },
        _ => {
            let message = ["\"", &kind, "\" is not a message that this version knows."].concat();
            return Err(Event::Error { id, message });
        }
    };
    command.map(Some).map_err(|member| {
        let message =
            ["\"", &kind, "\" was not understood: \"", member, "\" is not what it should be."].concat();
        Event::Error { id, message }
    })
}

/// What is to be shown, or the member that is wrong.
fn asked_to_set(message: &Object) -> Result<Set, &'static str> {
    let text = |name| plain::optional(message, name, JsValue::as_string);
    Ok(Set {
        files: plain::optional(message, "files", plain::files)?,
        view: text("view")?,
        select: text("select")?,
        theme: text("theme")?,
        readonly: plain::optional(message, "readonly", JsValue::as_bool)?,
    })
}

fn from_parent(event: &MessageEvent) -> bool {
    let parent = window().parent().ok().flatten();
    // A window that is its own parent is not embedded.
    parent.is_some_and(|parent| parent != window() && event.source().is_some_and(|source| source == **parent))
}

fn post(event: &Event, target: &str) {
    let Some(parent) = window().parent().ok().flatten() else { return };
    // It fails only for a target that is not an origin: then there is nobody to be told.
    let _ = parent.post_message(&event.message(), target);
}

fn embedder() -> Option<String> {
    let claimed = parameter("origin").filter(|origin| !origin.is_empty());
    claimed.or_else(|| Url::new(&document().referrer()).ok().map(|url| url.origin()))
}

fn parameter(name: &str) -> Option<String> {
    let search = window().location().search().unwrap_or_default();
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}
