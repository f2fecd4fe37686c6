//! Nodes and edges.

use crate::api::{FieldPath, GroupVersionKind, ObjectKey, Origin};
use crate::kinds::{Column, Family, Relation};
use serde::{Deserialize, Serialize};

/// The number of a node in its [`Graph`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct NodeIndex(pub u32);

/// Whether an object is there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// It was pasted.
    Pasted,
    /// Every cluster has it without its being pasted.
    Ambient,
    /// It usually comes from elsewhere (a controller, an operator, another manifest) and is not an error.
    Elsewhere,
    /// Something refers to it and it is not there: a ghost.
    Missing,
    /// The rest of the world: who comes in through an Ingress, what is behind an external name.
    Outside,
}

/// How many Pods a workload wants.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct PodCount {
    /// How many are ready.
    pub ready: u32,
    /// How many are wanted.
    pub wanted: u32,
}

/// An object in the graph.
#[derive(Clone, PartialEq, Debug)]
pub struct Node {
    /// Which object.
    pub key: ObjectKey,
    /// Its type; the version is empty for what is missing and only known by name.
    pub gvk: GroupVersionKind,
    /// What it is for.
    pub family: Family,
    /// Where it stands.
    pub column: Column,
    /// Whether it is there.
    pub presence: Presence,
    /// Where it was pasted.
    pub origin: Option<Origin>,
    /// One short line for its card: `80 → 8080`, `3 keys`, `10Gi · standard`; may be empty. For a missing
    /// object the near name: `"web" exists`.
    pub summary: String,
    /// Pods of a workload.
    pub pods: Option<PodCount>,
    /// Its labels, for filters.
    pub labels: crate::api::Labels,
}

/// Why an edge is drawn: fields of its two ends, and a sentence.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Evidence {
    /// The field of the start that says so.
    pub from_field: FieldPath,
    /// The field of the end that it matches; the root when the name alone decides.
    pub to_field: FieldPath,
    /// A sentence for people, without places: `Its selector app=web matches the Pod template's labels
    /// app=web, tier=front, in the same namespace.`
    pub sentence: String,
}

/// A relation between two objects.
#[derive(Clone, PartialEq, Debug)]
pub struct Edge {
    /// The start.
    pub from: NodeIndex,
    /// The end.
    pub to: NodeIndex,
    /// What it means.
    pub relation: Relation,
    /// What it carries, short: `/api → 80`, `8080`, `envFrom`, `key url`; may be empty.
    pub label: String,
    /// Whether it leads nowhere: to something missing, to a port nobody opens, to a key that is not there.
    pub broken: bool,
    /// Why it is drawn.
    pub evidence: Evidence,
}

/// All objects and relations: nodes sorted by key, edges by start, end, relation and label.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Graph {
    /// The objects.
    pub nodes: Vec<Node>,
    /// The relations.
    pub edges: Vec<Edge>,
}

impl Graph {
    /// A node.
    pub fn node(&self, index: NodeIndex) -> &Node {
        &self.nodes[index.0 as usize]
    }

    /// The node of an object.
    pub fn find(&self, key: &ObjectKey) -> Option<NodeIndex> {
        self.nodes.binary_search_by(|node| node.key.cmp(key)).ok().map(|place| NodeIndex(place as u32))
    }

    /// The edges that start or end at a node.
    pub fn edges_of(&self, index: NodeIndex) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.from == index || edge.to == index)
    }
}
