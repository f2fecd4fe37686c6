//! Endpoints.

use crate::api::{FieldPath, Object};
use crate::kinds::words::count;
use crate::kinds::{Column, Family, Kind, References, Relation};
use k8s_openapi::api::core::v1::Endpoints;
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Service,
    column: Column::Service,
    purpose: "Lists the addresses behind the Service of the same name; the forerunner of the EndpointSlice.",
    references,
    summary: |object| {
        let addresses =
            object.list("/subsets").iter().filter_map(|subset| subset.get("addresses")?.as_array());
        count(addresses.map(Vec::len).sum(), "address").replace("addresss", "addresses")
    },
    ..Kind::builtin::<Endpoints>()
};

fn references(object: &Object, references: &mut References<'_>) {
    // Leader elections used to keep their lock in Endpoints that belong to no Service.
    let is_lock = object
        .at("/metadata/annotations")
        .and_then(Value::as_object)
        .is_some_and(|annotations| annotations.contains_key("control-plane.alpha.kubernetes.io/leader"));
    if !is_lock {
        let name = &object.key.name;
        references
            .core(Relation::Refers, FieldPath::of("metadata.name"), "Service", name)
            .label("endpoints of")
            .because(format!("It has the name of Service {name}, whose addresses it lists."));
    }
}
