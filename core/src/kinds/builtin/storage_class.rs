//! StorageClass.

use crate::kinds::{Column, Family, Kind};
use k8s_openapi::api::storage::v1::StorageClass;

pub(super) const KIND: Kind = Kind {
    family: Family::Storage,
    column: Column::Platform,
    purpose: "Says how volumes are made for the claims that name it.",
    summary: |object| object.text("/provisioner").unwrap_or_default().to_owned(),
    facts: |object| {
        let binding = match object.text("/volumeBindingMode") {
            Some("WaitForFirstConsumer") => "when the first Pod that uses it is scheduled",
            _ => "at once",
        };
        vec![
            ("Provisioner", object.text("/provisioner").unwrap_or("?").to_owned()),
            ("Volumes bind", binding.to_owned()),
            ("Reclaim", object.text("/reclaimPolicy").unwrap_or("Delete").to_owned()),
        ]
    },
    ..Kind::builtin::<StorageClass>()
};
