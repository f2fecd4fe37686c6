//! The report for test runners: JUnit's XML, a suite a file, a case a document or problem.

use drydock_core::session::{Analysis, FileReport, ProblemReport, Severity};
use std::fmt::Write;

/// The report.
pub(crate) fn report(analysis: &Analysis) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"drydock\">\n");
    for file in &analysis.files {
        suite(&mut xml, file, &analysis.problems);
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn suite(xml: &mut String, file: &FileReport, problems: &[ProblemReport]) {
    let problems: Vec<&ProblemReport> =
        problems.iter().filter(|problem| problem.range.file == file.name).collect();
    let failures = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let tests = problems.len().max(1);
    let name = escape(&file.name);
    let _ = writeln!(xml, "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\">");
    if problems.is_empty() {
        let _ = writeln!(xml, "    <testcase classname=\"{name}\" name=\"no problems\"/>");
    }
    for problem in problems {
        let case = escape(&format!("{} line {}: {}", problem.rule, problem.range.line, problem.message));
        let _ = write!(xml, "    <testcase classname=\"{name}\" name=\"{case}\">");
        let message = escape(&problem.message);
        let text = escape(&problem.help);
        let _ = match problem.severity {
            Severity::Error => write!(xml, "<failure message=\"{message}\">{text}</failure>"),
            _ => write!(xml, "<system-out>{}: {message} {text}</system-out>", problem.severity.word()),
        };
        xml.push_str("</testcase>\n");
    }
    xml.push_str("  </testsuite>\n");
}

/// Text that may stand in an attribute; characters that XML does not know become spaces.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\t' | '\r' | '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_messages_is_text() {
        assert_eq!(escape("a < \"b\" & \u{1}c"), "a &lt; &quot;b&quot; &amp;  c");
    }
}
