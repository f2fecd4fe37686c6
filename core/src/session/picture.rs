//! The objects, their relations and their drawing.

use super::answer::{ObjectReport, Picture, RelationReport};
use super::story::story;
use super::world::World;
use crate::api::ObjectKey;
use crate::diagnostic::Severity;
use crate::graph::{Node, Presence};
use crate::scene::{self, Hints, Look};
use std::collections::BTreeMap;

impl World {
    /// The picture under a look.
    pub(super) fn picture(&self, look: &Look) -> Picture {
        let graph = &self.graph;
        let relations = graph.edges.iter().map(|edge| RelationReport {
            from: edge.from.0,
            to: edge.to.0,
            relation: edge.relation,
            verb: edge.relation.verb().to_owned(),
            reverse_verb: edge.relation.reverse_verb().to_owned(),
            label: edge.label.clone(),
            broken: edge.broken,
        });
        let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
        let mut namespaces: BTreeMap<&str, u32> = BTreeMap::new();
        for node in graph.nodes.iter().filter(|node| node.presence == Presence::Pasted) {
            *kinds.entry(&node.key.kind).or_default() += 1;
            if !node.key.namespace.is_empty() {
                *namespaces.entry(&node.key.namespace).or_default() += 1;
            }
        }
        let counted =
            |counts: BTreeMap<&str, u32>| counts.into_iter().map(|(name, n)| (name.to_owned(), n)).collect();
        Picture {
            objects: graph.nodes.iter().map(|node| self.object_report(node)).collect(),
            relations: relations.collect(),
            kinds: counted(kinds),
            namespaces: counted(namespaces),
            scene: scene::layout(graph, look, &self.hints()),
            story: story(graph, &self.problem_counts()),
        }
    }

    /// What the drawing shows of problems and of broken documents.
    pub(super) fn hints(&self) -> Hints {
        let mut hints = Hints { stale: self.stale.iter().map(ObjectKey::id).collect(), ..Hints::default() };
        for (key, (errors, warnings)) in self.problem_counts() {
            let id = key.id();
            hints.errors.insert(id.clone(), errors);
            hints.warnings.insert(id, warnings);
        }
        hints
    }

    /// Errors and warnings by object.
    fn problem_counts(&self) -> BTreeMap<ObjectKey, (u32, u32)> {
        let mut counts: BTreeMap<ObjectKey, (u32, u32)> = BTreeMap::new();
        for (problem, concerned) in self.problems.iter().zip(&self.concerned) {
            let Some(key) = concerned else { continue };
            match problem.severity {
                Severity::Error => counts.entry(key.clone()).or_default().0 += 1,
                Severity::Warning => counts.entry(key.clone()).or_default().1 += 1,
                Severity::Info | Severity::Hint => {}
            }
        }
        counts
    }

    /// An object in the terms of the page.
    pub(super) fn object_report(&self, node: &Node) -> ObjectReport {
        let object = self.object(&node.key);
        ObjectReport {
            id: node.key.id(),
            api_version: node.gvk.api_version(),
            kind: node.key.kind.clone(),
            namespace: node.key.namespace.clone(),
            name: node.key.name.clone(),
            title: self.names.full(node),
            family: node.family,
            presence: node.presence,
            pods: node.pods,
            summary: node.summary.clone(),
            range: object.and_then(|object| self.object_range(object)),
        }
    }
}
