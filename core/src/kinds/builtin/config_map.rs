//! ConfigMap.

use crate::api::{FieldPath, Object};
use crate::kinds::words::{count, some};
use crate::kinds::{Column, Fact, Family, Kind, References, mentions};
use k8s_openapi::api::core::v1::ConfigMap;
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Config,
    column: Column::Configuration,
    purpose: "Holds settings that are not secret, for Pods to read as environment variables or files.",
    references,
    summary: |object| count(keys(object).len(), "key"),
    facts,
    ..Kind::builtin::<ConfigMap>()
};

fn keys(object: &Object) -> Vec<&str> {
    ["/data", "/binaryData"]
        .iter()
        .filter_map(|pointer| object.at(pointer).and_then(Value::as_object))
        .flat_map(|map| map.keys().map(String::as_str))
        .collect()
}

/// Addresses of Services among its values.
fn references(object: &Object, references: &mut References<'_>) {
    let data = object.at("/data").and_then(Value::as_object).into_iter().flatten();
    for (key, value) in data {
        if let Some(text) = value.as_str() {
            mentions::collect(key, text, &FieldPath::of("data").key(key), references);
        }
    }
}

fn facts(object: &Object) -> Vec<Fact> {
    let mut facts = vec![("Keys", some(&keys(object), 12))];
    if object.at("/immutable").and_then(Value::as_bool) == Some(true) {
        facts.push(("Immutable", "yes: it can only be deleted and made anew".to_owned()));
    }
    facts
}
