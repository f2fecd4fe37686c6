//! Finds what labels select without asking every object.

use super::world::{Entry, World};
use crate::api::{LabelSelector, Labels, Operator};
use crate::kinds::{Namespaces, Selected, Selection};
use crate::order::Arrange;
use std::collections::{BTreeMap, BTreeSet};

/// The members of one namespace, by their labels.
#[derive(Debug, Default)]
struct Members<'e> {
    all: Vec<usize>,
    by_label: BTreeMap<(&'e str, &'e str), Vec<usize>>,
}

/// What can be selected, by namespace and label.
#[derive(Debug)]
pub(super) struct Selectors<'e> {
    entries: &'e [Entry],
    pods: BTreeMap<&'e str, Members<'e>>,
    /// By kind and group.
    objects: BTreeMap<(&'e str, &'e str), BTreeMap<&'e str, Members<'e>>>,
}

/// The labels of the Pods that an entry makes.
pub(super) fn pod_labels(entry: &Entry) -> Option<&Labels> {
    entry.profile.pods.as_ref().map(|pods| &pods.labels)
}

impl<'e> Selectors<'e> {
    /// Indexes the Pods, and the objects of the kinds that anything selects.
    pub(super) fn new(entries: &'e [Entry], selections: &[&'e Selection]) -> Self {
        let kinds: BTreeSet<(&str, &str)> =
            crate::order::set(selections.iter().filter_map(|selection| match &selection.among {
                Selected::Objects { group, kind } => Some((kind.as_str(), group.as_str())),
                Selected::Pods => None,
            }));
        let mut pods = BTreeMap::new();
        let mut objects: BTreeMap<_, BTreeMap<&str, Members<'_>>> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            let key = entry.key();
            if let Some(labels) = pod_labels(entry) {
                add(&mut pods, &key.namespace, place, labels);
            }
            if let Some(&kind) = kinds.get(&(key.kind.as_str(), key.group.as_str())) {
                add(objects.entry(kind).or_default(), &key.namespace, place, &entry.profile.labels);
            }
        }
        Self { entries, pods, objects }
    }

    /// The entries that a selection selects, in their order. Pods of a workload that is owned by another
    /// one are given as they are; folding them is the caller's.
    pub(super) fn select(&self, selection: &Selection, world: &World<'_>) -> Vec<usize> {
        let mut found = Vec::new();
        for members in self.scope(selection, world) {
            found.extend(self.matching(members, &selection.among, &selection.selector));
        }
        found.arrange();
        found
    }

    /// Everything that a selection chooses from.
    pub(super) fn candidates(&self, selection: &Selection, world: &World<'_>) -> Vec<usize> {
        self.scope(selection, world).flat_map(|members| members.all.iter().copied()).collect()
    }

    /// The labels by which an entry is selected.
    pub(super) fn labels(&self, place: usize, among: &Selected) -> Option<&'e Labels> {
        let entry = &self.entries[place];
        match among {
            Selected::Pods => pod_labels(entry),
            Selected::Objects { .. } => Some(&entry.profile.labels),
        }
    }

    fn scope<'s>(
        &'s self,
        selection: &'s Selection,
        world: &'s World<'_>,
    ) -> impl Iterator<Item = &'s Members<'e>> {
        let by_namespace = match &selection.among {
            Selected::Pods => Some(&self.pods),
            Selected::Objects { group, kind } => self.objects.get(&(kind.as_str(), group.as_str())),
        };
        let chosen = move |namespace: &str| match &selection.namespaces {
            Namespaces::Named(names) => names.iter().any(|name| name == namespace),
            Namespaces::Matching(selector) => {
                world.namespaces().get(namespace).is_some_and(|labels| selector.matches(labels))
            }
            Namespaces::All => true,
        };
        by_namespace
            .into_iter()
            .flatten()
            .filter(move |(namespace, _)| chosen(namespace))
            .map(|(_, members)| members)
    }

    /// The members that meet all conditions. The first condition that names values narrows them down.
    fn matching(&self, members: &Members<'e>, among: &Selected, selector: &LabelSelector) -> Vec<usize> {
        let matches =
            |place: &usize| self.labels(*place, among).is_some_and(|labels| selector.matches(labels));
        let narrowing = selector.requirements.iter().find(|requirement| requirement.operator == Operator::In);
        let Some(requirement) = narrowing else {
            return members.all.iter().copied().filter(matches).collect();
        };
        let values: BTreeSet<&str> = crate::order::set(requirement.values.iter().map(String::as_str));
        let listed =
            values.into_iter().filter_map(|value| members.by_label.get(&(requirement.key.as_str(), value)));
        listed.flatten().copied().filter(matches).collect()
    }
}

fn add<'e>(index: &mut BTreeMap<&'e str, Members<'e>>, namespace: &'e str, place: usize, labels: &'e Labels) {
    let members = index.entry(namespace).or_default();
    members.all.push(place);
    for (key, value) in labels {
        members.by_label.entry((key, value)).or_default().push(place);
    }
}
