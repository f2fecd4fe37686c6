//! The whole state as an address: `#v1=` and base64url of raw deflate of JSON.

use super::{base64url, deflate, plain};
use drydock_core::session::SourceFile;
use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::JsValue;

/// The version of the format that is written, and the largest that is read.
pub const VERSION: u32 = 1;

/// No shared state inflates to more bytes than this.
pub const LARGEST: usize = 5_000_000;

/// No shared state has more files than this: each one is a tab.
const MOST_FILES: usize = 500;

/// From this length on, in characters, some programs cut an address that is pasted into them.
pub const LONG: usize = 8_000;

/// What a link holds. Members that this version does not know are kept and written back.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SharedState {
    /// The files, in the order of their tabs.
    pub files: Vec<SourceFile>,
    /// The view: `map`.
    pub view: Option<String>,
    /// The selected object's id.
    pub select: Option<String>,
    /// `light` or `dark`.
    pub theme: Option<String>,
    /// What later versions add: names, and values as JSON.
    pub other: Vec<(String, String)>,
}

impl SharedState {
    /// Its JSON.
    pub fn to_json(&self) -> String {
        let state = Object::new();
        plain::set(&state, "files", &plain::list(&self.files));
        for (name, text) in [("view", &self.view), ("select", &self.select), ("theme", &self.theme)] {
            if let Some(text) = text {
                plain::set(&state, name, &JsValue::from_str(text));
            }
        }
        for (name, json) in &self.other {
            if let Ok(value) = JSON::parse(json) {
                plain::set(&state, name, &value);
            }
        }
        plain::text_of(&state).unwrap_or_default()
    }

    /// The state that a JSON text holds; nothing where it holds something else.
    pub fn from_json(text: &str) -> Option<Self> {
        let state = plain::parse(text)?;
        let text = |name| plain::optional(&state, name, JsValue::as_string).ok();
        let files = plain::optional(&state, "files", plain::files).ok()?.unwrap_or_default();
        let mut read = Self {
            files,
            view: text("view")?,
            select: text("select")?,
            theme: text("theme")?,
            other: Vec::new(),
        };
        for name in Object::keys(&state).iter().filter_map(|name| name.as_string()) {
            if !matches!(name.as_str(), "files" | "view" | "select" | "theme")
                && let Some(json) =
                    Reflect::get(&state, &JsValue::from_str(&name)).ok().as_ref().and_then(plain::text_of)
            {
                read.other.push((name, json));
            }
        }
        Some(read)
    }
}

/// The fragment that holds a state, with `#`.
pub async fn encode(state: &SharedState) -> Result<String, String> {
    let json = state.to_json();
    if json.len() > LARGEST {
        return Err("These files are too large for a link: download them instead.".to_owned());
    }
    let small = deflate::deflate(json.as_bytes()).await.map_err(|_| UNSUPPORTED.to_owned())?;
    Ok(format!("#v{VERSION}={}", base64url::encode(&small)))
}

/// The state in a fragment, with or without `#`. The error is a sentence for the reader.
pub async fn decode(fragment: &str) -> Result<SharedState, String> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (version, text) = split(fragment).ok_or("This link holds no shared manifests.")?;
    if version > VERSION {
        return Err(format!(
            "This link was made by a newer Drydock (format {version}, this one reads up to {VERSION}): reload the \
             page to get the newest, and open the link again."
        ));
    }
    let bytes = base64url::decode(text).ok_or(CUT_OFF)?;
    let json = deflate::inflate(&bytes, LARGEST).await.map_err(|trouble| match trouble {
        deflate::Trouble::Unsupported => UNSUPPORTED,
        deflate::Trouble::Damaged => CUT_OFF,
        deflate::Trouble::TooLarge => "This link holds more than 5 MB of text, so it was not opened.",
    })?;
    let json = String::from_utf8(json).map_err(|_| CUT_OFF)?;
    let state = SharedState::from_json(&json).ok_or(CUT_OFF)?;
    if state.files.len() > MOST_FILES {
        return Err(format!("This link holds more than {MOST_FILES} files, so it was not opened."));
    }
    Ok(state)
}

const UNSUPPORTED: &str =
    "This browser is too old for links with manifests in them: it has no compression streams.";

const CUT_OFF: &str = "This link is damaged: a part of it is missing or was changed on the way. Ask for it again, \
                       or for the files.";

/// `v1=…` as version and text.
fn split(fragment: &str) -> Option<(u32, &str)> {
    let (version, text) = fragment.strip_prefix('v')?.split_once('=')?;
    let digits =
        !version.is_empty() && version.len() <= 9 && version.bytes().all(|byte| byte.is_ascii_digit());
    Some((version.parse().ok().filter(|version| digits && *version > 0)?, text))
}
