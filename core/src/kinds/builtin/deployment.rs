//! Deployment.

use crate::api::Object;
use crate::kinds::pod_facts::{self, replicas};
use crate::kinds::{Column, Fact, Family, Kind, PodShape, Wanted};
use k8s_openapi::api::apps::v1::Deployment;

pub(super) const KIND: Kind = Kind {
    family: Family::Workload,
    column: Column::Workload,
    purpose: "Keeps a number of equal, replaceable Pods running and replaces them step by step when their template changes.",
    template: Some("/spec/template"),
    pods: |object| PodShape::of_template(object, "/spec/template", Wanted::Count(replicas(object))),
    facts,
    ..Kind::builtin::<Deployment>()
};

fn facts(object: &Object) -> Vec<Fact> {
    let replicas = replicas(object);
    let mut facts = vec![("Replicas", replicas.to_string()), ("Strategy", strategy(object, replicas.into()))];
    facts.extend(pod_facts::facts(object, "/spec/template/spec"));
    facts
}

/// In numbers: a share of the replicas is rounded up for the surge and down for what may be missing; when
/// both come out as 0, one may be missing (upstream's `ResolveFenceposts`).
fn strategy(object: &Object, replicas: i64) -> String {
    if object.text("/spec/strategy/type") == Some("Recreate") {
        return "Recreate: all old Pods end before new ones start".to_owned();
    }
    let share = |field: &str, round_up: bool| -> Option<i64> {
        match object.at(&format!("/spec/strategy/rollingUpdate/{field}")) {
            None => percent("25%", replicas, round_up),
            Some(value) => value.as_i64().or_else(|| percent(value.as_str()?, replicas, round_up)),
        }
    };
    let (Some(surge), Some(missing)) = (share("maxSurge", true), share("maxUnavailable", false)) else {
        return "RollingUpdate".to_owned();
    };
    let missing = if surge == 0 && missing == 0 { 1 } else { missing.clamp(0, replicas) };
    let pods = if replicas.saturating_add(surge) == 1 { "Pod" } else { "Pods" };
    format!(
        "RollingUpdate, at most {} {pods}, at least {} available",
        replicas.saturating_add(surge),
        replicas.saturating_sub(missing).max(0)
    )
}

fn percent(text: &str, of: i64, round_up: bool) -> Option<i64> {
    let percent: i64 = text.strip_suffix('%')?.parse().ok()?;
    let product = percent.checked_mul(of)?;
    Some(if round_up { product.checked_add(99)? / 100 } else { product / 100 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::ambient::object;
    use serde_json::json;

    fn check(spec: &serde_json::Value, expect: &str) {
        let deployment = object(json!({
            "apiVersion": "apps/v1", "kind": "Deployment",
            "metadata": {"name": "web", "namespace": "shop"}, "spec": spec,
        }));
        assert_eq!(strategy(&deployment, replicas(&deployment).into()), expect);
    }

    #[test]
    fn surge_is_rounded_up_and_what_may_be_missing_down() {
        check(&json!({}), "RollingUpdate, at most 2 Pods, at least 1 available");
        check(&json!({"replicas": 10}), "RollingUpdate, at most 13 Pods, at least 8 available");
        check(
            &json!({"replicas": 3, "strategy": {"rollingUpdate": {"maxSurge": 1, "maxUnavailable": 0}}}),
            "RollingUpdate, at most 4 Pods, at least 3 available",
        );
        check(
            &json!({"replicas": 3, "strategy": {"rollingUpdate": {"maxSurge": 0, "maxUnavailable": "10%"}}}),
            "RollingUpdate, at most 3 Pods, at least 2 available",
        );
        check(&json!({"strategy": {"type": "Recreate"}}), "Recreate: all old Pods end before new ones start");
    }
}
