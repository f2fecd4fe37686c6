//! The position-bearing tree of one document.

use crate::text::Span;

/// The number of a node in its [`Tree`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub u32);

/// What a node is, after scalars have been resolved as goyaml v2 does it.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// `null`, `~` or nothing at all.
    Null,
    /// `true`, `yes`, `on`, `y` and their opposites.
    Bool(bool),
    /// An integer between −2⁶³ and 2⁶⁴−1.
    Integer(i128),
    /// Any other number; never infinite or not a number in a tree that was read without an error.
    Float(f64),
    /// Text.
    String(Box<str>),
    /// A list.
    Sequence(Vec<NodeId>),
    /// A mapping in the order of the text.
    Mapping(Mapping),
}

/// The entries of a mapping in the order of the text: all of them, duplicates too. Look-ups take the entry
/// that counts.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Mapping {
    /// The entries.
    pub entries: Vec<Entry>,
}

/// One entry of a mapping.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// The key as the text that JSON gives it: `true` for `on`, `16` for `0x10`.
    pub key: Box<str>,
    /// Where the key is written.
    pub key_span: Span,
    /// The value.
    pub value: NodeId,
    /// Whether it came through a merge key (`<<`): then its places are those of the merged mapping.
    pub merged: bool,
    /// Whether a later entry (or, for merged ones, a nearer one) has the same key and counts instead.
    pub shadowed: bool,
}

/// A node.
#[derive(Clone, PartialEq, Debug)]
pub struct Node {
    /// Its value.
    pub value: Value,
    /// Where it is written: from its first to behind its last character, without the line end. The
    /// quotes of a quoted scalar belong to it, tag and anchor do not. Of a block collection from the first
    /// key or dash to the end of its last child. Empty, just behind the key's colon or the dash, for a
    /// value that is not written.
    pub span: Span,
    /// Whether it was written as a plain scalar: quoting it would make text of it.
    pub plain: bool,
    /// Whether it is a collection in `{}` or `[]`.
    pub flow: bool,
    /// For an alias where `*name` is written; its value is then that of the anchor, its span the anchor's.
    pub alias: Option<Span>,
}

/// A document's tree. Nodes are kept in one list, in the order in which they end in the text.
#[derive(Clone, PartialEq, Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    root: NodeId,
    comments: Vec<Span>,
}

impl Tree {
    /// A tree from its parts; `root` must be one of the nodes.
    pub fn new(nodes: Vec<Node>, root: NodeId, comments: Vec<Span>) -> Self {
        debug_assert!((root.0 as usize) < nodes.len(), "the root is one of the nodes");
        Self { nodes, root, comments }
    }

    /// The same tree with every place moved; used where the text that was read differs from the original.
    pub(super) fn mapped(mut self, place: impl Fn(Span) -> Span) -> Self {
        for node in &mut self.nodes {
            node.span = place(node.span);
            node.alias = node.alias.map(&place);
            if let Value::Mapping(mapping) = &mut node.value {
                mapping.entries.iter_mut().for_each(|entry| entry.key_span = place(entry.key_span));
            }
        }
        self.comments.iter_mut().for_each(|comment| *comment = place(*comment));
        self
    }

    /// The topmost node.
    pub fn root(&self) -> NodeId {
        self.root
    }

    /// A node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// A tree has at least its root.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// Where the comments are, `#` included, in order.
    pub fn comments(&self) -> &[Span] {
        &self.comments
    }

    /// A node's value.
    pub fn value(&self, id: NodeId) -> &Value {
        &self.node(id).value
    }

    /// Where a node is written: for an alias where the alias stands.
    pub fn span(&self, id: NodeId) -> Span {
        let node = self.node(id);
        node.alias.unwrap_or(node.span)
    }

    /// The text of a string.
    pub fn as_str(&self, id: NodeId) -> Option<&str> {
        match self.value(id) {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list; none for anything else.
    pub fn items(&self, id: NodeId) -> &[NodeId] {
        match self.value(id) {
            Value::Sequence(items) => items,
            _ => &[],
        }
    }

    /// The entries of a mapping that count, in order; none for anything else.
    pub fn entries(&self, id: NodeId) -> impl Iterator<Item = &Entry> {
        let entries: &[Entry] = match self.value(id) {
            Value::Mapping(mapping) => &mapping.entries,
            _ => &[],
        };
        entries.iter().filter(|entry| !entry.shadowed)
    }

    /// The entry of a key.
    pub fn entry(&self, id: NodeId, key: &str) -> Option<&Entry> {
        self.entries(id).find(|entry| &*entry.key == key)
    }

    /// The value of a key.
    pub fn get(&self, id: NodeId, key: &str) -> Option<NodeId> {
        self.entry(id, key).map(|entry| entry.value)
    }

    /// The text at a path of keys.
    pub fn text_at(&self, path: &[&str]) -> Option<&str> {
        let mut id = self.root;
        for key in path {
            id = self.get(id, key)?;
        }
        self.as_str(id)
    }

    /// The value as JSON. Aliases are written out; a document that would grow beyond bounds by that is
    /// refused when it is read. A float without a fraction becomes an integer, as upstream writes it.
    pub fn to_json(&self, id: NodeId) -> serde_json::Value {
        match self.value(id) {
            Value::Null => serde_json::Value::Null,
            Value::Bool(value) => (*value).into(),
            Value::Integer(value) => integer(*value),
            Value::Float(value) => float(*value),
            Value::String(text) => serde_json::Value::String(text.to_string()),
            Value::Sequence(items) => {
                let mut list = Vec::with_capacity(items.len());
                for &item in items {
                    list.push(self.to_json(item));
                }
                serde_json::Value::Array(list)
            }
            Value::Mapping(_) => {
                let mut object = serde_json::Map::new();
                for entry in self.entries(id) {
                    object.insert(entry.key.to_string(), self.to_json(entry.value));
                }
                serde_json::Value::Object(object)
            }
        }
    }
}

/// An integer as JSON; outside of 64 bits, which a tree never holds, the nearest float.
fn integer(value: i128) -> serde_json::Value {
    i64::try_from(value)
        .map(Into::into)
        .or_else(|_| u64::try_from(value).map(Into::into))
        .unwrap_or_else(|_| (value as f64).into())
}

/// A float as JSON: Go writes no fraction where there is none, so that a reader of the JSON sees an integer.
fn float(value: f64) -> serde_json::Value {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    if value.abs() <= LARGEST && value.fract().abs() < f64::MIN_POSITIVE {
        (value as i64).into()
    } else {
        value.into()
    }
}
