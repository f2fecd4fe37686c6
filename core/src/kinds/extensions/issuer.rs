//! Issuer of cert-manager.

use crate::kinds::{Column, Family, Kind};
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Config,
    column: Column::Platform,
    purpose: "Issues certificates for one namespace, through cert-manager.",
    summary: |object| {
        // Its specification has one field, named after the way in which it issues.
        let spec = object.at("/spec").and_then(Value::as_object);
        spec.and_then(|spec| spec.keys().next()).cloned().unwrap_or_default()
    },
    ..Kind::extension("cert-manager.io", "Issuer", true)
};
