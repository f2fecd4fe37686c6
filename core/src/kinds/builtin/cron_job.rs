//! CronJob.

use crate::api::Object;
use crate::kinds::{Column, Fact, Family, Kind, PodShape, Wanted, job_facts};
use k8s_openapi::api::batch::v1::CronJob;
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Workload,
    column: Column::Workload,
    purpose: "Starts a Job again and again, at the times that its schedule says.",
    template: Some("/spec/jobTemplate/spec/template"),
    pods: |object| PodShape::of_template(object, "/spec/jobTemplate/spec/template", Wanted::Unknown),
    summary: |object| {
        if is_suspended(object) { "suspended".to_owned() } else { job_facts::when(schedule(object)) }
    },
    facts,
    ..Kind::builtin::<CronJob>()
};

fn schedule(object: &Object) -> &str {
    object.text("/spec/schedule").unwrap_or_default()
}

fn is_suspended(object: &Object) -> bool {
    object.at("/spec/suspend").and_then(Value::as_bool) == Some(true)
}

fn facts(object: &Object) -> Vec<Fact> {
    let written = schedule(object);
    let said = job_facts::when(written);
    let zone = object.text("/spec/timeZone").map(|zone| format!(", {zone}")).unwrap_or_default();
    let text = if said == written { format!("{written}{zone}") } else { format!("{said} ({written}){zone}") };
    let overlap = match object.text("/spec/concurrencyPolicy") {
        Some("Forbid") => "a run that is due is left out while the last one is still running",
        Some("Replace") => "a new run replaces one that is still running",
        _ => "runs may overlap",
    };
    let mut facts = vec![("Schedule", text), ("Overlap", overlap.to_owned())];
    if is_suspended(object) {
        facts.push(("Suspended", "yes: no Job is started".to_owned()));
    }
    facts.extend(job_facts::facts(object, "/spec/jobTemplate/spec"));
    facts
}
