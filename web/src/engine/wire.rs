//! What the worker says.

use drydock_core::session::Response;
use serde::{Deserialize, Serialize};

/// An answer on its way.
#[derive(Serialize, Deserialize)]
pub struct Message {
    /// The revision of the text that it is about.
    pub revision: u64,
    /// The number of the question, if it answers one.
    pub id: Option<u64>,
    /// The answer.
    pub response: Response,
}
