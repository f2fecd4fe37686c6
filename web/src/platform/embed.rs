//! The page inside another page: `?embed=1` in its address, and messages to and from the page around it.
//!
//! Only the page around may speak. Who that is stands in the address (`origin`, written by `embed.js`) or in
//! the referrer; the browser vouches for the origin of every message, so a wrong claim there only makes the
//! page deaf. An embedded page reads and writes nothing that the visitor has saved.

use drydock_core::session::{ProblemReport, SourceFile};
use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::JSON;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Url, UrlSearchParams};

/// What the page around may ask for.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(tag = "type")]
pub enum Command {
    /// Show this. What is not named stays as it is.
    #[serde(rename = "drydock:set")]
    Set(Set),
    /// Tell the files: answered by `drydock:result` with `files`.
    #[serde(rename = "drydock:get")]
    Get {
        /// What the answer carries back.
        #[serde(default)]
        id: Value,
    },
    /// Tell the picture: answered by `drydock:result` with `text`.
    #[serde(rename = "drydock:export")]
    Export {
        /// What the answer carries back.
        #[serde(default)]
        id: Value,
        /// `svg`, `png`, `mermaid`, `dot`, …
        format: String,
    },
}

/// What is to be shown.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
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
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "type")]
pub enum Event {
    /// The page listens.
    #[serde(rename = "drydock:ready")]
    Ready {
        /// The version of Drydock.
        version: String,
    },
    /// The reader has changed the text.
    #[serde(rename = "drydock:changed")]
    Changed {
        /// All files.
        files: Vec<SourceFile>,
    },
    /// The problems of the text.
    #[serde(rename = "drydock:problems")]
    Problems {
        /// All problems.
        problems: Vec<ProblemReport>,
    },
    /// Another object is selected.
    #[serde(rename = "drydock:select")]
    Select {
        /// Its name for people; empty for none.
        object: String,
    },
    /// The answer to a command with an id.
    #[serde(rename = "drydock:result")]
    Result {
        /// The command's id.
        id: Value,
        /// What was asked for: `files`, `text`.
        #[serde(flatten)]
        answer: Map<String, Value>,
    },
    /// A command that was not understood or could not be followed.
    #[serde(rename = "drydock:error")]
    Error {
        /// The command's id, if it had one.
        id: Value,
        /// Why.
        message: String,
    },
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
    let text = JSON::stringify(data).ok().and_then(|text| text.as_string()).unwrap_or_default();
    let Ok(message) = serde_json::from_str::<Map<String, Value>>(&text) else { return Ok(None) };
    let Some(kind) = message.get("type").and_then(Value::as_str).filter(|kind| kind.starts_with("drydock:"))
    else {
        return Ok(None);
    };
    let id = message.get("id").cloned().unwrap_or_default();
    let kind = kind.to_owned();
    if !matches!(kind.as_str(), "drydock:set" | "drydock:get" | "drydock:export") {
        return Err(Event::Error {
            id,
            message: format!("\"{kind}\" is not a message that this version knows."),
        });
    }
    serde_json::from_value(Value::Object(message))
        .map(Some)
        .map_err(|error| Event::Error { id, message: format!("\"{kind}\" was not understood: {error}.") })
}

fn from_parent(event: &MessageEvent) -> bool {
    let parent = window().parent().ok().flatten();
    // A window that is its own parent is not embedded.
    parent.is_some_and(|parent| parent != window() && event.source().is_some_and(|source| source == **parent))
}

fn post(event: &Event, target: &str) {
    let Some(parent) = window().parent().ok().flatten() else { return };
    let message = serde_json::to_string(event).ok().and_then(|text| JSON::parse(&text).ok());
    if let Some(message) = message {
        // It fails only for a target that is not an origin: then there is nobody to be told.
        let _ = parent.post_message(&message, target);
    }
}

fn embedder() -> Option<String> {
    let claimed = parameter("origin").filter(|origin| !origin.is_empty());
    claimed.or_else(|| Url::new(&document().referrer()).ok().map(|url| url.origin()))
}

fn parameter(name: &str) -> Option<String> {
    let search = window().location().search().unwrap_or_default();
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}
