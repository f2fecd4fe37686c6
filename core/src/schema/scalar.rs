//! Values without parts: their types, the formats of texts, the values of enums; and collections where
//! something else belongs.

use super::check::{Step, Walk};
use super::format;
use super::shape::{Scoped, Shape};
use crate::diagnostic::{Applicability, Fix, Place, Problem, nearest};
use crate::text::{Span, TextEdit};
use crate::yaml::{Node, NodeId, Value};

/// The problem of a value that is not null and does not fit its shape, if it has one.
pub(super) fn check(walk: &Walk<'_, '_>, id: NodeId, shape: Scoped<'_>, anchor: Span) -> Option<Problem> {
    let value = walk.tree.value(id);
    let fits = match (shape.shape(), value) {
        (Shape::String | Shape::IntOrString, Value::String(_))
        | (Shape::Boolean, Value::Bool(_))
        | (Shape::Number | Shape::Quantity, Value::Integer(_) | Value::Float(_))
        | (Shape::Any, _) => true,
        (Shape::Enum(_), Value::String(text)) => return unsupported(walk, id, shape, text),
        (Shape::Int32 | Shape::IntOrString, Value::Integer(_) | Value::Float(_)) => {
            integer(value).is_some_and(|number| i32::try_from(number).is_ok())
        }
        (Shape::Int64, Value::Integer(_) | Value::Float(_)) => {
            integer(value).is_some_and(|number| i64::try_from(number).is_ok())
        }
        (Shape::Quantity, Value::String(text)) => format::is_quantity(text),
        (Shape::Bytes, Value::String(text)) => format::is_base64(text),
        (Shape::Time, Value::String(text)) => format::is_time(text, false),
        (Shape::MicroTime, Value::String(text)) => format::is_time(text, true),
        _ => false,
    };
    if fits { None } else { Some(wrong_type(walk, id, shape, anchor)) }
}

/// A number without a fraction, however it is written: `80.0` and `8e1` are 80.
fn integer(value: &Value) -> Option<i128> {
    match value {
        Value::Integer(number) => Some(*number),
        // Below 2⁵³ every float without a fraction is exact; above, upstream writes an exponent and fails.
        Value::Float(number) if number.fract().abs() <= 0.0 && number.abs() < 9_007_199_254_740_992.0 => {
            Some(*number as i128)
        }
        _ => None,
    }
}

fn wrong_type(walk: &Walk<'_, '_>, id: NodeId, shape: Scoped<'_>, anchor: Span) -> Problem {
    let node = walk.tree.node(id);
    let path = walk.path().to_string();
    let subject = if path.is_empty() { "the object" } else { &path };
    let message = format!("{subject} must be {}, not {}", wanted(shape, &node.value), given(&node.value));
    let span = match node.value {
        Value::Sequence(_) | Value::Mapping(_) => anchor,
        _ => walk.tree.span(id),
    };
    let mut problem = Problem::error("schema/type", Place::here(span), message).field(path);
    problem.help = help(walk, id, shape);
    if node.alias.is_none() {
        problem.fixes.extend(repair(node, shape));
    }
    problem
}

/// What is wanted, with its article.
fn wanted(shape: Scoped<'_>, value: &Value) -> String {
    let number = matches!(value, Value::Integer(_)) || integer(value).is_some();
    match shape.shape() {
        Shape::String | Shape::Enum(_) => "text".to_owned(),
        Shape::Int32 if number => "an integer of 32 bits (at most 2147483647)".to_owned(),
        Shape::Int64 if number => "an integer of 64 bits".to_owned(),
        Shape::Int32 | Shape::Int64 => "an integer".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Boolean => "true or false".to_owned(),
        Shape::Bytes => "base64".to_owned(),
        Shape::Quantity => "a quantity such as 500m, 2 or 1Gi".to_owned(),
        Shape::IntOrString => "an integer or text".to_owned(),
        Shape::Time => "a time such as 2026-01-31T12:00:00Z".to_owned(),
        Shape::MicroTime => "a time such as 2026-01-31T12:00:00.000000Z".to_owned(),
        Shape::Any => "anything".to_owned(),
        Shape::List(_) => "a list".to_owned(),
        Shape::Map(_) | Shape::Object(_) | Shape::Standard(_) => "a mapping".to_owned(),
    }
}

/// What is there instead.
fn given(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Integer(number) => format!("the number {number}"),
        Value::Float(number) => format!("the number {number}"),
        Value::String(text) => {
            let line = text.lines().next().unwrap_or_default();
            let short: String = line.chars().take(40).collect();
            let dots = if short.len() < text.len() { "…" } else { "" };
            format!("the text \"{short}{dots}\"")
        }
        Value::Sequence(_) => "a list".to_owned(),
        Value::Mapping(_) => "a mapping".to_owned(),
    }
}

