//! Collects the references of one object.

use super::{Namespaces, Part, Reference, Relation, Selected, Selection, Target, Usually, WhenEmpty};
use crate::api::{FieldPath, LabelSelector, Object, ObjectKey};
use serde_json::Value;

/// The references of an object while they are being collected.
#[derive(Debug)]
pub struct References<'o> {
    object: &'o Object,
    list: Vec<Reference>,
}

/// Kinds whose objects usually come from elsewhere: administrators, cloud providers, operators.
const ELSEWHERE: &[&str] = &[
    "CustomResourceDefinition",
    "GatewayClass",
    "IngressClass",
    "Node",
    "PersistentVolume",
    "PriorityClass",
    "RuntimeClass",
    "ServiceAccount",
    "StorageClass",
];

impl<'o> References<'o> {
    /// None yet.
    pub fn new(object: &'o Object) -> Self {
        Self { object, list: Vec::new() }
    }

    /// All, in the order in which they were found.
    pub fn finish(self) -> Vec<Reference> {
        self.list
    }

    /// The namespace of the object.
    pub fn namespace(&self) -> &'o str {
        &self.object.key.namespace
    }

    /// A reference to an object by its name.
    pub fn to(&mut self, relation: Relation, path: FieldPath, key: ObjectKey) -> &mut Reference {
        let usually = if ELSEWHERE.contains(&key.kind.as_str()) { Usually::Elsewhere } else { Usually::Here };
        let reference = self.push(relation, path, Target::Object { key, part: None });
        reference.usually = usually;
        reference
    }

    /// A reference to an object of the core group in the same namespace.
    pub fn core(&mut self, relation: Relation, path: FieldPath, kind: &str, name: &str) -> &mut Reference {
        let key = ObjectKey::new("", kind, self.namespace(), name);
        self.to(relation, path, key)
    }

    /// A reference to Pods of the same namespace.
    pub fn pods(&mut self, relation: Relation, path: FieldPath, selector: LabelSelector) -> &mut Reference {
        let namespaces = Namespaces::Named(vec![self.namespace().to_owned()]);
        self.select(relation, path, Selected::Pods, namespaces, selector)
    }

    /// A reference to whatever labels select.
    pub fn select(
        &mut self,
        relation: Relation,
        path: FieldPath,
        among: Selected,
        namespaces: Namespaces,
        selector: LabelSelector,
    ) -> &mut Reference {
        let when_empty = WhenEmpty::OnlyWhenNear;
        let selection = Selection { among, namespaces, selector, ports: Vec::new(), when_empty };
        self.push(relation, path, Target::Selection(selection))
    }

    /// A reference to something outside of the cluster.
    pub fn outside(&mut self, path: FieldPath, name: &str) -> &mut Reference {
        self.push(Relation::Routes, path, Target::Outside(name.to_owned()))
    }

    fn push(&mut self, relation: Relation, path: FieldPath, target: Target) -> &mut Reference {
        let place = self.list.len();
        self.list.push(Reference {
            relation,
            path,
            target,
            label: String::new(),
            sentence: String::new(),
            optional: false,
            reversed: false,
            usually: Usually::Here,
        });
        &mut self.list[place]
    }
}

impl Reference {
    /// With what it carries.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = label.into();
        self
    }

    /// With the sentence that explains it.
    pub fn because(&mut self, sentence: impl Into<String>) -> &mut Self {
        self.sentence = sentence.into();
        self
    }

    /// To a part of the object only.
    pub fn part(&mut self, path: FieldPath, wanted: Part) -> &mut Self {
        if let Target::Object { part, .. } = &mut self.target {
            *part = Some((path, wanted));
        }
        self
    }

    /// Whether the target may be missing.
    pub fn optional(&mut self, optional: bool) -> &mut Self {
        self.optional = optional;
        self
    }

    /// Read from the target to the object.
    pub fn reversed(&mut self) -> &mut Self {
        self.reversed = true;
        self
    }

    /// To something that usually comes from elsewhere.
    pub fn elsewhere(&mut self) -> &mut Self {
        self.usually = Usually::Elsewhere;
        self
    }

    /// With what it means that nothing is selected.
    pub fn when_empty(&mut self, meaning: WhenEmpty) -> &mut Self {
        if let Target::Selection(selection) = &mut self.target {
            selection.when_empty = meaning;
        }
        self
    }
}

/// The items of a list below a value, with their paths.
pub(super) fn items<'v>(
    value: &'v Value,
    at: &FieldPath,
    field: &str,
) -> impl Iterator<Item = (FieldPath, &'v Value)> + use<'v> {
    let path = at.field(field);
    let list = value.get(field).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    list.iter().enumerate().map(move |(place, item)| (path.index(place), item))
}

/// The text of a field, unless it is empty, which means as much as absent everywhere in the API.
pub(super) fn text<'v>(value: &'v Value, field: &str) -> Option<&'v str> {
    value.get(field).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// Whether a boolean field is set.
pub(super) fn flag(value: &Value, field: &str) -> bool {
    value.get(field).and_then(Value::as_bool).unwrap_or(false)
}
