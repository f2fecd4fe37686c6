//! One object as it was written.

use crate::api::GroupVersionKind;
use crate::yaml::{NodeId, Tree, Value};
use std::sync::Arc;

/// An object in a document: the document itself, or an item of a `List`.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// Its mapping.
    pub node: NodeId,
    /// For an item of a `List` its place in `items`.
    pub item: Option<u32>,
    /// Its type; parts are empty where they are not written.
    pub gvk: GroupVersionKind,
    /// Its namespace as written; empty when it is not.
    pub namespace: String,
    /// Its name, or what stands for it: `web-xxxxx` for a generated one, `(unnamed)` when there is none.
    pub name: String,
    /// All of it.
    pub value: Arc<serde_json::Value>,
}

/// What an object is called that has no name.
const UNNAMED: &str = "(unnamed)";

/// The objects that a document's tree holds: none, one, or the items of a list. What is
/// no mapping, or has no kind, is passed over: the schema tells of it.
pub(super) fn entries(tree: &Tree) -> Vec<Entry> {
    let mut found = Vec::new();
    let root = tree.root();
    match list_items(tree, root) {
        Some(items) => {
            for (place, &item) in items.iter().enumerate() {
                found.extend(entry(tree, item, Some(place as u32)));
            }
        }
        None => found.extend(entry(tree, root, None)),
    }
    found
}

/// The items of a `List`, of whatever kind: `List`, `ConfigMapList`, …
pub(super) fn list_items(tree: &Tree, node: NodeId) -> Option<&[NodeId]> {
    let kind = tree.get(node, "kind").and_then(|kind| tree.as_str(kind))?;
    let items = tree.get(node, "items")?;
    (kind.ends_with("List") && matches!(tree.value(items), Value::Sequence(_))).then(|| tree.items(items))
}

/// The type of an object as written, its parts empty where they are not. In a typed list (`ConfigMapList`)
/// items may leave out their type: the list gives it.
pub(super) fn gvk(tree: &Tree, node: NodeId, in_list: bool) -> GroupVersionKind {
    let (mut kind, mut api_version) = (text(tree, node, "kind"), text(tree, node, "apiVersion"));
    let list_kind = text(tree, tree.root(), "kind");
    if in_list && kind.is_empty() && list_kind != "List" {
        kind = list_kind.strip_suffix("List").unwrap_or_default();
        api_version = text(tree, tree.root(), "apiVersion");
    }
    GroupVersionKind::new(api_version, kind)
}

/// One object.
fn entry(tree: &Tree, node: NodeId, item: Option<u32>) -> Option<Entry> {
    let gvk = gvk(tree, node, item.is_some());
    if gvk.kind.is_empty() {
        return None;
    }
    let metadata = tree.get(node, "metadata");
    let meta = |key| metadata.map_or("", |metadata| text(tree, metadata, key));
    let name = match (meta("name"), meta("generateName")) {
        ("", "") => UNNAMED.to_owned(),
        ("", prefix) => format!("{prefix}xxxxx"),
        (name, _) => name.to_owned(),
    };
    let value = Arc::new(tree.to_json(node));
    Some(Entry { node, item, namespace: meta("namespace").to_owned(), name, gvk, value })
}

/// The text of a key; empty when there is none.
fn text<'t>(tree: &'t Tree, node: NodeId, key: &str) -> &'t str {
    tree.get(node, key).and_then(|value| tree.as_str(value)).unwrap_or_default()
}
