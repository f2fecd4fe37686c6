//! The clipboard.

use gloo::utils::window;
use wasm_bindgen_futures::JsFuture;

/// Puts a text onto the clipboard. Browsers refuse that in some frames and without a click before; then the
/// caller shows the text, ready to be copied by hand.
pub async fn write(text: &str) -> Result<(), String> {
    let clipboard = window().navigator().clipboard();
    // Pages that are not served securely have no clipboard at all.
    if clipboard.is_undefined() {
        return Err(REFUSED.to_owned());
    }
    JsFuture::from(clipboard.write_text(text)).await.map(|_| ()).map_err(|_| REFUSED.to_owned())
}

const REFUSED: &str = "The browser does not let this page write to the clipboard: copy the text by hand.";