/// Why, and what to do.
fn help(walk: &Walk<'_, '_>, id: NodeId, shape: Scoped<'_>) -> String {
    let value = walk.tree.value(id);
    let last = match walk.steps.last() {
        Some(Step::Field(name) | Step::Key(name)) => *name,
        _ => "",
    };
    match (shape.shape(), value) {
        (Shape::String, Value::Mapping(_)) if matches!(last, "matchLabels" | "matchExpressions") => {
            "This selector is a plain map of labels: put the labels directly under it.".to_owned()
        }
        (Shape::String | Shape::Enum(_), Value::Bool(_)) => {
            "YAML reads it as a boolean; in quotes it is text.".to_owned()
        }
        (Shape::String | Shape::Enum(_), Value::Integer(_) | Value::Float(_)) => {
            "YAML reads it as a number; in quotes it is text.".to_owned()
        }
        (Shape::Int32 | Shape::Int64 | Shape::Boolean, Value::String(_)) if !walk.tree.node(id).plain => {
            "In quotes it is text.".to_owned()
        }
        (Shape::List(_), Value::Mapping(_)) => {
            let item = head_key(walk, id).map_or_else(String::new, |key| format!(": `- {key}: …`"));
            format!("Each item of a list begins with a dash{item}.")
        }
        (Shape::List(inner), _) if !matches!(value, Value::Sequence(_)) => match **inner {
            Shape::Object(_) | Shape::Standard(_) => "Each item of a list begins with a dash.".to_owned(),
            _ => format!("Even a single item is written as a list: `{last}: [item]`."),
        },
        (Shape::Object(_) | Shape::Map(_) | Shape::Standard(_), Value::Sequence(items))
            if items.len() == 1 =>
        {
            "Only one is possible here, without a dash.".to_owned()
        }
        (Shape::Bytes, Value::String(_)) if walk.steps.len() == 2 => {
            "Values under `data` are base64; plain text goes under `stringData` of a Secret.".to_owned()
        }
        (
            Shape::Object(_) | Shape::Standard(_),
            Value::Bool(_) | Value::Integer(_) | Value::Float(_) | Value::String(_),
        ) => {
            let fields: Vec<&str> = shape
                .object()
                .map_or(&[][..], |(_, object)| &object.fields)
                .iter()
                .map(|field| field.name.as_ref())
                .take(9)
                .collect();
            match fields.len() {
                1..9 => format!("Its fields are {}.", fields.join(", ")),
                _ => String::new(),
            }
        }
        _ => String::new(),
    }
}

fn head_key<'t>(walk: &Walk<'_, 't>, id: NodeId) -> Option<&'t str> {
    walk.tree.entries(id).next().map(|entry| &*entry.key)
}

/// The edit that makes it fit, where that is obvious.
fn repair(node: &Node, shape: Scoped<'_>) -> Option<Fix> {
    let quote = || {
        let edits = [TextEdit::insert(node.span.start, "\""), TextEdit::insert(node.span.end, "\"")];
        fix("put it in quotes", edits)
    };
    let unquote = |text: String| Fix::replace(format!("change to {text}"), node.span, text);
    match (shape.shape(), &node.value) {
        (
            Shape::String | Shape::Enum(_) | Shape::Bytes,
            Value::Bool(_) | Value::Integer(_) | Value::Float(_),
        ) if node.plain => Some(quote()),
        (Shape::Int32 | Shape::Int64, Value::String(text)) => {
            let number: i64 = text.trim().parse().ok()?;
            Some(unquote(number.to_string()).applicability(Applicability::Sure))
        }
        (Shape::Boolean, Value::String(text)) => {
            let word = text.trim().to_lowercase();
            matches!(word.as_str(), "true" | "false")
                .then(|| unquote(word).applicability(Applicability::Sure))
        }
        (Shape::Quantity, Value::String(text)) => format::nearest_quantity(text).map(unquote),
        (Shape::List(inner), Value::String(text)) => {
            let simple = matches!(**inner, Shape::String | Shape::Enum(_));
            let flow = text.contains([',', '[', ']', '{', '}', '\n', '#']);
            (simple && !flow).then(|| {
                let edits = [TextEdit::insert(node.span.start, "["), TextEdit::insert(node.span.end, "]")];
                fix("make it a list of one", edits)
            })
        }
        _ => None,
    }
}

fn fix(title: &str, edits: [TextEdit; 2]) -> Fix {
    Fix {
        title: title.to_owned(),
        applicability: Applicability::Sure,
        edits: edits.into_iter().map(|edit| (crate::diagnostic::DocumentIndex(0), edit)).collect(),
    }
}

