//! Gateway of the Gateway API.

use crate::api::{FieldPath, Object, ObjectKey};
use crate::kinds::network_facts::texts;
use crate::kinds::references::{items, text};
use crate::kinds::words::{scalar, some};
use crate::kinds::{Column, Fact, Family, Kind, References, Relation};
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Entry,
    column: Column::Entry,
    purpose: "Opens ports to the outside, to which routes are attached.",
    references,
    summary: |object| some(&listeners(object), 2),
    facts,
    ..Kind::extension("gateway.networking.k8s.io", "Gateway", true)
};

/// `HTTP 80`, one for each listener.
fn listeners(object: &Object) -> Vec<String> {
    object
        .list("/spec/listeners")
        .iter()
        .map(|listener| {
            let port = listener.get("port").map(scalar).unwrap_or_default();
            format!("{} {port}", text(listener, "protocol").unwrap_or("TCP"))
        })
        .collect()
}

fn references(object: &Object, references: &mut References<'_>) {
    let spec = FieldPath::of("spec");
    references
        .outside(spec.field("listeners"), "Internet")
        .reversed()
        .label(some(&listeners(object), 2))
        .because("Its listeners wait for requests from outside.");
    if let Some(name) = object.text("/spec/gatewayClassName") {
        let key = ObjectKey::new("gateway.networking.k8s.io", "GatewayClass", "", name);
        references
            .to(Relation::UsesClass, spec.field("gatewayClassName"), key)
            .because(format!("GatewayClass {name} says which controller serves it."));
    }
    let empty = Value::Null;
    for (path, listener) in items(object.at("/spec").unwrap_or(&empty), &spec, "listeners") {
        let Some(tls) = listener.get("tls") else { continue };
        for (path, certificate) in items(tls, &path.field("tls"), "certificateRefs") {
            let Some(name) = text(certificate, "name") else { continue };
            let group = text(certificate, "group").unwrap_or_default();
            let kind = text(certificate, "kind").unwrap_or("Secret");
            let namespace = text(certificate, "namespace").unwrap_or(references.namespace());
            references
                .to(Relation::Reads, path.field("name"), ObjectKey::new(group, kind, namespace, name))
                .label("TLS")
                .because(format!("The certificate and key of a listener are in {kind} {name}."));
        }
    }
}

fn facts(object: &Object) -> Vec<Fact> {
    let hosts = texts(object.list("/spec/listeners"), "hostname");
    let hosts = if hosts.is_empty() { "any".to_owned() } else { hosts.join(", ") };
    vec![
        ("Listeners", listeners(object).join(", ")),
        ("Hosts", hosts),
        ("Class", object.text("/spec/gatewayClassName").unwrap_or("?").to_owned()),
    ]
}
