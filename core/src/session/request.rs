//! What may be asked.

use crate::scene::Look;
use serde::{Deserialize, Serialize};

/// A file of the workspace.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct SourceFile {
    /// Its name, unique in the workspace: `app.yaml`, `base/net.yaml`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// How a picture is exported.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExportFormat {
    /// A self-contained SVG.
    Svg,
    /// Mermaid's `flowchart`.
    Mermaid,
    /// Graphviz' DOT.
    Dot,
    /// The outline as text.
    Text,
    /// Nodes and edges as JSON.
    Json,
}

/// A request. Each carries the revision of the text that it is about; an answer carries it back, and one
/// that is older than what the page shows is dropped by the page.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Request {
    /// Here is the whole workspace: answered by `Analysis` and then `Picture`. The engine keeps what it
    /// knows of documents whose text has not changed.
    Open {
        /// The text's revision.
        revision: u64,
        /// All files, in the order of their tabs.
        files: Vec<SourceFile>,
        /// What to show.
        look: Look,
    },
    /// One file has a new text: answered as `Open` is.
    Edit {
        /// The text's new revision.
        revision: u64,
        /// The file.
        file: SourceFile,
    },
    /// Show the picture otherwise: answered by `Picture`.
    Look {
        /// The text's revision.
        revision: u64,
        /// What to show.
        look: Look,
    },
    /// A question with a single answer: answered by `Reply` with the same `id`.
    Ask {
        /// The text's revision.
        revision: u64,
        /// A number that the answer carries back.
        id: u64,
        /// The question.
        question: Question,
    },
}

/// A question.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Question {
    /// Everything about one object: answered by `Inspection`.
    Inspect {
        /// The object's id.
        object: String,
    },
    /// What is under the pointer: answered by `Hover`.
    Hover {
        /// The file's name.
        file: String,
        /// The UTF-16 offset.
        offset: u32,
    },
    /// What could be typed here: answered by `Completions`.
    Complete {
        /// The file's name.
        file: String,
        /// The UTF-16 offset of the cursor.
        offset: u32,
    },
    /// Where is that defined: answered by `Definition`.
    Definition {
        /// The file's name.
        file: String,
        /// The UTF-16 offset.
        offset: u32,
    },
    /// The picture in a format: answered by `Export`.
    Export {
        /// The format.
        format: ExportFormat,
        /// For SVG: `light` or `dark`.
        theme: String,
    },
    /// The files with every value of a Secret replaced by valid base64 of a placeholder, for sharing:
    /// answered by `Masked`.
    Mask,
}
