//! What types consist of, for built-in and custom ones alike.

use std::borrow::Cow;

/// A word of a schema: borrowed from the built-in data, owned when it comes from a CustomResourceDefinition.
pub(super) type Word = Cow<'static, str>;

/// The number of an object type in its [`Arena`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct TypeId(pub(super) u32);

/// The number of an enum in its [`Arena`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct EnumId(pub(super) u32);

/// What a value must look like.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// Text.
    String,
    /// An integer of 32 bits.
    Int32,
    /// An integer of 64 bits.
    Int64,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Text in base64.
    Bytes,
    /// A quantity, such as `500m`: text or a number.
    Quantity,
    /// An integer of 32 bits or text.
    IntOrString,
    /// A time in RFC 3339.
    Time,
    /// A time in RFC 3339 with fractions of seconds.
    MicroTime,
    /// Anything at all.
    Any,
    /// Text with known values.
    Enum(EnumId),
    /// A list.
    List(Box<Shape>),
    /// A mapping with keys of one's own.
    Map(Box<Shape>),
    /// An object type of the same arena.
    Object(TypeId),
    /// A built-in object type, seen from a custom one.
    Standard(TypeId),
}

/// How lists are merged: which of their items are the same.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) enum ListType {
    /// A list is replaced as a whole.
    #[default]
    Atomic,
    /// Each item occurs once.
    Set,
    /// Items are told apart by the values of these fields.
    Map(Vec<Word>),
}

/// A field of an object type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Field {
    /// Its name.
    pub(super) name: Word,
    /// What its value must look like.
    pub(super) shape: Shape,
    /// Whether it must be there.
    pub(super) required: bool,
    /// What stands for it when it is absent, as JSON, as far as the schema says.
    pub(super) default: Option<Word>,
    /// How a list is merged.
    pub(super) list_type: ListType,
    /// The strategy and the key of strategic merge patches, either may be empty.
    pub(super) patch: Option<Box<(Word, Word)>>,
    /// What a CustomResourceDefinition says about it; the documentation of built-in fields is not kept here.
    pub(super) documentation: Option<Word>,
}

/// An object type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ObjectType {
    /// Its name, such as `core.v1.PodSpec`; empty for parts of custom types.
    pub(super) name: Word,
    /// Its fields, sorted by name.
    pub(super) fields: Vec<Field>,
    /// Whether it keeps fields that are not in the list.
    pub(super) open: bool,
}

impl ObjectType {
    /// A field.
    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        self.fields
            .binary_search_by(|field| field.name.as_ref().cmp(name))
            .ok()
            .and_then(|place| self.fields.get(place))
    }
}

/// The known values of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Enumeration {
    /// The values, sorted.
    pub(super) values: Vec<Word>,
    /// Whether others are allowed as well.
    pub(super) open: bool,
}

/// The object types and enums that refer to one another.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Arena {
    /// The object types.
    pub(super) types: Vec<ObjectType>,
    /// The enums.
    pub(super) enums: Vec<Enumeration>,
}

/// A shape together with the arena that its numbers count in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Scoped<'c> {
    arena: &'c Arena,
    shape: &'c Shape,
}

impl<'c> Scoped<'c> {
    /// A shape of an arena.
    pub(super) fn new(arena: &'c Arena, shape: &'c Shape) -> Self {
        Self { arena, shape }
    }

    /// The shape.
    pub(super) fn shape(self) -> &'c Shape {
        self.shape
    }

    /// Another shape of the same arena.
    pub(super) fn with(self, shape: &'c Shape) -> Self {
        Self { shape, ..self }
    }

    /// The object type with its arena, when the shape is one.
    pub(super) fn object(self) -> Option<(&'c Arena, &'c ObjectType)> {
        let (arena, id) = match self.shape {
            Shape::Object(id) => (self.arena, *id),
            Shape::Standard(id) => (&super::builtin::builtin().arena, *id),
            _ => return None,
        };
        arena.types.get(id.0 as usize).map(|object| (arena, object))
    }

    /// The known values, when the shape is an enum.
    pub(super) fn enumeration(self) -> Option<&'c Enumeration> {
        match self.shape {
            Shape::Enum(id) => self.arena.enums.get(id.0 as usize),
            _ => None,
        }
    }

    /// The shape of a field of the object type.
    pub(super) fn field(self, name: &str) -> Option<(&'c Field, Self)> {
        let (arena, object) = self.object()?;
        let field = object.field(name)?;
        Some((field, Self { arena, shape: &field.shape }))
    }

    /// The shape of a field that is known to be of this object type.
    pub(super) fn with_field(self, field: &'c Field) -> Self {
        let arena = self.object().map_or(self.arena, |(arena, _)| arena);
        Self { arena, shape: &field.shape }
    }

    /// What lists and maps hold, however deep: itself for everything else.
    pub(super) fn element(self) -> Self {
        let mut shape = self.shape;
        while let Shape::List(inner) | Shape::Map(inner) = shape {
            shape = inner;
        }
        self.with(shape)
    }

    /// Its type in words: `integer`, `list of ContainerPort`, `map of text`.
    pub(super) fn type_text(self) -> String {
        match self.shape {
            Shape::String | Shape::Enum(_) => "string".to_owned(),
            Shape::Int32 | Shape::Int64 => "integer".to_owned(),
            Shape::Number => "number".to_owned(),
            Shape::Boolean => "boolean".to_owned(),
            Shape::Bytes => "base64".to_owned(),
            Shape::Quantity => "quantity".to_owned(),
            Shape::IntOrString => "integer or string".to_owned(),
            Shape::Time | Shape::MicroTime => "time".to_owned(),
            Shape::Any => "anything".to_owned(),
            Shape::List(inner) => format!("list of {}", self.with(inner).type_text()),
            Shape::Map(inner) => format!("map of {}", self.with(inner).type_text()),
            Shape::Object(_) | Shape::Standard(_) => {
                let name = self
                    .object()
                    .map_or("", |(_, object)| object.name.rsplit('.').next().unwrap_or_default());
                if name.is_empty() { "object".to_owned() } else { name.to_owned() }
            }
        }
    }
}
