//! Where a reference leads.

use super::answer::Target;
use super::hover::FieldAt;
use super::world::World;
use crate::api::Segment;
use crate::graph::Edge;

impl World {
    /// What the reference at an offset leads to, and where that is defined.
    pub(super) fn definition(&self, name: &str, offset: u32) -> Option<Target> {
        let edge = self.reference_at(&self.field_at(name, offset)?)?;
        let end = self.graph.node(edge.to);
        let range = self.object(&end.key).and_then(|object| self.object_range(object));
        Some(Target { object: end.key.id(), range })
    }

    /// The relation that a field says: its own, or that of the nearest field above or one step below it
    /// (`configMapKeyRef` says what `configMapKeyRef.name` does).
    pub(super) fn reference_at(&self, found: &FieldAt) -> Option<&Edge> {
        let key = self.object_at(found.document, found.span.start)?;
        let item = self.cluster.get(&key)?.origin?.item;
        // The path of a list's item begins behind `items[n]`.
        let path: &[Segment] = if item.is_some() { found.path.0.get(2..)? } else { &found.path.0 };
        let index = self.graph.find(&key)?;
        let related = |field: &[Segment]| {
            let above = !field.is_empty() && path.starts_with(field);
            above || (field.starts_with(path) && field.len() == path.len() + 1)
        };
        self.graph
            .edges_of(index)
            .filter(|edge| edge.from == index && related(&edge.evidence.from_field.0))
            .min_by_key(|edge| edge.evidence.from_field.0.len().abs_diff(path.len()))
    }
}
