//! HorizontalPodAutoscaler, versions 1 and 2.

use crate::api::Object;
use crate::kinds::references::text;
use crate::kinds::words::scalar;
use crate::kinds::{Column, Fact, Family, Kind, References, scale_target};
use k8s_openapi::api::autoscaling::v2::HorizontalPodAutoscaler;
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Scaling,
    column: Column::Attached,
    purpose: "Changes how many Pods a workload has, so that a measured load stays near a target.",
    references,
    summary: |object| format!("{}…{}", bounds(object).0, bounds(object).1),
    facts,
    ..Kind::builtin::<HorizontalPodAutoscaler>()
};

fn bounds(object: &Object) -> (String, String) {
    let bound = |field: &str, default: &str| object.at(field).map_or(default.to_owned(), scalar);
    (bound("/spec/minReplicas", "1"), bound("/spec/maxReplicas", "?"))
}

fn references(object: &Object, references: &mut References<'_>) {
    let (least, most) = bounds(object);
    let name = object.text("/spec/scaleTargetRef/name").unwrap_or_default();
    if let Some(reference) = scale_target::collect(object, "/spec/scaleTargetRef", "", references) {
        reference
            .label(format!("{least}…{most}"))
            .because(format!("It keeps {name} between {least} and {most} Pods."));
    }
}

fn facts(object: &Object) -> Vec<Fact> {
    let (least, most) = bounds(object);
    let mut facts = Vec::new();
    if let Some(target) = object.at("/spec/scaleTargetRef") {
        let part = |field: &str| text(target, field).unwrap_or("?");
        facts.push(("Target", format!("{} {}", part("kind"), part("name"))));
    }
    facts.push(("Replicas", format!("at least {least}, at most {most}")));
    let mut metrics: Vec<String> = object.list("/spec/metrics").iter().map(metric).collect();
    if let Some(percent) = object.at("/spec/targetCPUUtilizationPercentage") {
        metrics.push(format!("CPU {} % of the requests", scalar(percent)));
    }
    if metrics.is_empty() {
        metrics.push("CPU 80 % of the requests".to_owned());
    }
    facts.push(("Metrics", metrics.join(", ")));
    for (field, label) in [("scaleUp", "Scales up"), ("scaleDown", "Scales down")] {
        if let Some(window) = object.at(&format!("/spec/behavior/{field}/stabilizationWindowSeconds")) {
            facts.push((label, format!("after {} s without a contrary wish", scalar(window))));
        }
    }
    facts
}

/// A metric with its target: `CPU 70 % of the requests`, `requests_per_second 100 per Pod`.
fn metric(metric: &Value) -> String {
    let kind = text(metric, "type").unwrap_or_default();
    let field = match kind {
        "Resource" => "resource",
        "ContainerResource" => "containerResource",
        "Pods" => "pods",
        "Object" => "object",
        "External" => "external",
        _ => return kind.to_owned(),
    };
    let Some(source) = metric.get(field) else { return kind.to_owned() };
    let name = text(source, "name")
        .or_else(|| source.get("metric").and_then(|metric| text(metric, "name")))
        .unwrap_or("?");
    let name = match name {
        "cpu" => "CPU",
        name => name,
    };
    let Some(target) = source.get("target") else { return name.to_owned() };
    if let Some(percent) = target.get("averageUtilization") {
        format!("{name} {} % of the requests", scalar(percent))
    } else if let Some(average) = target.get("averageValue") {
        format!("{name} {} per Pod", scalar(average))
    } else if let Some(value) = target.get("value") {
        format!("{name} {}", scalar(value))
    } else {
        name.to_owned()
    }
}
