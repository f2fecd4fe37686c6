//! YAML as Kubernetes reads it: split, parsed with positions, resolved, repaired while it is being typed.
//!
//! - [`split`] cuts a file into chunks as kubectl does, in a few milliseconds for the largest ones.
//! - [`read`] makes a [`Tree`] of one chunk, with problems at their exact places. It never fails: a broken
//!   text is repaired where a small change does it, or else the broken line is blanked, so that the rest is
//!   not lost; [`State`] tells which. Texts that are no manifests are recognised ([`Foreign`]).
//! - [`strict_yaml`] and [`strict_json`] give what upstream's own code gives, for comparison.
//! - [`emit`] writes a value, [`quote`] a scalar.
//!
//! The scanner and the parser follow `scannerc.go`, `parserc.go`, `resolve.go` and `decode.go` of
//! `go.yaml.in/yaml/v2` v2.4.4 and `yaml.go` of `sigs.k8s.io/yaml` v1.6.0, which kubectl and the API server
//! use: what they read is read here, and what they refuse is refused.

mod document;
mod emit;
mod error;
mod explain;
pub mod foreign;
mod indentation;
mod json;
mod limits;
mod lines;
mod number;
mod parser;
mod path;
mod read;
#[cfg(test)]
mod read_tests;
mod repair;
mod resolve;
mod scanner;
mod split;
mod timestamp;
mod tree;
mod window;

pub use document::{Strict, strict_json, strict_yaml};
pub use emit::{emit, quote};
pub use foreign::Foreign;
pub use limits::{MAX_BYTES, MAX_DEPTH};
pub use path::{PathAt, Step};
pub use read::{Reading, State, read};
pub use split::{Chunk, Format, Split, split};
pub use tree::{Entry, Mapping, Node, NodeId, Tree, Value};
