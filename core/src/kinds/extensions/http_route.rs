//! HTTPRoute of the Gateway API.

use crate::api::{FieldPath, Object, ObjectKey};
use crate::kinds::references::{items, text};
use crate::kinds::words::some;
use crate::kinds::{Column, Fact, Family, Kind, Part, PortName, References, Relation};
use serde_json::Value;

const GROUP: &str = "gateway.networking.k8s.io";

pub(super) const KIND: Kind = Kind {
    family: Family::Entry,
    column: Column::Entry,
    purpose: "Leads web requests that come in through a Gateway to Services, by host name, path and more.",
    references,
    summary: |object| some(&hosts(object), 1),
    facts: |object| vec![("Hosts", hosts(object).join(", "))] as Vec<Fact>,
    ..Kind::extension(GROUP, "HTTPRoute", true)
};

fn hosts(object: &Object) -> Vec<&str> {
    let hosts: Vec<&str> = object.list("/spec/hostnames").iter().filter_map(Value::as_str).collect();
    if hosts.is_empty() { vec!["any host"] } else { hosts }
}

/// The object that a reference of the Gateway API names.
fn key_of(value: &Value, group: &str, kind: &str, namespace: &str) -> Option<ObjectKey> {
    let name = text(value, "name")?;
    // An empty group is one that is written: it is the core group.
    let group = value.get("group").and_then(Value::as_str).unwrap_or(group);
    let kind = text(value, "kind").unwrap_or(kind);
    Some(ObjectKey::new(group, kind, text(value, "namespace").unwrap_or(namespace), name))
}

fn references(object: &Object, references: &mut References<'_>) {
    let spec = FieldPath::of("spec");
    let empty = Value::Null;
    let value = object.at("/spec").unwrap_or(&empty);
    for (path, parent) in items(value, &spec, "parentRefs") {
        let Some(key) = key_of(parent, GROUP, "Gateway", references.namespace()) else { continue };
        let section = text(parent, "sectionName").unwrap_or_default().to_owned();
        let sentence = format!(
            "It is attached to {} {}, through which its requests come in.",
            key.kind,
            key.qualified_name()
        );
        references.to(Relation::Routes, path.field("name"), key).reversed().label(section).because(sentence);
    }
    for (path, rule) in items(value, &spec, "rules") {
        let paths: Vec<&str> = items(rule, &path, "matches")
            .filter_map(|(_, condition)| condition.pointer("/path/value")?.as_str())
            .collect();
        let prefix = if paths.is_empty() { "/".to_owned() } else { some(&paths, 2) };
        for (path, backend) in items(rule, &path, "backendRefs") {
            to_backend(backend, &path, &prefix, references);
        }
    }
}

fn to_backend(backend: &Value, at: &FieldPath, prefix: &str, references: &mut References<'_>) {
    let Some(key) = key_of(backend, "", "Service", references.namespace()) else { return };
    let port = backend.get("port").and_then(PortName::from_json);
    let (label, to) = match &port {
        Some(port) => (format!("{prefix} → {port}"), format!("port {port} of ")),
        None => (prefix.to_owned(), String::new()),
    };
    let sentence = format!("Requests for {prefix} go to {to}{} {}.", key.kind, key.qualified_name());
    let reference = references.to(Relation::Routes, at.field("name"), key).label(label).because(sentence);
    if let Some(port) = port {
        reference.part(at.field("port"), Part::Port(port));
    }
}
