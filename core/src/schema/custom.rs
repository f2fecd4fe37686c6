//! Types that CustomResourceDefinitions define.

use super::builtin::builtin;
use super::resource::{Resource, ResourceEntry};
use super::shape::{Arena, EnumId, Enumeration, Field, ListType, ObjectType, Shape, TypeId, Word};
use crate::api::GroupVersionKind;
use crate::order::Arrange;
use serde_json::{Map, Value};

/// How deep a schema is followed; below that anything goes. Real ones stay under 40.
const DEEPEST: usize = 128;

/// One version of a custom type, compiled from its definition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CustomType {
    pub(super) entry: ResourceEntry,
    pub(super) arena: Arena,
}

impl CustomType {
    /// The types that a CustomResourceDefinition defines, one for each version that it serves; none when
    /// the value is no definition. What is wrong with the definition itself is not this function's
    /// business: parts that make no sense allow anything.
    pub fn from_crd(crd: &Value) -> Vec<Self> {
        let text = |pointer: &str| crd.pointer(pointer).and_then(Value::as_str);
        let is_crd = text("/kind") == Some("CustomResourceDefinition")
            && text("/apiVersion").is_some_and(|version| version.starts_with("apiextensions.k8s.io/"));
        let (Some(group), Some(kind), Some(plural)) =
            (text("/spec/group"), text("/spec/names/kind"), text("/spec/names/plural"))
        else {
            return Vec::new();
        };
        if !is_crd {
            return Vec::new();
        }
        let list = |pointer: &str| -> Vec<Word> {
            let items = crd.pointer(pointer).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            items.iter().filter_map(Value::as_str).map(owned).collect()
        };
        let compile = |version: &str, schema: Option<&Value>| {
            let mut compiler = Compiler::default();
            let shape = schema.and_then(Value::as_object).map_or(Shape::Any, |schema| compiler.root(schema));
            let entry = ResourceEntry {
                group: owned(group),
                version: owned(version),
                kind: owned(kind),
                plural: owned(plural),
                singular: text("/spec/names/singular")
                    .map_or_else(|| Word::Owned(kind.to_lowercase()), owned),
                namespaced: text("/spec/scope") != Some("Cluster"),
                short_names: list("/spec/names/shortNames"),
                categories: list("/spec/names/categories"),
                shape,
            };
            Self { entry, arena: compiler.arena }
        };
        // Before apiextensions.k8s.io/v1 one schema could stand for all versions, and one version alone.
        let common = crd.pointer("/spec/validation/openAPIV3Schema");
        match crd.pointer("/spec/versions").and_then(Value::as_array) {
            Some(versions) => versions
                .iter()
                .filter(|version| version.get("served") != Some(&Value::Bool(false)))
                .filter_map(|version| {
                    let name = version.get("name")?.as_str()?;
                    Some(compile(name, version.pointer("/schema/openAPIV3Schema").or(common)))
                })
                .collect(),
            None => text("/spec/version").map(|version| compile(version, common)).into_iter().collect(),
        }
    }

    /// The type's names.
    pub fn gvk(&self) -> GroupVersionKind {
        self.entry.gvk()
    }

    /// The resource.
    pub(super) fn resource(&self) -> Resource<'_> {
        Resource { entry: &self.entry, arena: &self.arena, custom: true }
    }
}

fn owned(text: &str) -> Word {
    Word::Owned(text.to_owned())
}

/// Turns structural schemas into shapes.
#[derive(Default)]
struct Compiler {
    arena: Arena,
}

impl Compiler {
    fn root(&mut self, schema: &Map<String, Value>) -> Shape {
        if !schema.contains_key("properties") && flag(schema, "x-kubernetes-preserve-unknown-fields") {
            return Shape::Any;
        }
        self.object(schema, true, 0)
    }

    fn shape(&mut self, schema: &Value, depth: usize) -> Shape {
        let Some(schema) = schema.as_object() else { return Shape::Any };
        if depth > DEEPEST {
            return Shape::Any;
        }
        if flag(schema, "x-kubernetes-int-or-string") {
            return Shape::IntOrString;
        }
        match schema.get("type").and_then(Value::as_str) {
            Some("string") => self.text(schema),
            Some("integer") => Shape::Int64,
            Some("number") => Shape::Number,
            Some("boolean") => Shape::Boolean,
            Some("array") => {
                let items = schema.get("items").map_or(Shape::Any, |items| self.shape(items, depth + 1));
                Shape::List(Box::new(items))
            }
            Some("object") => self.mapping(schema, depth),
            _ => Shape::Any,
        }
    }

    fn text(&mut self, schema: &Map<String, Value>) -> Shape {
        let Some(values) = schema.get("enum").and_then(Value::as_array) else { return Shape::String };
        let mut values: Vec<Word> = values.iter().filter_map(Value::as_str).map(owned).collect();
        values.arrange();
        self.arena.enums.push(Enumeration { values, open: false });
        Shape::Enum(EnumId(self.arena.enums.len() as u32 - 1))
    }

