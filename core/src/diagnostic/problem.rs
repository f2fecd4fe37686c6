//! One finding.

use super::Fix;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// An API server refuses it, or it certainly does not work.
    Error,
    /// It very probably does not do what was meant.
    Warning,
    /// Worth knowing; nothing needs to be done.
    Info,
    /// A suggestion.
    Hint,
}

impl Severity {
    /// The word that people and programs hold on to.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Hint => "hint",
        }
    }
}

/// The number of a document in the workspace, over all files.
///
/// Findings about a single document are kept with that document counted as 0 and rebased (see
/// [`Problem::rebased`]) when they are put together, so that they stay valid when documents before it come
/// and go.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct DocumentIndex(pub u32);

/// A range in one document. Its span counts from the document's first byte, not the file's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Place {
    /// The document.
    pub document: DocumentIndex,
    /// The range in it.
    pub span: Span,
}

impl Place {
    /// A place in the document that is counted as 0.
    pub fn here(span: Span) -> Self {
        Self { document: DocumentIndex(0), span }
    }
}

/// A second place that helps to understand a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What is to be seen there, a short phrase.
    pub text: String,
}

/// A finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The id that others hold on to, such as `schema/unknown-field`.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, one sentence without a full stop, with upstream's wording where upstream has one.
    pub message: String,
    /// The range that is wrong.
    pub place: Place,
    /// Other places that explain it.
    pub labels: Vec<Label>,
    /// Why it matters and what to do, whole sentences; empty when the message says it all.
    pub help: String,
    /// The path of the field as upstream writes it, such as `spec.ports[0].port`; may be empty.
    pub field: String,
    /// Edits that repair it, the best first.
    pub fixes: Vec<Fix>,
}

impl Problem {
    /// A finding with nothing but the necessary.
    pub fn new(rule: &'static str, severity: Severity, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity,
            message: message.into(),
            place,
            labels: Vec::new(),
            help: String::new(),
            field: String::new(),
            fixes: Vec::new(),
        }
    }

    /// An error.
    pub fn error(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Error, place, message)
    }

    /// A warning.
    pub fn warning(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Warning, place, message)
    }

    /// With an explanation.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// With the path of the field.
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = field.into();
        self
    }

    /// With one more place.
    pub fn label(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label { place, text: text.into() });
        self
    }

    /// With one more way to repair it.
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// The same finding with every place in the document counted as 0 moved to `document`.
    pub fn rebased(mut self, document: DocumentIndex) -> Self {
        let rebase = |place: &mut Place| {
            if place.document == DocumentIndex(0) {
                place.document = document;
            }
        };
        rebase(&mut self.place);
        self.labels.iter_mut().for_each(|label| rebase(&mut label.place));
        for fix in &mut self.fixes {
            fix.edits.iter_mut().filter(|edit| edit.0 == DocumentIndex(0)).for_each(|edit| edit.0 = document);
        }
        self
    }
}
