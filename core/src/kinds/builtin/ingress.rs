//! Ingress.

use crate::api::{FieldPath, Object, ObjectKey};
use crate::kinds::network_facts::texts;
use crate::kinds::references::{items, text};
use crate::kinds::words::{and, some};
use crate::kinds::{Column, Fact, Family, Kind, Made, Part, PortName, References, Relation};
use k8s_openapi::api::networking::v1::Ingress;
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    family: Family::Entry,
    column: Column::Entry,
    purpose: "Leads web requests from outside to Services, by host name and path.",
    references,
    summary: |object| some(&hosts(object), 1),
    facts,
    makes,
    ..Kind::builtin::<Ingress>()
};

/// The hosts that it answers for; `any host` when a rule names none.
fn hosts(object: &Object) -> Vec<&str> {
    let hosts = texts(object.list("/spec/rules"), "host");
    if hosts.is_empty() { vec!["any host"] } else { hosts }
}

fn annotation<'o>(object: &'o Object, name: &str) -> Option<&'o str> {
    text(object.at("/metadata/annotations")?, name)
}

fn references(object: &Object, references: &mut References<'_>) {
    let spec = FieldPath::of("spec");
    references
        .outside(spec.field("rules"), "Internet")
        .reversed()
        .because(format!("Requests for {} come in here.", and(&hosts(object))));
    if let Some(backend) = object.at("/spec/defaultBackend") {
        to_backend(backend, &spec.field("defaultBackend"), "Whatever no rule matches", "default", references);
    }
    let empty = Value::Null;
    for (path, rule) in items(object.at("/spec").unwrap_or(&empty), &spec, "rules") {
        let host = text(rule, "host").map_or("any host".to_owned(), |host| format!("host {host}"));
        let Some(http) = rule.get("http") else { continue };
        for (path, entry) in items(http, &path.field("http"), "paths") {
            let Some(backend) = entry.get("backend") else { continue };
            let prefix = text(entry, "path").unwrap_or("/");
            let what = format!("The path {prefix} of {host}");
            to_backend(backend, &path.field("backend"), &what, prefix, references);
        }
    }
    for (path, tls) in items(object.at("/spec").unwrap_or(&empty), &spec, "tls") {
        let Some(name) = text(tls, "secretName") else { continue };
        references
            .core(Relation::Reads, path.field("secretName"), "Secret", name)
            .label("TLS")
            .because(format!("Its certificate and key are in Secret {name}."));
    }
    class(object, references);
    for (suffix, kind, namespace) in
        [("cluster-issuer", "ClusterIssuer", ""), ("issuer", "Issuer", references.namespace())]
    {
        let annotation_name = format!("cert-manager.io/{suffix}");
        let Some(name) = annotation(object, &annotation_name) else { continue };
        references
            .to(
                Relation::Refers,
                FieldPath::of("metadata.annotations").key(&annotation_name),
                ObjectKey::new("cert-manager.io", kind, namespace, name),
            )
            .label("issuer")
            .elsewhere()
            .because(format!("Its annotation asks cert-manager for a certificate from {kind} {name}."));
    }
}

fn class(object: &Object, references: &mut References<'_>) {
    const LEGACY: &str = "kubernetes.io/ingress.class";
    let (path, name) = match (object.text("/spec/ingressClassName"), annotation(object, LEGACY)) {
        (Some(name), _) if !name.is_empty() => (FieldPath::of("spec.ingressClassName"), name),
        (_, Some(name)) => (FieldPath::of("metadata.annotations").key(LEGACY), name),
        _ => return,
    };
    let legacy = object.text("/spec/ingressClassName").is_none();
    references
        .to(Relation::UsesClass, path, ObjectKey::new("networking.k8s.io", "IngressClass", "", name))
        .optional(legacy)
        .because(format!("IngressClass {name} says which controller serves it."));
}

