//! What the resources of the Prometheus operator share.

use super::pod_shape::map_of_texts;
use super::references::text;
use super::{ContainerPort, Namespaces, PodShape, References, Relation, Selected, Wanted, WhenEmpty};
use crate::api::{FieldPath, LabelSelector, Object};
use crate::diagnostic::Severity;
use serde_json::Value;

/// The group of all of them.
pub(super) const GROUP: &str = "monitoring.coreos.com";

/// What a monitor scrapes: the namespaces of `namespaceSelector`, or its own, and `selector`.
pub(super) fn monitored(object: &Object, among: Selected, references: &mut References<'_>) {
    let Some(selector) = object.at("/spec/selector").and_then(LabelSelector::from_json) else { return };
    let listed: Vec<String> = object
        .list("/spec/namespaceSelector/matchNames")
        .iter()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect();
    let any = object.at("/spec/namespaceSelector/any").and_then(Value::as_bool) == Some(true);
    let namespaces = match listed {
        _ if any => Namespaces::All,
        listed if listed.is_empty() => Namespaces::Named(vec![references.namespace().to_owned()]),
        listed => Namespaces::Named(listed),
    };
    references
        .select(Relation::Selects, FieldPath::of("spec.selector"), among, namespaces, selector)
        .label("scrapes")
        .when_empty(WhenEmpty::Problem(Severity::Info));
}

/// The Pods that the operator makes: it labels them with the program's name and the object's.
pub(super) fn pods(object: &Object, program: &str, port: i64, metadata: &str) -> PodShape {
    let name = &object.key.name;
    let mut labels = map_of_texts(object.at(&format!("{metadata}/labels")));
    for (key, value) in [
        ("app.kubernetes.io/name", program),
        ("app.kubernetes.io/instance", name),
        ("app.kubernetes.io/managed-by", "prometheus-operator"),
        (program, name),
    ] {
        labels.insert(key.to_owned(), value.to_owned());
    }
    let replicas = object.integer("/spec/replicas").unwrap_or(1).max(0);
    let web = object.at("/spec").and_then(|spec| text(spec, "portName")).unwrap_or("web");
    let open = |name: &str, number: i64| {
        let (path, name, protocol) = (FieldPath::root(), name.to_owned(), "TCP".to_owned());
        ContainerPort { path, name, number, protocol }
    };
    PodShape {
        labels,
        labels_path: FieldPath::root(),
        ports: vec![open(web, port), open("reloader-web", 8080)],
        wanted: Wanted::Count(u32::try_from(replicas).unwrap_or(u32::MAX)),
    }
}
