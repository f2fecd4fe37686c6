//! The page's side of the engine: what is sent when, what is shown and what is dropped, and what happens
//! when the worker dies.

mod client;
mod hearing;
mod ledger;
mod port;
mod watch;
mod words;

pub use client::Engine;
pub use words::Answer;
