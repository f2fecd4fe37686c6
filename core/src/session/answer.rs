//! What is told.

use super::{Fact, Prose, SourceFile};
use crate::diagnostic::{Applicability, Severity};
use crate::graph::{PodCount, Presence, Relation};
use crate::kinds::Family;
use crate::scene::Scene;
use serde::{Deserialize, Serialize};

/// A range in a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct Range {
    /// The file's name.
    pub file: String,
    /// The UTF-16 offset of its start.
    pub from: u32,
    /// The UTF-16 offset of its end.
    pub to: u32,
    /// The line of its start, from 1.
    pub line: u32,
    /// The column of its start, from 1, in Unicode scalar values.
    pub column: u32,
    /// The line of its end, from 1.
    pub end_line: u32,
    /// The column of its end, from 1, in Unicode scalar values.
    pub end_column: u32,
}

/// What a document is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DocumentState {
    /// An object, or a list of them.
    Object,
    /// Nothing but comments.
    Empty,
    /// Broken text, read as far as possible.
    Broken,
    /// Something else: a template, a values file, a Compose file, …
    Foreign,
}

/// A document of a file.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DocumentReport {
    /// Where it is.
    pub range: Range,
    /// What it is.
    pub state: DocumentState,
    /// The ids of its objects.
    pub objects: Vec<String>,
}

/// A file.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FileReport {
    /// Its name.
    pub name: String,
    /// Its documents, in order.
    pub documents: Vec<DocumentReport>,
    /// How many errors it has.
    pub errors: u32,
    /// How many warnings it has.
    pub warnings: u32,
}

/// A way to repair a problem. The edits are applied all or none.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FixReport {
    /// What it does: `change to "web"`.
    pub title: String,
    /// How sure it is.
    pub applicability: Applicability,
    /// Ranges and what to put there.
    pub edits: Vec<(Range, String)>,
}

/// A problem.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ProblemReport {
    /// The id of its rule.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Why and what to do; may be empty.
    pub help: String,
    /// Where.
    pub range: Range,
    /// Other places with what is to be seen there.
    pub labels: Vec<(Range, String)>,
    /// The object's id; empty when it concerns none.
    pub object: String,
    /// The object's `apiVersion`; empty when it concerns none.
    pub object_version: String,
    /// The object's name for people: `Deployment shop/web`; empty when it concerns none.
    pub object_name: String,
    /// The field's path; may be empty.
    pub field: String,
    /// Repairs, the best first.
    pub fixes: Vec<FixReport>,
}

/// The problems of a revision.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Analysis {
    /// The files.
    pub files: Vec<FileReport>,
    /// The problems, errors first, then by file and place.
    pub problems: Vec<ProblemReport>,
}

/// An object.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ObjectReport {
    /// Its id.
    pub id: String,
    /// `apps/v1`; empty for what is missing.
    pub api_version: String,
    /// Its kind.
    pub kind: String,
    /// Its namespace; empty for cluster-scoped objects.
    pub namespace: String,
    /// Its name.
    pub name: String,
    /// The accessible name: `Deployment shop/web, 3 of 3 ready`.
    pub title: String,
    /// Its family.
    pub family: Family,
    /// Whether it is there.
    pub presence: Presence,
    /// Pods of a workload.
    pub pods: Option<PodCount>,
    /// One line of facts.
    pub summary: String,
    /// Where it is written.
    pub range: Option<Range>,
}

/// A relation.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RelationReport {
    /// The start, as a place in the list of objects.
    pub from: u32,
    /// The end, as a place in the list of objects.
    pub to: u32,
    /// What it means.
    pub relation: Relation,
    /// The verb from start to end.
    pub verb: String,
    /// The verb from end to start.
    pub reverse_verb: String,
    /// What it carries.
    pub label: String,
    /// It leads nowhere.
    pub broken: bool,
}

/// The picture of a revision, with everything that its text twin needs.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Picture {
    /// The objects.
    pub objects: Vec<ObjectReport>,
    /// The relations.
    pub relations: Vec<RelationReport>,
    /// All kinds that occur, with how many objects each has.
    pub kinds: Vec<(String, u32)>,
    /// All namespaces that occur, with how many objects each has.
    pub namespaces: Vec<(String, u32)>,
    /// The drawing.
    pub scene: Scene,
    /// The story in a sentence or two: what comes in, what runs, what stores, what is wrong.
    pub story: String,
}

/// A relation as the inspector shows it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct InspectionRelation {
    /// `selected by`.
    pub verb: String,
    /// The other object.
    pub object: ObjectReport,
    /// What the relation carries.
    pub label: String,
    /// It leads nowhere.
    pub broken: bool,
    /// The question that `why` answers: `Why is it selected by Service web?`
    pub question: String,
    /// Why it is drawn, with lines.
    pub why: Prose,
}

/// Everything about one object.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Inspection {
    /// The object.
    pub object: ObjectReport,
    /// What such an object is for, a sentence for newcomers.
    pub purpose: String,
    /// Facts.
    pub facts: Vec<Fact>,
    /// Relations.
    pub relations: Vec<InspectionRelation>,
    /// Its problems.
    pub problems: Vec<ProblemReport>,
}

/// What is under the pointer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Hover {
    /// What it is about.
    pub range: Range,
    /// The field's path: `Deployment.spec.replicas`.
    pub path: String,
    /// Its type: `integer`, `[]Container, required`.
    pub type_text: String,
    /// Its documentation's id in the documentation file, `core.v1.Container:ports`; empty when there is none.
    pub documentation: String,
    /// The documentation itself, where a CustomResourceDefinition holds it; else empty.
    pub documentation_text: String,
    /// Further sentences: the default, the values it may have, the object that a reference leads to.
    pub notes: Vec<Prose>,
}

/// A thing that could be typed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Completion {
    /// What is shown and matched against.
    pub label: String,
    /// What is inserted.
    pub insert: String,
    /// Its type or origin, short.
    pub detail: String,
    /// `field`, `value`, `kind` or `object`.
    pub kind: String,
    /// Documentation's id; may be empty.
    pub documentation: String,
}

/// What could be typed in a place.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Completions {
    /// The UTF-16 offset where the word that is being typed begins.
    pub from: u32,
    /// The choices, the likeliest first.
    pub options: Vec<Completion>,
}

/// What a reference leads to.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Target {
    /// The object's id.
    pub object: String,
    /// Where it is defined; none when that is not in the files.
    pub range: Option<Range>,
}

/// An answer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Response {
    /// The problems of a revision.
    Analysis(Analysis),
    /// The picture of a revision. `None`: it is the same as the last one.
    Picture(Option<Box<Picture>>),
    /// How far a long analysis is, of 100.
    Progress(u32),
    /// Answer to `Inspect`; `None` when there is no such object.
    Inspection(Option<Box<Inspection>>),
    /// Answer to `Hover`.
    Hover(Option<Hover>),
    /// Answer to `Complete`.
    Completions(Completions),
    /// Answer to `Definition`.
    Definition(Option<Target>),
    /// Answer to `Export`.
    Export(String),
    /// Answer to `Mask`, with how many values were masked.
    Masked(Vec<SourceFile>, u32),
}
