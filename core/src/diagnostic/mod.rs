//! What is wrong, where, why it matters and what to do: the one type for every finding.

mod fix;
mod near;
mod problem;

pub use fix::{Applicability, Fix};
pub use near::nearest;
pub use problem::{DocumentIndex, Label, Place, Problem, Severity};
