//! Service.

use crate::api::{FieldPath, LabelSelector, Object};
use crate::diagnostic::Severity;
use crate::kinds::network_facts::{needs, port_arrow, texts};
use crate::kinds::profile::texts as map;
use crate::kinds::words::{scalar, some};
use crate::kinds::{Column, Fact, Family, Kind, References, Relation, Target, WhenEmpty};
use k8s_openapi::api::core::v1::Service;
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Service,
    column: Column::Service,
    purpose: "Gives a changing set of Pods one stable name and address, and spreads connections among those that are ready.",
    references,
    summary,
    facts,
    ..Kind::builtin::<Service>()
};

fn type_of(object: &Object) -> &str {
    object.text("/spec/type").unwrap_or("ClusterIP")
}

fn references(object: &Object, references: &mut References<'_>) {
    let kind = type_of(object);
    let ports: Vec<String> =
        object.list("/spec/ports").iter().filter_map(|port| port.get("port").map(scalar)).collect();
    if kind == "ExternalName" {
        if let Some(name) = object.text("/spec/externalName") {
            references
                .outside(FieldPath::of("spec.externalName"), name)
                .because(format!("Its name is answered with {name}, which is outside of the cluster."));
        }
        return;
    }
    if kind == "LoadBalancer" {
        references
            .outside(FieldPath::of("spec.type"), "Internet")
            .reversed()
            .label(some(&ports, 3))
            .because("Its type LoadBalancer asks for an address that is reachable from outside.");
    }
    if kind == "NodePort" {
        let node_ports: Vec<String> =
            object.list("/spec/ports").iter().filter_map(|port| port.get("nodePort").map(scalar)).collect();
        let label = if node_ports.is_empty() {
            "node port".to_owned()
        } else {
            format!("node port {}", some(&node_ports, 2))
        };
        references
            .outside(FieldPath::of("spec.type"), "Internet")
            .reversed()
            .label(label)
            .because("Its type NodePort opens a port on every Node, reachable for whoever reaches a Node.");
    }
    let labels = map(object, "/spec/selector");
    if labels.is_empty() {
        return;
    }
    let needs = needs(object);
    let mut targets: Vec<String> = Vec::new();
    for need in &needs {
        let target = need.port.to_string();
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    let reference = references
        .pods(Relation::Selects, FieldPath::of("spec.selector"), LabelSelector::from_labels(&labels))
        .label(some(&targets, 3))
        .when_empty(WhenEmpty::Problem(Severity::Warning));
    if let Target::Selection(selection) = &mut reference.target {
        selection.ports = needs;
    }
}

fn summary(object: &Object) -> String {
    if type_of(object) == "ExternalName" {
        return object.text("/spec/externalName").map(|name| format!("→ {name}")).unwrap_or_default();
    }
    let ports: Vec<String> = object.list("/spec/ports").iter().map(port_arrow).collect();
    let ports = some(&ports, 2);
    match object.text("/spec/clusterIP") {
        Some("None") if ports.is_empty() => "headless".to_owned(),
        Some("None") => format!("headless {ports}"),
        _ => ports,
    }
}

fn facts(object: &Object) -> Vec<Fact> {
    let mut facts = vec![("Type", type_of(object).to_owned())];
    if let Some(address) = object.text("/spec/clusterIP") {
        let text = if address == "None" {
            "none (headless): its name leads to the Pods themselves"
        } else {
            address
        };
        facts.push(("Address", text.to_owned()));
    }
    let ports: Vec<String> = object.list("/spec/ports").iter().map(port_fact).collect();
    if !ports.is_empty() {
        facts.push(("Ports", ports.join(", ")));
    }
    if let Some(name) = object.text("/spec/externalName") {
        facts.push(("External name", name.to_owned()));
    }
    let selector = map(object, "/spec/selector");
    let selector = if selector.is_empty() {
        "none: its endpoints are written by something else".to_owned()
    } else {
        LabelSelector::from_labels(&selector).to_string()
    };
    facts.push(("Selector", selector));
    if let Some(affinity) = object.text("/spec/sessionAffinity").filter(|affinity| *affinity != "None") {
        facts.push(("Session affinity", affinity.to_owned()));
    }
    for (field, label) in
        [("externalTrafficPolicy", "External traffic"), ("internalTrafficPolicy", "Internal traffic")]
    {
        if let Some(policy) = object.text(&format!("/spec/{field}")).filter(|policy| *policy != "Cluster") {
            facts.push((label, policy.to_owned()));
        }
    }
    let sources: Vec<&str> =
        object.list("/spec/loadBalancerSourceRanges").iter().filter_map(Value::as_str).collect();
    if !sources.is_empty() {
        facts.push(("Sources", sources.join(", ")));
    }
    let addresses = texts(object.list("/status/loadBalancer/ingress"), "ip");
    if !addresses.is_empty() {
        facts.push(("Reachable at", addresses.join(", ")));
    }
    facts
}

fn port_fact(port: &Value) -> String {
    let mut text = port_arrow(port);
    if let Some(protocol) = port.get("protocol").and_then(Value::as_str).filter(|protocol| *protocol != "TCP")
    {
        text = format!("{text} {protocol}");
    }
    if let Some(name) = port.get("name").and_then(Value::as_str) {
        text = format!("{name} {text}");
    }
    if let Some(node) = port.get("nodePort") {
        text = format!("{text} (node port {})", scalar(node));
    }
    text
}
