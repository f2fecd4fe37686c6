//! The graph while it is being drawn: ends are entries or things that no object stands for.

use super::problem::ReferenceProblem;
use super::world::World;
use super::{Edge, Evidence, Graph, Node, NodeIndex, PodCount, Presence};
use crate::api::{FieldPath, GroupVersionKind, ObjectKey};
use crate::kinds::{Column, Family, Relation, Wanted, find};
use crate::order::Arrange;
use std::collections::{BTreeMap, BTreeSet};

/// One end of an edge.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum End {
    /// An entry.
    Entry(usize),
    /// A ghost, or something outside.
    Extra(ObjectKey),
}

/// What an edge carries, beside its ends.
#[derive(Debug)]
pub(super) struct Line {
    /// What it means.
    pub relation: Relation,
    /// What it carries.
    pub label: String,
    /// Whether it leads nowhere.
    pub broken: bool,
    /// The field of the start.
    pub from_field: FieldPath,
    /// The field of the end.
    pub to_field: FieldPath,
    /// Why it is drawn.
    pub sentence: String,
}

/// Start, end, meaning and label: of several such edges one is drawn.
type Identity = (End, End, Relation, String);

/// An edge that is drawn.
#[derive(Debug)]
struct Drawn {
    evidence: Evidence,
    broken: bool,
    /// How many times it was found.
    times: usize,
}

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    edges: BTreeMap<Identity, Drawn>,
    extras: BTreeMap<ObjectKey, Node>,
    /// References that lead nowhere.
    pub problems: Vec<ReferenceProblem>,
}

impl Draft {
    /// Draws an edge. Of several with the same ends, meaning and label the first explains, and one broken
    /// one makes it broken.
    pub(super) fn draw(&mut self, from: End, to: End, line: Line) {
        let Line { relation, label, broken, from_field, to_field, sentence } = line;
        let drawn = self.edges.entry((from, to, relation, label)).or_insert_with(|| Drawn {
            evidence: Evidence { from_field, to_field, sentence },
            broken: false,
            times: 0,
        });
        drawn.broken |= broken;
        drawn.times += 1;
    }

    /// A node for something that is not there or not an object.
    pub(super) fn extra(&mut self, key: ObjectKey, presence: Presence, summary: String) -> End {
        let node = self.extras.entry(key.clone()).or_insert_with(|| {
            let kind = find(&key.group, &key.kind);
            Node {
                gvk: GroupVersionKind {
                    group: key.group.clone(),
                    version: String::new(),
                    kind: key.kind.clone(),
                },
                family: kind.map_or(Family::Other, |kind| kind.family),
                column: kind.map_or(Column::Aside, |kind| kind.column),
                presence,
                origin: None,
                summary: summary.clone(),
                pods: None,
                labels: BTreeMap::new(),
                key: key.clone(),
            }
        });
        // Something that one object may do without and another needs is missing.
        if presence == Presence::Missing && node.presence != Presence::Missing {
            node.presence = presence;
            node.summary = summary;
        }
        End::Extra(key)
    }

    /// A node for something outside of the cluster.
    pub(super) fn outside(&mut self, name: &str, column: Column) -> End {
        let end = self.extra(ObjectKey::new("", "Outside", "", name), Presence::Outside, String::new());
        if let End::Extra(key) = &end
            && let Some(node) = self.extras.get_mut(key)
            && node.column == Column::Aside
        {
            (node.family, node.column) = (Family::Entry, column);
        }
        end
    }

    /// The graph, and the drawn entries that were not pasted. What every cluster has is drawn only where an
    /// edge touches it.
    pub(super) fn finish(self, world: &World<'_>) -> (Graph, BTreeSet<usize>, Vec<ReferenceProblem>) {
        let touched: BTreeSet<usize> = crate::order::set(
            self.edges
                .keys()
                .flat_map(|(from, to, ..)| [from, to])
                .filter_map(|end| if let End::Entry(place) = end { Some(*place) } else { None }),
        );
        let nodes_of_cluster = world
            .entries
            .iter()
            .filter(|entry| entry.key().kind == "Node" && entry.key().group.is_empty())
            .count();
        let mut nodes: Vec<(End, Node)> = Vec::new();
        for (place, entry) in world.entries.iter().enumerate() {
            if entry.presence == Presence::Pasted || touched.contains(&place) {
                nodes.push((End::Entry(place), node(entry, nodes_of_cluster)));
            }
        }
        nodes.extend(self.extras.into_iter().map(|(key, node)| (End::Extra(key), node)));
        nodes.arrange_by(|(_, left), (_, right)| left.key.cmp(&right.key));
        let index: BTreeMap<&End, NodeIndex> = crate::order::map(
            nodes.iter().enumerate().map(|(place, (end, _))| (end, NodeIndex(place as u32))),
        );
        let mut edges: Vec<Edge> = Vec::with_capacity(self.edges.len());
        for ((from, to, relation, label), drawn) in self.edges {
            let Drawn { mut evidence, broken, times } = drawn;
            let (Some(&from), Some(&to)) = (index.get(&from), index.get(&to)) else { continue };
            if times > 1 {
                let places = if times == 2 {
                    "one more place".to_owned()
                } else {
                    format!("{} more places", times - 1)
                };
                evidence.sentence = format!("{} And so in {places}.", evidence.sentence);
            }
            edges.push(Edge { from, to, relation, label, broken, evidence });
        }
        edges.arrange_by(|left, right| {
            (left.from, left.to, left.relation, &left.label).cmp(&(
                right.from,
                right.to,
                right.relation,
                &right.label,
            ))
        });
        let from_cluster = |place: &usize| {
            let entry = &world.entries[*place];
            entry.maker.is_none() && entry.presence == Presence::Pasted
        };
        let shown =
            nodes.iter().filter_map(|(end, _)| if let End::Entry(place) = end { Some(*place) } else { None });
        let drawn = shown.filter(|place| !from_cluster(place)).collect();
        let nodes = nodes.into_iter().map(|(_, node)| node).collect();
        (Graph { nodes, edges }, drawn, self.problems)
    }
}

fn node(entry: &super::world::Entry, nodes_of_cluster: usize) -> Node {
    let object = &entry.object;
    let kind = find(&object.gvk.group, &object.gvk.kind);
    let wanted = match entry.profile.pods.as_ref().map(|pods| pods.wanted) {
        Some(Wanted::Count(count)) => Some(count),
        Some(Wanted::PerNode) => Some(nodes_of_cluster as u32),
        Some(Wanted::Unknown) | None => None,
    };
    Node {
        key: object.key.clone(),
        gvk: object.gvk.clone(),
        family: kind.map_or(Family::Other, |kind| kind.family),
        column: kind.map_or(Column::Aside, |kind| kind.column),
        presence: entry.presence,
        origin: object.origin,
        summary: entry.profile.summary.clone(),
        pods: wanted.map(|wanted| PodCount { ready: wanted, wanted }),
        labels: entry.profile.labels.clone(),
    }
}
