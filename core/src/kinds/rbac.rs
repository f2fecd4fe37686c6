//! What roles and bindings share.

use super::references::{items, text};
use super::words::{and, count, some};
use super::{Fact, Namespaces, References, Relation, Selected, WhenEmpty};
use crate::api::{FieldPath, LabelSelector, Object, ObjectKey};
use serde_json::Value;

const GROUP: &str = "rbac.authorization.k8s.io";

/// The role that a binding gives, and to whom.
pub(super) fn binding(object: &Object, references: &mut References<'_>) {
    let role = object.at("/roleRef").and_then(|role| Some((text(role, "kind")?, text(role, "name")?)));
    if let Some((kind, name)) = role {
        let namespace = if kind == "ClusterRole" { "" } else { references.namespace() };
        let scope =
            if references.namespace().is_empty() { "in the whole cluster" } else { "in this namespace" };
        references
            .to(Relation::Binds, FieldPath::of("roleRef.name"), ObjectKey::new(GROUP, kind, namespace, name))
            .label("role")
            .because(format!("Its subjects may do {scope} what {kind} {name} says."));
    }
    for (path, subject) in items(&object.value, &FieldPath::root(), "subjects") {
        let (Some("ServiceAccount"), Some(name)) = (text(subject, "kind"), text(subject, "name")) else {
            continue;
        };
        let namespace = text(subject, "namespace").unwrap_or(references.namespace());
        references
            .to(Relation::Binds, path.field("name"), ObjectKey::new("", "ServiceAccount", namespace, name))
            .label("subject")
            .because(format!("It gives its role to ServiceAccount {namespace}/{name}."));
    }
}

/// The name of the role that a binding gives.
pub(super) fn role_name(object: &Object) -> String {
    object.text("/roleRef/name").map(|name| format!("→ {name}")).unwrap_or_default()
}

/// The role and the subjects.
pub(super) fn binding_facts(object: &Object) -> Vec<Fact> {
    let part = |pointer: &str| object.text(pointer).unwrap_or("?");
    let subjects: Vec<String> = object
        .list("/subjects")
        .iter()
        .map(|subject| {
            let name = text(subject, "name").unwrap_or("?");
            let name =
                text(subject, "namespace").map_or(name.to_owned(), |namespace| format!("{namespace}/{name}"));
            format!("{} {name}", text(subject, "kind").unwrap_or("?"))
        })
        .collect();
    let subjects = if subjects.is_empty() { "none".to_owned() } else { some(&subjects, 6) };
    vec![("Role", format!("{} {}", part("/roleRef/kind"), part("/roleRef/name"))), ("Subjects", subjects)]
}

/// The roles whose rules a ClusterRole takes over.
pub(super) fn aggregation(object: &Object, references: &mut References<'_>) {
    let at = FieldPath::of("aggregationRule");
    let Some(rule) = object.at("/aggregationRule") else { return };
    for (path, selector) in items(rule, &at, "clusterRoleSelectors") {
        let Some(selector) = LabelSelector::from_json(selector) else { continue };
        let among = Selected::Objects { group: GROUP.to_owned(), kind: "ClusterRole".to_owned() };
        references
            .select(Relation::Selects, path, among, Namespaces::All, selector)
            .label("aggregates")
            .when_empty(WhenEmpty::Fine);
    }
}

/// How many rules a role has.
pub(super) fn rule_count(object: &Object) -> String {
    if object.at("/aggregationRule").is_some() {
        return "aggregated".to_owned();
    }
    count(object.list("/rules").len(), "rule")
}

/// What a role allows, a line for each rule.
pub(super) fn rules(object: &Object) -> Vec<Fact> {
    const AT_MOST: usize = 12;
    let rules = object.list("/rules");
    let mut facts: Vec<Fact> = rules.iter().take(AT_MOST).map(|rule| ("May", allowed(rule))).collect();
    if rules.len() > AT_MOST {
        facts.push(("", format!("and {} more", count(rules.len() - AT_MOST, "rule"))));
    }
    facts
}

/// `get, list and watch pods and services`.
fn allowed(rule: &Value) -> String {
    let list = |field: &str| -> Vec<&str> {
        let items = rule.get(field).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(Value::as_str).collect()
    };
    let any = |words: Vec<&str>, everything: &str| {
        if words.contains(&"*") { everything.to_owned() } else { and(&words) }
    };
    let resources = match list("resources") {
        resources if resources.is_empty() => and(&list("nonResourceURLs")),
        resources => any(resources, "everything"),
    };
    let names = list("resourceNames");
    let names = if names.is_empty() { String::new() } else { format!(" named {}", and(&names)) };
    format!("{} {resources}{names}", any(list("verbs"), "do anything with"))
}
