//! ResourceQuota.

use crate::api::Object;
use crate::kinds::words::{count, scalar};
use crate::kinds::{Column, Fact, Family, Kind};
use k8s_openapi::api::core::v1::ResourceQuota;
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Policy,
    column: Column::Aside,
    purpose: "Limits how much all objects of a namespace may use together.",
    summary: |object| count(hard(object).len(), "limit"),
    facts: |object| {
        let limits = hard(object).into_iter().map(|(name, amount)| format!("{name} {amount}"));
        let limits: Vec<Fact> = limits.map(|limit| ("Limit", limit)).collect();
        limits
    },
    ..Kind::builtin::<ResourceQuota>()
};

fn hard(object: &Object) -> Vec<(&str, String)> {
    let limits = object.at("/spec/hard").and_then(Value::as_object).into_iter().flatten();
    limits.map(|(name, amount)| (name.as_str(), scalar(amount))).collect()
}
