//! Checks that the part of an object that a reference names is there: a key, a port.

use super::build::Resolver;
use super::problem::{ReferenceFix, ReferenceProblem, Spot};
use super::{Presence, sentences};
use crate::api::FieldPath;
use crate::diagnostic::{Severity, nearest};
use crate::kinds::{Part, PortName};
use serde_json::Value;

/// A problem when the part is not there.
pub(super) fn check(
    resolver: &Resolver<'_>,
    place: usize,
    target: usize,
    path: &FieldPath,
    part: &Part,
    optional: bool,
) -> Option<ReferenceProblem> {
    let entry = &resolver.world.entries[target];
    if optional || entry.presence == Presence::Elsewhere {
        return None;
    }
    let (object, path) = resolver.world.written(place, path);
    let at = Spot::value(object, path);
    match part {
        Part::Key(key) => missing_key(resolver, target, at, key),
        Part::Port(port) => missing_port(resolver, target, at, port),
    }
}

/// Where the part is written.
pub(super) fn field(resolver: &Resolver<'_>, target: usize, part: &Part) -> Option<FieldPath> {
    let entry = &resolver.world.entries[target];
    match part {
        Part::Key(key) => ["data", "stringData", "binaryData"]
            .iter()
            .map(|field| FieldPath::of(field).key(key))
            .find(|path| path.get(&entry.object.value).is_some()),
        Part::Port(port) => {
            let port = entry.profile.ports.iter().find(|known| known.is(port))?;
            Some(port.path.clone())
        }
    }
}

fn missing_key(resolver: &Resolver<'_>, target: usize, at: Spot, key: &str) -> Option<ReferenceProblem> {
    let entry = &resolver.world.entries[target];
    let keys = &entry.profile.keys;
    let kind = entry.object.gvk.kind.as_str();
    let filled_in = entry.object.text("/type") == Some("kubernetes.io/service-account-token");
    if keys.iter().any(|known| known == key) || !matches!(kind, "ConfigMap" | "Secret") || filled_in {
        return None;
    }
    let name = &entry.key().name;
    let near = nearest(key, keys.iter().map(String::as_str));
    // One without any key is filled in by something else at run time.
    let severity = if keys.is_empty() { Severity::Info } else { Severity::Error };
    let help = match near {
        Some(near) => format!("Did you mean \"{near}\"?"),
        None if keys.is_empty() => "It has no keys here; something may fill them in later.".to_owned(),
        None => format!("It has {}. The container does not start without the key.", sentences::quoted(keys)),
    };
    Some(ReferenceProblem {
        rule: "reference/key",
        severity,
        message: format!("{kind} \"{name}\" has no key \"{key}\""),
        help,
        labels: Vec::new(),
        fixes: near
            .map(|near| ReferenceFix::change(vec![at.clone()], &Value::String(near.to_owned())))
            .into_iter()
            .collect(),
        at,
    })
}

fn missing_port(
    resolver: &Resolver<'_>,
    target: usize,
    at: Spot,
    port: &PortName,
) -> Option<ReferenceProblem> {
    let entry = &resolver.world.entries[target];
    let ports = &entry.profile.ports;
    let there = ports.iter().any(|known| known.is(port));
    let external = entry.object.text("/spec/type") == Some("ExternalName");
    if there || external || entry.object.gvk.kind != "Service" {
        return None;
    }
    let name = &entry.key().name;
    let change = match port {
        PortName::Name(wanted) => nearest(wanted, ports.iter().map(|port| port.name.as_str()))
            .map(|near| Value::String(near.to_owned()))
            .or_else(|| Some(Value::String(only(ports)?.name.clone())).filter(|name| name != "")),
        PortName::Number(wanted) => ports
            .iter()
            .find(|port| port.target == PortName::Number(*wanted))
            .or_else(|| only(ports))
            .map(|port| Value::from(port.number)),
    };
    let have: Vec<String> = ports.iter().map(sentences::service_port).collect();
    let mut help = match have.as_slice() {
        [] => "It has no ports at all.".to_owned(),
        [only] => format!("Its only port is {only}."),
        several => format!("Its ports are {}.", several.join(", ")),
    };
    let leads_there = ports.iter().find(|known| known.target == *port);
    if let Some(leads_there) = leads_there {
        help = format!(
            "{port} is the port of its Pods; the Service itself is reached at {}.",
            sentences::service_port(leads_there)
        );
    }
    let what = if matches!(port, PortName::Name(_)) {
        format!("port named \"{port}\"")
    } else {
        format!("port {port}")
    };
    let labels = ports
        .iter()
        .take(3)
        .map(|port| {
            let (object, path) = resolver.world.written(target, &port.path);
            (Spot::value(object, path), "a port of the Service".to_owned())
        })
        .collect();
    Some(ReferenceProblem {
        rule: "reference/port",
        severity: Severity::Error,
        message: format!("Service \"{name}\" has no {what}"),
        help,
        labels,
        fixes: change.map(|change| ReferenceFix::change(vec![at.clone()], &change)).into_iter().collect(),
        at,
    })
}

/// The only one of a list.
fn only<T>(list: &[T]) -> Option<&T> {
    if let [only] = list { Some(only) } else { None }
}
