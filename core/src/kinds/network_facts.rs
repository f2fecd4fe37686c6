//! Facts that Services and everything in front of them share.

use super::references::text;
use super::words::scalar;
use super::{PortName, PortNeed};
use crate::api::{FieldPath, Object};
use serde_json::Value;

/// A port of a Service as a card shows it: `80 → 8080`, `80`.
pub(super) fn port_arrow(port: &Value) -> String {
    let number = port.get("port").map(scalar).unwrap_or_default();
    match port.get("targetPort").map(scalar) {
        Some(target) if target != number => format!("{number} → {target}"),
        _ => number,
    }
}

/// The ports of the Pods that a Service sends to.
pub(super) fn needs(object: &Object) -> Vec<PortNeed> {
    let at = FieldPath::of("spec.ports");
    let need = |(place, port): (usize, &Value)| {
        let path = at.index(place);
        let target = port.get("targetPort").filter(|target| !target.is_null());
        // Without a targetPort, or with 0 or "", it is the port itself.
        let written = target.and_then(PortName::from_json).filter(|target| {
            !matches!(target, PortName::Number(0))
                && !matches!(target, PortName::Name(name) if name.is_empty())
        });
        let (path, port_name) = match written {
            Some(target) => (path.field("targetPort"), target),
            None => (path.field("port"), PortName::Number(port.get("port")?.as_i64()?)),
        };
        let protocol = text(port, "protocol").unwrap_or("TCP").to_owned();
        Some(PortNeed { path, port: port_name, protocol })
    };
    object.list("/spec/ports").iter().enumerate().filter_map(need).collect()
}

/// Texts of a list, such as host names.
pub(super) fn texts<'v>(list: &'v [Value], field: &str) -> Vec<&'v str> {
    let mut texts: Vec<&str> = list.iter().filter_map(|item| text(item, field)).collect();
    let mut seen = std::collections::BTreeSet::new();
    texts.retain(|text| seen.insert(*text));
    texts
}