    fn mapping(&mut self, schema: &Map<String, Value>, depth: usize) -> Shape {
        let embedded = flag(schema, "x-kubernetes-embedded-resource");
        match schema.get("additionalProperties") {
            Some(Value::Bool(true)) => return Shape::Map(Box::new(Shape::Any)),
            Some(values @ Value::Object(_)) => return Shape::Map(Box::new(self.shape(values, depth + 1))),
            _ => {}
        }
        let preserves = flag(schema, "x-kubernetes-preserve-unknown-fields");
        if preserves && !schema.contains_key("properties") && !embedded {
            return Shape::Map(Box::new(Shape::Any));
        }
        self.object(schema, embedded, depth)
    }

    /// An object type; `resource` for one that has `apiVersion`, `kind` and `metadata` without saying so.
    fn object(&mut self, schema: &Map<String, Value>, resource: bool, depth: usize) -> Shape {
        let list = |key: &str| schema.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let required: Vec<&str> = list("required").iter().filter_map(Value::as_str).collect();
        let mut fields: Vec<Field> = Vec::new();
        for (name, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            if resource && matches!(name.as_str(), "apiVersion" | "kind" | "metadata") {
                continue;
            }
            let shape = self.shape(property, depth + 1);
            fields.push(field(name, shape, property, required.contains(&name.as_str())));
        }
        if resource {
            for (name, shape) in [
                ("apiVersion", Shape::String),
                ("kind", Shape::String),
                ("metadata", builtin().object_meta.clone()),
            ] {
                fields.push(field(name, shape, &Value::Null, false));
            }
        }
        fields.arrange_by(|left, right| left.name.cmp(&right.name));
        let open = flag(schema, "x-kubernetes-preserve-unknown-fields");
        self.arena.types.push(ObjectType { name: Word::Borrowed(""), fields, open });
        Shape::Object(TypeId(self.arena.types.len() as u32 - 1))
    }
}

fn field(name: &str, shape: Shape, schema: &Value, required: bool) -> Field {
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    let list_type = match text("x-kubernetes-list-type") {
        Some("map") => {
            let keys = schema.get("x-kubernetes-list-map-keys").and_then(Value::as_array);
            ListType::Map(keys.into_iter().flatten().filter_map(Value::as_str).map(owned).collect())
        }
        Some("set") => ListType::Set,
        _ => ListType::Atomic,
    };
    Field {
        name: owned(name),
        shape,
        required,
        default: schema.get("default").map(|value| Word::Owned(value.to_string())),
        list_type,
        patch: None,
        documentation: text("description").map(owned),
    }
}

fn flag(schema: &Map<String, Value>, key: &str) -> bool {
    schema.get(key) == Some(&Value::Bool(true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn crd(schema: &Value) -> Value {
        json!({
            "apiVersion": "apiextensions.k8s.io/v1",
            "kind": "CustomResourceDefinition",
            "spec": {
                "group": "shop.example",
                "names": {"kind": "Basket", "plural": "baskets", "shortNames": ["bk"]},
                "scope": "Namespaced",
                "versions": [
                    {"name": "v1", "served": true, "schema": {"openAPIV3Schema": schema}},
                    {"name": "v1alpha1", "served": false},
                ],
            },
        })
    }

    #[test]
    fn only_served_versions_become_types() {
        let types = CustomType::from_crd(&crd(&json!({"type": "object"})));
        assert_eq!(types.len(), 1);
        assert_eq!(types[0].gvk(), GroupVersionKind::new("shop.example/v1", "Basket"));
        assert_eq!(types[0].entry.singular, "basket");
        assert_eq!(CustomType::from_crd(&json!({"kind": "CustomResourceDefinition"})), []);
        assert_eq!(CustomType::from_crd(&json!(null)), []);
    }

    #[test]
    fn resources_have_metadata_without_saying_so() {
        let types = CustomType::from_crd(&crd(&json!({
            "type": "object",
            "required": ["spec"],
            "properties": {
                "metadata": {"type": "object"},
                "spec": {"type": "object", "properties": {"size": {"x-kubernetes-int-or-string": true}}},
            },
        })));
        let shape = types[0].resource().shape();
        let (metadata, meta) = shape.field("metadata").expect("metadata");
        assert!(!metadata.required);
        assert!(meta.field("ownerReferences").is_some());
        let (spec, inner) = shape.field("spec").expect("spec");
        assert!(spec.required);
        assert_eq!(inner.field("size").map(|(field, _)| &field.shape), Some(&Shape::IntOrString));
    }

    #[test]
    fn what_preserves_unknown_fields_allows_them() {
        let types = CustomType::from_crd(&crd(&json!({
            "type": "object",
            "properties": {
                "free": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
                "half": {
                    "type": "object",
                    "x-kubernetes-preserve-unknown-fields": true,
                    "properties": {"known": {"type": "string"}},
                },
                "none": {"type": "object"},
            },
        })));
        let shape = types[0].resource().shape();
        assert_eq!(
            shape.field("free").map(|(field, _)| &field.shape),
            Some(&Shape::Map(Box::new(Shape::Any)))
        );
        let open = |name: &str| {
            shape.field(name).and_then(|(_, inner)| inner.object()).map(|(_, object)| object.open)
        };
        assert_eq!(open("half"), Some(true));
        assert_eq!(open("none"), Some(false));
    }

    #[test]
    fn endless_schemas_end() {
        let mut schema = json!({"type": "string"});
        for _ in 0..400 {
            schema = json!({"type": "object", "properties": {"a": schema}});
        }
        assert_eq!(CustomType::from_crd(&crd(&schema)).len(), 1);
    }
}
