//! What is under the pointer.

use super::answer::Hover;
use super::complete::typed;
use super::prose::{Part, Prose};
use super::world::World;
use crate::api::FieldPath;
use crate::diagnostic::{DocumentIndex, Place};
use crate::schema::Description;
use crate::text::Span;

impl World {
    /// The field under an offset: its type, documentation, default, values, and where it leads.
    pub(super) fn hover(&self, name: &str, offset: u32) -> Option<Hover> {
        let found = self.field_at(name, offset)?;
        let (_, slot) = self.workspace.slot(found.document)?;
        let (gvk, path) = typed(slot, found.span.start, &found.path)?;
        let description = self.workspace.catalogue().describe(&gvk, &path)?;
        let mut notes = notes(&description);
        if let Some(edge) = self.reference_at(&found) {
            let end = self.graph.node(edge.to);
            let object =
                Part::Object { text: end.key.to_string(), id: end.key.id(), kind: end.key.kind.clone() };
            notes.push(vec![Part::Text { text: format!("It {} ", edge.relation.verb()) }, object]);
        }
        let mut type_text = description.type_text.clone();
        if description.required {
            type_text.push_str(", required");
        }
        Some(Hover {
            range: self.range(Place { document: found.document, span: found.span })?,
            path: format!("{}.{path}", gvk.kind).trim_end_matches('.').to_owned(),
            type_text,
            documentation: documentation_id(description.documentation_id.as_ref()),
            documentation_text: description.documentation.unwrap_or_default(),
            notes,
        })
    }

    /// The field whose key or value is at a UTF-16 offset of a file.
    pub(super) fn field_at(&self, name: &str, offset: u32) -> Option<FieldAt> {
        let file = self.workspace.file(name)?;
        let offset = file.lines.byte(&file.text, offset);
        let (document, _, slot) = self.workspace.slot_at(name, offset)?;
        let tree = slot.document.tree.as_ref()?;
        let (path, span) = FieldPath::at_offset(tree, offset - slot.start)?;
        Some(FieldAt { document, path, span })
    }
}

/// A field in the text.
pub(super) struct FieldAt {
    pub(super) document: DocumentIndex,
    /// Its path from the document's root.
    pub(super) path: FieldPath,
    /// The key or value that was pointed at.
    pub(super) span: Span,
}

/// The default and the values that a field may have.
fn notes(description: &Description) -> Vec<Prose> {
    let mut notes = Vec::new();
    if let Some(default) = &description.default {
        notes.push(vec![Part::Text { text: "Default: ".to_owned() }, Part::Code { text: default.clone() }]);
    }
    if !description.values.is_empty() {
        let mut prose = vec![Part::Text { text: "One of ".to_owned() }];
        for (place, value) in description.values.iter().enumerate() {
            if place > 0 {
                prose.push(Part::Text { text: ", ".to_owned() });
            }
            prose.push(Part::Code { text: value.clone() });
        }
        notes.push(prose);
    }
    notes
}

/// The key of a field's documentation in the documentation file: `core.v1.Container:ports`, `core.v1.Pod:` for
/// a whole type; empty when it has none there.
pub(super) fn documentation_id(id: Option<&(String, String)>) -> String {
    id.map(|(owner, field)| format!("{owner}:{field}")).unwrap_or_default()
}
