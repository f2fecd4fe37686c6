//! One sign per kind, drawn for this project: strokes on a grid of 16 by 16, plain and legible at 16 units.
//!
//! They are stroked with a width of 1.5 and round ends, without a fill, by the page as well as by exports.

use crate::kinds::Family;

/// The `d` of an SVG path for a kind; kinds without a sign of their own have that of their family.
pub fn icon(kind: &str, family: Family) -> &'static str {
    // Two kinds of one name are told apart by their group, as in `Gateway.networking.istio.io`.
    match kind.split('.').next().unwrap_or(kind) {
        "Outside" => {
            "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0M1.8 8h12.4M8 1.8c-3.6 3.6-3.6 8.8 0 12.4M8 1.8c3.6 3.6 3.6 8.8 0 12.4"
        }
        "Deployment" => "M13.2 6A5.6 5.6 0 1 0 13.6 8.6M13.6 2.6v3.5h-3.5M6 6h4v4H6z",
        "ReplicaSet" | "ReplicationController" => "M2.5 5.5h8v8h-8zM5.5 5.5v-3h8v8h-3",
        "StatefulSet" => "M2.5 2.5h7v4.2h-7zM6.5 9.3h7v4.2h-7zM6 6.7v2.6M5 4.6h.1M9 11.4h.1",
        "DaemonSet" => "M2 12.5h12M2.8 8.5h3v4h-3zM6.5 8.5h3v4h-3zM10.2 8.5h3v4h-3zM8 3v2.6M4.3 5.6h7.4",
        "Job" => "M3 3h10v10H3zM5.5 8.2l2 2 3.2-4",
        "CronJob" => "M8 2a6 6 0 1 0 .1 0M8 4.8V8l2.4 1.6",
        "Pod" => "M8 1.8l5.6 3.1v6.2L8 14.2l-5.6-3.1V4.9zM2.6 5L8 8l5.4-3M8 8v6",
        "Rollout" => "M2.5 11.5h3v-3h3v-3h3v-3h2.5M11 11.5h2.5v-2.5M8 14l5.3-2.4",
        "Service" => "M8 5.8a2.2 2.2 0 1 0 .1 0M8 1.5v4.3M8 10.2v4.3M1.5 8h4.3M10.2 8h4.3",
        "EndpointSlice" | "Endpoints" => {
            "M2.5 8h4M6.5 8l5-4.5M6.5 8h5M6.5 8l5 4.5M12.5 3h1v1h-1zM12.5 7.5h1v1h-1zM12.5 12h1v1h-1z"
        }
        "Ingress" => "M1.5 8h6M5 5.5L7.5 8 5 10.5M8.5 3v10M8.5 3H14M8.5 8H14M8.5 13H14",
        "Gateway" => "M2.5 14V5.5L8 2l5.5 3.5V14M5.5 14V8h5v6M8 8v6",
        "HTTPRoute" | "GRPCRoute" | "VirtualService" => {
            "M3 13V9.5A3 3 0 0 1 6 6.5h7M10.5 4L13 6.5 10.5 9M3 3v6"
        }
        "DestinationRule" => "M8 2.2a5.8 5.8 0 1 0 .1 0M8 5.6a2.4 2.4 0 1 0 .1 0M8 8h.1",
        "ConfigMap" => "M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3M5.8 8h4.4M5.8 11h4.4",
        "Secret" => "M5.2 7.6a3 3 0 1 0 .1 0M7.4 8.6L13.5 2.5M11 5l2 2M9.2 6.8l1.6 1.6",
        "PersistentVolumeClaim" => {
            "M2.8 4c0-1.2 2.3-2 5.2-2s5.2.8 5.2 2v8c0 1.2-2.3 2-5.2 2s-5.2-.8-5.2-2zM2.8 4c0 1.2 2.3 2 5.2 2s5.2-.8 5.2-2M5.8 10l1.6 1.6 2.8-3.2"
        }
        "PersistentVolume" => {
            "M2.8 4c0-1.2 2.3-2 5.2-2s5.2.8 5.2 2v8c0 1.2-2.3 2-5.2 2s-5.2-.8-5.2-2zM2.8 4c0 1.2 2.3 2 5.2 2s5.2-.8 5.2-2M2.8 8c0 1.2 2.3 2 5.2 2s5.2-.8 5.2-2"
        }
        "StorageClass" => "M2 4.5h12v3H2zM2 9.5h12v3H2zM4.2 6h.1M4.2 11h.1M8 6h3.5M8 11h3.5",
        "IngressClass" | "GatewayClass" => "M2 8h4M4 6l2 2-2 2M8 3.5h6v3H8zM8 9.5h6v3H8z",
        "PriorityClass" => "M8 13.5V3M4 6.8L8 2.8l4 4M3 13.5h10",
        "RuntimeClass" => "M2.5 3h11v10h-11zM5 6.5L6.8 8 5 9.5M8.5 10h2.5",
        "HorizontalPodAutoscaler" | "ScaledObject" | "ScaledJob" => "M2 13.5h12M4 11V8.5M8 11V5.5M12 11V2.5",
        "VerticalPodAutoscaler" => "M2 13.5h12M8 11V2.5M5.2 5.2L8 2.4l2.8 2.8M5.2 8.6L8 11.4l2.8-2.8",
        "NetworkPolicy" => {
            "M8 1.8L13.5 4v4c0 3.2-2.3 5.2-5.5 6.3C4.8 13.2 2.5 11.2 2.5 8V4zM5.5 8.1l1.8 1.9 3.4-3.8"
        }
        "PodDisruptionBudget" => "M8 1.8L13.5 4v4c0 3.2-2.3 5.2-5.5 6.3C4.8 13.2 2.5 11.2 2.5 8V4zM5.4 8h5.2",
        "ResourceQuota" => "M2.5 11.5a5.5 5.5 0 0 1 11 0M8 11.5l2.8-4M2 13.5h12",
        "LimitRange" => "M2 4.5h12M2 11.5h12M8 6.2v3.6M6.5 7.2L8 5.8l1.5 1.4M6.5 8.8L8 10.2l1.5-1.4",
        "ServiceAccount" => "M8 2.2a2.7 2.7 0 1 0 .1 0M2.8 13.8c.4-3 2.3-4.6 5.2-4.6s4.8 1.6 5.2 4.6z",
        "Role" | "ClusterRole" => "M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h2.5",
        "RoleBinding" | "ClusterRoleBinding" => {
            "M6.8 9.2L9.2 6.8M6 7L3.6 9.4a2.1 2.1 0 0 0 3 3L9 10M7 6l2.4-2.4a2.1 2.1 0 0 1 3 3L10 9"
        }
        "Namespace" => {
            "M2.5 2.5h3M7 2.5h2M10.5 2.5h3v3M13.5 7v2M13.5 10.5v3h-3M9 13.5H7M5.5 13.5h-3v-3M2.5 9V7M2.5 5.5v-3"
        }
        "Node" => "M2.5 3h11v7h-11zM5.5 13.5h5M8 10v3.5",
        "CustomResourceDefinition" => {
            "M5.5 2.5H4v4L2.5 8 4 9.5v4h1.5M10.5 2.5H12v4L13.5 8 12 9.5v4h-1.5M8 8h.1"
        }
        "ValidatingWebhookConfiguration" | "MutatingWebhookConfiguration" => {
            "M6 9.8L8 6a2.3 2.3 0 1 1 2.2 0l1.6 3M5 8a2.6 2.6 0 1 0 2.4 3.5h3.4M11.5 9a2.4 2.4 0 1 1-1.2 3.6"
        }
        "ValidatingAdmissionPolicy" | "ValidatingAdmissionPolicyBinding" => {
            "M3 2.5h10v11H3zM5.4 8.2l1.8 1.8 3.4-3.8"
        }
        "ServiceMonitor" | "PodMonitor" | "PrometheusRule" | "Probe" => "M1.8 8.5h3l1.7-5 3 9 1.8-4h2.9",
        "Certificate" | "Issuer" | "ClusterIssuer" => {
            "M2.5 2.5h11v7.5h-11zM8 8.2a1.9 1.9 0 1 0 .1 0M6.8 11.5v3L8 13.7l1.2.8v-3"
        }
        "Application" | "ApplicationSet" | "AppProject" => {
            "M2.5 2.5h4.2v4.2H2.5zM9.3 2.5h4.2v4.2H9.3zM2.5 9.3h4.2v4.2H2.5zM11.4 9.3v4.2M9.3 11.4h4.2"
        }
        _ => of_family(family),
    }
}

