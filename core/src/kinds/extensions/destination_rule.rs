//! DestinationRule of Istio.

use crate::api::{FieldPath, Object};
use crate::kinds::references::text;
use crate::kinds::words::count;
use crate::kinds::{Column, Family, Kind, References, Relation, istio};

pub(super) const KIND: Kind = Kind {
    family: Family::Service,
    column: Column::Entry,
    purpose: "Tells Istio how to talk to the Pods of a Service: versions, balancing, encryption.",
    references,
    summary: |object| count(object.list("/spec/subsets").len(), "subset"),
    facts: |object| {
        let subsets: Vec<&str> =
            object.list("/spec/subsets").iter().filter_map(|subset| text(subset, "name")).collect();
        vec![("Host", object.text("/spec/host").unwrap_or("?").to_owned()), ("Subsets", subsets.join(", "))]
    },
    ..Kind::extension("networking.istio.io", "DestinationRule", true)
};

fn references(object: &Object, references: &mut References<'_>) {
    let Some(host) = object.text("/spec/host") else { return };
    if let Some(key) = istio::service(host, references.namespace()) {
        let sentence = format!("It says how connections to Service {} are made.", key.qualified_name());
        references.to(Relation::Refers, FieldPath::of("spec.host"), key).because(sentence);
    }
}
