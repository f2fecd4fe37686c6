//! What a Pod mounts.

use super::pod_references::containers;
use super::references::{flag, items, text};
use super::words::some;
use super::{Part, References, Relation};
use crate::api::{FieldPath, ObjectKey};
use serde_json::Value;
use std::collections::BTreeMap;

/// Collects the references of `volumes`, except those that something else takes the place of.
pub(super) fn collect(spec: &Value, at: &FieldPath, replaced: &[&str], references: &mut References<'_>) {
    let mounts = mounts(spec, at);
    for (path, volume) in items(spec, at, "volumes") {
        let name = text(volume, "name").unwrap_or_default();
        if replaced.contains(&name) {
            continue;
        }
        let label = mounts.get(name).map(|paths| some(paths, 2)).unwrap_or_default();
        source(volume, &path, &Mount { name, label: &label }, references);
        if let Some(projected) = volume.get("projected") {
            for (path, part) in items(projected, &path.field("projected"), "sources") {
                source(part, &path, &Mount { name, label: &label }, references);
            }
        }
    }
}

/// A volume as the containers see it.
struct Mount<'m> {
    /// Its name.
    name: &'m str,
    /// Where it is mounted; empty when it is not.
    label: &'m str,
}

impl Mount<'_> {
    fn sentence(&self, kind: &str, name: &str) -> String {
        if self.label.is_empty() {
            format!("Its volume {} holds {kind} {name}; no container mounts it.", self.name)
        } else {
            format!("Its volume {} holds {kind} {name} and is mounted at {}.", self.name, self.label)
        }
    }
}

/// Where each volume is mounted.
pub(super) fn mounts<'v>(spec: &'v Value, at: &FieldPath) -> BTreeMap<&'v str, Vec<&'v str>> {
    let mut mounts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (path, container) in containers(spec, at) {
        for (_, mount) in items(container, &path, "volumeMounts") {
            if let (Some(name), Some(path)) = (text(mount, "name"), text(mount, "mountPath")) {
                let paths = mounts.entry(name).or_default();
                if !paths.contains(&path) {
                    paths.push(path);
                }
            }
        }
    }
    mounts
}

/// A source of a volume, or one source of a projected volume; the fields of the two differ in names only.
fn source(volume: &Value, at: &FieldPath, mount: &Mount<'_>, references: &mut References<'_>) {
    for (field, kind, name_field) in [
        ("configMap", "ConfigMap", "name"),
        ("secret", "Secret", "secretName"),
        ("secret", "Secret", "name"),
        ("azureFile", "Secret", "secretName"),
    ] {
        let Some(source) = volume.get(field) else { continue };
        let Some(name) = text(source, name_field) else { continue };
        let optional = flag(source, "optional");
        let path = at.field(field);
        references
            .core(Relation::Mounts, path.field(name_field), kind, name)
            .label(mount.label)
            .optional(optional)
            .because(mount.sentence(kind, name));
        for (path, item) in items(source, &path, "items") {
            let Some(key) = text(item, "key") else { continue };
            references
                .core(Relation::Mounts, path.field("key"), kind, name)
                .label(mount.label)
                .optional(optional)
                .part(path.field("key"), Part::Key(key.to_owned()))
                .because(mount.sentence(kind, name));
        }
    }
    credentials(volume, at, references);
    claim(volume, at, mount, references);
}

/// Secrets with the credentials of a storage system.
fn credentials(volume: &Value, at: &FieldPath, references: &mut References<'_>) {
    for (field, secret) in [
        ("csi", "nodePublishSecretRef"),
        ("cephfs", "secretRef"),
        ("flexVolume", "secretRef"),
        ("iscsi", "secretRef"),
        ("rbd", "secretRef"),
        ("scaleIO", "secretRef"),
    ] {
        let Some(name) = volume.get(field).and_then(|source| text(source.get(secret)?, "name")) else {
            continue;
        };
        references
            .core(Relation::Reads, at.field(field).field(secret).field("name"), "Secret", name)
            .label("volume")
            .because(format!("The storage of a volume is opened with the credentials in Secret {name}."));
    }
}

fn claim(volume: &Value, at: &FieldPath, mount: &Mount<'_>, references: &mut References<'_>) {
    if let Some(name) = volume.get("persistentVolumeClaim").and_then(|source| text(source, "claimName")) {
        references
            .core(
                Relation::Mounts,
                at.fields("persistentVolumeClaim.claimName"),
                "PersistentVolumeClaim",
                name,
            )
            .label(mount.label)
            .because(mount.sentence("PersistentVolumeClaim", name));
    }
    let class = volume
        .pointer("/ephemeral/volumeClaimTemplate/spec")
        .and_then(|claim| text(claim, "storageClassName"));
    if let Some(name) = class {
        let key = ObjectKey::new("storage.k8s.io", "StorageClass", "", name);
        references
            .to(Relation::UsesClass, at.fields("ephemeral.volumeClaimTemplate.spec.storageClassName"), key)
            .because(format!("Each Pod gets a volume of its own, made as StorageClass {name} says."));
    }
}
