//! The words that explain what only resolving can tell.

use crate::api::{LabelSelector, Labels};
use crate::kinds::{Relation, ServicePort};

/// `app=web, tier=front`; many labels are cut.
pub(super) fn labels(labels: &Labels) -> String {
    const AT_MOST: usize = 6;
    let mut shown: Vec<String> =
        labels.iter().take(AT_MOST).map(|(key, value)| format!("{key}={value}")).collect();
    if labels.len() > AT_MOST {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// `"a", "b"`; many are cut.
pub(super) fn quoted(names: &[String]) -> String {
    const AT_MOST: usize = 6;
    let mut shown: Vec<String> = names.iter().take(AT_MOST).map(|name| format!("\"{name}\"")).collect();
    if names.len() > AT_MOST {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// `80` or `80 (http)`.
pub(super) fn service_port(port: &ServicePort) -> String {
    if port.name.is_empty() { port.number.to_string() } else { format!("{} ({})", port.number, port.name) }
}

/// Why something is selected.
pub(super) struct Match<'m> {
    /// What it means.
    pub relation: Relation,
    /// What the relation carries.
    pub label: &'m str,
    /// The selector.
    pub selector: &'m LabelSelector,
    /// Whose labels they are: `the Pod template's labels`.
    pub whose: &'m str,
    /// The labels that it matches.
    pub labels: &'m Labels,
    /// The namespace of both ends, or of the selected one when it is another.
    pub namespace: (&'m str, bool),
}

/// A sentence of a teacher: `Its selector app=web matches the Pod template's labels app=web, tier=front, in
/// the same namespace.`
pub(super) fn selects(found: &Match<'_>) -> String {
    let Match { relation, label, selector, whose, labels: of_target, namespace: (namespace, same) } = found;
    let place = match (namespace.is_empty(), same) {
        (true, _) => String::new(),
        (false, true) => ", in the same namespace".to_owned(),
        (false, false) => format!(", in namespace {namespace}"),
    };
    let matching = if selector.is_everything() {
        match relation {
            Relation::Defines => return "It defines the kind of this object.".to_owned(),
            _ => return format!("Its selector is empty, which means every one{place}."),
        }
    } else {
        format!("{selector} matches {whose} {}{place}", labels(of_target))
    };
    match relation {
        Relation::Admits if label.starts_with("to") => {
            format!("It lets traffic out to there: its rule's selector {matching}.")
        }
        Relation::Admits => format!("It lets traffic in from there: its rule's selector {matching}."),
        Relation::PlacedBy => {
            format!("Where its Pods may run depends on those: the selector ({label}) {matching}.")
        }
        _ => format!("Its selector {matching}."),
    }
}
