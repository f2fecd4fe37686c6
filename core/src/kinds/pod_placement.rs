//! What a Pod's place depends on: Pods that it wants near or far, and a Node that it names.

use super::references::{items, text};
use super::{Namespaces, References, Relation, Selected, WhenEmpty};
use crate::api::{FieldPath, LabelSelector, ObjectKey};
use serde_json::Value;

/// Collects affinity, anti-affinity, spread and `nodeName`.
pub(super) fn collect(spec: &Value, at: &FieldPath, references: &mut References<'_>) {
    if let Some(name) = text(spec, "nodeName") {
        references
            .to(Relation::Refers, at.field("nodeName"), ObjectKey::new("", "Node", "", name))
            .because(format!("It is bound to Node {name} without being scheduled."));
    }
    for (field, label) in [("podAffinity", "near"), ("podAntiAffinity", "apart from")] {
        let Some(affinity) = spec.get("affinity").and_then(|affinity| affinity.get(field)) else { continue };
        let at = at.field("affinity").field(field);
        for (path, term) in items(affinity, &at, "requiredDuringSchedulingIgnoredDuringExecution") {
            term_references(term, &path, label, references);
        }
        for (path, preference) in items(affinity, &at, "preferredDuringSchedulingIgnoredDuringExecution") {
            if let Some(term) = preference.get("podAffinityTerm") {
                term_references(term, &path.field("podAffinityTerm"), &format!("rather {label}"), references);
            }
        }
    }
    for (path, constraint) in items(spec, at, "topologySpreadConstraints") {
        let Some(selector) = constraint.get("labelSelector").and_then(LabelSelector::from_json) else {
            continue;
        };
        references
            .pods(Relation::PlacedBy, path.field("labelSelector"), selector)
            .when_empty(WhenEmpty::Fine)
            .label("spread over");
    }
}

/// A term without a selector selects nothing; one without namespaces means the Pod's own.
fn term_references(term: &Value, at: &FieldPath, label: &str, references: &mut References<'_>) {
    let Some(selector) = term.get("labelSelector").and_then(LabelSelector::from_json) else { return };
    let listed: Vec<String> =
        items(term, at, "namespaces").filter_map(|(_, name)| name.as_str().map(str::to_owned)).collect();
    let namespaces = match term.get("namespaceSelector").and_then(LabelSelector::from_json) {
        Some(selector) if selector.is_everything() => Namespaces::All,
        Some(selector) => Namespaces::Matching(selector),
        None if listed.is_empty() => Namespaces::Named(vec![references.namespace().to_owned()]),
        None => Namespaces::Named(listed),
    };
    let topology = text(term, "topologyKey").unwrap_or_default();
    let place = topology.rsplit('/').next().unwrap_or_default();
    references
        .select(Relation::PlacedBy, at.field("labelSelector"), Selected::Pods, namespaces, selector)
        .label(format!("{label} by {place}"));
}
