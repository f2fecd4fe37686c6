//! Certificate of cert-manager.

use crate::api::{FieldPath, Object, ObjectKey};
use crate::kinds::{Column, Fact, Family, Kind, Made, References, Relation, ambient};
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    family: Family::Config,
    column: Column::Configuration,
    purpose: "Asks cert-manager for a certificate, kept fresh in a Secret.",
    references,
    makes,
    summary: |object| object.text("/spec/secretName").map(|name| format!("→ {name}")).unwrap_or_default(),
    facts: |object| {
        let names: Vec<&str> = object.list("/spec/dnsNames").iter().filter_map(Value::as_str).collect();
        vec![
            ("Names", names.join(", ")),
            ("Secret", object.text("/spec/secretName").unwrap_or("?").to_owned()),
        ] as Vec<Fact>
    },
    ..Kind::extension("cert-manager.io", "Certificate", true)
};

fn references(object: &Object, references: &mut References<'_>) {
    let Some(name) = object.text("/spec/issuerRef/name") else { return };
    let kind = object.text("/spec/issuerRef/kind").unwrap_or("Issuer");
    let group = object.text("/spec/issuerRef/group").unwrap_or("cert-manager.io");
    let namespace = if kind == "ClusterIssuer" { "" } else { references.namespace() };
    references
        .to(
            Relation::Refers,
            FieldPath::of("spec.issuerRef.name"),
            ObjectKey::new(group, kind, namespace, name),
        )
        .label("issuer")
        .elsewhere()
        .because(format!("{kind} {name} issues it."));
}

fn makes(object: &Object) -> Vec<Made> {
    let Some(name) = object.text("/spec/secretName") else { return Vec::new() };
    vec![Made {
        object: Arc::new(ambient::object(json!({
            "apiVersion": "v1", "kind": "Secret", "type": "kubernetes.io/tls",
            "metadata": {"name": name, "namespace": object.key.namespace},
            "data": {"ca.crt": "", "tls.crt": "", "tls.key": ""},
        }))),
        at: FieldPath::of("spec.secretName"),
        whole: false,
        label: String::new(),
        relation: Relation::Owns,
        sentence: format!("cert-manager puts the certificate and key into Secret {name}."),
    }]
}
