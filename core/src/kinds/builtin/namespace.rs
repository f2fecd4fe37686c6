//! Namespace.

use crate::kinds::{Column, Family, Kind};
use k8s_openapi::api::core::v1::Namespace;

pub(super) const KIND: Kind = Kind {
    family: Family::Other,
    column: Column::Aside,
    purpose: "Separates the objects of one team or application from those of others; names are unique within it.",
    ..Kind::builtin::<Namespace>()
};
