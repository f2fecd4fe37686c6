//! What Drydock knows of each kind: one file per kind in this folder.

mod family;

pub use family::{Column, Family};
