//! Changes of a text.

use super::Span;
use crate::order::Arrange;
use serde::{Deserialize, Serialize};

/// Replaces a span of a text; an insertion has an empty span.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TextEdit {
    /// What is replaced, in bytes of the text before any edit of the same list.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
}

impl TextEdit {
    /// An edit that replaces `span`.
    pub fn replace(span: Span, replacement: impl Into<String>) -> Self {
        Self { span, replacement: replacement.into() }
    }

    /// An edit that inserts at an offset.
    pub fn insert(offset: u32, text: impl Into<String>) -> Self {
        Self { span: Span { start: offset, end: offset }, replacement: text.into() }
    }

    /// Applies edits to a text. Edits that overlap an earlier one, do not fit the text, or would cut a
    /// character in two are passed over.
    pub fn apply_all(text: &str, edits: &[Self]) -> String {
        let mut sorted: Vec<&Self> = edits.iter().collect();
        sorted.arrange_by_key(|edit| edit.span);
        let mut result = String::with_capacity(text.len());
        let mut position = 0;
        for edit in sorted {
            let (start, end) = (edit.span.start as usize, edit.span.end as usize);
            if start < position || !text.is_char_boundary(start) || !text.is_char_boundary(end) {
                continue;
            }
            result.push_str(&text[position..start]);
            result.push_str(&edit.replacement);
            position = end;
        }
        result.push_str(&text[position..]);
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_applied_in_order_of_place_and_overlaps_are_passed_over() {
        let edits = [
            TextEdit::insert(5, "!"),
            TextEdit::replace(Span::new(0, 2), "H"),
            TextEdit::replace(Span::new(1, 4), "never"),
            TextEdit::replace(Span::new(40, 50), "never"),
        ];
        assert_eq!(TextEdit::apply_all("hello", &edits), "Hllo!");
    }
}
