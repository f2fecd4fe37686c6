//! IngressClass.

use crate::kinds::{Column, Family, Kind};
use k8s_openapi::api::networking::v1::IngressClass;

pub(super) const KIND: Kind = Kind {
    family: Family::Entry,
    column: Column::Platform,
    purpose: "Says which controller serves the Ingresses that name it.",
    summary: |object| object.text("/spec/controller").unwrap_or_default().to_owned(),
    facts: |object| vec![("Controller", object.text("/spec/controller").unwrap_or("?").to_owned())],
    ..Kind::builtin::<IngressClass>()
};
