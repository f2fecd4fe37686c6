//! VerticalPodAutoscaler.

use crate::kinds::{Column, Family, Kind, scale_target};

pub(super) const KIND: Kind = Kind {
    family: Family::Scaling,
    column: Column::Attached,
    purpose: "Adjusts how much CPU and memory the Pods of a workload request.",
    references: |object, references| {
        let name = object.text("/spec/targetRef/name").unwrap_or_default();
        if let Some(reference) = scale_target::collect(object, "/spec/targetRef", "", references) {
            reference.because(format!("It adjusts the requests of the Pods of {name}."));
        }
    },
    summary: |object| object.text("/spec/updatePolicy/updateMode").unwrap_or("Auto").to_owned(),
    facts: |object| vec![("Mode", object.text("/spec/updatePolicy/updateMode").unwrap_or("Auto").to_owned())],
    ..Kind::extension("autoscaling.k8s.io", "VerticalPodAutoscaler", true)
};
