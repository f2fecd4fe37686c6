//! What Drydock knows of each kind: one file per kind in the folders `builtin` (Kubernetes' own) and
//! `extensions` (of custom resources that many clusters have).
//!
//! A file exports one constant `KIND`; `core/build.rs` finds it by its being there. Parts that several
//! kinds share (Pod templates above all) are modules beside this one.

pub mod ambient;
mod family;
mod istio;
mod job_facts;
mod kind;
mod mentions;
mod network_facts;
mod pod_environment;
mod pod_facts;
mod pod_placement;
mod pod_references;
mod pod_shape;
mod pod_volumes;
mod profile;
mod prometheus;
mod quantity;
mod rbac;
mod reference;
mod references;
mod registry;
mod relation;
mod scale_target;
mod volume_facts;
mod webhooks;
mod words;

pub use family::{Column, Family};
pub use kind::{Fact, Kind, Scoped};
pub use pod_shape::{ContainerPort, PodShape, Wanted};
pub use profile::{Made, Profile, ServicePort, profile};
pub use quantity::Quantity;
pub use reference::{
    Namespaces, Part, PortName, PortNeed, Reference, Selected, Selection, Target, Usually, WhenEmpty,
};
pub use references::References;
pub use registry::{all, find, group_of};
pub use relation::Relation;
