//! Sentences with links in them.

use super::Range;
use serde::{Deserialize, Serialize};

/// A piece of a sentence.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// Code: a value, a field, a label.
    Code {
        /// The code.
        text: String,
    },
    /// A link to an object.
    Object {
        /// What is written.
        text: String,
        /// The object's id.
        id: String,
        /// Its kind, for the icon.
        kind: String,
    },
    /// A link to a place: `line 46`.
    Place {
        /// What is written.
        text: String,
        /// The place.
        range: Range,
    },
}

/// A sentence or several.
pub type Prose = Vec<Part>;

/// A fact with its name: `Strategy`: `RollingUpdate, at most 4 Pods, at least 3 available`.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Fact {
    /// The name.
    pub label: String,
    /// The fact.
    pub text: Prose,
}
