//! Everything that references can lead to, with the indexes that resolve them.

use super::{Presence, Profiles};
use crate::api::{FieldPath, Labels, Object, ObjectKey};
use crate::cluster::Cluster;
use crate::kinds::{Profile, ambient, profile};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An object that may be referred to.
#[derive(Debug)]
pub(super) struct Entry {
    /// The object.
    pub object: Arc<Object>,
    /// What it is, has and refers to.
    pub profile: Arc<Profile>,
    /// Whether it is there.
    pub presence: Presence,
    /// For what a controller makes: the entry that it is made from, and which part of it.
    pub maker: Option<(usize, FieldPath)>,
}

impl Entry {
    /// Its identity.
    pub(super) fn key(&self) -> &ObjectKey {
        &self.object.key
    }
}

/// All entries: those of the cluster, then what controllers make of them, then what every cluster has.
pub(super) fn entries(cluster: &Cluster, profiles: &mut Profiles) -> Vec<Entry> {
    let mut entries: Vec<Entry> = cluster
        .objects()
        .map(|object| Entry {
            object: Arc::clone(object),
            profile: profiles.of(object),
            presence: Presence::Pasted,
            maker: None,
        })
        .collect();
    profiles.retain(|key| cluster.get(key).is_some());
    for place in 0..entries.len() {
        let maker = &entries[place];
        let (origin, makes) = (maker.object.origin, Arc::clone(&maker.profile));
        for made in &makes.makes {
            if cluster.get(&made.object.key).is_none() {
                let object = Object { origin: origin.filter(|_| made.whole), ..(*made.object).clone() };
                entries.push(Entry {
                    profile: Arc::new(profile(&object)),
                    object: Arc::new(object),
                    presence: if made.whole { Presence::Pasted } else { Presence::Elsewhere },
                    maker: Some((place, made.at.clone())),
                });
            }
        }
    }
    let taken: BTreeSet<ObjectKey> = crate::order::set(entries.iter().map(|entry| entry.key().clone()));
    let namespaces: Vec<String> = {
        let mut names: Vec<String> = cluster.objects().map(|object| object.key.namespace.clone()).collect();
        names.dedup();
        names
    };
    let nodes_are_pasted = cluster.of_kind("", "Node").next().is_some();
    for object in ambient::objects(namespaces.iter().map(String::as_str), |kind| has_default(cluster, kind)) {
        let replaced = object.key.kind == "Node" && nodes_are_pasted;
        if !replaced && !taken.contains(&object.key) {
            let profile = Arc::new(profile(&object));
            entries.push(Entry { object, profile, presence: Presence::Ambient, maker: None });
        }
    }
    entries
}

/// Whether a default object of a class was pasted.
fn has_default(cluster: &Cluster, kind: &str) -> bool {
    cluster.of_kind("", kind).any(|object| {
        let annotations = object.at("/metadata/annotations").and_then(serde_json::Value::as_object);
        annotations.into_iter().flatten().any(|(key, value)| {
            key.ends_with(".kubernetes.io/is-default-class") && value.as_str() == Some("true")
        })
    })
}

/// The entries with their indexes.
#[derive(Debug)]
pub(super) struct World<'e> {
    /// The entries.
    pub entries: &'e [Entry],
    by_key: BTreeMap<&'e ObjectKey, usize>,
    /// By kind and name, whatever the group and the namespace.
    by_name: BTreeMap<(&'e str, &'e str), Vec<usize>>,
    /// The labels of all namespaces.
    namespaces: BTreeMap<&'e str, Labels>,
    /// The namespaces that have something pasted in them.
    used: BTreeSet<&'e str>,
}

impl<'e> World<'e> {
    /// Indexes the entries.
    pub(super) fn new(entries: &'e [Entry]) -> Self {
        let by_key: BTreeMap<&ObjectKey, usize> =
            crate::order::map(entries.iter().enumerate().map(|(place, entry)| (entry.key(), place)));
        let mut by_name: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        let mut namespaces = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            let key = entry.key();
            by_name.entry((&key.kind, &key.name)).or_default().push(place);
            if key.kind == "Namespace" && key.group.is_empty() {
                let mut labels = entry.profile.labels.clone();
                labels.insert("kubernetes.io/metadata.name".to_owned(), key.name.clone());
                namespaces.insert(key.name.as_str(), labels);
            }
        }
        let pasted = entries.iter().filter(|entry| entry.presence == Presence::Pasted);
        let used = crate::order::set(pasted.map(|entry| entry.key().namespace.as_str()));
        Self { entries, by_key, by_name, namespaces, used }
    }

    /// The place of an object among the entries.
    pub(super) fn find(&self, key: &ObjectKey) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// The names of the objects of a key's kind in its namespace, sorted.
    pub(super) fn names<'k>(&'k self, key: &'k ObjectKey) -> impl Iterator<Item = &'e str> + use<'e, 'k> {
        let first = ObjectKey { name: String::new(), ..key.clone() };
        self.by_key
            .range(first..)
            .map(|(key, _)| *key)
            .take_while(move |other| {
                other.namespace == key.namespace && other.kind == key.kind && other.group == key.group
            })
            .map(|key| key.name.as_str())
    }

    /// The entries of a kind and a name, whatever the group and the namespace.
    pub(super) fn namesakes<'s>(&'s self, kind: &'s str, name: &'s str) -> &'s [usize] {
        self.by_name.get(&(kind, name)).map_or(&[], Vec::as_slice)
    }

    /// All namespaces with their labels.
    pub(super) fn namespaces(&self) -> &BTreeMap<&'e str, Labels> {
        &self.namespaces
    }

    /// Whether something in a namespace is pasted.
    pub(super) fn is_used(&self, namespace: &str) -> bool {
        self.used.contains(namespace)
    }

    /// The workload that stands for a Pod or a ReplicaSet: its topmost owner that is there and makes Pods.
    pub(super) fn workload(&self, place: usize) -> usize {
        const LONGEST_CHAIN: usize = 8;
        let mut place = place;
        for _ in 0..LONGEST_CHAIN {
            let owners = &self.entries[place].profile.owners;
            let makes_pods = |&owner: &usize| self.entries[owner].profile.pods.is_some();
            match owners.iter().filter_map(|key| self.find(key)).find(makes_pods) {
                Some(owner) => place = owner,
                None => break,
            }
        }
        place
    }

    /// The object and the path in it where a field of an entry is written: for what is made, in its maker.
    pub(super) fn written(&self, place: usize, path: &FieldPath) -> (&'e ObjectKey, FieldPath) {
        let entry = &self.entries[place];
        match &entry.maker {
            None => (entry.key(), path.clone()),
            Some((maker, at)) => {
                let mut whole = at.clone();
                whole.0.extend(path.0.iter().cloned());
                (self.entries[*maker].key(), whole)
            }
        }
    }
}