/// The sign of a family, for kinds without one of their own.
fn of_family(family: Family) -> &'static str {
    match family {
        Family::Entry => "M2 8h9M7.5 4.5L11 8l-3.5 3.5M13.5 3v10",
        Family::Service => "M8 5.8a2.2 2.2 0 1 0 .1 0M8 1.5v4.3M8 10.2v4.3M1.5 8h4.3M10.2 8h4.3",
        Family::Workload => "M8 1.8l5.6 3.1v6.2L8 14.2l-5.6-3.1V4.9zM8 8v6",
        Family::Config => "M2 4.5h5M10.5 4.5H14M2 11.5h3.5M9 11.5h5M8.8 2.8v3.4M7.2 9.8v3.4",
        Family::Storage => {
            "M2.8 4c0-1.2 2.3-2 5.2-2s5.2.8 5.2 2v8c0 1.2-2.3 2-5.2 2s-5.2-.8-5.2-2zM2.8 4c0 1.2 2.3 2 5.2 2s5.2-.8 5.2-2"
        }
        Family::Policy => "M8 1.8L13.5 4v4c0 3.2-2.3 5.2-5.5 6.3C4.8 13.2 2.5 11.2 2.5 8V4z",
        Family::Scaling => "M2 13.5h12M4.5 11V7M8 11V4.5M11.5 11V2.5",
        Family::Identity => "M8 2.2a2.7 2.7 0 1 0 .1 0M2.8 13.8c.4-3 2.3-4.6 5.2-4.6s4.8 1.6 5.2 4.6z",
        Family::Other => "M3 3h10v10H3z",
    }
}
