//! Repairs.

use super::DocumentIndex;
use crate::text::{Span, TextEdit};
use serde::{Deserialize, Serialize};

/// How sure a repair is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// Does what was meant; may be applied without a look.
    Sure,
    /// Probably what was meant.
    Likely,
    /// Leaves something to fill in.
    Template,
}

/// An edit that repairs a problem and keeps comments and formatting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What it does, an imperative phrase that fits a button: `change to "web"`.
    pub title: String,
    /// How sure it is.
    pub applicability: Applicability,
    /// The edits, each in bytes of its document.
    pub edits: Vec<(DocumentIndex, TextEdit)>,
}

impl Fix {
    /// A fix of one replacement in the document counted as 0.
    pub fn replace(title: impl Into<String>, span: Span, replacement: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            applicability: Applicability::Likely,
            edits: vec![(DocumentIndex(0), TextEdit::replace(span, replacement))],
        }
    }

    /// The same fix, marked with how sure it is.
    pub fn applicability(mut self, applicability: Applicability) -> Self {
        self.applicability = applicability;
        self
    }
}
