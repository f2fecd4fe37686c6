//! Rollout of Argo.

use crate::api::{FieldPath, Object};
use crate::kinds::pod_facts::{self, replicas};
use crate::kinds::{Column, Fact, Family, Kind, PodShape, References, Relation, Wanted, scale_target};

pub(super) const KIND: Kind = Kind {
    family: Family::Workload,
    column: Column::Workload,
    purpose: "Keeps equal Pods running as a Deployment does, and replaces them in steps that can be watched and stopped.",
    template: Some("/spec/template"),
    references,
    pods: |object| PodShape::of_template(object, "/spec/template", Wanted::Count(replicas(object))),
    summary: |object| strategy(object).to_owned(),
    facts,
    ..Kind::extension("argoproj.io", "Rollout", true)
};

fn strategy(object: &Object) -> &'static str {
    if object.at("/spec/strategy/blueGreen").is_some() { "blue-green" } else { "canary" }
}

fn references(object: &Object, references: &mut References<'_>) {
    for (pointer, label) in [
        ("/spec/strategy/canary/stableService", "stable"),
        ("/spec/strategy/canary/canaryService", "canary"),
        ("/spec/strategy/blueGreen/activeService", "active"),
        ("/spec/strategy/blueGreen/previewService", "preview"),
    ] {
        let Some(name) = object.text(pointer) else { continue };
        references
            .core(Relation::Refers, FieldPath::of(&pointer.replace('/', ".")), "Service", name)
            .label(label)
            .because(format!("It points Service {name} at its {label} Pods."));
    }
    if let Some(reference) = scale_target::collect(object, "/spec/workloadRef", "Deployment", references) {
        reference.relation = Relation::Refers;
        reference.label("template").because("It takes its Pod template from there.");
    }
}

fn facts(object: &Object) -> Vec<Fact> {
    let mut facts =
        vec![("Replicas", replicas(object).to_string()), ("Strategy", strategy(object).to_owned())];
    if object.at("/spec/template").is_some() {
        facts.extend(pod_facts::facts(object, "/spec/template/spec"));
    }
    facts
}
