//! ClusterRole.

use crate::kinds::{Column, Family, Kind, rbac};
use k8s_openapi::api::rbac::v1::ClusterRole;

pub(super) const KIND: Kind = Kind {
    family: Family::Identity,
    column: Column::Platform,
    purpose: "Says what may be done with which objects, in any namespace or in the whole cluster.",
    references: rbac::aggregation,
    summary: rbac::rule_count,
    facts: rbac::rules,
    ..Kind::builtin::<ClusterRole>()
};