/// The problem of a text that is none of the known values. An empty text means the default to upstream.
fn unsupported(walk: &Walk<'_, '_>, id: NodeId, shape: Scoped<'_>, text: &str) -> Option<Problem> {
    let known = shape.enumeration()?;
    if known.open || text.is_empty() || walk.in_status() || known.values.iter().any(|value| value == text) {
        return None;
    }
    let path = walk.path().to_string();
    let list: Vec<String> = known.values.iter().map(|value| format!("\"{value}\"")).collect();
    let message = format!("{path}: Unsupported value: \"{text}\": supported values: {}", list.join(", "));
    let mut problem = Problem::error("schema/enum", Place::here(walk.tree.span(id)), message).field(path);
    let node = walk.tree.node(id);
    let values = || known.values.iter().map(AsRef::as_ref);
    let near = nearest(text, values()).or_else(|| {
        let mut extended = values()
            .filter(|value| text.len() >= 3 && value.to_lowercase().starts_with(&text.to_lowercase()));
        extended.next().filter(|_| extended.next().is_none())
    });
    if let Some(near) = near {
        problem.help = format!("Did you mean `{near}`?");
        if node.alias.is_none() {
            let plain =
                node.plain && near.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_word_of_yaml(near);
            let replacement = if plain { near.to_owned() } else { format!("\"{near}\"") };
            problem.fixes.push(Fix::replace(format!("change to \"{near}\""), node.span, replacement));
        }
    }
    Some(problem)
}

/// Whether YAML would read the plain word as something else than text.
fn is_word_of_yaml(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "null"
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{problems_in, told};
    use crate::schema::Catalogue;

    fn deployment(field: &str) -> String {
        format!(
            "{{apiVersion: apps/v1, kind: Deployment, metadata: {{name: a}}, spec: {{{field}, selector: {{}}, template: \
             {{spec: {{containers: [{{name: c}}]}}}}}}}}"
        )
    }

    /// What is told of a field of a Deployment's `spec`, with only that field of the repaired text.
    fn spec(field: &str) -> String {
        let told = told(&deployment(field));
        match told.split_once("| {apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {") {
            Some((first, second)) => {
                format!("{first}| {}", second.split(", selector").next().unwrap_or_default())
            }
            None => told,
        }
    }

    #[test]
    fn integers_are_integers() {
        assert_eq!(
            spec("replicas: three"),
            "schema/type at three: spec.replicas must be an integer, not the text \"three\""
        );
        assert_eq!(
            spec("replicas: \"3\""),
            "schema/type at \"3\": spec.replicas must be an integer, not the text \"3\" | In quotes it is text. | replicas: 3"
        );
        assert_eq!(
            spec("replicas: 1.5"),
            "schema/type at 1.5: spec.replicas must be an integer, not the number 1.5"
        );
        assert_eq!(
            spec("replicas: 2147483648"),
            "schema/type at 2147483648: spec.replicas must be an integer of 32 bits (at most 2147483647), not the number \
             2147483648"
        );
        for good in ["replicas: 80.0", "replicas: 8e1", "replicas: -1"] {
            assert_eq!(problems_in(&Catalogue::builtin(), &deployment(good)), [], "{good}");
        }
    }

    #[test]
    fn text_is_quoted_and_booleans_are_not() {
        let labels = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {port: 8080}}";
        assert_eq!(
            told(labels),
            "schema/type at 8080: data[port] must be text, not the number 8080 | YAML reads it as a number; in \
             quotes it is text. | {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {port: \"8080\"}}"
        );
        assert!(spec("paused: \"True\"").ends_with("In quotes it is text. | paused: true"));
    }

    #[test]
    fn lists_and_mappings_are_not_mixed_up() {
        assert_eq!(
            told("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: {name: c}}}"),
            "schema/type at containers: spec.containers must be a list, not a mapping | Each item of a list begins with a \
             dash: `- name: …`."
        );
        assert!(
            told("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, command: sleep}]}}")
                .ends_with("command: [sleep]}]}}")
        );
        assert!(
            told("{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {matchLabels: {a: b}}}}")
                .contains("plain map of labels")
        );
    }

    #[test]
    fn formats_are_looked_at() {
        let pod = |memory: &str| {
            format!(
                "{{apiVersion: v1, kind: Pod, metadata: {{name: a}}, spec: {{containers: [{{name: c, resources: {{limits: \
                 {{memory: {memory}}}}}}}]}}}}"
            )
        };
        assert!(told(&pod("64MB")).contains("must be a quantity"));
        assert!(told(&pod("64MB")).contains("{memory: 64M}"));
        for good in ["64Mi", "64", "0.5", "1e3"] {
            assert_eq!(problems_in(&Catalogue::builtin(), &pod(good)), [], "{good}");
        }
        assert!(
            told("{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {password: hunter2}}")
                .contains("stringData")
        );
    }
}
