//! Checks that somebody opens the ports that a Service sends to.

use super::build::Resolver;
use super::draft::Draft;
use super::problem::{ReferenceFix, Spot};
use super::selected::problem;
use crate::api::Segment;
use crate::diagnostic::{Severity, nearest};
use crate::kinds::{ContainerPort, PortName, PortNeed, Selection};
use crate::order::Arrange;
use serde_json::Value;

/// Whether a port is opened by none of the selected Pods, of which the draft is told.
///
/// A port by name needs a container that declares the name. A number need not be declared, so that a wrong
/// one is only suspected, and only where all the Pods declare ports.
pub(super) fn check(
    resolver: &Resolver<'_>,
    place: usize,
    selection: &Selection,
    found: &[usize],
    draft: &mut Draft,
) -> bool {
    let mut broken = false;
    for need in &selection.ports {
        let declared: Vec<(usize, &ContainerPort)> = found
            .iter()
            .filter_map(|&pods| Some((pods, resolver.world.entries[pods].profile.pods.as_ref()?)))
            .flat_map(|(place, pods)| pods.ports.iter().map(move |port| (place, port)))
            .collect();
        let opened = declared.iter().any(|(_, port)| {
            port.protocol == need.protocol
                && match &need.port {
                    PortName::Number(number) => port.number == *number,
                    PortName::Name(name) => port.name == *name,
                }
        });
        let all_declare = found.iter().all(|&pods| {
            resolver.world.entries[pods].profile.pods.as_ref().is_some_and(|pods| !pods.ports.is_empty())
        });
        let by_name = matches!(need.port, PortName::Name(_));
        if !opened && (by_name || all_declare) {
            tell(resolver, place, need, &declared, draft);
            broken |= by_name;
        }
    }
    broken
}

fn tell(
    resolver: &Resolver<'_>,
    place: usize,
    need: &PortNeed,
    declared: &[(usize, &ContainerPort)],
    draft: &mut Draft,
) {
    let fitting: Vec<&ContainerPort> =
        declared.iter().map(|(_, port)| *port).filter(|port| port.protocol == need.protocol).collect();
    let other_protocol = declared.iter().find(|(_, port)| match &need.port {
        PortName::Number(number) => port.number == *number,
        PortName::Name(name) => port.name == *name,
    });
    let mut names: Vec<String> = fitting.iter().map(|port| described(port)).collect();
    names.arrange();
    names.dedup();
    let help = match (other_protocol, names.as_slice()) {
        (Some((_, port)), _) => {
            format!("The containers open it for {}, and the Service sends {}.", port.protocol, need.protocol)
        }
        (None, []) => format!("The containers that it selects declare no {} port.", need.protocol),
        (None, [only]) => format!("The containers that it selects open {only}."),
        (None, several) => format!("The containers that it selects open {}.", several.join(", ")),
    };
    let (severity, message) = match &need.port {
        PortName::Name(name) => (Severity::Error, format!("No selected Pod has a port named \"{name}\"")),
        PortName::Number(number) => {
            (Severity::Warning, format!("No container of the selected Pods declares port {number}"))
        }
    };
    let mut found = problem(resolver, place, &need.path, "reference/port", severity, message, help);
    for (place, port) in declared.iter().take(3) {
        let (object, path) = resolver.world.written(*place, &port.path);
        found.labels.push((Spot::value(object, path), "a port that is open".to_owned()));
    }
    let is_target = need.path.0.last() == Some(&Segment::Field("targetPort".to_owned()));
    if is_target && let Some(change) = change(need, &fitting) {
        found.fixes.push(ReferenceFix::change(vec![found.at.clone()], &change));
    }
    draft.problems.push(found);
}

/// The port that was probably meant: one of a near name, or else the only one that there is.
fn change(need: &PortNeed, fitting: &[&ContainerPort]) -> Option<Value> {
    if let PortName::Name(name) = &need.port
        && let Some(near) = nearest(name, fitting.iter().map(|port| port.name.as_str()))
    {
        return Some(Value::String(near.to_owned()));
    }
    let first = fitting.first()?;
    let same = |port: &&ContainerPort| port.number == first.number && port.name == first.name;
    if !fitting.iter().all(same) {
        return None;
    }
    let by_name = matches!(need.port, PortName::Name(_)) && !first.name.is_empty();
    Some(if by_name { Value::String(first.name.clone()) } else { Value::from(first.number) })
}

fn described(port: &ContainerPort) -> String {
    if port.name.is_empty() { port.number.to_string() } else { format!("{} ({})", port.number, port.name) }
}
