//! A graph as a Mermaid flowchart.

use super::dot::by_namespace;
use crate::graph::{Graph, NodeIndex, Presence};
use std::fmt::Write as _;

/// Writes a graph as Mermaid's `flowchart`, a subgraph per namespace.
pub fn mermaid(graph: &Graph) -> String {
    let mut out = String::from("flowchart LR\n");
    for (number, (namespace, nodes)) in by_namespace(graph).into_iter().enumerate() {
        if !namespace.is_empty() {
            let _ = writeln!(out, "  subgraph ns{number}[\"{}\"]", escape(namespace));
        }
        for place in nodes {
            let node = &graph.nodes[place];
            let missing = if node.presence == Presence::Missing { "<br>missing" } else { "" };
            let (kind, name) = (escape(&node.key.kind), escape(&node.key.name));
            let _ = writeln!(out, "    n{place}[\"{kind}<br><b>{name}</b>{missing}\"]");
        }
        if !namespace.is_empty() {
            out.push_str("  end\n");
        }
    }
    for edge in &graph.edges {
        let (NodeIndex(from), NodeIndex(to)) = (edge.from, edge.to);
        let line = if edge.broken { "-.->" } else { "-->" };
        let verb = edge.relation.verb();
        let text = if edge.label.is_empty() { verb.to_owned() } else { format!("{verb} {}", edge.label) };
        let _ = writeln!(out, "  n{from} {line}|\"{}\"| n{to}", escape(&text));
    }
    out.push_str("  classDef missing stroke:#c62828,stroke-dasharray:5 4,color:#c62828\n");
    let missing: Vec<String> = graph
        .nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| node.presence == Presence::Missing)
        .map(|(place, _)| format!("n{place}"))
        .collect();
    if !missing.is_empty() {
        let _ = writeln!(out, "  class {} missing", missing.join(","));
    }
    out
}

/// Mermaid has its own entities: `#quot;` and numbers.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | '-' | '_' | '.' | ':' | '/' | ',' | '*' => {
                out.push(character);
            }
            character if character.is_control() => out.push(' '),
            character if !character.is_ascii() => out.push(character),
            character => {
                let _ = write!(out, "#{};", character as u32);
            }
        }
    }
    out
}
