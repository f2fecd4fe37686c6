//! What else is known of the objects when they are drawn.

use std::collections::{BTreeMap, BTreeSet};

/// Facts about objects, by id, that the graph does not hold.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hints {
    /// How many errors each object has.
    pub errors: BTreeMap<String, u32>,
    /// How many warnings each object has.
    pub warnings: BTreeMap<String, u32>,
    /// Objects whose document is broken at the moment: they are drawn from an earlier reading.
    pub stale: BTreeSet<String>,
}
