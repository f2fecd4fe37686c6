//! Raw deflate by the browser's own compression streams.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ReadableStream, ReadableStreamDefaultReader, WritableStream, WritableStreamDefaultWriter};

// `web-sys` counts these as unstable, which they have not been in browsers since 2023.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &CompressionStream) -> ReadableStream;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &CompressionStream) -> WritableStream;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

/// Deflate without a frame around it.
const FORMAT: &str = "deflate-raw";

/// Why a text cannot be inflated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Trouble {
    /// The browser has no compression streams.
    Unsupported,
    /// It is not deflate, or its end is missing.
    Damaged,
    /// It inflates to more than was asked for.
    TooLarge,
}

/// Deflates.
pub(super) async fn deflate(bytes: &[u8]) -> Result<Vec<u8>, Trouble> {
    let stream = CompressionStream::new(FORMAT).map_err(|_| Trouble::Unsupported)?;
    through(&stream.writable(), &stream.readable(), bytes, usize::MAX).await
}

/// Inflates, and stops as soon as there is more than `limit`: a few kilobytes may hold gigabytes.
pub(super) async fn inflate(bytes: &[u8], limit: usize) -> Result<Vec<u8>, Trouble> {
    let stream = DecompressionStream::new(FORMAT).map_err(|_| Trouble::Unsupported)?;
    through(&stream.writable(), &stream.readable(), bytes, limit).await
}

async fn through(
    into: &WritableStream,
    from: &ReadableStream,
    bytes: &[u8],
    limit: usize,
) -> Result<Vec<u8>, Trouble> {
    let writer = into.get_writer().map_err(|_| Trouble::Unsupported)?;
    spawn_local(write(writer, Uint8Array::from(bytes)));
    let reader: ReadableStreamDefaultReader = from.get_reader().unchecked_into();
    let mut whole = Vec::new();
    loop {
        let step = JsFuture::from(reader.read()).await.map_err(|_| Trouble::Damaged)?;
        let part = Reflect::get(&step, &JsValue::from_str("value")).unwrap_or_default();
        let Some(part) = part.dyn_ref::<Uint8Array>() else { return Ok(whole) };
        if whole.len() + part.length() as usize > limit {
            // What is left is not wanted: whether the stream ends well does not matter any more.
            let _ = JsFuture::from(reader.cancel()).await;
            return Err(Trouble::TooLarge);
        }
        whole.extend_from_slice(&part.to_vec());
    }
}

/// Writes everything. The reader hears of every error as well, so it need not be told twice.
async fn write(writer: WritableStreamDefaultWriter, bytes: Uint8Array) {
    let written = writer.write_with_chunk(&bytes);
    let closed = writer.close();
    let _ = JsFuture::from(written).await;
    let _ = JsFuture::from(closed).await;
    let _ = JsFuture::from(writer.closed()).await;
}
