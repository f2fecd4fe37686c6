//! Prometheus of the Prometheus operator.

use crate::api::{FieldPath, Object};
use crate::kinds::{Column, Family, Kind, References, Relation, prometheus};

pub(super) const KIND: Kind = Kind {
    family: Family::Workload,
    column: Column::Workload,
    purpose: "Runs the monitoring system Prometheus, through the Prometheus operator.",
    references,
    pods: |object| Some(prometheus::pods(object, "prometheus", 9090, "/spec/podMetadata")),
    summary: |object| object.text("/spec/version").unwrap_or_default().to_owned(),
    facts: |object| vec![("Image", object.text("/spec/image").unwrap_or("the operator's").to_owned())],
    ..Kind::extension(prometheus::GROUP, "Prometheus", true)
};

fn references(object: &Object, references: &mut References<'_>) {
    if let Some(name) = object.text("/spec/serviceAccountName") {
        references
            .core(Relation::RunsAs, FieldPath::of("spec.serviceAccountName"), "ServiceAccount", name)
            .because(format!("Its Pods run as ServiceAccount {name}."));
    }
}
