//! YAML as Kubernetes reads it: split, parsed with positions, resolved, repaired while it is being typed.

mod document;
mod error;
mod json;
mod limits;
mod number;
mod parser;
mod resolve;
mod scanner;
mod split;
mod timestamp;
mod tree;

pub use document::{Strict, strict_json, strict_yaml};
pub use limits::{MAX_BYTES, MAX_DEPTH};
pub use split::{Chunk, Format, Split, split};
pub use tree::{Entry, Mapping, Node, NodeId, Tree, Value};

mod read;
pub use read::{Reading, State, read};
