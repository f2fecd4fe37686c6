//! What the suites share.

pub mod conformance;
