//! What the graph needs to know of one object, read once and kept until the object changes.

use super::pod_shape::{labels, map_of_texts};
use super::{PodShape, PortName, Reference, References, Relation, find};
use crate::api::{FieldPath, Labels, Object, ObjectKey};
use crate::order::Arrange;
use serde_json::Value;
use std::sync::Arc;

/// What one object is, has and refers to: a pure function of the object.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Profile {
    /// Its labels.
    pub labels: Labels,
    /// One short line for its card.
    pub summary: String,
    /// The Pods that it makes.
    pub pods: Option<PodShape>,
    /// What it refers to.
    pub references: Vec<Reference>,
    /// The keys of a ConfigMap or a Secret, sorted.
    pub keys: Vec<String>,
    /// The ports of a Service.
    pub ports: Vec<ServicePort>,
    /// The objects that its controller makes from it.
    pub makes: Vec<Made>,
    /// The objects that own it, as its `ownerReferences` name them.
    pub owners: Vec<ObjectKey>,
}

/// A port of a Service.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServicePort {
    /// Where it is written: the item of `spec.ports`.
    pub path: FieldPath,
    /// Its name; may be empty.
    pub name: String,
    /// Its number.
    pub number: i64,
    /// The port of the Pods that it leads to.
    pub target: PortName,
}

impl ServicePort {
    /// Whether it is the port of a number or a name.
    pub fn is(&self, port: &PortName) -> bool {
        match port {
            PortName::Number(number) => self.number == *number,
            PortName::Name(name) => self.name == *name,
        }
    }
}

/// An object that a controller makes from a part of another one.
#[derive(Clone, PartialEq, Debug)]
pub struct Made {
    /// The object. What is not known of it is left out.
    pub object: Arc<Object>,
    /// The part that it is made from; the fields of the object are below it.
    pub at: FieldPath,
    /// Whether all of it is written there: a claim of a StatefulSet, but not the Secret of a Certificate.
    pub whole: bool,
    /// What the relation carries, short; may be empty.
    pub label: String,
    /// What the relation from the maker to it means.
    pub relation: Relation,
    /// Why it is drawn, a sentence.
    pub sentence: String,
}

/// Reads an object.
pub fn profile(object: &Object) -> Profile {
    let kind = find(&object.gvk.group, &object.gvk.kind);
    let mut references = References::new(object);
    if let Some(kind) = kind {
        (kind.references)(object, &mut references);
        if let Some(pointer) = kind.template {
            super::pod_references::collect(object, pointer, &mut references);
        }
    }
    let owners = owner_references(object, &mut references);
    Profile {
        labels: object.at("/metadata").map(labels).unwrap_or_default(),
        summary: kind.map(|kind| (kind.summary)(object)).unwrap_or_default(),
        pods: kind.and_then(|kind| (kind.pods)(object)),
        references: references.finish(),
        keys: if kind.is_some_and(|kind| matches!(kind.kind, "ConfigMap" | "Secret")) {
            keys(object)
        } else {
            Vec::new()
        },
        ports: if object.gvk.kind == "Service" && object.gvk.group.is_empty() {
            service_ports(object)
        } else {
            Vec::new()
        },
        makes: kind.map(|kind| (kind.makes)(object)).unwrap_or_default(),
        owners,
    }
}

/// The keys that a ConfigMap or a Secret holds.
fn keys(object: &Object) -> Vec<String> {
    let mut keys: Vec<String> = ["/data", "/binaryData", "/stringData"]
        .iter()
        .filter_map(|pointer| object.at(pointer).and_then(Value::as_object))
        .flat_map(|map| map.keys().cloned())
        .collect();
    keys.arrange();
    keys.dedup();
    keys
}

fn service_ports(object: &Object) -> Vec<ServicePort> {
    let at = FieldPath::of("spec.ports");
    let port = |(place, port): (usize, &Value)| {
        let number = port.get("port")?.as_i64()?;
        Some(ServicePort {
            path: at.index(place),
            name: port.get("name").and_then(Value::as_str).unwrap_or_default().to_owned(),
            number,
            target: port.get("targetPort").and_then(PortName::from_json).unwrap_or(PortName::Number(number)),
        })
    };
    object.list("/spec/ports").iter().enumerate().filter_map(port).collect()
}

/// Owners, which any object may have. An owner is in the same namespace or cluster-scoped.
fn owner_references(object: &Object, references: &mut References<'_>) -> Vec<ObjectKey> {
    let at = FieldPath::of("metadata.ownerReferences");
    let mut owners = Vec::new();
    for (place, owner) in object.list("/metadata/ownerReferences").iter().enumerate() {
        let text = |field: &str| owner.get(field).and_then(Value::as_str).filter(|text| !text.is_empty());
        let (Some(kind), Some(name)) = (text("kind"), text("name")) else { continue };
        let group =
            text("apiVersion").and_then(|version| version.split_once('/')).map_or("", |(group, _)| group);
        let scope = find(group, kind).is_none_or(|kind| kind.namespaced);
        let key = ObjectKey::new(group, kind, if scope { references.namespace() } else { "" }, name);
        references
            .to(Relation::Owns, at.index(place).field("name"), key.clone())
            .reversed()
            .elsewhere()
            .because(format!(
                "Its owner references name {kind} {name}; it is deleted together with its owner."
            ));
        owners.push(key);
    }
    owners
}

/// A map of strings as labels, for the files of kinds.
pub(super) fn texts(object: &Object, pointer: &str) -> Labels {
    map_of_texts(object.at(pointer))
}
