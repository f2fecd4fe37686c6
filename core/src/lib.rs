//! The engine of Drydock: Kubernetes manifests in, explanations and pictures out.
//!
//! Everything here is a pure function of what was typed: no IO, no clock, no threads, no platform. The
//! modules form layers, low to high in the order below; a module uses only those above it in this list.
//! `ARCHITECTURE.md` tells the whole story.

mod order;

pub mod text;

pub mod diagnostic;

pub mod yaml;

pub mod api;

pub mod schema;

pub mod kinds;

pub mod cluster;

pub mod manifest;

pub mod graph;

pub mod lint;

pub mod scene;

pub mod render;

pub mod session;

/// The version of Kubernetes that is followed everywhere: the one place that names it, beside the feature
/// of `k8s-openapi` in the workspace's `Cargo.toml` (a test keeps the two and the schema data together).
pub const KUBERNETES_VERSION: &str = "1.37";
