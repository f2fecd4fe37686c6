//! NetworkPolicy.

use crate::api::{FieldPath, LabelSelector, Object};
use crate::diagnostic::Severity;
use crate::kinds::references::{items, text};
use crate::kinds::words::{count, scalar, some};
use crate::kinds::{Column, Fact, Family, Kind, Namespaces, References, Relation, Selected, WhenEmpty};
use k8s_openapi::api::networking::v1::NetworkPolicy;
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Policy,
    column: Column::Attached,
    purpose: "Says who may connect to the Pods that it selects, and where those may connect to; everything else is refused.",
    references,
    summary: |object| directions(object).join(" and "),
    facts,
    ..Kind::builtin::<NetworkPolicy>()
};

/// The directions that it isolates; without a list those that it has rules for, and always the way in.
fn directions(object: &Object) -> Vec<&'static str> {
    let listed = object.list("/spec/policyTypes");
    let has = |name: &str, default: bool| {
        if listed.is_empty() { default } else { listed.iter().any(|kind| kind.as_str() == Some(name)) }
    };
    let egress = !object.list("/spec/egress").is_empty();
    let all = [("in", has("Ingress", true)), ("out", has("Egress", egress))];
    all.into_iter().filter(|(_, isolated)| *isolated).map(|(name, _)| name).collect()
}

fn references(object: &Object, references: &mut References<'_>) {
    let spec = FieldPath::of("spec");
    let selector =
        object.at("/spec/podSelector").map_or(Some(LabelSelector::default()), LabelSelector::from_json);
    if let Some(selector) = selector {
        references
            .pods(Relation::Protects, spec.field("podSelector"), selector)
            .when_empty(WhenEmpty::Problem(Severity::Info));
    }
    let empty = Value::Null;
    let value = object.at("/spec").unwrap_or(&empty);
    for (rules, peers, way) in [("ingress", "from", "from"), ("egress", "to", "to")] {
        for (path, rule) in items(value, &spec, rules) {
            let ports: Vec<String> =
                items(rule, &path, "ports").filter_map(|(_, port)| port_text(port)).collect();
            let label =
                if ports.is_empty() { way.to_owned() } else { format!("{way} · {}", some(&ports, 3)) };
            for (path, peer) in items(rule, &path, peers) {
                admit(peer, &path, &label, references);
            }
        }
    }
}

/// `5432`, `8000-8080`, `53/UDP`.
fn port_text(port: &Value) -> Option<String> {
    let protocol = text(port, "protocol").filter(|protocol| *protocol != "TCP");
    let number = port.get("port").map(scalar);
    let number = match (number, port.get("endPort").map(scalar)) {
        (Some(first), Some(last)) => format!("{first}-{last}"),
        (Some(number), None) => number,
        (None, _) => return protocol.map(str::to_owned),
    };
    Some(protocol.map_or(number.clone(), |protocol| format!("{number}/{protocol}")))
}

fn admit(peer: &Value, at: &FieldPath, label: &str, references: &mut References<'_>) {
    if let Some(cidr) = peer.get("ipBlock").and_then(|block| text(block, "cidr")) {
        let name = if matches!(cidr, "0.0.0.0/0" | "::/0") { "Internet" } else { cidr };
        let way = if label.starts_with("to") { "out to" } else { "in from" };
        let reference = references
            .outside(at.fields("ipBlock.cidr"), name)
            .label(label)
            .because(format!("It lets traffic {way} the addresses {cidr}."));
        reference.relation = Relation::Admits;
        return;
    }
    let selector =
        |field: &str| peer.get(field).filter(|value| !value.is_null()).map(LabelSelector::from_json);
    let namespaces = match selector("namespaceSelector") {
        None => Namespaces::Named(vec![references.namespace().to_owned()]),
        Some(Some(selector)) if selector.is_everything() => Namespaces::All,
        Some(Some(selector)) => Namespaces::Matching(selector),
        Some(None) => return,
    };
    let (field, pods) = match selector("podSelector") {
        None if peer.get("namespaceSelector").is_none() => return,
        None => ("namespaceSelector", LabelSelector::default()),
        Some(Some(selector)) => ("podSelector", selector),
        Some(None) => return,
    };
    references.select(Relation::Admits, at.field(field), Selected::Pods, namespaces, pods).label(label);
}

fn facts(object: &Object) -> Vec<Fact> {
    let mut facts = Vec::new();
    let selector = object.at("/spec/podSelector").and_then(LabelSelector::from_json).unwrap_or_default();
    let selected =
        if selector.is_everything() { "every Pod of the namespace".to_owned() } else { selector.to_string() };
    facts.push(("Selects", selected));
    for (direction, label, field) in [("in", "In", "/spec/ingress"), ("out", "Out", "/spec/egress")] {
        if directions(object).contains(&direction) {
            let rules = object.list(field);
            let text = match rules {
                [] => "nothing is allowed".to_owned(),
                rules if rules.iter().any(|rule| rule.as_object().is_some_and(serde_json::Map::is_empty)) => {
                    "everything is allowed".to_owned()
                }
                rules => format!("only what {} allow", count(rules.len(), "rule"))
                    .replace("1 rule allow", "1 rule allows"),
            };
            facts.push((label, text));
        }
    }
    facts
}
