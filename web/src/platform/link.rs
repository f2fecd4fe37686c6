//! What the address of the page asks for.

use super::share::{self, SharedState};
use drydock_core::session::SourceFile;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Url};

/// What a fragment asks for.
#[derive(Clone, PartialEq, Debug)]
pub enum Link {
    /// Files and how to look at them.
    State(Box<SharedState>),
    /// One of the site's samples, by name.
    Sample(String),
    /// One of the site's lessons, by name.
    Lesson(String),
}

/// What the address asks for when the page opens; nothing for a plain address. The error is a sentence.
pub async fn opened() -> Result<Option<Link>, String> {
    read(&window().location().hash().unwrap_or_default()).await
}

/// What a fragment asks for, with or without `#`.
pub async fn read(fragment: &str) -> Result<Option<Link>, String> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let Some((key, value)) = fragment.split_once('=') else { return Ok(None) };
    let link = match key {
        "sample" => Link::Sample(unescape(value)?),
        "lesson" => Link::Lesson(unescape(value)?),
        "url" => Link::State(Box::new(SharedState {
            files: vec![fetch(&unescape(value)?).await?],
            ..SharedState::default()
        })),
        key if is_version(key) => Link::State(Box::new(share::decode(fragment).await?)),
        _ => return Ok(None),
    };
    Ok(Some(link))
}

/// The address of this page with a fragment, for the clipboard.
pub fn address_with(fragment: &str) -> String {
    let location = window().location();
    let base = location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default();
    base + fragment
}

/// Takes the fragment out of the address bar: what the reader types from now on is no longer what it says.
pub fn forget_fragment() {
    let location = window().location();
    let plain = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    if let Ok(history) = window().history() {
        // Refused only in documents without an address of their own, which have no fragment either.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&plain));
    }
}

/// A text of the site's own origin, named relative to the page.
pub async fn fetch(address: &str) -> Result<SourceFile, String> {
    let url = own(address).ok_or_else(|| {
        format!("\"{address}\" was not loaded: only texts of this site can be opened by a link, named relative to its page.")
    })?;
    let missing = || format!("\"{address}\" could not be loaded.");
    let response = JsFuture::from(window().fetch_with_str(&url.href())).await.map_err(|_| missing())?;
    let response: Response = response.dyn_into().map_err(|_| missing())?;
    // A redirection must not lead to where a link may not point itself.
    if !response.ok() || own(&response.url()).is_none() && response.redirected() {
        return Err(missing());
    }
    let text = match response.text() {
        Ok(text) => JsFuture::from(text).await.ok().and_then(|text| text.as_string()),
        Err(_) => None,
    };
    let name = url.pathname().rsplit('/').next().unwrap_or_default().to_owned();
    let name = if name.is_empty() { "manifest.yaml".to_owned() } else { name };
    Ok(SourceFile { name, text: text.ok_or_else(missing)? })
}

/// The address as one of the site's own; nothing where it is absolute or leads elsewhere.
fn own(address: &str) -> Option<Url> {
    let page = window().location();
    if Url::new(address).is_ok() || address.trim_start().starts_with(['/', '\\']) {
        return None;
    }
    let url = Url::new_with_base(address, &page.href().ok()?).ok()?;
    (url.origin() == page.origin().ok()? && matches!(url.protocol().as_str(), "http:" | "https:"))
        .then_some(url)
}

fn is_version(key: &str) -> bool {
    key.strip_prefix('v')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn unescape(text: &str) -> Result<String, String> {
    js_sys::decode_uri_component(text)
        .map(String::from)
        .map_err(|_| "This link is damaged: a part of it is missing or was changed on the way.".to_owned())
}
