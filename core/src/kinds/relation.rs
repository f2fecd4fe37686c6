//! What it means that one object refers to another.

use serde::{Deserialize, Serialize};

/// What an edge means, read from its start to its end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// Ingress, Gateway or HTTPRoute to Service; Service to an external name.
    Routes,
    /// Service, NetworkPolicy, budget or owner to the workload whose Pods its selector matches.
    Selects,
    /// Workload to ConfigMap, Secret or claim as a volume.
    Mounts,
    /// Workload to ConfigMap or Secret through the environment; anything to a Secret by name.
    Reads,
    /// Autoscaler to workload.
    Scales,
    /// PodDisruptionBudget or NetworkPolicy to workload.
    Protects,
    /// Workload to ServiceAccount.
    RunsAs,
    /// Binding to subject or role; claim to volume.
    Binds,
    /// Object to its class: StorageClass, IngressClass, PriorityClass, RuntimeClass.
    UsesClass,
    /// Owner to owned.
    Owns,
    /// CustomResourceDefinition to resource.
    Defines,
    /// Workload to workload: affinity, anti-affinity, spread.
    PlacedBy,
    /// NetworkPolicy to a workload it admits.
    Admits,
    /// Object to the Service or other object that it names otherwise (webhook, StatefulSet's serviceName).
    Refers,
}

impl Relation {
    /// The verb from start to end: `selects`.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Routes => "routes to",
            Self::Selects => "selects",
            Self::Mounts => "mounts",
            Self::Reads => "reads",
            Self::Scales => "scales",
            Self::Protects => "protects",
            Self::RunsAs => "runs as",
            Self::Binds => "binds",
            Self::UsesClass => "uses",
            Self::Owns => "owns",
            Self::Defines => "defines",
            Self::PlacedBy => "is placed by",
            Self::Admits => "admits",
            Self::Refers => "refers to",
        }
    }

    /// The verb from end to start: `selected by`.
    pub fn reverse_verb(self) -> &'static str {
        match self {
            Self::Routes => "reached from",
            Self::Selects => "selected by",
            Self::Mounts => "mounted by",
            Self::Reads => "read by",
            Self::Scales => "scaled by",
            Self::Protects => "protected by",
            Self::RunsAs => "identity of",
            Self::Binds => "bound by",
            Self::UsesClass => "used by",
            Self::Owns => "owned by",
            Self::Defines => "defined by",
            Self::PlacedBy => "places",
            Self::Admits => "admitted by",
            Self::Refers => "referred to by",
        }
    }
}
