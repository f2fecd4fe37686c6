//! The text twin of the map: every object, and beneath it what it relates to.

use crate::graph::{Graph, Node, NodeIndex, Presence};
use crate::scene::Names;
use std::fmt::Write as _;

/// Writes a graph as an outline, an object a line, its relations indented beneath it.
pub fn outline(graph: &Graph) -> String {
    let names = Names::of(graph);
    let count = graph.nodes.len();
    let (mut out_of, mut into) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for edge in &graph.edges {
        out_of[edge.from.0 as usize].push(edge);
        into[edge.to.0 as usize].push(edge);
    }
    let mut out = String::new();
    let shown = |node: &Node, touched: bool| node.presence != Presence::Ambient || touched;
    for (place, node) in graph.nodes.iter().enumerate() {
        let touched = !out_of[place].is_empty() || !into[place].is_empty();
        if !shown(node, touched) {
            continue;
        }
        let _ = write!(out, "{}", one_line(&names.full(node)));
        if !node.summary.is_empty() {
            let _ = write!(out, " ({})", one_line(&node.summary));
        }
        out.push('\n');
        let mut tell = |verb: &str, other: NodeIndex, label: &str, broken: bool| {
            let other = graph.node(other);
            let name =
                if other.presence == Presence::Missing { names.full(other) } else { names.plain(&other.key) };
            let _ = write!(out, "  {verb} {}", one_line(&name));
            if !label.is_empty() {
                let _ = write!(out, ": {}", one_line(label));
            }
            out.push_str(if broken && other.presence != Presence::Missing { " (broken)\n" } else { "\n" });
        };
        for edge in &out_of[place] {
            tell(edge.relation.verb(), edge.to, &edge.label, edge.broken);
        }
        for edge in &into[place] {
            tell(edge.relation.reverse_verb(), edge.from, &edge.label, edge.broken);
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}
