//! Paths of fields.

use crate::text::Span;
use crate::yaml::{NodeId, Step, Tree, Value};
use std::fmt;

/// One step of a path.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Segment {
    /// A field of a type.
    Field(String),
    /// A key of a map, such as a label; written in brackets, as upstream does.
    Key(String),
    /// The place in a list, from 0.
    Index(usize),
}

/// Where a field is in an object, in upstream's notation:
/// `spec.template.spec.containers[0].ports[1].name`, `metadata.labels[app.kubernetes.io/name]`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct FieldPath(pub Vec<Segment>);

impl FieldPath {
    /// The object itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// A path of plain fields from a dotted text: `spec.selector.matchLabels`.
    pub fn of(dotted: &str) -> Self {
        Self(
            dotted
                .split('.')
                .filter(|part| !part.is_empty())
                .map(|part| Segment::Field(part.to_owned()))
                .collect(),
        )
    }

    /// The path of a field below.
    pub fn field(&self, name: &str) -> Self {
        self.with(Segment::Field(name.to_owned()))
    }

    /// The path of several fields below, dotted.
    pub fn fields(&self, dotted: &str) -> Self {
        let mut path = self.clone();
        path.0.extend(Self::of(dotted).0);
        path
    }

    /// The path of a map's entry below.
    pub fn key(&self, key: &str) -> Self {
        self.with(Segment::Key(key.to_owned()))
    }

    /// The path of a list's item below.
    pub fn index(&self, index: usize) -> Self {
        self.with(Segment::Index(index))
    }

    /// The path of one step below.
    pub fn with(&self, segment: Segment) -> Self {
        let mut path = self.clone();
        path.0.push(segment);
        path
    }

    /// The value at the path in a JSON value.
    pub fn get<'v>(&self, value: &'v serde_json::Value) -> Option<&'v serde_json::Value> {
        self.0.iter().try_fold(value, |value, segment| match segment {
            Segment::Field(name) | Segment::Key(name) => value.get(name),
            Segment::Index(index) => value.get(index),
        })
    }

    /// The node at the path below `from`.
    pub fn find(&self, tree: &Tree, from: NodeId) -> Option<NodeId> {
        self.0.iter().try_fold(from, |id, segment| match segment {
            Segment::Field(name) | Segment::Key(name) => tree.get(id, name),
            Segment::Index(index) => tree.items(id).get(*index).copied(),
        })
    }

    /// The field whose key or value is written at an offset, with the span of that key or scalar; `None` on
    /// blank ground and in comments.
    pub fn at_offset(tree: &Tree, offset: u32) -> Option<(Self, Span)> {
        let found = tree.path_at(offset);
        let segment = |step: &Step<'_>| match *step {
            Step::Key(key) => Segment::Field(key.to_owned()),
            Step::Index(index) => Segment::Index(index),
        };
        let path = Self(found.steps.iter().map(segment).collect());
        if found.on_key {
            let span = path.locate_key(tree, tree.root());
            return Some((path, span));
        }
        let leaf = !matches!(tree.value(found.node), Value::Mapping(_) | Value::Sequence(_));
        let span = tree.span(found.node);
        (leaf && !span.is_empty() && !path.0.is_empty()).then_some((path, span))
    }

    /// Where the value at the path is written, or else its nearest ancestor's key; the whole of `from` for
    /// the empty path.
    pub fn locate(&self, tree: &Tree, from: NodeId) -> Span {
        let mut id = from;
        let mut key = None;
        for segment in &self.0 {
            let next = match segment {
                Segment::Field(name) | Segment::Key(name) => {
                    tree.entry(id, name).map(|entry| (entry.value, Some(entry.key_span)))
                }
                Segment::Index(index) => tree.items(id).get(*index).map(|&item| (item, None)),
            };
            let Some((next, next_key)) = next else {
                return key.unwrap_or_else(|| head(tree, id));
            };
            (id, key) = (next, next_key);
        }
        let span = tree.span(id);
        if span.is_empty() { key.unwrap_or(span) } else { span }
    }

    /// Where the key of the last field is written, or else what [`FieldPath::locate`] says.
    pub fn locate_key(&self, tree: &Tree, from: NodeId) -> Span {
        if let Some((Segment::Field(name) | Segment::Key(name), before)) = self.0.split_last()
            && let Some(entry) =
                Self(before.to_vec()).find(tree, from).and_then(|parent| tree.entry(parent, name))
        {
            return entry.key_span;
        }
        self.locate(tree, from)
    }
}

/// The first key of a mapping, else the node itself: enough to point at without marking half the document.
fn head(tree: &Tree, id: NodeId) -> Span {
    tree.entries(id).next().map_or_else(|| tree.span(id), |entry| entry.key_span)
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Field(name) if place == 0 => f.write_str(name)?,
                Segment::Field(name) => write!(f, ".{name}")?,
                Segment::Key(key) => write!(f, "[{key}]")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
