//! `drydock check`: what is wrong.

use crate::arguments::Arguments;
use crate::{Outcome, input, junit, sarif};
use drydock_core::session::{Analysis, ObjectKey, ProblemReport, Response, Severity};
use serde_json::{Value, json};
use std::fmt::Write;

/// Checks files.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let format = arguments.format(&["text", "json", "sarif", "junit"])?;
    let (_, messages) = input::open(input::read(&arguments.operands)?);
    let analysis = input::answer(messages, |response| match response {
        Response::Analysis(analysis) => Some(analysis),
        _ => None,
    })?;
    let output = match format {
        "json" => pretty(&as_json(&analysis)),
        "sarif" => pretty(&sarif::report(&analysis)),
        "junit" => junit::report(&analysis),
        _ => as_text(&analysis),
    };
    let findings = analysis.problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(Outcome { output, findings })
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

/// How many problems of a severity there are.
pub(crate) fn count(analysis: &Analysis, severity: Severity) -> usize {
    analysis.problems.iter().filter(|problem| problem.severity == severity).count()
}

fn as_text(analysis: &Analysis) -> String {
    let mut text = String::new();
    for problem in &analysis.problems {
        let ProblemReport { range, severity, message, rule, .. } = problem;
        let _ = writeln!(
            text,
            "{}:{}:{}: {}: {message} [{rule}]",
            range.file,
            range.line,
            range.column,
            severity.word()
        );
        for line in problem.help.lines() {
            let _ = writeln!(text, "    {line}");
        }
        if let Some(fix) = problem.fixes.first() {
            let _ = writeln!(text, "    fix: {}", fix.title);
        }
    }
    let objects: usize =
        analysis.files.iter().flat_map(|file| &file.documents).map(|document| document.objects.len()).sum();
    let _ = writeln!(
        text,
        "{} in {}: {}, {}",
        plural(objects, "object"),
        plural(analysis.files.len(), "file"),
        plural(count(analysis, Severity::Error), "error"),
        plural(count(analysis, Severity::Warning), "warning"),
    );
    text
}

fn plural(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

fn as_json(analysis: &Analysis) -> Value {
    let problems: Vec<Value> = analysis.problems.iter().map(problem_json).collect();
    json!({
        "problems": problems,
        "summary": {
            "files": analysis.files.len(),
            "errors": count(analysis, Severity::Error),
            "warnings": count(analysis, Severity::Warning),
            "infos": count(analysis, Severity::Info),
            "hints": count(analysis, Severity::Hint),
        },
    })
}

fn problem_json(problem: &ProblemReport) -> Value {
    let range = &problem.range;
    let fixes: Vec<Value> = problem
        .fixes
        .iter()
        .map(|fix| {
            let edit = |(range, text): &(drydock_core::session::Range, String)| {
                json!({
                    "file": range.file,
                    "start": {"line": range.line, "column": range.column},
                    "end": {"line": range.end_line, "column": range.end_column},
                    "replacement": text,
                })
            };
            json!({"title": fix.title, "edits": fix.edits.iter().map(edit).collect::<Vec<_>>()})
        })
        .collect();
    json!({
        "rule": problem.rule,
        "severity": problem.severity.word(),
        "message": problem.message,
        "help": problem.help,
        "file": range.file,
        "start": {"line": range.line, "column": range.column},
        "end": {"line": range.end_line, "column": range.end_column},
        "object": object_json(&problem.object, &problem.object_version),
        "field": problem.field,
        "fixes": fixes,
    })
}

fn object_json(id: &str, version: &str) -> Value {
    ObjectKey::from_id(id).map_or(
        Value::Null,
        |key| json!({"apiVersion": version, "kind": key.kind, "namespace": key.namespace, "name": key.name}),
    )
}
