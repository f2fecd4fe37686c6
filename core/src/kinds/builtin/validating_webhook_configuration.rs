//! ValidatingWebhookConfiguration.

use crate::kinds::{Column, Family, Kind, webhooks};
use k8s_openapi::api::admissionregistration::v1::ValidatingWebhookConfiguration;

pub(super) const KIND: Kind = Kind {
    family: Family::Other,
    column: Column::Aside,
    purpose: "Has a program of your own asked before the API server accepts an object.",
    references: webhooks::references,
    summary: webhooks::summary,
    facts: webhooks::facts,
    ..Kind::builtin::<ValidatingWebhookConfiguration>()
};
