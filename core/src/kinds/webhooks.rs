//! What is called by the API server: webhooks and extension API servers.

use super::references::{items, text};
use super::words::count;
use super::{Fact, Part, PortName, References, Relation};
use crate::api::{FieldPath, Object, ObjectKey};
use serde_json::Value;

/// The Service that a `clientConfig`, or an APIService's `spec`, names. Its port is 443 unless it says
/// otherwise.
pub(super) fn to_service(config: &Value, at: &FieldPath, what: &str, references: &mut References<'_>) {
    let Some(service) = config.get("service") else { return };
    let (Some(name), Some(namespace)) = (text(service, "name"), text(service, "namespace")) else { return };
    let at = at.field("service");
    let key = ObjectKey::new("", "Service", namespace, name);
    let written = service.get("port").and_then(PortName::from_json);
    let port_path = if written.is_some() { at.field("port") } else { at.field("name") };
    let port = written.unwrap_or(PortName::Number(443));
    let reference = references
        .to(Relation::Refers, at.field("name"), key)
        .label(port.to_string())
        .because(format!("{what} by asking Service {namespace}/{name} at port {port}."));
    reference.part(port_path, Part::Port(port));
}

/// The Services of a webhook configuration.
pub(super) fn references(object: &Object, references: &mut References<'_>) {
    for (path, webhook) in items(&object.value, &FieldPath::root(), "webhooks") {
        let Some(config) = webhook.get("clientConfig") else { continue };
        let name = text(webhook, "name").unwrap_or("?");
        to_service(config, &path.field("clientConfig"), &format!("Webhook {name} decides"), references);
    }
}

/// How many webhooks there are.
pub(super) fn summary(object: &Object) -> String {
    count(object.list("/webhooks").len(), "webhook")
}

/// What happens when a webhook does not answer.
pub(super) fn facts(object: &Object) -> Vec<Fact> {
    let fact = |webhook: &Value| {
        let name = text(webhook, "name").unwrap_or("?");
        let failing = match text(webhook, "failurePolicy") {
            Some("Ignore") => "without an answer the request goes on",
            _ => "without an answer the request is refused",
        };
        ("Webhook", format!("{name}: {failing}"))
    };
    object.list("/webhooks").iter().map(fact).collect()
}
