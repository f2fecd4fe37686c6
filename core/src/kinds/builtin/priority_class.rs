//! PriorityClass.

use crate::kinds::words::scalar;
use crate::kinds::{Column, Family, Kind};
use k8s_openapi::api::scheduling::v1::PriorityClass;

pub(super) const KIND: Kind = Kind {
    family: Family::Policy,
    column: Column::Platform,
    purpose: "Gives Pods a rank: a higher one is scheduled first and may push others off a full Node.",
    summary: |object| object.at("/value").map(scalar).unwrap_or_default(),
    facts: |object| {
        let preempts = match object.text("/preemptionPolicy") {
            Some("Never") => "no: it waits for room",
            _ => "yes: Pods of lower priority make room",
        };
        vec![
            ("Value", object.at("/value").map(scalar).unwrap_or_default()),
            ("Preempts", preempts.to_owned()),
        ]
    },
    ..Kind::builtin::<PriorityClass>()
};
