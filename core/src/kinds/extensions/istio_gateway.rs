//! Gateway of Istio.

use crate::api::{FieldPath, LabelSelector, Object};
use crate::kinds::profile::texts;
use crate::kinds::references::items;
use crate::kinds::words::{and, scalar, some};
use crate::kinds::{Column, Fact, Family, Kind, Namespaces, References, Relation, Selected};
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Entry,
    column: Column::Entry,
    purpose: "Tells Istio's gateway Pods at which ports and for which hosts they let traffic in.",
    references,
    summary: |object| some(&hosts(object), 1),
    facts,
    ..Kind::extension("networking.istio.io", "Gateway", true)
};

fn hosts(object: &Object) -> Vec<&str> {
    object
        .list("/spec/servers")
        .iter()
        .filter_map(|server| server.get("hosts")?.as_array())
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

fn references(object: &Object, references: &mut References<'_>) {
    let spec = FieldPath::of("spec");
    references
        .outside(spec.field("servers"), "Internet")
        .reversed()
        .because(format!("Requests for {} come in here.", and(&hosts(object))));
    let labels = texts(object, "/spec/selector");
    if !labels.is_empty() {
        let selector = LabelSelector::from_labels(&labels);
        let path = spec.field("selector");
        references
            .select(Relation::Selects, path, Selected::Pods, Namespaces::All, selector)
            .when_empty(crate::kinds::WhenEmpty::Fine);
    }
    let empty = Value::Null;
    for (path, server) in items(object.at("/spec").unwrap_or(&empty), &spec, "servers") {
        let Some(name) = server.pointer("/tls/credentialName").and_then(Value::as_str) else { continue };
        references
            .core(Relation::Reads, path.fields("tls.credentialName"), "Secret", name)
            .label("TLS")
            .elsewhere()
            .because(format!("Its certificate and key are in Secret {name}."));
    }
}

fn facts(object: &Object) -> Vec<Fact> {
    let ports: Vec<String> = object
        .list("/spec/servers")
        .iter()
        .filter_map(|server| {
            Some(format!(
                "{} {}",
                scalar(server.pointer("/port/protocol")?),
                scalar(server.pointer("/port/number")?)
            ))
        })
        .collect();
    vec![("Hosts", hosts(object).join(", ")), ("Ports", ports.join(", "))]
}
