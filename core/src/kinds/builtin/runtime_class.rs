//! RuntimeClass.

use crate::kinds::{Column, Family, Kind};
use k8s_openapi::api::node::v1::RuntimeClass;

pub(super) const KIND: Kind = Kind {
    family: Family::Other,
    column: Column::Platform,
    purpose: "Names the container runtime that runs the Pods that choose it.",
    summary: |object| object.text("/handler").unwrap_or_default().to_owned(),
    facts: |object| vec![("Handler", object.text("/handler").unwrap_or("?").to_owned())],
    ..Kind::builtin::<RuntimeClass>()
};
