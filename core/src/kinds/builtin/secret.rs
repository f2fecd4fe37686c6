//! Secret.

use crate::api::{FieldPath, Object};
use crate::kinds::references::text;
use crate::kinds::words::{count, some};
use crate::kinds::{Column, Fact, Family, Kind, References, Relation};
use k8s_openapi::api::core::v1::Secret;
use serde_json::Value;
use std::collections::BTreeSet;

pub(super) const KIND: Kind = Kind {
    family: Family::Config,
    column: Column::Configuration,
    purpose: "Holds passwords, keys and certificates, for Pods to read and for few others to see.",
    references,
    summary: |object| count(keys(object).len(), "key"),
    facts,
    ..Kind::builtin::<Secret>()
};

/// A key in both `data` and `stringData` is one key.
fn keys(object: &Object) -> Vec<&str> {
    let keys: BTreeSet<&str> = crate::order::set(
        ["/data", "/stringData"]
            .iter()
            .filter_map(|pointer| object.at(pointer).and_then(Value::as_object))
            .flat_map(|map| map.keys().map(String::as_str)),
    );
    keys.into_iter().collect()
}

fn references(object: &Object, references: &mut References<'_>) {
    const ACCOUNT: &str = "kubernetes.io/service-account.name";
    let Some(name) = object.at("/metadata/annotations").and_then(|annotations| text(annotations, ACCOUNT))
    else {
        return;
    };
    references
        .core(Relation::Refers, FieldPath::of("metadata.annotations").key(ACCOUNT), "ServiceAccount", name)
        .label("token of")
        .because(format!("It holds a token of ServiceAccount {name}."));
}

fn facts(object: &Object) -> Vec<Fact> {
    vec![("Type", object.text("/type").unwrap_or("Opaque").to_owned()), ("Keys", some(&keys(object), 12))]
}
