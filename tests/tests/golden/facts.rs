//! Answers as text, one fact a line, in an order that does not hang on the engine's.

use drydock_core::graph::Presence;
use drydock_core::session::{Analysis, DocumentState, ObjectReport, Picture, ProblemReport, Range};
use std::fmt::Write as _;

/// `app.yaml:3:5-3:9`.
fn place(range: &Range) -> String {
    format!("{}:{}:{}-{}:{}", range.file, range.line, range.column, range.end_line, range.end_column)
}

fn problem(problem: &ProblemReport) -> String {
    let ProblemReport { rule, severity, message, range, object_name, field, .. } = problem;
    let mut text = format!("{} {} {rule}: {message}\n", place(range), severity.word());
    let mut about = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(text, "    {name}: {value}");
        }
    };
    about("object", object_name);
    about("field", field);
    about("help", &problem.help);
    for (range, label) in &problem.labels {
        about("see", &format!("{} {label}", place(range)));
    }
    for fix in &problem.fixes {
        let edits: Vec<String> =
            fix.edits.iter().map(|(range, text)| format!("{} {text:?}", place(range))).collect();
        about("fix", &format!("{} ({:?}): {}", fix.title, fix.applicability, edits.join(", ")));
    }
    text
}

/// The documents that are no objects, then the problems in the order of their places.
pub(crate) fn problems(analysis: &Analysis) -> String {
    let mut text = String::new();
    for file in &analysis.files {
        for document in &file.documents {
            let state = match document.state {
                DocumentState::Object => continue,
                DocumentState::Empty => "empty",
                DocumentState::Broken => "broken",
                DocumentState::Foreign => "foreign",
            };
            let _ = writeln!(text, "{} is {state}", place(&document.range));
        }
    }
    let mut problems: Vec<&ProblemReport> = analysis.problems.iter().collect();
    problems.sort_by_key(|problem| (&problem.range, problem.rule.as_str(), problem.message.as_str()));
    for found in problems {
        text.push_str(&problem(found));
    }
    text
}

/// `Deployment shop/web`.
fn name(object: &ObjectReport) -> String {
    match object.namespace.as_str() {
        "" => format!("{} {}", object.kind, object.name),
        namespace => format!("{} {namespace}/{}", object.kind, object.name),
    }
}

fn object(object: &ObjectReport) -> String {
    let presence = match object.presence {
        Presence::Pasted => "pasted",
        Presence::Ambient => "ambient",
        Presence::Elsewhere => "elsewhere",
        Presence::Missing => "MISSING",
        Presence::Outside => "outside",
    };
    let version = if object.api_version.is_empty() { "-" } else { &object.api_version };
    format!("object {} | {version} | {presence} | {} | {}\n", name(object), object.summary, object.title)
}

/// The story, then objects and relations in alphabetical order.
pub(crate) fn graph(picture: &Picture) -> String {
    let mut lines: Vec<String> = picture.objects.iter().map(object).collect();
    lines.sort();
    let end = |index: u32| picture.objects.get(index as usize).map_or_else(|| "nothing".to_owned(), name);
    let mut relations: Vec<String> = picture
        .relations
        .iter()
        .map(|relation| {
            let broken = if relation.broken { " BROKEN" } else { "" };
            let (from, to) = (end(relation.from), end(relation.to));
            format!("{from} --{}--> {to} [{}]{broken}\n", relation.verb, relation.label)
        })
        .collect();
    relations.sort();
    format!("{}\n{}{}", picture.story, lines.concat(), relations.concat())
}
