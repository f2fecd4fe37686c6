//! VirtualService of Istio.

use crate::api::{FieldPath, Object, ObjectKey};
use crate::kinds::references::{items, text};
use crate::kinds::words::{scalar, some};
use crate::kinds::{Column, Fact, Family, Kind, References, Relation, istio};
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Entry,
    column: Column::Entry,
    purpose: "Tells Istio which requests go to which Service, and in which shares.",
    references,
    summary: |object| some(&hosts(object), 1),
    facts: |object| vec![("Hosts", hosts(object).join(", "))] as Vec<Fact>,
    ..Kind::extension("networking.istio.io", "VirtualService", true)
};

fn hosts(object: &Object) -> Vec<&str> {
    object.list("/spec/hosts").iter().filter_map(Value::as_str).collect()
}

fn references(object: &Object, references: &mut References<'_>) {
    let spec = FieldPath::of("spec");
    for (place, name) in object.list("/spec/gateways").iter().enumerate() {
        let Some(name) = name.as_str().filter(|name| *name != "mesh") else { continue };
        let (namespace, name) = name.split_once('/').unwrap_or((references.namespace(), name));
        let key = ObjectKey::new("networking.istio.io", "Gateway", namespace, name);
        references
            .to(Relation::Routes, spec.field("gateways").index(place), key)
            .reversed()
            .because(format!("It is attached to Gateway {name}, through which its requests come in."));
    }
    let empty = Value::Null;
    let value = object.at("/spec").unwrap_or(&empty);
    for protocol in ["http", "tcp", "tls"] {
        for (path, rule) in items(value, &spec, protocol) {
            for (path, route) in items(rule, &path, "route") {
                let Some(host) = route.get("destination").and_then(|destination| text(destination, "host"))
                else {
                    continue;
                };
                let path = path.fields("destination.host");
                let weight =
                    route.get("weight").map(|weight| format!("{} %", scalar(weight))).unwrap_or_default();
                match istio::service(host, references.namespace()) {
                    Some(key) => {
                        let sentence = format!("It sends requests to Service {}.", key.qualified_name());
                        references.to(Relation::Routes, path, key).label(weight).because(sentence);
                    }
                    None => {
                        references
                            .outside(path, host)
                            .label(weight)
                            .because(format!("It sends requests to {host}."));
                    }
                }
            }
        }
    }
}
