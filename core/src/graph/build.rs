//! From a cluster to its graph.

use super::draft::{Draft, End, Line};
use super::selectors::Selectors;
use super::world::{World, entries};
use super::{Graph, PodCount, Presence, Profiles, ReferenceProblem, named, selected, volumes};
use crate::api::{FieldPath, Object, ObjectKey};
use crate::cluster::Cluster;
use crate::kinds::{Column, Reference, Relation, Selection, Target};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A graph and what was found while it was drawn.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Built {
    /// The graph.
    pub graph: Graph,
    /// References that lead nowhere, in the order of the objects.
    pub problems: Vec<ReferenceProblem>,
    /// The drawn objects that are not in the cluster: what controllers make of pasted ones, and what every
    /// cluster has. A made one that is pasted as part of its maker has the maker's origin, and the fields
    /// in its edges' evidence are those of the maker.
    pub objects: BTreeMap<ObjectKey, Arc<Object>>,
}

/// Everything that resolving needs.
#[derive(Debug)]
pub(super) struct Resolver<'e> {
    /// What can be referred to.
    pub world: World<'e>,
    /// What can be selected.
    pub selectors: Selectors<'e>,
}

/// Draws everything that the objects of a cluster (all of them pasted; what every cluster has is added
/// here) refer to.
pub fn build(cluster: &Cluster, profiles: &mut Profiles) -> Built {
    let entries = entries(cluster, profiles);
    let referring = || entries.iter().enumerate().filter(|(_, entry)| entry.presence == Presence::Pasted);
    let selections: Vec<&Selection> = referring()
        .flat_map(|(_, entry)| &entry.profile.references)
        .filter_map(|reference| match &reference.target {
            Target::Selection(selection) => Some(selection),
            Target::Object { .. } | Target::Outside(_) => None,
        })
        .collect();
    let resolver = Resolver { selectors: Selectors::new(&entries, &selections), world: World::new(&entries) };
    let mut draft = Draft::default();
    for (place, entry) in entries.iter().enumerate() {
        if let Some((maker, at)) = &entry.maker {
            made(&resolver, place, *maker, at, &mut draft);
        }
    }
    for (place, entry) in referring() {
        let references = &entry.profile.references;
        named::resolve(&resolver, place, references, &mut draft);
        for reference in references {
            match &reference.target {
                Target::Selection(selection) => {
                    selected::resolve(&resolver, place, reference, selection, &mut draft);
                }
                Target::Outside(name) => outside(&resolver, place, reference, name, &mut draft),
                Target::Object { .. } => {}
            }
        }
    }
    volumes::bind(&resolver, &mut draft);
    let (mut graph, drawn, problems) = draft.finish(&resolver.world);
    autoscaled(&mut graph, cluster);
    let objects = crate::order::map(
        drawn.into_iter().map(|place| (entries[place].key().clone(), Arc::clone(&entries[place].object))),
    );
    Built { graph, problems, objects }
}

/// The edge from a maker to what is made of it.
fn made(resolver: &Resolver<'_>, place: usize, maker: usize, at: &FieldPath, draft: &mut Draft) {
    let key = resolver.world.entries[place].key();
    let made = resolver.world.entries[maker].profile.makes.iter().find(|made| made.object.key == *key);
    let Some(made) = made else { return };
    let to_field = if made.whole { at.clone() } else { FieldPath::root() };
    let line = Line {
        relation: made.relation,
        label: made.label.clone(),
        broken: false,
        from_field: at.clone(),
        to_field,
        sentence: made.sentence.clone(),
    };
    draft.draw(End::Entry(maker), End::Entry(place), line);
}

fn outside(resolver: &Resolver<'_>, place: usize, reference: &Reference, name: &str, draft: &mut Draft) {
    let column = if reference.reversed { Column::Entry } else { Column::Platform };
    let end = draft.outside(name, column);
    let (_, path) = resolver.world.written(place, &reference.path);
    let here = End::Entry(place);
    let (from, to, from_field, to_field) = if reference.reversed {
        (end, here, FieldPath::root(), path)
    } else {
        (here, end, path, FieldPath::root())
    };
    let line = Line {
        relation: reference.relation,
        label: reference.label.clone(),
        broken: false,
        from_field,
        to_field,
        sentence: reference.sentence.clone(),
    };
    draft.draw(from, to, line);
}

/// A HorizontalPodAutoscaler brings its target within its bounds, unless that is scaled to nothing, which
/// switches the autoscaler off.
fn autoscaled(graph: &mut Graph, cluster: &Cluster) {
    let mut bounds = Vec::new();
    for edge in graph.edges.iter().filter(|edge| edge.relation == Relation::Scales) {
        let Some(autoscaler) = cluster.get(&graph.node(edge.from).key) else { continue };
        if autoscaler.gvk.kind == "HorizontalPodAutoscaler" {
            let bound =
                |pointer: &str| autoscaler.integer(pointer).and_then(|bound| u32::try_from(bound).ok());
            let least = bound("/spec/minReplicas").unwrap_or(1);
            let most = bound("/spec/maxReplicas").unwrap_or(u32::MAX).max(least);
            bounds.push((edge.to, least, most));
        }
    }
    for (node, least, most) in bounds {
        if let Some(pods) = graph.nodes.get_mut(node.0 as usize).and_then(|node| node.pods.as_mut())
            && pods.wanted > 0
        {
            let wanted = pods.wanted.clamp(least, most);
            *pods = PodCount { ready: wanted, wanted };
        }
    }
}
