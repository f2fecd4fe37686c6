//! The accessible names of objects: what a screen reader says and what tests hold on to.

use crate::api::ObjectKey;
use crate::graph::{Graph, Node, Presence};
use std::collections::BTreeSet;

/// The objects' names in a graph. Where two groups have a kind of the same name, the group is said, too.
#[derive(Clone, Debug, Default)]
pub struct Names {
    ambiguous: BTreeSet<String>,
}

impl Names {
    /// For all objects of a graph.
    pub fn of(graph: &Graph) -> Self {
        let kinds: BTreeSet<(&str, &str)> = crate::order::set(
            graph.nodes.iter().map(|node| (node.key.kind.as_str(), node.key.group.as_str())),
        );
        let mut ambiguous = BTreeSet::new();
        let mut last = "";
        for (kind, _) in kinds {
            if kind == last {
                ambiguous.insert(kind.to_owned());
            }
            last = kind;
        }
        Self { ambiguous }
    }

    /// `Deployment shop/web`, `Gateway.networking.istio.io shop/x`.
    pub fn plain(&self, key: &ObjectKey) -> String {
        if !key.group.is_empty() && self.ambiguous.contains(&key.kind) {
            format!("{}.{} {}", key.kind, key.group, key.qualified_name())
        } else {
            key.to_string()
        }
    }

    /// The name with the object's state: `Deployment shop/web, 3 of 3 ready`.
    pub fn full(&self, node: &Node) -> String {
        let name = self.plain(&node.key);
        match (node.presence, node.pods) {
            (Presence::Missing, _) => format!("{name}, missing"),
            (_, Some(pods)) => format!("{name}, {} of {} ready", pods.ready, pods.wanted),
            _ => name,
        }
    }
}
