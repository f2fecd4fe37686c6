//! What an application consists of, in a sentence or two.

use crate::api::ObjectKey;
use crate::graph::{Graph, Node, Presence};
use crate::kinds::{Column, Family};
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
    let entries = in_column(Column::Entry);
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

fn what_runs(pasted: &[&Node], workloads: &[&Node]) -> String {
    let mut namespaces: Vec<&str> = pasted.iter().map(|node| node.key.namespace.as_str()).collect();
    namespaces.retain(|namespace| !namespace.is_empty());
    namespaces.sort_unstable();
    namespaces.dedup();
    let place = match namespaces.as_slice() {
        [] => String::new(),
        [one] => format!(" in namespace {one}"),
        many => format!(" in {} namespaces", many.len()),
    };
    let objects = count(pasted.len(), "object");
    match workloads {
        [] => format!("{objects}{place}, none of which runs Pods."),
        [one] => format!("{objects}{place}: {} {} runs the Pods.", one.key.kind, one.key.name),
        many => format!("{objects}{place}: {} run Pods ({}).", count(many.len(), "workload"), names(many)),
    }
}

fn what_is_wrong(problems: &BTreeMap<ObjectKey, (u32, u32)>) -> String {
    let errors: u32 = problems.values().map(|counts| counts.0).sum();
    let warnings: u32 = problems.values().map(|counts| counts.1).sum();
    match (errors, warnings) {
        (0, 0) => "Nothing is wrong with it as far as can be seen.".to_owned(),
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

/// At most four names, and how many more.
fn names(nodes: &[&Node]) -> String {
    let mut shown: Vec<&str> = nodes.iter().map(|node| node.key.name.as_str()).collect();
    shown.dedup();
    let more = shown.len().saturating_sub(4);
    shown.truncate(4);
    match (more, shown.as_slice()) {
        (0, [one]) => (*one).to_owned(),
        (0, [before @ .., last]) => format!("{} and {last}", before.join(", ")),
        (more, shown) => format!("{} and {more} more", shown.join(", ")),
    }
}

/// `1 object`, `2 objects`.
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
