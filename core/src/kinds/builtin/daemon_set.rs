//! DaemonSet.

use crate::api::Object;
use crate::kinds::pod_facts;
use crate::kinds::words::scalar;
use crate::kinds::{Column, Fact, Family, Kind, PodShape, Wanted};
use k8s_openapi::api::apps::v1::DaemonSet;

pub(super) const KIND: Kind = Kind {
    family: Family::Workload,
    column: Column::Workload,
    purpose: "Runs one Pod on every Node, or on every Node that it chooses.",
    template: Some("/spec/template"),
    pods: |object| PodShape::of_template(object, "/spec/template", Wanted::PerNode),
    summary: |_| "one per Node".to_owned(),
    facts,
    ..Kind::builtin::<DaemonSet>()
};

fn facts(object: &Object) -> Vec<Fact> {
    let rolling = |field: &str, default: &str| {
        object.at(&format!("/spec/updateStrategy/rollingUpdate/{field}")).map_or(default.to_owned(), scalar)
    };
    let strategy = if object.text("/spec/updateStrategy/type") == Some("OnDelete") {
        "OnDelete: a Pod is replaced when somebody deletes it".to_owned()
    } else {
        format!(
            "RollingUpdate, at most {} unavailable, {} surging",
            rolling("maxUnavailable", "1"),
            rolling("maxSurge", "0")
        )
    };
    let mut facts = vec![("Pods", "one on each fitting Node".to_owned()), ("Strategy", strategy)];
    facts.extend(pod_facts::facts(object, "/spec/template/spec"));
    facts
}
