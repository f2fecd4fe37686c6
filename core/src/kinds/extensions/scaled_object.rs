//! ScaledObject of KEDA.

use crate::api::{FieldPath, Object, ObjectKey};
use crate::kinds::references::{items, text};
use crate::kinds::words::scalar;
use crate::kinds::{Column, Fact, Family, Kind, References, Relation, scale_target};
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Scaling,
    column: Column::Attached,
    purpose: "Scales a workload by events from outside, such as the length of a queue, down to nothing.",
    references,
    summary: |object| format!("{}…{}", bounds(object).0, bounds(object).1),
    facts,
    ..Kind::extension("keda.sh", "ScaledObject", true)
};

fn bounds(object: &Object) -> (String, String) {
    let bound = |field: &str, default: &str| object.at(field).map_or(default.to_owned(), scalar);
    (bound("/spec/minReplicaCount", "0"), bound("/spec/maxReplicaCount", "100"))
}

fn references(object: &Object, references: &mut References<'_>) {
    let (least, most) = bounds(object);
    let name = object.text("/spec/scaleTargetRef/name").unwrap_or_default();
    if let Some(reference) = scale_target::collect(object, "/spec/scaleTargetRef", "Deployment", references) {
        reference
            .label(format!("{least}…{most}"))
            .because(format!("It keeps {name} between {least} and {most} Pods."));
    }
    let empty = Value::Null;
    for (path, trigger) in items(object.at("/spec").unwrap_or(&empty), &FieldPath::of("spec"), "triggers") {
        let Some(authentication) = trigger.get("authenticationRef") else { continue };
        let Some(name) = text(authentication, "name") else { continue };
        let kind = text(authentication, "kind").unwrap_or("TriggerAuthentication");
        let namespace = if kind == "TriggerAuthentication" { references.namespace() } else { "" };
        references
            .to(
                Relation::Refers,
                path.fields("authenticationRef.name"),
                ObjectKey::new("keda.sh", kind, namespace, name),
            )
            .because(format!("It reads the measure with the credentials of {kind} {name}."));
    }
}

fn facts(object: &Object) -> Vec<Fact> {
    let (least, most) = bounds(object);
    let triggers: Vec<&str> =
        object.list("/spec/triggers").iter().filter_map(|trigger| text(trigger, "type")).collect();
    vec![("Replicas", format!("at least {least}, at most {most}")), ("Triggers", triggers.join(", "))]
}
