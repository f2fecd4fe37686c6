//! Labels and what selects by them.

use k8s_openapi::apimachinery::pkg::apis::meta::v1 as meta;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// An object's labels.
pub type Labels = BTreeMap<String, String>;

/// How a requirement compares.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Operator {
    /// The label has one of the values.
    In,
    /// The label is absent or has none of the values.
    NotIn,
    /// The label is there.
    Exists,
    /// The label is not there.
    DoesNotExist,
}

/// One condition on one label.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Requirement {
    /// The label's key.
    pub key: String,
    /// The comparison.
    pub operator: Operator,
    /// The values of `In` and `NotIn`.
    pub values: Vec<String>,
}

impl Requirement {
    /// Whether labels meet the condition.
    pub fn matches(&self, labels: &Labels) -> bool {
        let value = labels.get(&self.key);
        match self.operator {
            Operator::In => value.is_some_and(|value| self.values.contains(value)),
            Operator::NotIn => value.is_none_or(|value| !self.values.contains(value)),
            Operator::Exists => value.is_some(),
            Operator::DoesNotExist => value.is_none(),
        }
    }
}

/// Conditions on labels, all of which must hold. One without conditions selects everything; whether an
/// absent selector selects everything or nothing is for the field that it is absent from to say.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct LabelSelector {
    /// The conditions: those of `matchLabels` sorted by key, then those of `matchExpressions`.
    pub requirements: Vec<Requirement>,
}

impl LabelSelector {
    /// From a plain map of labels, as Services and ReplicationControllers have it.
    pub fn from_labels(labels: &Labels) -> Self {
        let requirement = |(key, value): (&String, &String)| Requirement {
            key: key.clone(),
            operator: Operator::In,
            values: vec![value.clone()],
        };
        Self { requirements: labels.iter().map(requirement).collect() }
    }

    /// From a `LabelSelector` of the API. `None` when it is no such thing or has an unknown operator, which
    /// validation tells of.
    pub fn from_json(value: &Value) -> Option<Self> {
        let selector: meta::LabelSelector = serde_json::from_value(value.clone()).ok()?;
        let mut result = Self::from_labels(&selector.match_labels.unwrap_or_default());
        for expression in selector.match_expressions.unwrap_or_default() {
            let operator = match expression.operator.as_str() {
                "In" => Operator::In,
                "NotIn" => Operator::NotIn,
                "Exists" => Operator::Exists,
                "DoesNotExist" => Operator::DoesNotExist,
                _ => return None,
            };
            let values = expression.values.unwrap_or_default();
            result.requirements.push(Requirement { key: expression.key, operator, values });
        }
        Some(result)
    }

    /// Whether everything is selected.
    pub fn is_everything(&self) -> bool {
        self.requirements.is_empty()
    }

    /// Whether labels meet all conditions.
    pub fn matches(&self, labels: &Labels) -> bool {
        self.requirements.iter().all(|requirement| requirement.matches(labels))
    }
}

impl fmt::Display for LabelSelector {
    /// As `kubectl -l` writes it: `app=web,tier in (a, b),!legacy`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, requirement) in self.requirements.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            let Requirement { key, operator, values } = requirement;
            match (operator, values.as_slice()) {
                (Operator::In, [value]) => write!(f, "{comma}{key}={value}")?,
                (Operator::NotIn, [value]) => write!(f, "{comma}{key}!={value}")?,
                (Operator::In, values) => write!(f, "{comma}{key} in ({})", values.join(", "))?,
                (Operator::NotIn, values) => write!(f, "{comma}{key} notin ({})", values.join(", "))?,
                (Operator::Exists, _) => write!(f, "{comma}{key}")?,
                (Operator::DoesNotExist, _) => write!(f, "{comma}!{key}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn all_conditions_must_hold() {
        let selector = LabelSelector::from_json(&json!({
            "matchLabels": {"app": "web"},
            "matchExpressions": [
                {"key": "tier", "operator": "NotIn", "values": ["old"]},
                {"key": "legacy", "operator": "DoesNotExist"},
            ],
        }))
        .expect("a selector");
        let labels = |pairs: &[(&str, &str)]| -> Labels {
            pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
        };
        assert!(selector.matches(&labels(&[("app", "web")])));
        assert!(!selector.matches(&labels(&[("app", "web"), ("tier", "old")])));
        assert!(!selector.matches(&labels(&[("app", "web"), ("legacy", "")])));
        assert!(!selector.matches(&labels(&[("tier", "new")])));
        assert_eq!(selector.to_string(), "app=web,tier!=old,!legacy");
    }

    #[test]
    fn an_empty_selector_selects_everything_and_a_wrong_one_nothing() {
        assert!(LabelSelector::from_json(&json!({})).expect("a selector").is_everything());
        assert_eq!(
            LabelSelector::from_json(&json!({"matchExpressions": [{"key": "a", "operator": "Is"}]})),
            None
        );
    }
}
