//! How kinds group together in people's minds, and so in pictures.

use serde::{Deserialize, Serialize};

/// What a kind is for. Each family has one hue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Lets traffic in: Ingress, Gateway, HTTPRoute.
    Entry,
    /// Gives Pods a stable address: Service, EndpointSlice.
    Service,
    /// Runs Pods.
    Workload,
    /// Configures: ConfigMap, Secret.
    Config,
    /// Keeps data: PersistentVolumeClaim, PersistentVolume, StorageClass.
    Storage,
    /// Restricts: NetworkPolicy, PodDisruptionBudget, ResourceQuota, LimitRange.
    Policy,
    /// Scales: HorizontalPodAutoscaler, VerticalPodAutoscaler, ScaledObject.
    Scaling,
    /// Says who may do what: ServiceAccount, Role, bindings.
    Identity,
    /// Everything else: Nodes, CustomResourceDefinitions, webhooks, unknown kinds.
    Other,
}

/// In which column of the map a kind stands, from left to right.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Column {
    /// The way in: outside world, Ingress, Gateway.
    Entry,
    /// Services.
    Service,
    /// Workloads.
    Workload,
    /// Configuration and storage.
    Configuration,
    /// Classes, volumes and other things that configuration and storage lead to.
    Platform,
    /// Sits on what it acts on (autoscalers, budgets, policies, accounts); a card of its own in the
    /// configuration column only when that is not there.
    Attached,
    /// Concerns a whole namespace or cluster; listed beside the picture's columns.
    Aside,
}
