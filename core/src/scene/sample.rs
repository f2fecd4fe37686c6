//! Graphs for tests, built by hand.

use crate::api::{FieldPath, GroupVersionKind, Labels, ObjectKey};
use crate::graph::{Edge, Evidence, Graph, Node, PodCount, Presence, Relation};
use crate::kinds::{Column, Family};

/// Builds a graph of objects that are named by `kind/name` within a namespace.
#[derive(Default)]
pub(crate) struct Sketch {
    nodes: Vec<Node>,
    edges: Vec<(ObjectKey, ObjectKey, Relation, String, bool)>,
    namespace: String,
}

fn traits(kind: &str) -> (&'static str, Family, Column, bool) {
    match kind {
        "Ingress" => ("networking.k8s.io", Family::Entry, Column::Entry, true),
        "Service" => ("", Family::Service, Column::Service, true),
        "Deployment" | "StatefulSet" | "DaemonSet" => ("apps", Family::Workload, Column::Workload, true),
        "CronJob" | "Job" => ("batch", Family::Workload, Column::Workload, true),
        "ConfigMap" | "Secret" => ("", Family::Config, Column::Configuration, true),
        "PersistentVolumeClaim" => ("", Family::Storage, Column::Configuration, true),
        "PersistentVolume" => ("", Family::Storage, Column::Platform, false),
        "StorageClass" => ("storage.k8s.io", Family::Storage, Column::Platform, false),
        "IngressClass" => ("networking.k8s.io", Family::Entry, Column::Platform, false),
        "NetworkPolicy" => ("networking.k8s.io", Family::Policy, Column::Attached, true),
        "PodDisruptionBudget" => ("policy", Family::Policy, Column::Attached, true),
        "HorizontalPodAutoscaler" => ("autoscaling", Family::Scaling, Column::Attached, true),
        "ServiceAccount" => ("", Family::Identity, Column::Attached, true),
        "Role" | "RoleBinding" => ("rbac.authorization.k8s.io", Family::Identity, Column::Aside, true),
        "ClusterRole" => ("rbac.authorization.k8s.io", Family::Identity, Column::Aside, false),
        "ResourceQuota" => ("", Family::Policy, Column::Aside, true),
        "Namespace" => ("", Family::Other, Column::Aside, false),
        "CustomResourceDefinition" => ("apiextensions.k8s.io", Family::Other, Column::Aside, false),
        _ => ("", Family::Other, Column::Configuration, true),
    }
}

impl Sketch {
    pub(crate) fn namespace(mut self, namespace: &str) -> Self {
        namespace.clone_into(&mut self.namespace);
        self
    }

    fn key(&self, text: &str) -> ObjectKey {
        let (kind, name) = text.split_once('/').unwrap_or((text, "x"));
        let (group, _, _, namespaced) = traits(kind);
        ObjectKey::new(group, kind, if namespaced { &self.namespace } else { "" }, name)
    }

    fn put(&mut self, text: &str, presence: Presence, summary: &str, pods: Option<u32>) {
        let key = self.key(text);
        if self.nodes.iter().any(|node| node.key == key) {
            return;
        }
        let (group, family, column, _) = traits(&key.kind);
        let gvk =
            GroupVersionKind { group: group.to_owned(), version: "v1".to_owned(), kind: key.kind.clone() };
        let pods = pods.map(|wanted| PodCount { ready: wanted, wanted });
        let labels = Labels::from([("app".to_owned(), key.name.clone())]);
        let summary = summary.to_owned();
        self.nodes.push(Node { key, gvk, family, column, presence, origin: None, summary, pods, labels });
    }

    pub(crate) fn object(mut self, text: &str, summary: &str) -> Self {
        self.put(text, Presence::Pasted, summary, None);
        self
    }

    pub(crate) fn workload(mut self, text: &str, pods: u32) -> Self {
        self.put(text, Presence::Pasted, "", Some(pods));
        self
    }

    pub(crate) fn relate(mut self, from: &str, relation: Relation, to: &str, label: &str) -> Self {
        self.put(from, Presence::Pasted, "", None);
        self.put(to, Presence::Pasted, "", None);
        self.edges.push((self.key(from), self.key(to), relation, label.to_owned(), false));
        self
    }

    pub(crate) fn ghost(mut self, from: &str, relation: Relation, to: &str, label: &str) -> Self {
        self.put(to, Presence::Missing, "", None);
        self.edges.push((self.key(from), self.key(to), relation, label.to_owned(), true));
        self
    }

