//! The objects and their relations: typed edges with their evidence, and the references that lead nowhere.
//!
//! [`build`] reads each object once ([`crate::kinds::profile`], kept in [`Profiles`] until the object
//! changes) and then resolves names and selectors among all of them.

mod build;
mod draft;
mod model;
mod named;
mod parts;
mod ports;
mod problem;
mod profiles;
mod selected;
mod selectors;
mod sentences;
#[cfg(test)]
mod tests;
mod unmatched;
mod volumes;
mod world;

pub use crate::kinds::Relation;
pub use build::{Built, build};
pub use model::{Edge, Evidence, Graph, Node, NodeIndex, PodCount, Presence};
pub use problem::{ReferenceFix, ReferenceProblem, Spot};
pub use profiles::Profiles;
