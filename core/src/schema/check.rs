//! Walks an object by its type: unknown fields, wrong types, missing fields, values of enums.

use super::catalogue::Catalogue;
use super::shape::{ObjectType, Scoped, Shape};
use super::{scalar, unknown_field};
use crate::api::{FieldPath, GroupVersionKind, Segment};
use crate::diagnostic::{Place, Problem, nearest};
use crate::text::Span;
use crate::yaml::{Entry, NodeId, Tree, Value};

/// How many levels of an object are looked at; nothing that an API server accepts is as deep.
const DEEPEST: usize = 256;

/// For how many unknown fields advice is looked for. An object with more is no object of its kind at all.
const ADVISED: usize = 50;

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
    /// How many unknown fields there were.
    unknown: usize,
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
        let mut walk = Walk {
            tree,
            at,
            steps: Vec::new(),
            parents: Vec::new(),
            problems: Vec::new(),
            unknown: 0,
            in_status: false,
        };
        walk.node(root, resource.shape(), head(tree, root));
        walk.problems
    }
}

impl<'c, 't> Walk<'c, 't> {
    /// The path to where the walk is.
    pub(super) fn path(&self) -> FieldPath {
        self.path_of(self.steps.len())
    }

    /// The path of the first steps.
    pub(super) fn path_of(&self, steps: usize) -> FieldPath {
        let mut path = self.at.clone();
        path.0.extend(self.steps.iter().take(steps).map(|step| match *step {
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

    /// Whether a key that is no field was probably meant to be this one: then saying so is enough.
    fn is_misspelt(&self, id: NodeId, object: &ObjectType, field: &str) -> bool {
        let names = || object.fields.iter().map(|field| &*field.name);
        self.tree
            .entries(id)
            .filter(|entry| !names().any(|name| name == &*entry.key))
            .take(ADVISED)
            .any(|entry| nearest(&entry.key, names()) == Some(field))
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
            let absent = present.is_none_or(|value| matches!(self.tree.value(value), Value::Null));
            if absent && !self.is_misspelt(id, object, &field.name) {
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
        self.unknown += 1;
        let advice = if self.unknown <= ADVISED {
            unknown_field::advise(self, entry)
        } else {
            unknown_field::Advice::default()
        };
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

#[cfg(test)]
mod tests {
    use super::super::testing::{problems_in, told};
    use super::*;
    use serde_json::json;

    /// What is told of a Pod's only container with these fields.
    fn container(fields: &str) -> String {
        told(&format!("{{apiVersion: v1, kind: Pod, metadata: {{name: a}}, spec: {{containers: [{{name: c, {fields}}}]}}}}"))
            .replace("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, ", "…")
            .replace("}]}}", "…")
    }

    fn fine(text: &str) {
        assert_eq!(problems_in(&Catalogue::builtin(), text), [], "{text}");
    }

    #[test]
    fn missing_fields_are_told_at_their_parents_key() {
        assert_eq!(
            told(
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {template: {spec: {containers: []}}}}"
            ),
            "schema/required at spec: spec.selector: Required value | `selector` must be given here: a LabelSelector."
        );
        assert_eq!(
            container("ports: [{name: web}]"),
            "schema/required at name: spec.containers[0].ports[0].containerPort: Required value | \
             `containerPort` must be given here: an integer."
        );
    }

    #[test]
    fn null_is_as_absent() {
        fine(
            "{apiVersion: v1, kind: Pod, metadata: {name: a, labels: null}, spec: {containers: [{name: c, env: null}]}}",
        );
        assert!(
            told("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: null}}")
                .contains("spec.containers: Required")
        );
    }

    #[test]
    fn status_need_not_be_complete_but_has_no_other_fields() {
        let pod = |status: &str| {
            format!(
                "{{apiVersion: v1, kind: Pod, metadata: {{name: a}}, spec: {{containers: [{{name: c}}]}}, status: {{{status}}}}}"
            )
        };
        fine(&pod("phase: Dancing, containerStatuses: [{name: c}]"));
        assert!(
            told(&pod("fase: Running"))
                .starts_with("schema/unknown-field at fase: unknown field \"status.fase\"")
        );
    }

    #[test]
    fn values_of_enums_are_told_in_upstreams_words() {
        assert_eq!(
            container("ports: [{containerPort: 80, protocol: TCPP}]"),
            "schema/enum at TCPP: spec.containers[0].ports[0].protocol: Unsupported value: \"TCPP\": supported values: \
             \"SCTP\", \"TCP\", \"UDP\" | Did you mean `TCP`? | …ports: [{containerPort: 80, protocol: TCP…"
                .replace("TCP…", "TCP}]…")
        );
        assert!(container("imagePullPolicy: \"always\"").ends_with("| …imagePullPolicy: \"Always\"…"));
        fine("{apiVersion: v1, kind: Secret, metadata: {name: a}, type: my.example/type}");
        fine("{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {type: \"\"}}");
    }

    #[test]
    fn types_that_contain_themselves_are_followed() {
        let mut schema = "{type: object}".to_owned();
        for _ in 0..30 {
            schema = format!("{{properties: {{a: {schema}}}}}");
        }
        fine(&format!(
            "{{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {{name: a}}, spec: {{group: b, \
             names: {{kind: A, plural: as}}, scope: Cluster, versions: [{{name: v1, served: true, storage: true, \
             schema: {{openAPIV3Schema: {schema}}}}}]}}}}"
        ));
    }

    #[test]
    fn places_are_those_of_block_style_too() {
        let manifest = "\
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
  - port: 80
    targetport: 8080   # small p
";
        assert_eq!(
            told(manifest),
            "schema/unknown-field at targetport: unknown field \"spec.ports[0].targetport\" | Did you mean `targetPort`? | "
                .to_owned()
                + &manifest.replace("targetport", "targetPort")
        );
        let empty =
            "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - name: http\n";
        assert!(told(empty).starts_with("schema/required at name: spec.ports[0].port: Required value"));
    }

    #[test]
    fn custom_resources_are_checked_by_their_definition() {
        let crd = json!({
            "apiVersion": "apiextensions.k8s.io/v1",
            "kind": "CustomResourceDefinition",
            "spec": {
                "group": "shop.example", "names": {"kind": "Basket", "plural": "baskets"}, "scope": "Namespaced",
                "versions": [{"name": "v1", "served": true, "schema": {"openAPIV3Schema": {
                    "type": "object",
                    "properties": {"spec": {"type": "object", "required": ["size"], "properties": {
                        "size": {"type": "integer"}, "mode": {"type": "string", "enum": ["fast", "slow"]},
                    }}},
                }}}],
            },
        });
        let catalogue = Catalogue::with_custom([&crd].into_iter());
        let rules = |spec: &str| -> Vec<&str> {
            let text = format!(
                "{{apiVersion: shop.example/v1, kind: Basket, metadata: {{name: a}}, spec: {{{spec}}}}}"
            );
            problems_in(&catalogue, &text).iter().map(|problem| problem.rule).collect()
        };
        assert!(rules("size: 3, mode: fast").is_empty());
        assert_eq!(rules("mode: quick"), ["schema/enum", "schema/required"]);
        assert_eq!(rules("size: three, colour: red"), ["schema/type", "schema/unknown-field"]);
    }
}
