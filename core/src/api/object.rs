//! An object of a cluster, pasted or made.

use super::{GroupVersionKind, ObjectKey};
use crate::diagnostic::DocumentIndex;
use serde_json::Value;
use std::sync::Arc;

/// Where a pasted object was written. Objects hold no positions: the document's tree knows them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Origin {
    /// The document.
    pub document: DocumentIndex,
    /// For an item of a `List` its place in `items`.
    pub item: Option<u32>,
}

/// An object as a cluster holds it.
#[derive(Clone, PartialEq, Debug)]
pub struct Object {
    /// Its type.
    pub gvk: GroupVersionKind,
    /// Its identity; the namespace is filled in (`default`) for namespaced kinds.
    pub key: ObjectKey,
    /// All of it, as JSON.
    pub value: Arc<Value>,
    /// Where it was pasted; none for what every cluster has and for what a controller made.
    pub origin: Option<Origin>,
}

impl Object {
    /// The value at a JSON pointer, such as `/spec/template/spec`.
    pub fn at(&self, pointer: &str) -> Option<&Value> {
        self.value.pointer(pointer)
    }

    /// The text at a JSON pointer.
    pub fn text(&self, pointer: &str) -> Option<&str> {
        self.at(pointer).and_then(Value::as_str)
    }

    /// The integer at a JSON pointer.
    pub fn integer(&self, pointer: &str) -> Option<i64> {
        self.at(pointer).and_then(Value::as_i64)
    }

    /// The items of the list at a JSON pointer; none when there is no list.
    pub fn list(&self, pointer: &str) -> &[Value] {
        self.at(pointer).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}
