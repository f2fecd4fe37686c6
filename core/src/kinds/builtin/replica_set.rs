//! ReplicaSet.

use crate::kinds::pod_facts::{self, replicas};
use crate::kinds::{Column, Family, Kind, PodShape, Wanted};
use k8s_openapi::api::apps::v1::ReplicaSet;

pub(super) const KIND: Kind = Kind {
    family: Family::Workload,
    column: Column::Workload,
    purpose: "Keeps a number of equal Pods running; usually a Deployment makes and replaces it.",
    template: Some("/spec/template"),
    pods: |object| PodShape::of_template(object, "/spec/template", Wanted::Count(replicas(object))),
    facts: |object| {
        let mut facts = vec![("Replicas", replicas(object).to_string())];
        facts.extend(pod_facts::facts(object, "/spec/template/spec"));
        facts
    },
    ..Kind::builtin::<ReplicaSet>()
};
