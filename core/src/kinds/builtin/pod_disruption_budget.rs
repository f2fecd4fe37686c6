//! PodDisruptionBudget.

use crate::api::{FieldPath, LabelSelector, Object};
use crate::diagnostic::Severity;
use crate::kinds::words::scalar;
use crate::kinds::{Column, Fact, Family, Kind, References, Relation, WhenEmpty};
use k8s_openapi::api::policy::v1::PodDisruptionBudget;

pub(super) const KIND: Kind = Kind {
    family: Family::Policy,
    column: Column::Attached,
    purpose: "Limits how many Pods may be taken away at once when Nodes are emptied for maintenance.",
    references,
    summary: |object| match (object.at("/spec/minAvailable"), object.at("/spec/maxUnavailable")) {
        (Some(least), _) => format!("min {}", scalar(least)),
        (None, Some(most)) => format!("max {} down", scalar(most)),
        (None, None) => "min 0".to_owned(),
    },
    facts,
    ..Kind::builtin::<PodDisruptionBudget>()
};

fn references(object: &Object, references: &mut References<'_>) {
    let Some(selector) = object.at("/spec/selector").and_then(LabelSelector::from_json) else { return };
    references
        .pods(Relation::Protects, FieldPath::of("spec.selector"), selector)
        .when_empty(WhenEmpty::Problem(Severity::Warning));
}

fn facts(object: &Object) -> Vec<Fact> {
    let rule = match (object.at("/spec/minAvailable"), object.at("/spec/maxUnavailable")) {
        (Some(least), _) => format!("at least {} available", scalar(least)),
        (None, Some(most)) => format!("at most {} unavailable", scalar(most)),
        (None, None) => "none".to_owned(),
    };
    let selector = object.at("/spec/selector").and_then(LabelSelector::from_json);
    let selector = selector.map_or("nothing".to_owned(), |selector| {
        if selector.is_everything() { "every Pod of the namespace".to_owned() } else { selector.to_string() }
    });
    vec![("Limit", rule), ("Selector", selector)]
}
