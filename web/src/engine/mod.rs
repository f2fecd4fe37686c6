//! The page's side of the engine: what is sent when, what is shown and what is dropped, and what happens
//! when the worker dies.

mod client;
mod ledger;
mod port;

pub use client::Engine;
