//! The built-in types of Kubernetes, decoded once from `core/data/schema.txt`. Its format is described in
//! `tools/derive-schema.mjs`, which makes it.

use super::resource::ResourceEntry;
use super::shape::{Arena, EnumId, Enumeration, Field, ListType, ObjectType, Shape, TypeId, Word};
use std::collections::BTreeMap;
use std::sync::OnceLock;

const DATA: &str = include_str!("../../data/schema.txt");

/// When a version of a kind was or will be given up. Releases are like `1.22`; empty when not known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Life {
    /// The version, such as `extensions/v1beta1`.
    pub api_version: &'static str,
    /// The kind.
    pub kind: &'static str,
    /// The first release in which it is deprecated.
    pub deprecated: &'static str,
    /// The first release without it.
    pub removed: &'static str,
    /// The `apiVersion` to use instead; empty when there is nothing to use instead.
    pub use_api_version: &'static str,
    /// The kind to use instead.
    pub use_kind: &'static str,
}

/// Everything that is known of the built-in API.
#[derive(Debug)]
pub(super) struct Builtin {
    /// The types.
    pub(super) arena: Arena,
    /// The resources, sorted by group and version as `apiVersion` writes them, then by kind.
    pub(super) resources: Vec<ResourceEntry>,
    /// Versions that are or will be given up, sorted by `apiVersion` and kind.
    pub(super) lives: Vec<Life>,
    /// The number of `ObjectMeta`.
    pub(super) object_meta: Shape,
}

/// The built-in API. Decoded when it is first asked for.
pub(super) fn builtin() -> &'static Builtin {
    static BUILTIN: OnceLock<Builtin> = OnceLock::new();
    BUILTIN.get_or_init(|| decode(DATA))
}

/// Numbers of types and enums by package and name.
struct Names {
    types: BTreeMap<(&'static str, &'static str), TypeId>,
    enums: BTreeMap<(&'static str, &'static str), EnumId>,
}

/// The package and the name of a full name; the package is `here` for one without.
fn qualified<'a>(name: &'a str, here: &'a str) -> (&'a str, &'a str) {
    name.rsplit_once('.').unwrap_or((here, name))
}

fn decode(data: &'static str) -> Builtin {
    let lines = |first: &'static str| data.lines().filter_map(move |line| line.strip_prefix(first));
    let mut names = Names { types: BTreeMap::new(), enums: BTreeMap::new() };
    let mut arena = Arena::default();
    for (number, line) in lines("E ").enumerate() {
        let (name, values) = line.split_once(' ').unwrap_or((line, ""));
        let open = name.ends_with('?');
        names.enums.insert(qualified(name.trim_end_matches('?'), ""), EnumId(number as u32));
        arena.enums.push(Enumeration { values: values.split('|').map(Word::Borrowed).collect(), open });
    }
    for (number, name) in lines("T ").enumerate() {
        names.types.insert(qualified(name, ""), TypeId(number as u32));
    }
    for line in data.lines() {
        if let Some(name) = line.strip_prefix("T ") {
            arena.types.push(ObjectType { name: Word::Borrowed(name), fields: Vec::new(), open: false });
        } else if let (Some(line), Some(owner)) = (line.strip_prefix('.'), arena.types.last_mut()) {
            let package = qualified(&owner.name, "").0;
            let field = field(line, package, &names);
            owner.fields.push(field);
        }
    }
    let resources = lines("K ").map(|line| resource(line, &names)).collect();
    let object_meta =
        names.types.get(&("meta.v1", "ObjectMeta")).map_or(Shape::Any, |id| Shape::Standard(*id));
    Builtin { arena, resources, lives: lines("L ").map(life).collect(), object_meta }
}

fn field(line: &'static str, package: &str, names: &Names) -> Field {
    let mut words = line.split(' ');
    let name = words.next().unwrap_or_default();
    let mut field = Field {
        name: Word::Borrowed(name.trim_end_matches('!')),
        shape: shape(words.next().unwrap_or_default(), package, names),
        required: name.ends_with('!'),
        default: None,
        list_type: ListType::Atomic,
        patch: None,
        documentation: None,
    };
    for word in words {
        match word.split_once('=') {
            Some(("d", value)) => field.default = Some(Word::Borrowed(value)),
            Some(("l", "set")) => field.list_type = ListType::Set,
            Some(("l", value)) => {
                let keys = value.trim_start_matches("map:").split(',').map(Word::Borrowed).collect();
                field.list_type = ListType::Map(keys);
            }
            Some(("p", value)) => {
                let (strategy, key) = value.split_once(':').unwrap_or((value, ""));
                field.patch = Some(Box::new((Word::Borrowed(strategy), Word::Borrowed(key))));
            }
            _ => {}
        }
    }
    field
}

