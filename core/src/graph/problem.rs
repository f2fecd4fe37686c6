//! References that lead nowhere.

use crate::api::{FieldPath, ObjectKey};
use crate::diagnostic::{Applicability, DocumentIndex, Fix, Place, Problem, Severity};
use crate::text::TextEdit;
use crate::yaml;
use serde_json::Value;

/// A field of an object, or the key that it is written under.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Spot {
    /// The object.
    pub object: ObjectKey,
    /// The field in it.
    pub path: FieldPath,
    /// The key of the last field is meant, not its value.
    pub key: bool,
}

impl Spot {
    /// The value of a field.
    pub fn value(object: &ObjectKey, path: FieldPath) -> Self {
        Self { object: object.clone(), path, key: false }
    }
}

/// A finding about references. It holds no positions: [`ReferenceProblem::placed`] turns it into a
/// [`Problem`].
#[derive(Clone, PartialEq, Debug)]
pub struct ReferenceProblem {
    /// The id of its rule.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Why and what to do; may be empty.
    pub help: String,
    /// Where.
    pub at: Spot,
    /// Other places with what is to be seen there.
    pub labels: Vec<(Spot, String)>,
    /// Repairs, the best first.
    pub fixes: Vec<ReferenceFix>,
}

/// A repair: what to do and the scalars to write.
#[derive(Clone, PartialEq, Debug)]
pub struct ReferenceFix {
    /// What it does: `change to "web"`.
    pub title: String,
    /// How sure it is.
    pub applicability: Applicability,
    /// The places and the scalars to put there.
    pub edits: Vec<(Spot, Value)>,
}

impl ReferenceFix {
    /// `change to "web"` in all the places.
    pub(super) fn change(spots: Vec<Spot>, to: &Value) -> Self {
        let title = match to {
            Value::String(text) => format!("change to \"{text}\""),
            other => format!("change to {other}"),
        };
        let edits = spots.into_iter().map(|spot| (spot, to.clone())).collect();
        Self { title, applicability: Applicability::Likely, edits }
    }
}

impl ReferenceProblem {
    /// The problem with its places; `None` when even its first place is not to be found. Labels without a
    /// place are left out, and so are fixes of which one is missing.
    pub fn placed(&self, place_of: impl Fn(&Spot) -> Option<Place>) -> Option<Problem> {
        let mut problem = Problem::new(self.rule, self.severity, place_of(&self.at)?, self.message.clone())
            .help(self.help.clone())
            .field(self.at.path.to_string());
        for (spot, text) in &self.labels {
            if let Some(place) = place_of(spot) {
                problem = problem.label(place, text.clone());
            }
        }
        for fix in &self.fixes {
            let edit = |(spot, value): &(Spot, Value)| -> Option<(DocumentIndex, TextEdit)> {
                let place = place_of(spot)?;
                Some((place.document, TextEdit::replace(place.span, scalar(value))))
            };
            if let Some(edits) = fix.edits.iter().map(edit).collect() {
                let title = fix.title.clone();
                problem = problem.fix(Fix { title, applicability: fix.applicability, edits });
            }
        }
        Some(problem)
    }
}

/// A scalar as YAML, which is read back as the same value.
fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => yaml::quote(text),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_reads_back_as_text_is_written_plain() {
        for (value, written) in [
            (json!("web"), "web"),
            (json!("app.kubernetes.io/name"), "app.kubernetes.io/name"),
            (json!("80"), "\"80\""),
            (json!(80), "80"),
            (json!("Yes"), "\"Yes\""),
            (json!("1e3"), "\"1e3\""),
            (json!("a: b"), "\"a: b\""),
        ] {
            assert_eq!(scalar(&value), written);
        }
    }
}
