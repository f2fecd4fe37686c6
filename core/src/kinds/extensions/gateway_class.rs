//! GatewayClass of the Gateway API.

use crate::kinds::{Column, Family, Kind};

pub(super) const KIND: Kind = Kind {
    family: Family::Entry,
    column: Column::Platform,
    purpose: "Says which controller serves the Gateways that name it.",
    summary: |object| object.text("/spec/controllerName").unwrap_or_default().to_owned(),
    facts: |object| vec![("Controller", object.text("/spec/controllerName").unwrap_or("?").to_owned())],
    ..Kind::extension("gateway.networking.k8s.io", "GatewayClass", false)
};
