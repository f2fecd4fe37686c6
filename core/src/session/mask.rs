//! Secrets do not leave the tab: what is shared has placeholders in their place.

use super::request::SourceFile;
use super::world::World;
use crate::manifest::{Document, File};
use crate::text::{Span, TextEdit};
use crate::yaml::{NodeId, Tree};

/// What stands for a value of `data`: base64 of `masked`, so that the shared manifest is as valid as it was.
const MASKED_BASE64: &str = "bWFza2Vk";

/// What stands for a value of `stringData`.
const MASKED_TEXT: &str = "masked";

/// The annotation in which `kubectl apply` keeps a copy of the whole object.
const LAST_APPLIED: &str = "kubectl.kubernetes.io/last-applied-configuration";

impl World {
    /// The files with every value of a Secret masked, and how many there were.
    pub(super) fn mask(&self) -> (Vec<SourceFile>, u32) {
        let mut count = 0;
        let files = self.workspace.files().iter().map(|file| {
            let edits = edits(file);
            count += edits.len() as u32;
            SourceFile { name: file.name.to_string(), text: TextEdit::apply_all(&file.text, &edits) }
        });
        (files.collect(), count)
    }
}

/// The edits that mask a file.
fn edits(file: &File) -> Vec<TextEdit> {
    let mut edits = Vec::new();
    for slot in &file.slots {
        for (span, replacement) in masked_spans(&slot.document) {
            edits.push(TextEdit::replace(span.shifted(slot.start), replacement));
        }
    }
    edits
}

fn masked_spans(document: &Document) -> Vec<(Span, &'static str)> {
    let mut spans = Vec::new();
    match &document.tree {
        Some(tree) => {
            for entry in document.entries.iter().filter(|entry| entry.gvk.kind == "Secret") {
                values(tree, entry.node, "data", MASKED_BASE64, &mut spans);
                values(tree, entry.node, "stringData", MASKED_TEXT, &mut spans);
                let annotations =
                    tree.get(entry.node, "metadata").and_then(|meta| tree.get(meta, "annotations"));
                let copy = annotations.and_then(|annotations| tree.get(annotations, LAST_APPLIED));
                spans.extend(copy.map(|copy| (tree.span(copy), MASKED_TEXT)));
            }
        }
        None => unreadable(&document.text, &mut spans),
    }
    spans
}

/// The values of a mapping of a Secret.
fn values(
    tree: &Tree,
    secret: NodeId,
    field: &str,
    mask: &'static str,
    spans: &mut Vec<(Span, &'static str)>,
) {
    let Some(map) = tree.get(secret, field) else { return };
    let entries = tree.entries(map).filter(|entry| !tree.span(entry.value).is_empty());
    spans.extend(entries.map(|entry| (tree.span(entry.value), mask)));
}

/// In a text that cannot be read but mentions a Secret, everything behind a colon on an indented line, and
/// every indented line without one, is masked: rather too much than too little.
fn unreadable(text: &str, spans: &mut Vec<(Span, &'static str)>) {
    if !text.contains("Secret") {
        return;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end();
        if content.starts_with([' ', '\t', '{']) {
            let value =
                content.find(": ").map_or(content.len() - content.trim_start().len(), |colon| colon + 2);
            if !content.ends_with(':') && value < content.len() {
                spans.push((Span::new(start + value, start + content.len()), MASKED_TEXT));
            }
        }
        start += line.len();
    }
}
