//! What a Pod template refers to. Every workload, and a Pod itself, has it the same.

use super::pod_shape::path_of;
use super::references::{items, text};
use super::{References, Relation, pod_environment, pod_placement, pod_volumes};
use crate::api::{FieldPath, Object, ObjectKey};
use serde_json::Value;

/// Collects everything that the Pod template at a JSON pointer refers to.
pub(super) fn collect(object: &Object, pointer: &str, references: &mut References<'_>) {
    let at = path_of(pointer).field("spec");
    let Some(spec) = object.at(&format!("{pointer}/spec")) else { return };
    identity(spec, &at, references);
    pod_environment::collect(spec, &at, references);
    // A claim of a StatefulSet replaces the template's volume of the same name.
    let templates = object.list("/spec/volumeClaimTemplates").iter();
    let replaced: Vec<&str> = templates.filter_map(|claim| text(claim.get("metadata")?, "name")).collect();
    pod_volumes::collect(spec, &at, &replaced, references);
    pod_placement::collect(spec, &at, references);
    claims(spec, &at, references);
}

/// All containers of a Pod with their paths: init containers, ordinary ones, ephemeral ones.
pub(super) fn containers<'v>(
    spec: &'v Value,
    at: &FieldPath,
) -> impl Iterator<Item = (FieldPath, &'v Value)> {
    let at = at.clone();
    ["initContainers", "containers", "ephemeralContainers"]
        .into_iter()
        .flat_map(move |field| items(spec, &at, field))
}

fn identity(spec: &Value, at: &FieldPath, references: &mut References<'_>) {
    let account = ["serviceAccountName", "serviceAccount"];
    if let Some((field, name)) = account.iter().find_map(|field| Some((field, text(spec, field)?))) {
        references
            .core(Relation::RunsAs, at.field(field), "ServiceAccount", name)
            .because(format!("Its Pods run as ServiceAccount {name}: what they may ask of the API server is what that account may."));
    }
    for (path, secret) in items(spec, at, "imagePullSecrets") {
        let Some(name) = text(secret, "name") else { continue };
        references
            .core(Relation::Reads, path.field("name"), "Secret", name)
            .label("imagePullSecrets")
            .elsewhere()
            .because(format!("The images of its Pods are pulled with the credentials in Secret {name}."));
    }
    if let Some(name) = text(spec, "priorityClassName") {
        let key = ObjectKey::new("scheduling.k8s.io", "PriorityClass", "", name);
        references
            .to(Relation::UsesClass, at.field("priorityClassName"), key)
            .because(format!("Its Pods have the priority that PriorityClass {name} gives."));
    }
    if let Some(name) = text(spec, "runtimeClassName") {
        let key = ObjectKey::new("node.k8s.io", "RuntimeClass", "", name);
        references
            .to(Relation::UsesClass, at.field("runtimeClassName"), key)
            .because(format!("Its containers are run by the runtime that RuntimeClass {name} names."));
    }
}

/// Claims on devices (dynamic resource allocation).
fn claims(spec: &Value, at: &FieldPath, references: &mut References<'_>) {
    for (path, claim) in items(spec, at, "resourceClaims") {
        for (field, kind) in
            [("resourceClaimName", "ResourceClaim"), ("resourceClaimTemplateName", "ResourceClaimTemplate")]
        {
            let Some(name) = text(claim, field) else { continue };
            let key = ObjectKey::new("resource.k8s.io", kind, references.namespace(), name);
            references
                .to(Relation::Refers, path.field(field), key)
                .because(format!("Its Pods get the devices that {kind} {name} claims."));
        }
    }
}
