//! Which objects get a card, which sit on another's card, and which belong to a frame.

use super::Look;
use crate::api::ObjectKey;
use crate::graph::{Graph, Presence, Relation};
use crate::kinds::Column;
use crate::order::Arrange;
use std::collections::BTreeSet;

/// How an object is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// Not at all.
    Hidden,
    /// As a card.
    Card,
    /// As a mark on the cards of its hosts.
    Mark,
    /// As a mark on its namespace's frame.
    Frame,
}

/// The role of every node, and what the marks sit on.
#[derive(Clone, Debug, Default)]
pub(super) struct Roles {
    pub roles: Vec<Role>,
    /// For marks: the nodes they sit on.
    pub hosts: Vec<Vec<usize>>,
}

impl Roles {
    pub(super) fn of(graph: &Graph, look: &Look, shown: &[bool]) -> Self {
        let count = graph.nodes.len();
        let mut result = Self { roles: vec![Role::Hidden; count], hosts: vec![Vec::new(); count] };
        let mut pinned_down = vec![false; count];
        let framing = Framing::of(graph, shown);
        // A class that was not pasted says little more than its name: it sits on what uses it.
        let mut class: Vec<bool> = graph
            .nodes
            .iter()
            .map(|node| {
                node.column == Column::Platform
                    && node.key.namespace.is_empty()
                    && matches!(node.presence, Presence::Ambient | Presence::Elsewhere)
            })
            .collect();
        for edge in &graph.edges {
            class[edge.from.0 as usize] = false;
            class[edge.to.0 as usize] &= edge.relation == Relation::UsesClass;
        }
        for edge in &graph.edges {
            for (here, there) in [(edge.from, edge.to), (edge.to, edge.from)] {
                let (node, other) = (graph.node(here), graph.node(there));
                let acts = matches!(
                    edge.relation,
                    Relation::Scales | Relation::Protects | Relation::Selects | Relation::RunsAs
                );
                let stands = !matches!(other.column, Column::Attached | Column::Aside);
                let sits = if class[here.0 as usize] {
                    here == edge.to
                } else {
                    acts && node.column == Column::Attached
                };
                if !sits || !stands || !shown[there.0 as usize] {
                    continue;
                }
                if other.presence == Presence::Missing {
                    // Its target is a ghost: a card of its own shows the broken relation.
                    pinned_down[here.0 as usize] = true;
                } else {
                    result.hosts[here.0 as usize].push(there.0 as usize);
                }
            }
        }
        for (place, node) in graph.nodes.iter().enumerate() {
            result.hosts[place].arrange();
            result.hosts[place].dedup();
            result.roles[place] = if !shown[place] {
                Role::Hidden
            } else if framing.holds(&node.key) {
                Role::Frame
            } else if (class[place] || node.column == Column::Attached)
                && !pinned_down[place]
                && !result.hosts[place].is_empty()
            {
                Role::Mark
            } else {
                Role::Card
            };
        }
        result.open(graph, look);
        for place in 0..count {
            if result.roles[place] != Role::Mark {
                result.hosts[place].clear();
            }
        }
        result
    }

    /// Marks of a group that a person opened become cards: those of one kind on a card, or all that did not
    /// fit beneath a card or beside a frame's title.
    fn open(&mut self, graph: &Graph, look: &Look) {
        let with = |prefix: &str| -> BTreeSet<String> {
            look.toggled.iter().filter_map(|id| id.strip_prefix(prefix)).map(str::to_owned).collect()
        };
        let (kinds, rests) = (with("group:marks:"), with("group:rest:"));
        if kinds.is_empty() && rests.is_empty() {
            return;
        }
        for (place, node) in graph.nodes.iter().enumerate() {
            let opened = match self.roles[place] {
                Role::Mark => self.hosts[place].iter().any(|host| {
                    let host = graph.nodes[*host].key.id();
                    rests.contains(&host) || kinds.contains(&format!("{host}:{}", node.key.kind))
                }),
                Role::Frame => node.key.kind != "Namespace" && rests.contains(&node.key.namespace),
                Role::Hidden | Role::Card => false,
            };
            if opened {
                self.roles[place] = Role::Card;
            }
        }
    }

    /// The namespace whose frame a node belongs to; empty for the cluster.
    pub(super) fn home<'a>(&self, graph: &'a Graph, place: usize) -> &'a str {
        let key = &graph.nodes[place].key;
        if self.roles[place] == Role::Frame && key.kind == "Namespace" { &key.name } else { &key.namespace }
    }
}

/// The namespaces that have a frame: something in them is drawn as a card.
struct Framing<'a> {
    homes: BTreeSet<&'a str>,
}

impl<'a> Framing<'a> {
    fn of(graph: &'a Graph, shown: &[bool]) -> Self {
        let stands = |column| !matches!(column, Column::Attached | Column::Aside);
        let nodes = graph.nodes.iter().zip(shown);
        let homes = nodes.filter(|(node, shown)| **shown && stands(node.column));
        Self { homes: homes.map(|(node, _)| node.key.namespace.as_str()).collect() }
    }

    /// Whether an object is said by its namespace's frame: the Namespace itself, quotas and limits.
    fn holds(&self, key: &ObjectKey) -> bool {
        match (key.kind.as_str(), key.group.as_str()) {
            ("Namespace", "") => self.homes.contains(key.name.as_str()),
            ("ResourceQuota" | "LimitRange", "") => self.homes.contains(key.namespace.as_str()),
            _ => false,
        }
    }
}
