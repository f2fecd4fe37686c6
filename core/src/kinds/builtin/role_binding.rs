//! RoleBinding.

use crate::kinds::{Column, Family, Kind, rbac};
use k8s_openapi::api::rbac::v1::RoleBinding;

pub(super) const KIND: Kind = Kind {
    family: Family::Identity,
    column: Column::Configuration,
    purpose: "Gives a Role to users, groups and ServiceAccounts, for one namespace.",
    references: rbac::binding,
    summary: rbac::role_name,
    facts: rbac::binding_facts,
    ..Kind::builtin::<RoleBinding>()
};
