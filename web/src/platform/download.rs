//! Files on their way out.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers a text as a file: `image/svg+xml`, `application/yaml`.
pub fn text(name: &str, media_type: &str, text: &str) -> Result<(), String> {
    let blob = blob(&JsValue::from_str(text), media_type).map_err(|_| failed(name))?;
    save(name, &blob)
}

/// Offers bytes as a file.
pub fn bytes(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), String> {
    let blob = blob(&Uint8Array::from(bytes), media_type).map_err(|_| failed(name))?;
    save(name, &blob)
}

/// Offers a blob as a file.
pub fn save(name: &str, blob: &Blob) -> Result<(), String> {
    let url = Url::create_object_url_with_blob(blob).map_err(|_| failed(name))?;
    let anchor =
        document().create_element("a").ok().and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
    let anchor = anchor.ok_or_else(|| failed(name))?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser reads the blob after the click; a minute is more than it needs.
    Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// A blob of one part.
pub(super) fn blob(part: &JsValue, media_type: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(part), &options)
}

fn failed(name: &str) -> String {
    format!("The browser did not take {name} as a download.")
}
