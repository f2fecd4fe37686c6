//! LimitRange.

use crate::api::Object;
use crate::kinds::references::text;
use crate::kinds::words::{count, scalar};
use crate::kinds::{Column, Fact, Family, Kind};
use k8s_openapi::api::core::v1::LimitRange;
use serde_json::Value;

pub(super) const KIND: Kind = Kind {
    family: Family::Policy,
    column: Column::Aside,
    purpose: "Sets bounds and defaults for the requests and limits of each container or claim in a namespace.",
    summary: |object| count(object.list("/spec/limits").len(), "rule"),
    facts,
    ..Kind::builtin::<LimitRange>()
};

fn facts(object: &Object) -> Vec<Fact> {
    let mut facts = Vec::new();
    for rule in object.list("/spec/limits") {
        let of = text(rule, "type").unwrap_or("?");
        for (field, label) in [
            ("min", "Least"),
            ("max", "Most"),
            ("default", "Default limit"),
            ("defaultRequest", "Default request"),
        ] {
            let amounts = rule.get(field).and_then(Value::as_object).into_iter().flatten();
            let words: Vec<String> =
                amounts.map(|(name, amount)| format!("{name} {}", scalar(amount))).collect();
            if !words.is_empty() {
                facts.push((label, format!("{} for each {of}", words.join(", "))));
            }
        }
    }
    facts
}
