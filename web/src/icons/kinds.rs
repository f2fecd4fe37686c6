//! One shape per kind.

/// The stroke of a kind's icon. A kind that is not known gets a plain diamond.
pub fn of_kind(kind: &str) -> &'static str {
    // Two kinds of one name are told apart by their group, as in `Gateway.networking.istio.io`.
    let kind = kind.split('.').next().unwrap_or(kind);
    match kind {
        // The way in.
        "Ingress" => "M1.5 8h6M5 5.5 7.5 8 5 10.5M8.5 3v10M8.5 3H14M8.5 8H14M8.5 13H14",
        "Gateway" => "M2 13.8h3.6V8a2.4 2.4 0 0 1 4.8 0v5.8H14V7.6a6 6 0 0 0-12 0z",
        "HTTPRoute" | "GRPCRoute" | "TCPRoute" | "TLSRoute" | "VirtualService" => {
            "M1.8 8h3c3.6 0 2.6-4.2 6-4.2h3M4.8 8c3.6 0 2.6 4.2 6 4.2h3M12 1.8l2 2-2 2M12 10.2l2 2-2 2"
        }
        "Outside" | "Internet" | "World" => {
            "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0M1.8 8h12.4M8 1.8c-3.6 3.6-3.6 8.8 0 12.4M8 1.8c3.6 3.6 3.6 8.8 0 12.4"
        }
        "Service" => {
            "M5.8 8a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0M8 1.5v4.3M8 10.2v4.3M1.5 8h4.3M10.2 8h4.3"
        }
        "Endpoints" | "EndpointSlice" | "ServiceEntry" => {
            "M2 8h4.4M6.4 8 10.6 3.6M6.4 8h4.2M6.4 8l4.2 4.4M10.6 3.4a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M10.6 8a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M10.6 12.6a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0"
        }
        "DestinationRule" => "M2 8h7M6.6 5.4 9.2 8l-2.6 2.6M9.6 3.2h4.2v9.6H9.6",
        // What runs.
        "Deployment" | "Rollout" | "Application" => {
            "M12.9 5.2A5.6 5.6 0 1 0 13.6 8M13.4 2.2v3.2h-3.2M6.7 5.7h2.6q1 0 1 1v2.6q0 1-1 1H6.7q-1 0-1-1V6.7q0-1 1-1z"
        }
        "ReplicaSet" | "ReplicationController" => "M5.4 5.4h8.1v8.1H5.4zM2.5 10.6V2.5h8.1",
        "StatefulSet" => "M2 2.4h9v4.6H2zM5 9h9v4.6H5zM4.5 4.7h1M7.5 11.3h1",
        "DaemonSet" => "M1.8 13.6h12.4M2.8 3h4v5h-4zM9.2 3h4v5h-4zM4.8 8v5.6M11.2 8v5.6",
        "Job" => "M2.5 2.5h11v11h-11zM5 8.2l2.2 2.2L11 5.8",
        "CronJob" => "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0M8 4.4V8l2.6 1.7",
        "Pod" | "PodTemplate" => "M8 1.8 13.4 4.9v6.2L8 14.2 2.6 11.1V4.9zM2.6 4.9 8 8l5.4-3.1M8 8v6.2",
        // What configures.
        "ConfigMap" => "M3.5 1.8h6l3 3v9.4h-9zM5.6 7h4.8M5.6 9.4h4.8M5.6 11.8h3",
        "Secret" | "SealedSecret" | "ExternalSecret" => {
            "M2.3 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0M8.3 8H14M11.4 8v2.4M13.6 8v1.8"
        }
        "Certificate" | "Issuer" | "ClusterIssuer" => {
            "M4.4 6a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0M6 9.4 5.2 14 8 12.4 10.8 14 10 9.4"
        }
        // What keeps.
        "PersistentVolumeClaim" => {
            "M2.7 4c0-1.2 2.4-2.1 5.3-2.1s5.3.9 5.3 2.1-2.4 2.1-5.3 2.1S2.7 5.2 2.7 4v8c0 1.2 2.4 2.1 5.3 2.1s5.3-.9 5.3-2.1V4"
        }
        "PersistentVolume" | "CSIDriver" | "VolumeSnapshot" => {
            "M1.8 3.8h12.4v8.4H1.8zM1.8 8.8h12.4M11 10.5h.9"
        }
        "StorageClass" | "IngressClass" | "GatewayClass" | "RuntimeClass" | "VolumeAttributesClass" => {
            "M8 1.8 14 4.8 8 7.8 2 4.8zM2 8l6 3 6-3M2 11.2l6 3 6-3"
        }
        "PriorityClass" => "M4 14.2V2M4 2.8h8.6l-2.2 3 2.2 3H4",
        // What restricts and scales.
        "NetworkPolicy" | "AuthorizationPolicy" => {
            "M8 1.8 13.5 4v4c0 3.2-2.3 5.2-5.5 6.3C4.8 13.2 2.5 11.2 2.5 8V4zM5.5 8.1 7.3 10l3.4-3.8"
        }
        "PodDisruptionBudget" => "M8 1.8 13.5 4v4c0 3.2-2.3 5.2-5.5 6.3C4.8 13.2 2.5 11.2 2.5 8V4zM5.6 8h4.8",
        "ResourceQuota" => "M2 11.8a6 6 0 1 1 12 0M8 11.8l2.8-4M2 11.8h2M12 11.8h2",
        "LimitRange" => "M2 5h12M2 11h12M5.5 3v4M10.5 9v4",
        "HorizontalPodAutoscaler" | "ScaledObject" | "ScaledJob" => "M2 13.5h12M4 11.2V8M8 11.2V5M12 11.2V2",
        "VerticalPodAutoscaler" => "M8 14V2M5 4.8 8 1.8l3 3M5 11.2l3 3 3-3",
        // Who may do what.
        "ServiceAccount" | "User" => {
            "M5.5 5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M2.8 13.9c0-2.8 2.3-4.5 5.2-4.5s5.2 1.7 5.2 4.5"
        }
        "Group" => {
            "M3.4 5.4a2.1 2.1 0 1 0 4.2 0a2.1 2.1 0 1 0-4.2 0M1.4 13c0-2.4 1.8-3.8 4.1-3.8s4.1 1.4 4.1 3.8M10.4 3.5a2 2 0 0 1 0 3.8M11.6 9.5c1.8.5 3 1.7 3 3.5"
        }
        "Role" | "ClusterRole" => "M3 2h10v12H3zM5.6 5.2h4.8M5.6 8h4.8M5.6 10.8h2.4",
        "RoleBinding" | "ClusterRoleBinding" => {
            "M6.5 9.5l3-3M7.2 4.4l1.6-1.6a3 3 0 0 1 4.4 4.4l-1.6 1.6M8.8 11.6l-1.6 1.6a3 3 0 0 1-4.4-4.4l1.6-1.6"
        }
        // The rest.
        "Namespace" => "M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M6 8h4",
        "Node" => "M2 2.4h12V7H2zM2 9h12v4.6H2zM4.4 4.7h.2M4.4 11.3h.2M8 4.7h3.6M8 11.3h3.6",
        "CustomResourceDefinition" => {
            "M6 2.2c-2 0-2 1-2 2.6S3.6 8 2 8c1.6 0 2 1.6 2 3.2s0 2.6 2 2.6M10 2.2c2 0 2 1 2 2.6S12.4 8 14 8c-1.6 0-2 1.6-2 3.2s0 2.6-2 2.6"
        }
        "MutatingWebhookConfiguration" | "ValidatingWebhookConfiguration" | "APIService" => {
            "M9.6 1.8v8.4a3.2 3.2 0 1 1-6.4 0V8.4M1.6 10 3.2 8.2 4.8 10M7.6 1.8h4"
        }
        "ServiceMonitor" | "PodMonitor" | "PrometheusRule" | "Prometheus" => {
            "M1.5 8.6h3L6.6 3l3 10 2-4.4h2.9"
        }
        "group" => "M5 5h8.6v8.6H5zM2.4 11V2.4H11",
        _ => "M8 1.8 14.2 8 8 14.2 1.8 8z",
    }
}