    pub(crate) fn graph(mut self) -> Graph {
        self.nodes.sort_by(|left, right| left.key.cmp(&right.key));
        let mut graph = Graph { nodes: self.nodes, edges: Vec::new() };
        for (from, to, relation, label, broken) in self.edges {
            if let (Some(from), Some(to)) = (graph.find(&from), graph.find(&to)) {
                let evidence = Evidence { from_field: FieldPath::default(), ..Evidence::default() };
                graph.edges.push(Edge { from, to, relation, label, broken, evidence });
            }
        }
        graph.edges.sort_by(|left, right| {
            (left.from, left.to, left.relation, &left.label).cmp(&(
                right.from,
                right.to,
                right.relation,
                &right.label,
            ))
        });
        graph.edges.dedup();
        graph
    }
}

/// A small shop: what the page shows at the first visit, roughly.
pub(crate) fn shop() -> Graph {
    use Relation::{Binds, Mounts, Protects, Reads, Routes, RunsAs, Scales, Selects, UsesClass};
    Sketch::default()
        .namespace("shop")
        .object("Namespace/shop", "")
        .object("ResourceQuota/all", "pods 20")
        .object("Ingress/web", "shop.example.com")
        .object("Service/web", "80 → 8080")
        .object("Service/api", "http → 3000")
        .object("Service/db", "headless 5432")
        .workload("Deployment/web", 3)
        .workload("Deployment/api", 3)
        .workload("StatefulSet/db", 1)
        .object("CronJob/backup", "02:30")
        .object("ConfigMap/web-config", "3 keys, 1 unused")
        .object("Secret/db-credentials", "2 keys")
        .object("PersistentVolumeClaim/data-db-0", "10Gi · standard")
        .object("HorizontalPodAutoscaler/web", "2…10 · CPU 70 %")
        .object("PodDisruptionBudget/api", "min 2")
        .relate("Ingress/web", Routes, "Service/web", "/ → 80")
        .relate("Ingress/web", Routes, "Service/api", "/api")
        .ghost("Ingress/web", Routes, "Service/wbe", "/help")
        .relate("Service/web", Selects, "Deployment/web", "8080")
        .relate("Service/api", Selects, "Deployment/api", "http")
        .relate("Service/db", Selects, "StatefulSet/db", "5432")
        .relate("Deployment/web", Reads, "ConfigMap/web-config", "envFrom")
        .relate("Deployment/api", Reads, "Secret/db-credentials", "env")
        .relate("StatefulSet/db", Reads, "Secret/db-credentials", "env")
        .relate("CronJob/backup", Reads, "Secret/db-credentials", "env")
        .relate("StatefulSet/db", Mounts, "PersistentVolumeClaim/data-db-0", "/data")
        .relate("PersistentVolumeClaim/data-db-0", UsesClass, "StorageClass/standard", "")
        .relate("HorizontalPodAutoscaler/web", Scales, "Deployment/web", "")
        .relate("PodDisruptionBudget/api", Protects, "Deployment/api", "")
        .relate("NetworkPolicy/default-deny", Protects, "Deployment/web", "")
        .relate("NetworkPolicy/default-deny", Protects, "Deployment/api", "")
        .relate("NetworkPolicy/api", Protects, "Deployment/api", "")
        .relate("Deployment/web", RunsAs, "ServiceAccount/web", "")
        .relate("RoleBinding/web", Binds, "ServiceAccount/web", "")
        .relate("RoleBinding/web", Binds, "Role/web", "")
        .ghost("HorizontalPodAutoscaler/ghost", Scales, "Deployment/gone", "")
        .object("HorizontalPodAutoscaler/ghost", "1…3")
        .graph()
}

/// Services and Deployments in pairs, all of which read one Secret.
pub(crate) fn pairs(count: usize) -> Graph {
    (0..count)
        .fold(Sketch::default().namespace("train"), |sketch, number| {
            let (service, workload) = (format!("Service/ts-{number}"), format!("Deployment/ts-{number}"));
            sketch
                .object(&service, "8080")
                .workload(&workload, 1)
                .relate(&service, Relation::Selects, &workload, "8080")
                .relate(&workload, Relation::Reads, "Secret/shared", "env")
        })
        .graph()
}

/// Many namespaces, each with a few pairs and a hub.
pub(crate) fn namespaces(count: usize, each: usize) -> Graph {
    let mut all = Sketch::default();
    for number in 0..count {
        all = all.namespace(&format!("team-{number}"));
        for one in 0..each {
            let (service, workload) = (format!("Service/app-{one}"), format!("Deployment/app-{one}"));
            all = all
                .workload(&workload, 2)
                .relate("Ingress/front", Relation::Routes, &service, &format!("/{one}"))
                .relate(&service, Relation::Selects, &workload, "http")
                .relate(&workload, Relation::Reads, &format!("ConfigMap/app-{one}"), "envFrom");
        }
    }
    all.graph()
}
