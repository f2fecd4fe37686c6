//! YAML as Kubernetes reads it: split, parsed with positions, resolved, repaired while it is being typed.

mod tree;

pub use tree::{Entry, Mapping, Node, NodeId, Tree, Value};
