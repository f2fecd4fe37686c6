//! The report for code scanning: SARIF 2.1.0.

use drydock_core::session::{Analysis, ProblemReport, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The report.
pub(crate) fn report(analysis: &Analysis) -> Value {
    let rules: BTreeSet<&str> = analysis.problems.iter().map(|problem| problem.rule.as_str()).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "drydock",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| json!({"id": rule})).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": analysis.problems.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}

fn result(problem: &ProblemReport) -> Value {
    let level = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    };
    let text = if problem.help.is_empty() {
        problem.message.clone()
    } else {
        format!("{}. {}", problem.message, problem.help)
    };
    let range = &problem.range;
    json!({
        "ruleId": problem.rule,
        "level": level,
        "message": {"text": text},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": range.file},
                "region": {
                    "startLine": range.line,
                    "startColumn": range.column,
                    "endLine": range.end_line,
                    "endColumn": range.end_column,
                },
            },
            "logicalLocations": [{"fullyQualifiedName": format!("{} {}", problem.object_name, problem.field)}],
        }],
    })
}
