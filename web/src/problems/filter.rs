//! Which problems are shown. No browser here.

use drydock_core::session::{ProblemReport, Severity};

/// A filter.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Filter {
    /// Only of this severity.
    pub severity: Option<Severity>,
    /// Only of this file; empty: of all.
    pub file: String,
}

impl Filter {
    /// The places of the problems that pass.
    pub fn pass(&self, problems: &[ProblemReport]) -> Vec<usize> {
        let passes = |problem: &ProblemReport| {
            self.severity.is_none_or(|severity| severity == problem.severity)
                && (self.file.is_empty() || self.file == problem.range.file)
        };
        problems.iter().enumerate().filter(|(_, problem)| passes(problem)).map(|(place, _)| place).collect()
    }

    /// The filter after a click on a severity: only this one, or all again.
    pub fn toggled(&self, severity: Severity) -> Self {
        let severity = if self.severity == Some(severity) { None } else { Some(severity) };
        Self { severity, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drydock_core::session::Range;

    fn problem(severity: Severity, file: &str) -> ProblemReport {
        ProblemReport {
            rule: String::new(),
            severity,
            message: String::new(),
            help: String::new(),
            range: Range { file: file.into(), ..Range::default() },
            labels: Vec::new(),
            object: String::new(),
            object_name: String::new(),
            field: String::new(),
            fixes: Vec::new(),
        }
    }

    #[test]
    fn severity_and_file_both_narrow() {
        let problems =
            [problem(Severity::Error, "a"), problem(Severity::Error, "b"), problem(Severity::Info, "a")];
        let errors = Filter::default().toggled(Severity::Error);
        assert_eq!(errors.pass(&problems), [0, 1]);
        assert_eq!(Filter { file: "a".into(), ..errors }.pass(&problems), [0]);
    }

    #[test]
    fn the_same_severity_again_shows_all() {
        assert_eq!(Filter::default().toggled(Severity::Hint).toggled(Severity::Hint), Filter::default());
    }
}
