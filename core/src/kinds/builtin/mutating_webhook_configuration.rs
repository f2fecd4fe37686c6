//! MutatingWebhookConfiguration.

use crate::kinds::{Column, Family, Kind, webhooks};
use k8s_openapi::api::admissionregistration::v1::MutatingWebhookConfiguration;

pub(super) const KIND: Kind = Kind {
    family: Family::Other,
    column: Column::Aside,
    purpose: "Has a program of your own change objects before the API server stores them.",
    references: webhooks::references,
    summary: webhooks::summary,
    facts: webhooks::facts,
    ..Kind::builtin::<MutatingWebhookConfiguration>()
};
