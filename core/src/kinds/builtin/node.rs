//! Node.

use crate::kinds::words::scalar;
use crate::kinds::{Column, Family, Kind};
use k8s_openapi::api::core::v1::Node;

pub(super) const KIND: Kind = Kind {
    family: Family::Other,
    column: Column::Aside,
    purpose: "A machine of the cluster, on which Pods run.",
    summary: |object| {
        let amount = |name: &str| object.at(&format!("/status/capacity/{name}")).map(scalar);
        let parts = [amount("cpu").map(|cpu| format!("{cpu} CPU")), amount("memory")];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    },
    ..Kind::builtin::<Node>()
};
