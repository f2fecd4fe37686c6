//! CustomResourceDefinition.

use crate::api::{FieldPath, LabelSelector, Object};
use crate::kinds::references::text;
use crate::kinds::webhooks::to_service;
use crate::kinds::{Column, Fact, Family, Kind, Namespaces, References, Relation, Selected, WhenEmpty};
use k8s_openapi::apiextensions_apiserver::pkg::apis::apiextensions::v1::CustomResourceDefinition;

pub(super) const KIND: Kind = Kind {
    family: Family::Other,
    column: Column::Aside,
    purpose: "Teaches the API server a new kind of object.",
    references,
    summary: |object| object.text("/spec/names/kind").unwrap_or_default().to_owned(),
    facts,
    ..Kind::builtin::<CustomResourceDefinition>()
};

fn references(object: &Object, references: &mut References<'_>) {
    if let (Some(group), Some(kind)) = (object.text("/spec/group"), object.text("/spec/names/kind")) {
        let among = Selected::Objects { group: group.to_owned(), kind: kind.to_owned() };
        let path = FieldPath::of("spec.names.kind");
        references
            .select(Relation::Defines, path, among, Namespaces::All, LabelSelector::default())
            .when_empty(WhenEmpty::Fine);
    }
    if let Some(config) = object.at("/spec/conversion/webhook/clientConfig") {
        let at = FieldPath::of("spec.conversion.webhook.clientConfig");
        to_service(config, &at, "Its objects are converted between versions", references);
    }
}

fn facts(object: &Object) -> Vec<Fact> {
    let part = |pointer: &str| object.text(pointer).unwrap_or("?").to_owned();
    let versions: Vec<&str> =
        object.list("/spec/versions").iter().filter_map(|version| text(version, "name")).collect();
    vec![
        ("Kind", part("/spec/names/kind")),
        ("Group", part("/spec/group")),
        ("Versions", versions.join(", ")),
        ("Scope", part("/spec/scope")),
    ]
}
