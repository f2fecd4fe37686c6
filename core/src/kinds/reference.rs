//! What an object refers to.

use super::Relation;
use crate::api::{FieldPath, LabelSelector, ObjectKey};
use crate::diagnostic::Severity;

/// One reference, from an exact field of an object.
#[derive(Clone, PartialEq, Debug)]
pub struct Reference {
    /// What it means.
    pub relation: Relation,
    /// The field that names the target: a scalar for names, the selector's field for selections.
    pub path: FieldPath,
    /// What is referred to.
    pub target: Target,
    /// What the relation carries, short: `/api → 80`, `envFrom`; may be empty.
    pub label: String,
    /// Why it is drawn, a sentence; the graph writes it for selections, which only it can resolve.
    pub sentence: String,
    /// The object works without its target, so that a missing one is no problem.
    pub optional: bool,
    /// The relation is read from the target to the object that has the field: an owner owns, a Gateway
    /// routes.
    pub reversed: bool,
    /// Whether the target is usually pasted together with the object.
    pub usually: Usually,
}

/// Whether a target is usually written beside what refers to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Usually {
    /// Beside it: a missing one is worth a warning.
    Here,
    /// Elsewhere, made by a controller, an operator or an administrator: a missing one is worth knowing.
    Elsewhere,
    /// Nobody knows whether it is meant: it is drawn when it is there, and nothing is said when it is not.
    OnlyIfThere,
}

/// What is referred to.
#[derive(Clone, PartialEq, Debug)]
pub enum Target {
    /// An object, by its name.
    Object {
        /// Which.
        key: ObjectKey,
        /// What of it, and the field that says so.
        part: Option<(FieldPath, Part)>,
    },
    /// Whatever labels select.
    Selection(Selection),
    /// Something outside of the cluster: `Internet`, an external name, an address range.
    Outside(String),
}

/// A part of an object.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// A key of a ConfigMap or a Secret.
    Key(String),
    /// A port of a Service.
    Port(PortName),
}

/// A port, by number or by name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PortName {
    /// By number.
    Number(i64),
    /// By name.
    Name(String),
}

impl PortName {
    /// From an `IntOrString`.
    pub fn from_json(value: &serde_json::Value) -> Option<Self> {
        value.as_i64().map(Self::Number).or_else(|| value.as_str().map(|name| Self::Name(name.to_owned())))
    }
}

impl std::fmt::Display for PortName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Name(name) => f.write_str(name),
        }
    }
}

/// A choice of objects by their labels.
#[derive(Clone, PartialEq, Debug)]
pub struct Selection {
    /// Among what.
    pub among: Selected,
    /// In which namespaces.
    pub namespaces: Namespaces,
    /// By which labels.
    pub selector: LabelSelector,
    /// The ports of the Pods that traffic goes to.
    pub ports: Vec<PortNeed>,
    /// What it means when nothing is selected.
    pub when_empty: WhenEmpty,
}

/// Among what is selected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Selected {
    /// Pods, which are drawn as the workload that makes them.
    Pods,
    /// Objects of a kind.
    Objects {
        /// The group.
        group: String,
        /// The kind.
        kind: String,
    },
}

/// In which namespaces is selected.
#[derive(Clone, PartialEq, Debug)]
pub enum Namespaces {
    /// In these; the empty name stands for cluster-scoped objects.
    Named(Vec<String>),
    /// In those with such labels.
    Matching(LabelSelector),
    /// In all.
    All,
}

/// What it means when a selection selects nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhenEmpty {
    /// A problem of this severity.
    Problem(Severity),
    /// A problem only when a near label would make it select something.
    OnlyWhenNear,
    /// Nothing.
    Fine,
}

/// A port that traffic to a Pod is sent to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PortNeed {
    /// The field that says so.
    pub path: FieldPath,
    /// The port of the Pod.
    pub port: PortName,
    /// `TCP`, `UDP` or `SCTP`.
    pub protocol: String,
}
