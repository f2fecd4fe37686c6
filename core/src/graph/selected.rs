//! Resolves selectors.

use super::build::Resolver;
use super::draft::{Draft, End, Line};
use super::problem::{ReferenceFix, ReferenceProblem, Spot};
use super::sentences::{self, Match};
use super::{Presence, ports, unmatched};
use crate::api::{FieldPath, ObjectKey};
use crate::kinds::{Namespaces, Reference, Relation, Selected, Selection};
use std::collections::BTreeSet;

/// Draws what a selector selects, and tells when that is nothing.
pub(super) fn resolve(
    resolver: &Resolver<'_>,
    place: usize,
    reference: &Reference,
    selection: &Selection,
    draft: &mut Draft,
) {
    // To everything in a namespace: one line to the namespace instead of one to each workload.
    if reference.relation == Relation::Admits && selection.selector.is_everything() {
        return admits_namespaces(resolver, place, reference, selection, draft);
    }
    let found = resolver.selectors.select(selection, &resolver.world);
    if found.is_empty() {
        unmatched::tell(resolver, place, reference, selection, draft);
        return;
    }
    let broken = ports::check(resolver, place, selection, &found, draft);
    let mut drawn = BTreeSet::new();
    for selected in found {
        let target = match selection.among {
            Selected::Pods => resolver.world.workload(selected),
            Selected::Objects { .. } => selected,
        };
        if target != place && drawn.insert(target) {
            draw(resolver, place, reference, selection, (selected, target), broken, draft);
        }
    }
}

fn draw(
    resolver: &Resolver<'_>,
    place: usize,
    reference: &Reference,
    selection: &Selection,
    (selected, target): (usize, usize),
    broken: bool,
    draft: &mut Draft,
) {
    let world = &resolver.world;
    let entry = &world.entries[target];
    let pods = entry.profile.pods.as_ref().filter(|_| selection.among == Selected::Pods);
    let labels_path = pods.map_or(FieldPath::of("metadata.labels"), |pods| pods.labels_path.clone());
    let whose = match &selection.among {
        Selected::Pods if entry.object.gvk.kind == "Pod" => "the Pod's labels".to_owned(),
        Selected::Pods if entry.profile.pods.as_ref().is_some_and(|pods| pods.labels_path.0.is_empty()) => {
            "the labels of its Pods".to_owned()
        }
        Selected::Pods => "the Pod template's labels".to_owned(),
        Selected::Objects { kind, .. } => format!("the {kind}'s labels"),
    };
    let namespace = &entry.key().namespace;
    let empty = crate::api::Labels::new();
    let sentence = sentences::selects(&Match {
        relation: reference.relation,
        label: &reference.label,
        selector: &selection.selector,
        whose: &whose,
        labels: resolver.selectors.labels(selected, &selection.among).unwrap_or(&empty),
        namespace: (namespace, *namespace == world.entries[place].key().namespace),
    });
    let line = Line {
        relation: reference.relation,
        label: reference.label.clone(),
        broken,
        from_field: world.written(place, &reference.path).1,
        to_field: world.written(target, &labels_path).1,
        sentence,
    };
    draft.draw(End::Entry(place), End::Entry(target), line);
}

fn admits_namespaces(
    resolver: &Resolver<'_>,
    place: usize,
    reference: &Reference,
    selection: &Selection,
    draft: &mut Draft,
) {
    let way = if reference.label.starts_with("to") { "out to" } else { "in from" };
    for (&name, labels) in resolver.world.namespaces() {
        let chosen = match &selection.namespaces {
            Namespaces::Named(names) => names.iter().any(|chosen| chosen == name),
            Namespaces::Matching(selector) => selector.matches(labels),
            // What the system's own namespaces hold is not drawn, except by name.
            Namespaces::All => !crate::kinds::ambient::NAMESPACES.contains(&name) || name == "default",
        };
        let Some(namespace) = resolver.world.find(&ObjectKey::new("", "Namespace", "", name)) else {
            continue;
        };
        let unused =
            resolver.world.entries[namespace].presence == Presence::Ambient && !resolver.world.is_used(name);
        if !chosen || (unused && selection.namespaces == Namespaces::All) {
            continue;
        }
        let line = Line {
            relation: reference.relation,
            label: reference.label.clone(),
            broken: false,
            from_field: resolver.world.written(place, &reference.path).1,
            to_field: FieldPath::root(),
            sentence: format!("It lets traffic {way} every Pod of namespace {name}."),
        };
        draft.draw(End::Entry(place), End::Entry(namespace), line);
    }
}

/// A problem with a field of an entry.
pub(super) fn problem(
    resolver: &Resolver<'_>,
    place: usize,
    path: &FieldPath,
    rule: &'static str,
    severity: crate::diagnostic::Severity,
    message: String,
    help: String,
) -> ReferenceProblem {
    let (object, path) = resolver.world.written(place, path);
    let at = Spot::value(object, path);
    ReferenceProblem {
        rule,
        severity,
        message,
        help,
        at,
        labels: Vec::new(),
        fixes: Vec::<ReferenceFix>::new(),
    }
}
