//! Nodes and edges as JSON.

use crate::graph::{Graph, Presence};
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Node<'a> {
    id: String,
    api_version: String,
    kind: &'a str,
    namespace: &'a str,
    name: &'a str,
    missing: bool,
}

#[derive(Serialize)]
struct Edge<'a> {
    from: String,
    to: String,
    relation: &'a crate::graph::Relation,
    label: &'a str,
}

#[derive(Serialize)]
struct Whole<'a> {
    nodes: Vec<Node<'a>>,
    edges: Vec<Edge<'a>>,
}

/// Writes a graph as JSON: `{"nodes":[{"id","apiVersion","kind","namespace","name","missing"}],
/// "edges":[{"from","to","relation","label"}]}`.
pub fn json(graph: &Graph) -> String {
    let nodes = graph.nodes.iter().map(|node| Node {
        id: node.key.id(),
        api_version: if node.gvk.version.is_empty() { String::new() } else { node.gvk.api_version() },
        kind: &node.key.kind,
        namespace: &node.key.namespace,
        name: &node.key.name,
        missing: node.presence == Presence::Missing,
    });
    let edges = graph.edges.iter().map(|edge| Edge {
        from: graph.node(edge.from).key.id(),
        to: graph.node(edge.to).key.id(),
        relation: &edge.relation,
        label: &edge.label,
    });
    let whole = Whole { nodes: nodes.collect(), edges: edges.collect() };
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}
