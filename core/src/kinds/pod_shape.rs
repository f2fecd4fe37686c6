//! What the Pods of a workload look like to everything that selects them.

use crate::api::{FieldPath, Labels, Object};
use serde_json::Value;

/// The Pods that a workload makes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PodShape {
    /// Their labels.
    pub labels: Labels,
    /// Where the labels are written.
    pub labels_path: FieldPath,
    /// The ports that their containers declare.
    pub ports: Vec<ContainerPort>,
    /// How many there are.
    pub wanted: Wanted,
}

/// How many Pods a workload wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Wanted {
    /// So many.
    Count(u32),
    /// One on each Node.
    PerNode,
    /// It comes and goes, as with Jobs.
    #[default]
    Unknown,
}

/// A port that a container declares.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContainerPort {
    /// Where it is written: the item of `ports`.
    pub path: FieldPath,
    /// Its name; may be empty.
    pub name: String,
    /// Its number.
    pub number: i64,
    /// `TCP`, `UDP` or `SCTP`.
    pub protocol: String,
}

impl PodShape {
    /// The Pods of the template at a JSON pointer.
    pub fn of_template(object: &Object, pointer: &str, wanted: Wanted) -> Option<Self> {
        let template = object.at(pointer)?;
        let at = path_of(pointer);
        Some(Self {
            labels: template.get("metadata").map(labels).unwrap_or_default(),
            labels_path: at.fields("metadata.labels"),
            ports: template.get("spec").map(|spec| ports(spec, &at.field("spec"))).unwrap_or_default(),
            wanted,
        })
    }
}

/// The path of a JSON pointer that leads through fields only.
pub(super) fn path_of(pointer: &str) -> FieldPath {
    FieldPath::of(&pointer.replace('/', "."))
}

/// The labels of an object's metadata; entries that are no strings, of which validation tells, are left out.
pub(super) fn labels(metadata: &Value) -> Labels {
    map_of_texts(metadata.get("labels"))
}

/// A map of strings; entries that are no strings are left out.
pub(super) fn map_of_texts(value: Option<&Value>) -> Labels {
    let entries = value.and_then(Value::as_object).into_iter().flatten();
    entries.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))).collect()
}

/// The declared ports of all containers that can serve traffic: the ordinary ones, then the init containers
/// that keep running (`restartPolicy: Always`), as `FindPort` in upstream's `pkg/api/v1/pod/util.go`.
fn ports(spec: &Value, at: &FieldPath) -> Vec<ContainerPort> {
    let serving = |field: &str, container: &Value| {
        field == "containers" || container.get("restartPolicy").and_then(Value::as_str) == Some("Always")
    };
    let mut ports = Vec::new();
    for field in ["containers", "initContainers"] {
        for (path, container) in super::references::items(spec, at, field) {
            if !serving(field, container) {
                continue;
            }
            for (path, port) in super::references::items(container, &path, "ports") {
                let Some(number) = port.get("containerPort").and_then(Value::as_i64) else { continue };
                let text = |field: &str| port.get(field).and_then(Value::as_str);
                ports.push(ContainerPort {
                    path,
                    name: text("name").unwrap_or_default().to_owned(),
                    number,
                    protocol: text("protocol").unwrap_or("TCP").to_owned(),
                });
            }
        }
    }
    ports
}
