//! Pod.

use crate::kinds::pod_facts;
use crate::kinds::{Column, Family, Kind, PodShape, Wanted};
use k8s_openapi::api::core::v1::Pod;

pub(super) const KIND: Kind = Kind {
    family: Family::Workload,
    column: Column::Workload,
    purpose: "Runs one or more containers together on one Node; the smallest thing that runs.",
    template: Some(""),
    pods: |object| PodShape::of_template(object, "", Wanted::Count(1)),
    facts: |object| {
        let mut facts = vec![("Restarts", object.text("/spec/restartPolicy").unwrap_or("Always").to_owned())];
        facts.extend(pod_facts::facts(object, "/spec"));
        facts
    },
    ..Kind::builtin::<Pod>()
};