fn to_backend(backend: &Value, at: &FieldPath, what: &str, prefix: &str, references: &mut References<'_>) {
    if let Some(service) = backend.get("service") {
        let at = at.field("service");
        let Some(name) = text(service, "name") else { return };
        let port = service.get("port").and_then(|port| {
            let number = port.get("number").filter(|number| number.as_i64() != Some(0));
            let found = number.map(|number| ("number", number));
            let (field, value) = found.or_else(|| Some(("name", port.get("name")?)))?;
            Some((at.field("port").field(field), PortName::from_json(value)?))
        });
        let port_text = port.as_ref().map(|(_, port)| port.to_string());
        let (label, sentence) = match &port_text {
            Some(port) => {
                (format!("{prefix} → {port}"), format!("{what} goes to port {port} of Service {name}."))
            }
            None => (prefix.to_owned(), format!("{what} goes to Service {name}.")),
        };
        let reference = references
            .core(Relation::Routes, at.field("name"), "Service", name)
            .label(label)
            .because(sentence);
        if let Some((path, port)) = port {
            reference.part(path, Part::Port(port));
        }
    } else if let Some(resource) = backend.get("resource") {
        let (Some(kind), Some(name)) = (text(resource, "kind"), text(resource, "name")) else { return };
        let key = ObjectKey::new(
            text(resource, "apiGroup").unwrap_or_default(),
            kind,
            references.namespace(),
            name,
        );
        references
            .to(Relation::Routes, at.fields("resource.name"), key)
            .label(prefix)
            .because(format!("{what} goes to {kind} {name}."));
    }
}

/// With cert-manager's annotation its Secrets are made by cert-manager.
fn makes(object: &Object) -> Vec<Made> {
    let issued = ["cert-manager.io/cluster-issuer", "cert-manager.io/issuer", "kubernetes.io/tls-acme"];
    if !issued.iter().any(|name| annotation(object, name).is_some()) {
        return Vec::new();
    }
    let at = FieldPath::of("spec.tls");
    let made = |(place, tls): (usize, &Value)| {
        let name = text(tls, "secretName")?;
        Some(Made {
            object: Arc::new(crate::kinds::ambient::object(json!({
                "apiVersion": "v1", "kind": "Secret", "type": "kubernetes.io/tls",
                "metadata": {"name": name, "namespace": object.key.namespace},
                "data": {"ca.crt": "", "tls.crt": "", "tls.key": ""},
            }))),
            at: at.index(place),
            whole: false,
            label: "TLS".to_owned(),
            relation: Relation::Reads,
            sentence: format!(
                "cert-manager puts the certificate and key into Secret {name}, as an annotation asks it to."
            ),
        })
    };
    object.list("/spec/tls").iter().enumerate().filter_map(made).collect()
}

fn facts(object: &Object) -> Vec<Fact> {
    let mut facts = vec![("Hosts", hosts(object).join(", "))];
    let paths: Vec<String> = object
        .list("/spec/rules")
        .iter()
        .filter_map(|rule| rule.pointer("/http/paths")?.as_array())
        .flatten()
        .map(|entry| {
            let kind = text(entry, "pathType").unwrap_or("ImplementationSpecific");
            format!("{} ({kind})", text(entry, "path").unwrap_or("/"))
        })
        .collect();
    if !paths.is_empty() {
        facts.push(("Paths", some(&paths, 8)));
    }
    let class =
        object.text("/spec/ingressClassName").or_else(|| annotation(object, "kubernetes.io/ingress.class"));
    facts.push(("Class", class.unwrap_or("the default one").to_owned()));
    let tls = object.list("/spec/tls");
    let text = if tls.is_empty() {
        "no: requests are not encrypted".to_owned()
    } else {
        let hosts: Vec<&str> = tls
            .iter()
            .filter_map(|tls| tls.get("hosts")?.as_array())
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        if hosts.is_empty() { "yes".to_owned() } else { some(&hosts, 4) }
    };
    facts.push(("TLS", text));
    facts
}
