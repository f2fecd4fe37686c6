//! A drawing as a PNG.

use super::download::blob;
use gloo::utils::document;
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Browsers draw no canvas beyond this, in pixels a side.
const LARGEST_SIDE: f64 = 16_000.0;

/// A self-contained SVG as a PNG of twice its size, less where that would be beyond what browsers draw.
pub async fn png(svg: &str) -> Result<Blob, String> {
    draw(svg)
        .await
        .map_err(|_| "The browser could not draw this picture as PNG: take the SVG instead.".to_owned())
}

async fn draw(svg: &str) -> Result<Blob, JsValue> {
    let source = blob(&JsValue::from_str(svg), "image/svg+xml")?;
    let url = Url::create_object_url_with_blob(&source)?;
    let drawn = draw_from(&url).await;
    Url::revoke_object_url(&url)?;
    drawn
}

async fn draw_from(url: &str) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let (width, height) = (f64::from(image.width().max(1)), f64::from(image.height().max(1)));
    let scale = (LARGEST_SIDE / width.max(height)).min(2.0);
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width((width * scale) as u32);
    canvas.set_height((height * scale) as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width * scale,
        height * scale,
    )?;
    let mut failed = None;
    let promise = Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::UNDEFINED, &blob));
        failed = canvas.to_blob(done.unchecked_ref()).err();
    });
    match failed {
        Some(error) => Err(error),
        None => JsFuture::from(promise).await?.dyn_into(),
    }
}
