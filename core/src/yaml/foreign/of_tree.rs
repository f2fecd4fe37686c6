//! Documents that can be read as YAML and are no manifests.

use super::Foreign;
use crate::yaml::tree::{NodeId, Tree, Value};

/// Recognises a document that can be read and is no manifest. One with `apiVersion` or `kind` is a manifest
/// with something missing, unless it is a kustomization.
pub fn of_tree(tree: &Tree) -> Option<Foreign> {
    let root = tree.root();
    match tree.value(root) {
        Value::Mapping(_) => of_mapping(tree, root),
        // A list of objects is not what kubectl takes, but it is no other format either.
        Value::Sequence(_) => Some(Foreign::Data),
        Value::Null => None,
        _ => Some(Foreign::Text),
    }
}

fn of_mapping(tree: &Tree, root: NodeId) -> Option<Foreign> {
    let has = |key: &str| tree.get(root, key).is_some();
    let text = |key: &str| tree.get(root, key).and_then(|id| tree.as_str(id));
    let version = text("apiVersion");
    if version.is_some_and(|version| version.starts_with("kustomize.config.k8s.io/"))
        || text("kind") == Some("Kustomization") && version.is_none()
    {
        return Some(Foreign::Kustomization);
    }
    if version == Some("v2") && !has("kind") && has("name") && has("version") {
        return Some(Foreign::Chart);
    }
    if version == Some("v1") && !has("kind") && text("name").is_some() && has("version") {
        return Some(Foreign::Chart);
    }
    // What is being typed may have no more than metadata yet. A spec alone is a part of an explanation.
    if has("apiVersion") || has("kind") || has("metadata") {
        return None;
    }
    let entries: Vec<_> = tree.entries(root).collect();
    if entries.is_empty() {
        return None;
    }
    let kustomize = [
        "patches",
        "configMapGenerator",
        "secretGenerator",
        "namePrefix",
        "commonLabels",
        "patchesStrategicMerge",
    ];
    let lists_files = tree.get(root, "resources").is_some_and(|id| {
        let items = tree.items(id);
        !items.is_empty() && items.iter().all(|&item| tree.as_str(item).is_some())
    });
    if lists_files || kustomize.iter().any(|key| has(key)) {
        return Some(Foreign::Kustomization);
    }
    if let Some(services) = tree.get(root, "services") {
        let container = |id: NodeId| tree.get(id, "image").is_some() || tree.get(id, "build").is_some();
        if tree.entries(services).any(|entry| container(entry.value)) {
            return Some(Foreign::Compose);
        }
    }
    if has("jobs") && (has("on") || has("true")) {
        return Some(Foreign::Workflow);
    }
    let values =
        ["image", "replicaCount", "nameOverride", "fullnameOverride", "global", "ingress", "service"];
    let hits = values.iter().filter(|key| has(key)).count();
    let image = tree.get(root, "image");
    let in_parts =
        image.is_some_and(|id| tree.get(id, "tag").is_some() || tree.get(id, "repository").is_some());
    if hits > 1 || in_parts || has("replicaCount") || has("nameOverride") {
        return Some(Foreign::Values);
    }
    // A single key without a value is a manifest that has just been begun.
    let begun = entries.len() == 1 && matches!(tree.value(entries[0].value), Value::Null);
    (!begun).then_some(Foreign::Data)
}
