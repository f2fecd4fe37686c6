//! A graph in Graphviz' language.

use crate::graph::{Graph, NodeIndex, Presence};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The places of nodes by namespace.
pub(super) fn by_namespace(graph: &Graph) -> BTreeMap<&str, Vec<usize>> {
    let mut homes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, node) in graph.nodes.iter().enumerate() {
        homes.entry(&node.key.namespace).or_default().push(place);
    }
    homes
}

/// Writes a graph as DOT, a cluster per namespace.
pub fn dot(graph: &Graph) -> String {
    let mut out = String::from(
        "digraph manifests {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n",
    );
    for (number, (namespace, nodes)) in by_namespace(graph).into_iter().enumerate() {
        if !namespace.is_empty() {
            let _ = writeln!(
                out,
                "  subgraph cluster_{number} {{\n    label=\"{}\";\n    style=dashed;",
                escape(namespace)
            );
        }
        for place in nodes {
            let node = &graph.nodes[place];
            let style = if node.presence == Presence::Missing {
                ", style=\"rounded,dashed\", color=\"#c62828\""
            } else {
                ""
            };
            let (kind, name) = (escape(&node.key.kind), escape(&node.key.name));
            let _ = writeln!(out, "    n{place} [label=\"{kind}\\n{name}\"{style}];");
        }
        if !namespace.is_empty() {
            out.push_str("  }\n");
        }
    }
    for edge in &graph.edges {
        let (NodeIndex(from), NodeIndex(to)) = (edge.from, edge.to);
        let verb = edge.relation.verb();
        let text = if edge.label.is_empty() { verb.to_owned() } else { format!("{verb} {}", edge.label) };
        let style = if edge.broken { ", style=dashed, color=\"#c62828\"" } else { "" };
        let _ = writeln!(out, "  n{from} -> n{to} [label=\"{}\"{style}];", escape(&text));
    }
    out.push_str("}\n");
    out
}

/// Text within a quoted string of DOT.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            character if character.is_control() => out.push(' '),
            character => out.push(character),
        }
    }
    out
}
