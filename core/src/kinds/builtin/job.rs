//! Job.

use crate::kinds::job_facts;
use crate::kinds::{Column, Family, Kind, PodShape, Wanted};
use k8s_openapi::api::batch::v1::Job;

pub(super) const KIND: Kind = Kind {
    family: Family::Workload,
    column: Column::Workload,
    purpose: "Runs Pods until a given number of them have finished successfully.",
    template: Some("/spec/template"),
    pods: |object| PodShape::of_template(object, "/spec/template", Wanted::Unknown),
    summary: |object| job_facts::summary(object, "/spec"),
    facts: |object| job_facts::facts(object, "/spec"),
    ..Kind::builtin::<Job>()
};
