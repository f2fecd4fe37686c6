//! ClusterRoleBinding.

use crate::kinds::{Column, Family, Kind, rbac};
use k8s_openapi::api::rbac::v1::ClusterRoleBinding;

pub(super) const KIND: Kind = Kind {
    family: Family::Identity,
    column: Column::Configuration,
    purpose: "Gives a ClusterRole to users, groups and ServiceAccounts, for the whole cluster.",
    references: rbac::binding,
    summary: rbac::role_name,
    facts: rbac::binding_facts,
    ..Kind::builtin::<ClusterRoleBinding>()
};
