//! What an application consists of, in a sentence or two.

use crate::api::ObjectKey;
use crate::graph::{Graph, Node, Presence, Relation};
use crate::kinds::{Column, Family};
use crate::order::Arrange;
use std::collections::BTreeMap;

/// The story of a graph: what runs, what lets people in, what is kept, and what is wrong.
pub(super) fn story(graph: &Graph, problems: &BTreeMap<ObjectKey, (u32, u32)>) -> String {
    let pasted: Vec<&Node> = graph.nodes.iter().filter(|node| node.presence == Presence::Pasted).collect();
    if pasted.is_empty() {
        return "Nothing to draw yet: paste Kubernetes manifests, or choose an example.".to_owned();
    }
    let in_column =
        |column: Column| pasted.iter().copied().filter(|node| node.column == column).collect::<Vec<_>>();
    let workloads = in_column(Column::Workload);
    let mut sentences = vec![what_runs(&pasted, &workloads)];
    let entries = ways_in(graph);
    if !entries.is_empty() {
        sentences.push(format!("Traffic comes in through {}.", names(&entries)));
    }
    let stores: Vec<&Node> = pasted.iter().copied().filter(|node| node.family == Family::Storage).collect();
    if !stores.is_empty() {
        sentences.push(format!("Data is kept in {}.", names(&stores)));
    }
    sentences.push(what_is_wrong(problems));
    sentences.join(" ")
}

/// What the outside world leads to.
fn ways_in(graph: &Graph) -> Vec<&Node> {
    let from_outside = graph.edges.iter().filter(|edge| {
        edge.relation == Relation::Routes && graph.node(edge.from).presence == Presence::Outside
    });
    let mut ways: Vec<&Node> = from_outside.map(|edge| graph.node(edge.to)).collect();
    ways.arrange_by(|left, right| left.key.cmp(&right.key));
    ways.dedup_by(|left, right| left.key == right.key);
    ways
}

fn what_runs(pasted: &[&Node], workloads: &[&Node]) -> String {
    let mut namespaces: Vec<&str> = pasted.iter().map(|node| node.key.namespace.as_str()).collect();
    namespaces.retain(|namespace| !namespace.is_empty());
    namespaces.arrange();
    namespaces.dedup();
    let place = match namespaces.as_slice() {
        [] => String::new(),
        [one] => format!(" in namespace {one}"),
        many => format!(" in {} namespaces", many.len()),
    };
    let objects = count(pasted.len(), "object");
    match workloads {
        [] => format!("{objects}{place}, none of which runs Pods."),
        [one] if one.key.kind == "Pod" => format!("{objects}{place}: Pod {} runs.", one.key.name),
        [one] => format!("{objects}{place}: {} {} runs the Pods.", one.key.kind, one.key.name),
        many if many.iter().all(|node| node.key.kind == "Pod") => {
            format!("{objects}{place}: {} run.", names(many))
        }
        many => format!("{objects}{place}: {} run the Pods.", names(many)),
    }
}

fn what_is_wrong(problems: &BTreeMap<ObjectKey, (u32, u32)>) -> String {
    let errors: u32 = problems.values().map(|counts| counts.0).sum();
    let warnings: u32 = problems.values().map(|counts| counts.1).sum();
    match (errors, warnings) {
        (0, 0) => "No problems found.".to_owned(),
        (0, warnings) => format!("{} to look at.", count(warnings as usize, "warning")),
        (errors, 0) => format!("{} to repair.", count(errors as usize, "error")),
        (errors, warnings) => {
            format!(
                "{} to repair and {} to look at.",
                count(errors as usize, "error"),
                count(warnings as usize, "warning")
            )
        }
    }
}

/// At most four objects, and how many more: `Ingress web`, `Services a and b`, `CronJob backup, Deployment api
/// and 2 more`.
fn names(nodes: &[&Node]) -> String {
    let one_kind = nodes.iter().all(|node| node.key.kind == nodes[0].key.kind);
    let name = |node: &&Node| {
        if one_kind { node.key.name.clone() } else { format!("{} {}", node.key.kind, node.key.name) }
    };
    let mut shown: Vec<String> = nodes.iter().map(name).collect();
    shown.dedup();
    let more = shown.len().saturating_sub(4);
    shown.truncate(4);
    let list = match (more, shown.as_slice()) {
        (0, [one]) => one.clone(),
        (0, [before @ .., last]) => format!("{} and {last}", before.join(", ")),
        (more, shown) => format!("{} and {more} more", shown.join(", ")),
    };
    match nodes {
        [node, ..] if one_kind => {
            let plural = if shown.len() == 1 { "" } else { plural(&node.key.kind) };
            format!("{}{plural} {list}", node.key.kind)
        }
        _ => list,
    }
}

/// The ending of a kind's plural.
fn plural(kind: &str) -> &'static str {
    if kind.ends_with('s') { "es" } else { "s" }
}

/// `1 object`, `2 objects`.
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
