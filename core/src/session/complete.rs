//! What could be typed.

use super::answer::{Completion, Completions};
use super::cursor::{Cursor, Typing, cursor};
use super::hover::documentation_id;
use super::world::World;
use crate::api::{FieldPath, GroupVersionKind, Segment};
use crate::manifest::Slot;
use crate::order::Arrange;
use crate::schema::{Child, Description};

impl World {
    /// The keys and values that fit where a cursor stands.
    pub(super) fn complete(&self, name: &str, offset: u32) -> Completions {
        let Some(file) = self.workspace.file(name) else { return Completions::default() };
        let offset = file.lines.byte(&file.text, offset);
        let Some((_, _, slot)) = self.workspace.slot_at(name, offset) else { return Completions::default() };
        let within = (offset - slot.start) as usize;
        let cursor = cursor(&slot.document.text, within);
        let from = file.lines.utf16(&file.text, slot.start + cursor.from as u32);
        let options = match typed(slot, offset - slot.start, &cursor.path) {
            _ if cursor.typing == Typing::Value && is_type_field(&cursor.path) => {
                self.type_values(slot, &cursor.path)
            }
            Some((gvk, path)) => match (self.workspace.catalogue().describe(&gvk, &path), &cursor.typing) {
                (Some(description), Typing::Key) => keys(&description, &cursor),
                (Some(description), Typing::Value) => values(&description),
                (None, _) => Vec::new(),
            },
            None if cursor.typing == Typing::Key && cursor.path.0.is_empty() => first_keys(&cursor),
            None => Vec::new(),
        };
        Completions { from, options }
    }

    /// Values for `kind` and `apiVersion`.
    fn type_values(&self, slot: &Slot, path: &FieldPath) -> Vec<Completion> {
        let catalogue = self.workspace.catalogue();
        let option = |label: String, detail: String| Completion {
            insert: label.clone(),
            label,
            detail,
            kind: "kind".to_owned(),
            documentation: String::new(),
        };
        if path.0.last() == Some(&Segment::Field("kind".to_owned())) {
            return catalogue
                .resources()
                .map(|resource| option(resource.kind().to_owned(), resource.gvk().api_version()))
                .collect();
        }
        let kind = top_level(&slot.document.text, "kind");
        let mut versions: Vec<(String, String)> = catalogue
            .resources()
            .map(|resource| resource.gvk())
            .filter(|gvk| kind.is_empty() || gvk.kind == kind)
            .map(|gvk| (gvk.api_version(), if kind.is_empty() { String::new() } else { gvk.kind.clone() }))
            .collect();
        versions.arrange();
        versions.dedup();
        versions.into_iter().map(|(version, detail)| option(version, detail)).collect()
    }
}

/// The type of the object around an offset, and the path within it.
pub(super) fn typed(slot: &Slot, offset: u32, path: &FieldPath) -> Option<(GroupVersionKind, FieldPath)> {
    let text = &slot.document.text;
    let mut gvk = GroupVersionKind::new(top_level(text, "apiVersion"), top_level(text, "kind"));
    // In JSON and in braces nothing stands at the beginning of a line.
    if let ([entry], true) = (slot.document.entries.as_slice(), gvk.kind.is_empty()) {
        gvk = entry.gvk.clone();
    }
    if !gvk.kind.ends_with("List") {
        return (!gvk.kind.is_empty()).then(|| (gvk, path.clone()));
    }
    let tree = slot.document.tree.as_ref()?;
    let entry = slot.document.entries.iter().find(|entry| tree.span(entry.node).touches(offset))?;
    let within = path.0.get(2..)?.to_vec();
    Some((entry.gvk.clone(), FieldPath(within)))
}

/// Whether a path is that of `kind` or `apiVersion` of an object.
fn is_type_field(path: &FieldPath) -> bool {
    matches!(path.0.as_slice(), [Segment::Field(name)] if name == "kind" || name == "apiVersion")
}

/// The value of a key at the beginning of a line, without quotes or comment.
pub(super) fn top_level<'t>(text: &'t str, key: &str) -> &'t str {
    text.lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(':'))
        .map(|value| value.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'']))
        .unwrap_or_default()
}

/// What every manifest begins with.
fn first_keys(cursor: &Cursor) -> Vec<Completion> {
    [("apiVersion", "apiVersion: "), ("kind", "kind: "), ("metadata", "metadata:\n  name: ")]
        .into_iter()
        .filter(|(key, _)| !cursor.siblings.iter().any(|sibling| sibling == key))
        .map(|(key, insert)| Completion {
            label: key.to_owned(),
            insert: insert.to_owned(),
            detail: "required".to_owned(),
            kind: "field".to_owned(),
            documentation: String::new(),
        })
        .collect()
}

/// The fields that a mapping does not have yet, required ones first.
fn keys(description: &Description, cursor: &Cursor) -> Vec<Completion> {
    let mut fields: Vec<_> =
        description.fields.iter().filter(|field| !cursor.siblings.contains(&field.name)).collect();
    fields.arrange_by_key(|field| !field.required);
    let deeper = " ".repeat(cursor.column + 2);
    let option = |field: &&Child| {
        let insert = if field.is_list {
            format!("{}:\n{}- ", field.name, " ".repeat(cursor.column))
        } else if field.is_mapping {
            format!("{}:\n{deeper}", field.name)
        } else {
            format!("{}: ", field.name)
        };
        Completion {
            label: field.name.clone(),
            insert,
            detail: if field.required {
                format!("{}, required", field.type_text)
            } else {
                field.type_text.clone()
            },
            kind: "field".to_owned(),
            documentation: documentation_id(field.documentation_id.as_ref()),
        }
    };
    fields.iter().map(option).collect()
}

/// The values of an enumeration, or of a truth value.
fn values(description: &Description) -> Vec<Completion> {
    let default = description.default.as_deref();
    let option = |value: &String| Completion {
        label: value.clone(),
        insert: value.clone(),
        detail: if default == Some(value) { "the default".to_owned() } else { String::new() },
        kind: "value".to_owned(),
        documentation: String::new(),
    };
    description.values.iter().map(option).collect()
}
