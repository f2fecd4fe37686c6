//! StatefulSet.

use crate::api::{FieldPath, Object};
use crate::kinds::pod_facts::{self, replicas};
use crate::kinds::pod_volumes::mounts;
use crate::kinds::references::text;
use crate::kinds::words::some;
use crate::kinds::{Column, Fact, Family, Kind, Made, PodShape, References, Relation, Wanted, ambient};
use k8s_openapi::api::apps::v1::StatefulSet;
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    family: Family::Workload,
    column: Column::Workload,
    purpose: "Runs Pods that have a lasting name and storage of their own, started and stopped in order.",
    template: Some("/spec/template"),
    references,
    pods: |object| PodShape::of_template(object, "/spec/template", Wanted::Count(replicas(object))),
    facts,
    makes,
    ..Kind::builtin::<StatefulSet>()
};

fn references(object: &Object, references: &mut References<'_>) {
    let Some(name) = object.text("/spec/serviceName").filter(|name| !name.is_empty()) else { return };
    references
        .core(Relation::Refers, FieldPath::of("spec.serviceName"), "Service", name)
        .label("serviceName")
        .because(format!("Its Pods get names of their own in the cluster's DNS below Service {name}."));
}

/// One claim for each template and Pod; the first Pod's stands for all of them.
fn makes(object: &Object) -> Vec<Made> {
    let templates = FieldPath::of("spec.volumeClaimTemplates");
    let empty = Value::Null;
    let spec = object.at("/spec/template/spec").unwrap_or(&empty);
    let mounts = mounts(spec, &FieldPath::root());
    let first = object.integer("/spec/ordinals/start").unwrap_or(0);
    let made = |(place, template): (usize, &Value)| {
        let claim = text(template.get("metadata")?, "name")?;
        let set = &object.key.name;
        let name = format!("{claim}-{set}-{first}");
        let mut metadata = template.get("metadata").cloned().unwrap_or_else(|| json!({}));
        metadata.as_object_mut()?.insert("name".to_owned(), json!(name));
        metadata.as_object_mut()?.insert("namespace".to_owned(), json!(object.key.namespace));
        let pods = replicas(object);
        let each = if pods == 1 {
            format!(
                "StatefulSet {set} makes this claim from its template {claim}, for its only Pod {set}-{first}."
            )
        } else {
            format!(
                "StatefulSet {set} makes a claim from its template {claim} for each of its {pods} Pods; this is the \
                 first one's, and the others are numbered likewise."
            )
        };
        Some(Made {
            object: Arc::new(ambient::object(json!({
                "apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": metadata,
                "spec": template.get("spec").cloned().unwrap_or_default(),
            }))),
            at: templates.index(place),
            whole: true,
            label: mounts.get(claim).map(|paths| some(paths, 2)).unwrap_or_default(),
            relation: Relation::Mounts,
            sentence: each,
        })
    };
    object.list("/spec/volumeClaimTemplates").iter().enumerate().filter_map(made).collect()
}

fn facts(object: &Object) -> Vec<Fact> {
    let strategy = match object.text("/spec/updateStrategy/type") {
        Some("OnDelete") => "OnDelete: a Pod is replaced when somebody deletes it".to_owned(),
        _ => match object.integer("/spec/updateStrategy/rollingUpdate/partition") {
            Some(partition) if partition > 0 => {
                format!("RollingUpdate, from the last Pod down to number {partition}")
            }
            _ => "RollingUpdate, one Pod at a time, from the last to the first".to_owned(),
        },
    };
    let order = match object.text("/spec/podManagementPolicy") {
        Some("Parallel") => "all at once",
        _ => "one after the other",
    };
    let mut facts = vec![
        ("Replicas", replicas(object).to_string()),
        ("Strategy", strategy),
        ("Pods start", order.to_owned()),
    ];
    if let Some(service) = object.text("/spec/serviceName") {
        facts.push(("Service", service.to_owned()));
    }
    facts.extend(pod_facts::facts(object, "/spec/template/spec"));
    facts
}
