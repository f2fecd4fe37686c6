//! APIService.

use crate::api::FieldPath;
use crate::kinds::webhooks::to_service;
use crate::kinds::{Column, Family, Kind};
use k8s_openapi::kube_aggregator::pkg::apis::apiregistration::v1::APIService;

pub(super) const KIND: Kind = Kind {
    family: Family::Other,
    column: Column::Aside,
    purpose: "Has a group of the API answered by a program of your own.",
    references: |object, references| {
        if let Some(spec) = object.at("/spec") {
            to_service(
                spec,
                &FieldPath::of("spec"),
                "Requests for this part of the API are answered",
                references,
            );
        }
    },
    summary: |object| object.text("/spec/group").unwrap_or_default().to_owned(),
    ..Kind::builtin::<APIService>()
};
