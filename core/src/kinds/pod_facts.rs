//! Facts of a Pod template, the same for every workload.

use super::references::text;
use super::words::{count, scalar, some};
use super::{Fact, Quantity};
use crate::api::Object;
use serde_json::Value;

/// How many Pods a workload wants; 1 when it does not say.
pub(super) fn replicas(object: &Object) -> u32 {
    let replicas = object.integer("/spec/replicas").unwrap_or(1);
    u32::try_from(replicas.max(0)).unwrap_or(u32::MAX)
}

/// Image, requests, limits and ports of the Pod whose `spec` is at a JSON pointer.
pub(super) fn facts(object: &Object, spec: &str) -> Vec<Fact> {
    let containers = object.list(&format!("{spec}/containers"));
    let mut facts = Vec::new();
    let images: Vec<&str> = containers.iter().filter_map(|container| text(container, "image")).collect();
    match images.as_slice() {
        [] => {}
        [image] => facts.push(("Image", (*image).to_owned())),
        images => facts.push(("Images", images.join(", "))),
    }
    let initial: Vec<&str> = object
        .list(&format!("{spec}/initContainers"))
        .iter()
        .filter_map(|container| text(container, "image"))
        .collect();
    if !initial.is_empty() {
        facts.push(("Init", initial.join(", ")));
    }
    facts.push(("Requests", resources(containers, "requests").unwrap_or_else(|| "none".to_owned())));
    if let Some(limits) = resources(containers, "limits") {
        facts.push(("Limits", limits));
    }
    if let Some(ports) = ports(containers) {
        facts.push(("Ports", ports));
    }
    if let Some(probes) = probes(containers) {
        facts.push(("Probes", probes));
    }
    facts
}

/// The sum over the containers: `250m CPU, 128Mi memory`. A limit that one container lacks is no limit of
/// the Pod, but it is a fact of the others, so that the sum says what is written.
fn resources(containers: &[Value], field: &str) -> Option<String> {
    let mut words = Vec::new();
    for (resource, word) in [("cpu", "CPU"), ("memory", "memory"), ("ephemeral-storage", "ephemeral storage")]
    {
        let request = |container: &Value, field: &str| {
            Quantity::from_json(container.get("resources")?.get(field)?.get(resource)?)
        };
        // A limit without a request is taken for the request, as the API server fills it in.
        let amounts: Vec<Quantity> = containers
            .iter()
            .filter_map(|container| {
                request(container, field)
                    .or_else(|| request(container, "limits").filter(|_| field == "requests"))
            })
            .collect();
        if !amounts.is_empty() {
            let sum = amounts.into_iter().fold(Quantity::default(), |sum, amount| sum + amount);
            words.push(format!("{sum} {word}"));
        }
    }
    (!words.is_empty()).then(|| words.join(", "))
}

fn ports(containers: &[Value]) -> Option<String> {
    let mut words = Vec::new();
    for port in containers.iter().filter_map(|container| container.get("ports")?.as_array()).flatten() {
        let Some(number) = port.get("containerPort").map(scalar) else { continue };
        let protocol = text(port, "protocol").filter(|protocol| *protocol != "TCP");
        let mut word = protocol.map_or(number.clone(), |protocol| format!("{number}/{protocol}"));
        if let Some(name) = text(port, "name") {
            word = format!("{word} ({name})");
        }
        words.push(word);
    }
    (!words.is_empty()).then(|| some(&words, 6))
}

fn probes(containers: &[Value]) -> Option<String> {
    let probes =
        [("startupProbe", "startup"), ("readinessProbe", "readiness"), ("livenessProbe", "liveness")];
    let words: Vec<String> = probes
        .iter()
        .filter_map(|(field, word)| {
            let having = containers.iter().filter(|container| container.get(field).is_some()).count();
            let all = having == containers.len();
            (having > 0).then(|| {
                if all { (*word).to_owned() } else { format!("{word} on {}", count(having, "container")) }
            })
        })
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}
