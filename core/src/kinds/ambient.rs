//! What exists in every cluster without being pasted.

use super::find;
use crate::api::{GroupVersionKind, Object, ObjectKey};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// An object from its JSON, with its namespace filled in; not pasted.
pub fn object(value: Value) -> Object {
    let text = |pointer: &str| value.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    let gvk = GroupVersionKind::new(text("/apiVersion"), text("/kind"));
    let namespaced = find(&gvk.group, &gvk.kind).is_none_or(|kind| kind.namespaced);
    let namespace = match text("/metadata/namespace") {
        _ if !namespaced => "",
        "" => "default",
        namespace => namespace,
    };
    let key = ObjectKey::new(&gvk.group, &gvk.kind, namespace, text("/metadata/name"));
    Object { gvk, key, value: Arc::new(value), origin: None }
}

/// The namespaces that are there from the start.
pub const NAMESPACES: [&str; 4] = ["default", "kube-node-lease", "kube-public", "kube-system"];

/// The names of the Nodes of a cluster for which none are pasted.
pub const NODES: [&str; 3] = ["node-1", "node-2", "node-3"];

/// Everything that a cluster has by itself, for the namespaces that are used. `has_default` tells whether
/// a default object of a class (`StorageClass`, `IngressClass`) was pasted; there is none beside it then.
pub fn objects<'n>(
    namespaces: impl IntoIterator<Item = &'n str>,
    has_default: impl Fn(&str) -> bool,
) -> Vec<Arc<Object>> {
    let all: BTreeSet<&str> =
        crate::order::set(namespaces.into_iter().chain(NAMESPACES).filter(|name| !name.is_empty()));
    let mut objects = Vec::new();
    for name in all {
        objects.push(json!({"apiVersion": "v1", "kind": "Namespace", "metadata": {
            "name": name, "labels": {"kubernetes.io/metadata.name": name}}}));
        objects.push(json!({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {
            "name": "default", "namespace": name}}));
        objects.push(json!({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {
            "name": "kube-root-ca.crt", "namespace": name}, "data": {"ca.crt": ""}}));
    }
    for (name, value) in [("system-cluster-critical", 2_000_000_000), ("system-node-critical", 2_000_001_000)]
    {
        objects.push(json!({"apiVersion": "scheduling.k8s.io/v1", "kind": "PriorityClass",
            "metadata": {"name": name}, "value": value}));
    }
    if !has_default("StorageClass") {
        objects.push(json!({"apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": {
            "name": "standard", "annotations": {"storageclass.kubernetes.io/is-default-class": "true"}},
            "provisioner": "cluster.local/standard", "volumeBindingMode": "WaitForFirstConsumer"}));
    }
    if !has_default("IngressClass") {
        objects.push(json!({"apiVersion": "networking.k8s.io/v1", "kind": "IngressClass", "metadata": {
            "name": "nginx", "annotations": {"ingressclass.kubernetes.io/is-default-class": "true"}},
            "spec": {"controller": "k8s.io/ingress-nginx"}}));
    }
    for name in ["admin", "cluster-admin", "edit", "view"] {
        objects.push(json!({"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole",
            "metadata": {"name": name}}));
    }
    for name in NODES {
        objects.push(json!({"apiVersion": "v1", "kind": "Node", "metadata": {
            "name": name, "labels": {"kubernetes.io/hostname": name}}}));
    }
    objects.extend(dns());
    objects.push(json!({"apiVersion": "v1", "kind": "Service",
        "metadata": {"name": "kubernetes", "namespace": "default",
            "labels": {"component": "apiserver", "provider": "kubernetes"}},
        "spec": {"clusterIP": "10.96.0.1", "ports": [{"name": "https", "port": 443, "targetPort": 6443}]}}));
    objects.into_iter().map(|value| Arc::new(object(value))).collect()
}

/// The cluster's name server: a Service and the Deployment behind it.
fn dns() -> [Value; 2] {
    let labels = json!({"k8s-app": "kube-dns"});
    let port = |name: &str, number: u16, protocol: &str| json!({"name": name, "port": number, "targetPort": number, "protocol": protocol});
    let container_port = |name: &str, number: u16, protocol: &str| json!({"name": name, "containerPort": number, "protocol": protocol});
    let service = json!({"apiVersion": "v1", "kind": "Service",
        "metadata": {"name": "kube-dns", "namespace": "kube-system", "labels": labels},
        "spec": {"clusterIP": "10.96.0.10", "selector": labels, "ports": [
            port("dns", 53, "UDP"), port("dns-tcp", 53, "TCP"), port("metrics", 9153, "TCP")]}});
    let deployment = json!({"apiVersion": "apps/v1", "kind": "Deployment",
        "metadata": {"name": "coredns", "namespace": "kube-system", "labels": labels},
        "spec": {"replicas": 2, "selector": {"matchLabels": labels}, "template": {
            "metadata": {"labels": labels},
            "spec": {"containers": [{"name": "coredns", "ports": [
                container_port("dns", 53, "UDP"), container_port("dns-tcp", 53, "TCP"),
                container_port("metrics", 9153, "TCP")]}]}}}});
    [service, deployment]
}

/// Whether an object is there in every cluster although it is not listed, because there are very many of
/// its sort: the roles and bindings of the system's own components.
pub fn is_system(key: &ObjectKey) -> bool {
    let role = matches!(key.kind.as_str(), "ClusterRole" | "ClusterRoleBinding" | "Role" | "RoleBinding")
        && key.group == "rbac.authorization.k8s.io";
    // This Role lets extension API servers read how clients are authenticated.
    let reader = key.namespace == "kube-system" && key.name == "extension-apiserver-authentication-reader";
    role && (key.name.starts_with("system:") || reader)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn used_namespaces_have_an_account_and_the_root_certificate() {
        let objects = objects(["shop", ""], |kind| kind == "IngressClass");
        let has = |key: &ObjectKey| objects.iter().any(|object| object.key == *key);
        assert!(has(&ObjectKey::new("", "Namespace", "", "shop")));
        assert!(has(&ObjectKey::new("", "ServiceAccount", "shop", "default")));
        assert!(has(&ObjectKey::new("", "ConfigMap", "shop", "kube-root-ca.crt")));
        assert!(has(&ObjectKey::new("storage.k8s.io", "StorageClass", "", "standard")));
        assert!(!has(&ObjectKey::new("networking.k8s.io", "IngressClass", "", "nginx")));
        assert!(!has(&ObjectKey::new("", "ServiceAccount", "", "default")));
    }

    #[test]
    fn the_roles_of_the_system_are_there() {
        let role = |name: &str| ObjectKey::new("rbac.authorization.k8s.io", "ClusterRole", "", name);
        assert!(is_system(&role("system:auth-delegator")));
        assert!(!is_system(&role("viewer")));
    }
}
