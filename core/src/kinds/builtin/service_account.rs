//! ServiceAccount.

use crate::api::{FieldPath, Object};
use crate::kinds::references::{items, text};
use crate::kinds::{Column, Family, Kind, References, Relation};
use k8s_openapi::api::core::v1::ServiceAccount;

pub(super) const KIND: Kind = Kind {
    family: Family::Identity,
    column: Column::Attached,
    purpose: "The identity under which Pods talk to the API server.",
    references,
    ..Kind::builtin::<ServiceAccount>()
};

fn references(object: &Object, references: &mut References<'_>) {
    for (field, sentence) in [
        ("secrets", "Its Pods may use Secret"),
        ("imagePullSecrets", "The images of its Pods are pulled with the credentials in Secret"),
    ] {
        for (path, secret) in items(&object.value, &FieldPath::root(), field) {
            let Some(name) = text(secret, "name") else { continue };
            references
                .core(Relation::Reads, path.field("name"), "Secret", name)
                .label(field)
                .elsewhere()
                .because(format!("{sentence} {name}."));
        }
    }
}
