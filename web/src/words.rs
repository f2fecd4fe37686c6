//! Words and classes that several regions share.

use drydock_core::session::{Family, Range, Severity};

/// The class that carries a family's hue.
pub fn family_class(family: Family) -> &'static str {
    match family {
        Family::Entry => "entry",
        Family::Service => "service",
        Family::Workload => "workload",
        Family::Config => "config",
        Family::Storage => "storage",
        Family::Policy => "policy",
        Family::Scaling => "scaling",
        Family::Identity => "identity",
        Family::Other => "other",
    }
}

/// What a family is for, in the words of the legend.
pub fn family_words(family: Family) -> &'static str {
    match family {
        Family::Entry => "Way in",
        Family::Service => "Stable address",
        Family::Workload => "Runs Pods",
        Family::Config => "Configuration",
        Family::Storage => "Storage",
        Family::Policy => "Rules and limits",
        Family::Scaling => "Scaling",
        Family::Identity => "Who may what",
        Family::Other => "Everything else",
    }
}

/// `1 error`, `3 errors`.
pub fn count(number: usize, word: &str) -> String {
    let end = if number == 1 { "" } else { "s" };
    [number.to_string().as_str(), " ", word, end].concat()
}

/// `app.yaml:14`, or `app.yaml:14–40`.
pub fn place(range: &Range) -> String {
    let mut text = [range.file.as_str(), ":", &range.line.to_string()].concat();
    if range.end_line > range.line {
        text.push('\u{2013}');
        text.push_str(&range.end_line.to_string());
    }
    text
}

/// The class of a severity.
pub fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "is-error",
        Severity::Warning => "is-warning",
        Severity::Info => "is-info",
        Severity::Hint => "is-hint",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_thing_has_no_s() {
        assert_eq!((count(1, "error"), count(0, "error")), ("1 error".into(), "0 errors".into()));
    }

    #[test]
    fn a_place_names_its_lines_once() {
        let mut range = Range { file: "app.yaml".into(), line: 3, end_line: 3, ..Range::default() };
        assert_eq!(place(&range), "app.yaml:3");
        range.end_line = 9;
        assert_eq!(place(&range), "app.yaml:3\u{2013}9");
    }
}