fn shape(text: &str, package: &str, names: &Names) -> Shape {
    if let Some(inner) = text.strip_prefix("[]") {
        return Shape::List(Box::new(shape(inner, package, names)));
    }
    if let Some(inner) = text.strip_prefix("{}") {
        return Shape::Map(Box::new(shape(inner, package, names)));
    }
    if let Some(name) = text.strip_prefix('@') {
        return names.types.get(&qualified(name, package)).map_or(Shape::Any, |id| Shape::Object(*id));
    }
    if let Some(name) = text.strip_prefix('#') {
        return names.enums.get(&qualified(name, package)).map_or(Shape::String, |id| Shape::Enum(*id));
    }
    match text {
        "s" => Shape::String,
        "i" => Shape::Int32,
        "l" => Shape::Int64,
        "d" => Shape::Number,
        "b" => Shape::Boolean,
        "y" => Shape::Bytes,
        "q" => Shape::Quantity,
        "o" => Shape::IntOrString,
        "t" => Shape::Time,
        "m" => Shape::MicroTime,
        _ => Shape::Any,
    }
}

/// The words of a line, `-` standing for nothing.
fn words<const N: usize>(line: &'static str) -> [&'static str; N] {
    let mut words = line.split(' ').map(|word| if word == "-" { "" } else { word });
    std::array::from_fn(|_| words.next().unwrap_or_default())
}

fn resource(line: &'static str, names: &Names) -> ResourceEntry {
    let [api_version, kind, plural, singular, scope, type_name, short_names, categories] = words(line);
    let (group, version) = api_version.split_once('/').unwrap_or(("", api_version));
    let list =
        |text: &'static str| text.split(',').filter(|word| !word.is_empty()).map(Word::Borrowed).collect();
    ResourceEntry {
        group: Word::Borrowed(group),
        version: Word::Borrowed(version),
        kind: Word::Borrowed(kind),
        plural: Word::Borrowed(plural),
        singular: Word::Borrowed(singular),
        namespaced: scope == "N",
        short_names: list(short_names),
        categories: list(categories),
        shape: names.types.get(&qualified(type_name, "")).map_or(Shape::Any, |id| Shape::Object(*id)),
    }
}

fn life(line: &'static str) -> Life {
    let [api_version, kind, deprecated, removed, use_api_version, use_kind] = words(line);
    Life { api_version, kind, deprecated, removed, use_api_version, use_kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_of_the_version_that_is_followed() {
        let version = DATA.lines().find_map(|line| line.strip_prefix("kubernetes "));
        assert_eq!(version, Some(crate::KUBERNETES_VERSION));
    }

    #[test]
    fn every_reference_between_types_leads_somewhere() {
        let types: Vec<&str> = DATA.lines().filter_map(|line| line.strip_prefix("T ")).collect();
        assert!(types.windows(2).all(|pair| pair[0] < pair[1]), "types are sorted");
        let object_references =
            DATA.lines().filter(|line| line.starts_with('.') && line.contains('@')).count();
        let objects = builtin()
            .arena
            .types
            .iter()
            .flat_map(|object| &object.fields)
            .filter(|field| {
                let mut shape = &field.shape;
                while let Shape::List(inner) | Shape::Map(inner) = shape {
                    shape = inner;
                }
                matches!(shape, Shape::Object(_))
            })
            .count();
        assert_eq!(objects, object_references);
        for resource in &builtin().resources {
            assert!(matches!(resource.shape, Shape::Object(_)), "{} has a type", resource.kind);
        }
        assert!(matches!(builtin().object_meta, Shape::Standard(_)));
    }

    #[test]
    fn fields_are_sorted_so_that_they_are_found() {
        for object in &builtin().arena.types {
            for field in &object.fields {
                assert_eq!(object.field(&field.name), Some(field), "{}.{}", object.name, field.name);
            }
        }
    }

    #[test]
    fn what_to_use_instead_is_served() {
        for life in builtin().lives.iter().filter(|life| !life.use_kind.is_empty()) {
            assert!(
                builtin()
                    .resources
                    .iter()
                    .any(|resource| resource.gvk().api_version() == life.use_api_version
                        && resource.kind == life.use_kind),
                "{life:?}"
            );
        }
    }
}
