//! Which objects get a card, which sit on another's card, and which belong to a frame.

use super::Look;
use crate::graph::{Graph, Presence, Relation};
use crate::kinds::Column;
use crate::order::Arrange;

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
        for edge in &graph.edges {
            for (here, there) in [(edge.from, edge.to), (edge.to, edge.from)] {
                let (node, other) = (graph.node(here), graph.node(there));
                let acts = matches!(
                    edge.relation,
                    Relation::Scales | Relation::Protects | Relation::Selects | Relation::RunsAs
                );
                let stands = !matches!(other.column, Column::Attached | Column::Aside);
                if node.column != Column::Attached || !acts || !stands || !shown[there.0 as usize] {
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
            } else if framed(graph, place, shown) {
                Role::Frame
            } else if node.column == Column::Attached
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

    /// Marks of a group that a person opened become cards.
    fn open(&mut self, graph: &Graph, look: &Look) {
        let groups: Vec<&str> =
            look.toggled.iter().filter_map(|id| id.strip_prefix("group:marks:")).collect();
        if groups.is_empty() {
            return;
        }
        for (place, node) in graph.nodes.iter().enumerate() {
            let opened = self.hosts[place].iter().any(|host| {
                groups.iter().any(|group| {
                    group
                        .rsplit_once(':')
                        .is_some_and(|(id, kind)| kind == node.key.kind && id == graph.nodes[*host].key.id())
                })
            });
            if opened && self.roles[place] == Role::Mark {
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

/// Whether a node is said by its namespace's frame: the Namespace itself, quotas and limits.
fn framed(graph: &Graph, place: usize, shown: &[bool]) -> bool {
    let node = &graph.nodes[place];
    let key = &node.key;
    let home = match (key.kind.as_str(), key.group.as_str()) {
        ("Namespace", "") => &key.name,
        ("ResourceQuota" | "LimitRange", "") => &key.namespace,
        _ => return false,
    };
    // A frame exists only around something that is drawn as a card.
    let stands = |column| !matches!(column, Column::Attached | Column::Aside);
    graph
        .nodes
        .iter()
        .enumerate()
        .any(|(other, near)| shown[other] && near.key.namespace == *home && stands(near.column))
}
