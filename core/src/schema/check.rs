//! Walks an object by its type: unknown fields, wrong types, missing fields, values of enums.

use super::catalogue::Catalogue;
use super::shape::{ObjectType, Scoped, Shape};
use super::{scalar, unknown_field};
use crate::api::{FieldPath, GroupVersionKind, Segment};
use crate::diagnostic::{Place, Problem};
use crate::text::Span;
use crate::yaml::{Entry, NodeId, Tree, Value};

/// How many levels of an object are looked at; nothing that an API server accepts is as deep.
const DEEPEST: usize = 256;

/// One step on the way from the object to where the walk is.
#[derive(Clone, Copy)]
pub(super) enum Step<'t> {
    Field(&'t str),
    Key(&'t str),
    Index(usize),
}

/// An object type on the way, with the node that is of it.
#[derive(Clone, Copy)]
pub(super) struct Parent<'c> {
    pub(super) node: NodeId,
    pub(super) shape: Scoped<'c>,
    /// How many steps lead to it.
    pub(super) steps: usize,
}

/// The state of a walk.
pub(super) struct Walk<'c, 't> {
    pub(super) tree: &'t Tree,
    at: &'t FieldPath,
    pub(super) steps: Vec<Step<'t>>,
    pub(super) parents: Vec<Parent<'c>>,
    problems: Vec<Problem>,
    /// Within `status`, which a server does not take from a manifest.
    in_status: bool,
}

impl Catalogue {
    /// Checks an object of a known type against that type; nothing for unknown types. `at` is put before
    /// every path. The positions are those of the document that the tree is of, counted as 0.
    ///
    /// `null` is as absent, as for upstream. Duplicate keys are the parser's business, `apiVersion`, `kind`
    /// and the name that of [`Catalogue::check_identity`]; items of lists are objects of their own (see
    /// [`Catalogue::items`]).
    pub fn check(&self, tree: &Tree, root: NodeId, gvk: &GroupVersionKind, at: &FieldPath) -> Vec<Problem> {
        let Some(resource) = self.resource(gvk) else { return Vec::new() };
        let mut walk =
            Walk { tree, at, steps: Vec::new(), parents: Vec::new(), problems: Vec::new(), in_status: false };
        walk.node(root, resource.shape(), head(tree, root));
        walk.problems
    }
}

impl<'c, 't> Walk<'c, 't> {
    /// The path to where the walk is.
    pub(super) fn path(&self) -> FieldPath {
        let mut path = self.at.clone();
        path.0.extend(self.steps.iter().map(|step| match *step {
            Step::Field(name) => Segment::Field(name.to_owned()),
            Step::Key(key) => Segment::Key(key.to_owned()),
            Step::Index(index) => Segment::Index(index),
        }));
        path
    }

    /// The path as upstream's decoder writes it: keys of maps like fields.
    fn strict_path(&self) -> String {
        let mut path = self.path();
        for segment in &mut path.0 {
            if let Segment::Key(key) = segment {
                *segment = Segment::Field(std::mem::take(key));
            }
        }
        path.to_string()
    }

    pub(super) fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Checks a node; `anchor` is what to point at where the node as a whole is meant: its key.
    fn node(&mut self, id: NodeId, shape: Scoped<'c>, anchor: Span) {
        let value = self.tree.value(id);
        if matches!(value, Value::Null) || self.steps.len() > DEEPEST {
            return;
        }
        match (shape.shape(), value) {
            (Shape::Any, _) => {}
            (Shape::List(items), Value::Sequence(nodes)) => {
                for (index, &item) in nodes.iter().enumerate() {
                    self.steps.push(Step::Index(index));
                    self.node(item, shape.with(items), head(self.tree, item));
                    self.steps.pop();
                }
            }
            (Shape::Map(values), Value::Mapping(_)) => {
                for entry in self.tree.entries(id) {
                    self.steps.push(Step::Key(&entry.key));
                    self.node(entry.value, shape.with(values), entry.key_span);
                    self.steps.pop();
                }
            }
            (Shape::Object(_) | Shape::Standard(_), Value::Mapping(_)) => {
                if let Some((_, object)) = shape.object() {
                    self.parents.push(Parent { node: id, shape, steps: self.steps.len() });
                    self.object(id, shape, object, anchor);
                    self.parents.pop();
                }
            }
            _ => {
                if let Some(problem) = scalar::check(self, id, shape, anchor) {
                    self.report(problem);
                }
            }
        }
    }

    fn object(&mut self, id: NodeId, shape: Scoped<'c>, object: &'c ObjectType, anchor: Span) {
        for entry in self.tree.entries(id) {
            let Some((_, inner)) = shape.field(&entry.key) else {
                if !object.open {
                    self.unknown(entry);
                }
                continue;
            };
            let was_in_status = self.in_status;
            self.in_status |= self.steps.is_empty() && &*entry.key == "status";
            self.steps.push(Step::Field(&entry.key));
            self.node(entry.value, inner, entry.key_span);
            self.steps.pop();
            self.in_status = was_in_status;
        }
        if self.in_status {
            return;
        }
        for field in object.fields.iter().filter(|field| field.required && field.default.is_none()) {
            let present = self.tree.get(id, &field.name);
            if present.is_none_or(|value| matches!(self.tree.value(value), Value::Null)) {
                let path = self.path().field(&field.name).to_string();
                let kind = shape.with_field(field).type_text();
                let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
                self.report(
                    Problem::error("schema/required", Place::here(anchor), format!("{path}: Required value"))
                        .field(path)
                        .help(format!("`{}` must be given here: {article} {kind}.", field.name)),
                );
            }
        }
    }

    fn unknown(&mut self, entry: &'t Entry) {
        let place = Place::here(entry.key_span);
        let advice = unknown_field::advise(self, entry);
        self.steps.push(Step::Field(&entry.key));
        let message = format!("unknown field \"{}\"", self.strict_path());
        let mut problem =
            Problem::error("schema/unknown-field", place, message).field(self.path().to_string());
        self.steps.pop();
        problem.help = advice.help;
        problem.fixes.extend(advice.fix);
        self.report(problem);
    }

    /// Whether the walk is within `status`.
    pub(super) fn in_status(&self) -> bool {
        self.in_status
    }
}

/// What to point at where a node as a whole is meant and it has no key: its first key, or itself.
pub(super) fn head(tree: &Tree, id: NodeId) -> Span {
    tree.entries(id).next().map_or_else(|| tree.span(id), |entry| entry.key_span)
}
