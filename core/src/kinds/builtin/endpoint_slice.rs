//! EndpointSlice.

use crate::api::{FieldPath, Object};
use crate::kinds::references::{items, text};
use crate::kinds::words::count;
use crate::kinds::{Column, Family, Kind, References, Relation};
use k8s_openapi::api::discovery::v1::EndpointSlice;

pub(super) const KIND: Kind = Kind {
    family: Family::Service,
    column: Column::Service,
    purpose: "Lists addresses behind a Service; usually written by the cluster itself.",
    references,
    summary: |object| count(object.list("/endpoints").len(), "endpoint"),
    ..Kind::builtin::<EndpointSlice>()
};

fn references(object: &Object, references: &mut References<'_>) {
    const SERVICE: &str = "kubernetes.io/service-name";
    if let Some(name) = object.at("/metadata/labels").and_then(|labels| text(labels, SERVICE)) {
        references
            .core(Relation::Refers, FieldPath::of("metadata.labels").key(SERVICE), "Service", name)
            .label("endpoints of")
            .because(format!("Its label says that its addresses belong to Service {name}."));
    }
    for (path, endpoint) in items(&object.value, &FieldPath::root(), "endpoints") {
        let Some(target) = endpoint.get("targetRef") else { continue };
        let (Some("Pod"), Some(name)) = (text(target, "kind"), text(target, "name")) else { continue };
        references
            .core(Relation::Refers, path.fields("targetRef.name"), "Pod", name)
            .elsewhere()
            .because(format!("One of its addresses is that of Pod {name}."));
    }
}
