//! PersistentVolumeClaim.

use crate::api::{FieldPath, Object, ObjectKey};
use crate::kinds::words::scalar;
use crate::kinds::{Column, Fact, Family, Kind, References, Relation, volume_facts};
use k8s_openapi::api::core::v1::PersistentVolumeClaim;

pub(super) const KIND: Kind = Kind {
    family: Family::Storage,
    column: Column::Configuration,
    purpose: "Asks for storage that outlives the Pods that use it.",
    references,
    summary: |object| {
        let size = object.at("/spec/resources/requests/storage").map(scalar).unwrap_or_default();
        format!(
            "{size} · {}",
            object.text("/spec/storageClassName").filter(|name| !name.is_empty()).unwrap_or(
                if object.at("/spec/storageClassName").is_some() { "no class" } else { "default class" },
            )
        )
    },
    facts,
    ..Kind::builtin::<PersistentVolumeClaim>()
};

fn references(object: &Object, references: &mut References<'_>) {
    let spec = FieldPath::of("spec");
    if let Some(name) = object.text("/spec/storageClassName").filter(|name| !name.is_empty()) {
        // A volume that was made by hand needs no object for its class: the names need only be the same.
        let key = ObjectKey::new("storage.k8s.io", "StorageClass", "", name);
        references
            .to(Relation::UsesClass, spec.field("storageClassName"), key)
            .because(format!("Its volume is made as StorageClass {name} says."));
    }
    if let Some(name) = object.text("/spec/volumeName").filter(|name| !name.is_empty()) {
        references
            .to(Relation::Binds, spec.field("volumeName"), ObjectKey::new("", "PersistentVolume", "", name))
            .because(format!("It asks for PersistentVolume {name} and no other."));
    }
    for field in ["dataSource", "dataSourceRef"] {
        let part = |name: &str| object.text(&format!("/spec/{field}/{name}"));
        let (Some(kind), Some(name)) = (part("kind"), part("name")) else { continue };
        let namespace = part("namespace").unwrap_or(references.namespace());
        let key = ObjectKey::new(part("apiGroup").unwrap_or_default(), kind, namespace, name);
        references
            .to(Relation::Refers, spec.field(field).field("name"), key)
            .label("data from")
            .because(format!("Its volume begins with the data of {kind} {name}."));
    }
}

fn facts(object: &Object) -> Vec<Fact> {
    let size = object.at("/spec/resources/requests/storage").map(scalar).unwrap_or_default();
    let class = match object.text("/spec/storageClassName") {
        None => "the default one",
        Some("") => "none: only a volume that was made by hand fits",
        Some(name) => name,
    };
    vec![
        ("Size", size),
        ("Class", class.to_owned()),
        ("Access", volume_facts::access(object)),
        ("Mode", object.text("/spec/volumeMode").unwrap_or("Filesystem").to_owned()),
    ]
}
