//! The browser, as far as it is not the interface: the address bar, the clipboard, files on their way out, the
//! page around an embedded one, the worker.

mod base64url;
pub mod clipboard;
mod deflate;
pub mod download;
pub mod embed;
pub mod engine;
pub mod link;
pub mod picture;
mod plain;
pub mod share;
