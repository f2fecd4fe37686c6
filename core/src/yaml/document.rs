//! A text as upstream reads it: one YAML document or one JSON value, or an error. Nothing is repaired here.

use super::error::{ErrorKind, SyntaxError};
use super::json;
use super::parser::{self, Duplicate, Fault, FaultKind};
use super::tree::{Node, NodeId, Tree, Value};
use crate::order::Arrange;
use crate::text::Span;

/// What upstream makes of a chunk, for those who compare with it.
#[derive(Clone, PartialEq, Debug)]
pub struct Strict {
    /// The value; nothing when upstream refuses the chunk.
    pub value: Option<serde_json::Value>,
    /// The keys that are set twice, each with the line (from 1) that upstream names; empty when refused.
    pub duplicates: Vec<(usize, String)>,
    /// The line (from 1) of what is refused, 0 when nothing is.
    pub line: usize,
}

/// Reads a YAML chunk as upstream does.
pub fn strict_yaml(chunk: &str) -> Strict {
    let refused = |at: usize| Strict { value: None, duplicates: Vec::new(), line: line_of(chunk, at) };
    let document = match read_yaml(chunk) {
        Ok(document) => document,
        Err(error) => return refused(error.at),
    };
    if let Some(fault) = document.faults.first() {
        return refused(fault.span.start as usize);
    }
    let value = document.tree.map_or(serde_json::Value::Null, |tree| tree.to_json(tree.root()));
    let duplicates =
        document.duplicates.into_iter().filter(|duplicate| duplicate.reported).map(|duplicate| {
            let line = line_of(chunk, duplicate.value);
            (line, duplicate.key)
        });
    Strict { value: Some(value), duplicates: duplicates.collect(), line: 0 }
}

/// Reads a JSON chunk as upstream does.
pub fn strict_json(chunk: &str) -> Strict {
    let tree = json::parse(chunk).and_then(|document| document.tree);
    let value = tree.map(|tree| tree.to_json(tree.root()));
    Strict { value, duplicates: Vec::new(), line: 0 }
}

/// A document without a syntax error.
pub(super) struct Document {
    /// Its tree; nothing when there is only blank space and comments.
    pub(super) tree: Option<Tree>,
    /// What upstream refuses all the same.
    pub(super) faults: Vec<Fault>,
    /// Keys that are set twice.
    pub(super) duplicates: Vec<Duplicate>,
}

/// Reads a chunk as YAML.
pub(super) fn read_yaml(chunk: &str) -> Result<Document, SyntaxError> {
    // Upstream reads lines and ends each with a line feed, the last one too.
    let ended;
    let text = if chunk.ends_with('\n') {
        chunk
    } else {
        ended = format!("{chunk}\n");
        &ended
    };
    let control = control_character(text);
    let parsed = match (parser::parse(text), control) {
        (Ok(parsed), None) => parsed,
        // Upstream's reader stumbles only over what it reads, in blocks of 512 bytes.
        (Ok(parsed), Some(at)) if at >= (parsed.read + 4).next_multiple_of(512) => parsed,
        (Err(error), Some(at)) if error.at < at => return Err(clamped(error, chunk.len())),
        (_, Some(at)) => return Err(SyntaxError::new(ErrorKind::ControlCharacter, at)),
        (Err(error), None) => return Err(clamped(error, chunk.len())),
    };
    let Some(root) = parsed.root else {
        return Ok(Document { tree: None, faults: Vec::new(), duplicates: Vec::new() });
    };
    let mut nodes = parsed.nodes;
    let end = chunk.len() as u32;
    // Only nodes at the very end can reach over the line feed that was added.
    for node in nodes.iter_mut().rev().take_while(|node| node.span.end > end) {
        node.span.end = end;
        node.span.start = node.span.start.min(end);
    }
    let tree = Tree::new(nodes, root, parsed.comments);
    let faults = refusals(&tree, parsed.faults, &parsed.duplicates);
    Ok(Document { tree: Some(tree), faults, duplicates: parsed.duplicates })
}

/// An error with its places within the text.
fn clamped(error: SyntaxError, length: usize) -> SyntaxError {
    SyntaxError { at: error.at.min(length), context: error.context.min(length), ..error }
}

/// The line (from 1) of an offset, with the line ends of YAML 1.1.
fn line_of(text: &str, at: usize) -> usize {
    let before = &text[..at.min(text.len())];
    let mut lines = 1;
    let mut rest = before.chars();
    while let Some(character) = rest.next() {
        lines += usize::from(match character {
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => true,
            '\r' => !rest.as_str().starts_with('\n') && !rest.as_str().starts_with("\r\n"),
            _ => false,
        });
    }
    lines
}

/// The first character that YAML does not allow anywhere.
pub(super) fn control_character(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    // Most of a text needs no closer look: sixteen bytes at a time are seen to be harmless.
    let harmless = |block: &[u8]| {
        block.iter().fold(true, |all, &byte| all && (byte >= b' ' || byte == b'\n') && byte < 0x7F)
    };
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if bytes.get(at..at + 16).is_some_and(harmless) {
            at += 16;
            continue;
        }
        let next = |offset: usize| bytes.get(at + offset).copied().unwrap_or(0);
        let refused = match byte {
            b'\t' | b'\n' | b'\r' => false,
            0..=0x1F | 0x7F => true,
            0xC2 => matches!(next(1), 0x80..=0x9F) && next(1) != 0x85,
            0xEF => next(1) == 0xBF && matches!(next(2), 0xBE | 0xBF),
            _ => false,
        };
        if refused {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// What upstream refuses of a tree when it makes JSON of it: faults of keys and values that another entry
/// overrides do not count, and numbers without an end are looked for.
fn refusals(tree: &Tree, faults: Vec<Fault>, duplicates: &[Duplicate]) -> Vec<Fault> {
    // `1` and `"1"` are two keys as long as they are not text, and the values of both are looked at.
    let distinct = |key: Span| duplicates.iter().any(|pair| !pair.reported && pair.first == key);
    let endless = |node: &Node| matches!(node.value, Value::Float(value) if !value.is_finite());
    let keys = |fault: &Fault| matches!(fault.kind, FaultKind::NullKey | FaultKind::LargeKey);
    let any_endless = (0..tree.len()).any(|index| endless(tree.node(NodeId(index as u32))));
    if !any_endless && !faults.iter().any(keys) {
        return faults;
    }
    let mut found: Vec<Fault> = faults.iter().filter(|fault| !keys(fault)).cloned().collect();
    // Each node with whether its value is the one that becomes JSON.
    let mut waiting = vec![(tree.root(), true)];
    let mut seen = vec![false; tree.len()];
    while let Some((id, counts)) = waiting.pop() {
        if std::mem::replace(&mut seen[id.0 as usize], true) {
            continue;
        }
        let node = tree.node(id);
        if counts && endless(node) {
            let message = "json: unsupported value".to_owned();
            found.push(Fault { message, span: tree.span(id), kind: FaultKind::NotFinite });
        }
        waiting.extend(tree.items(id).iter().map(|&item| (item, counts)));
        if let Value::Mapping(mapping) = &node.value {
            for entry in &mapping.entries {
                let here = |fault: &&Fault| keys(fault) && fault.span == entry.key_span;
                found.extend(faults.iter().filter(here).cloned());
                if !entry.shadowed || distinct(entry.key_span) {
                    waiting.push((entry.value, counts && !entry.shadowed));
                }
            }
        }
    }
    found.arrange_by_key(|fault| fault.span);
    found.dedup();
    found
}
