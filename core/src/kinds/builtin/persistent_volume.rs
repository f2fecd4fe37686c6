//! PersistentVolume.

use crate::api::{FieldPath, Object, ObjectKey};
use crate::kinds::words::scalar;
use crate::kinds::{Column, Fact, Family, Kind, References, Relation, volume_facts};
use k8s_openapi::api::core::v1::PersistentVolume;

pub(super) const KIND: Kind = Kind {
    family: Family::Storage,
    column: Column::Platform,
    purpose: "A piece of storage in the cluster, made by hand or for a claim.",
    references,
    summary: |object| {
        let parts = [object.at("/spec/capacity/storage").map(scalar), class(object).map(str::to_owned)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    },
    facts,
    ..Kind::builtin::<PersistentVolume>()
};

fn class(object: &Object) -> Option<&str> {
    object.text("/spec/storageClassName").filter(|name| !name.is_empty())
}

fn references(object: &Object, references: &mut References<'_>) {
    let spec = FieldPath::of("spec");
    if let Some(name) = class(object) {
        // A class of volumes made by hand is often only a word that the claim repeats.
        references
            .to(
                Relation::UsesClass,
                spec.field("storageClassName"),
                ObjectKey::new("storage.k8s.io", "StorageClass", "", name),
            )
            .optional(true)
            .because(format!("It is of class {name}, as the claims are that it may serve."));
    }
    if let Some(name) = object.text("/spec/claimRef/name") {
        let namespace = object.text("/spec/claimRef/namespace").unwrap_or("default");
        references
            .to(
                Relation::Binds,
                spec.fields("claimRef.name"),
                ObjectKey::new("", "PersistentVolumeClaim", namespace, name),
            )
            .reversed()
            .because(format!("It is reserved for PersistentVolumeClaim {namespace}/{name}."));
    }
}

fn facts(object: &Object) -> Vec<Fact> {
    vec![
        ("Size", object.at("/spec/capacity/storage").map(scalar).unwrap_or_default()),
        ("Class", class(object).unwrap_or("none").to_owned()),
        ("Access", volume_facts::access(object)),
        ("Reclaim", object.text("/spec/persistentVolumeReclaimPolicy").unwrap_or("Retain").to_owned()),
    ]
}
