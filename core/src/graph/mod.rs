//! The objects and their relations.

mod model;

pub use model::{Edge, Evidence, Graph, Node, NodeIndex, PodCount, Presence, Relation};
