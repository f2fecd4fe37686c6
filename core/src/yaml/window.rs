//! The part of a large text that it takes to judge a change in one line: what stands around the line, and
//! the keys that everything there belongs to.

use super::indentation::rows::{Row, rows};
use super::lines::floor_boundary;
use std::borrow::Cow;

/// Texts up to this size are looked at as a whole.
const WHOLE: usize = 24 * 1024;

/// How much is kept on both sides of the place in larger ones.
const REACH: usize = 6 * 1024;

/// A part of a text.
pub(super) struct Window<'a> {
    /// The lines that the part belongs to, then the part.
    pub(super) text: Cow<'a, str>,
    /// Where the part begins in the whole text.
    from: usize,
    /// Where it begins here.
    head: usize,
}

impl<'a> Window<'a> {
    /// What is around an offset.
    pub(super) fn around(text: &'a str, at: usize) -> Self {
        if text.len() <= WHOLE {
            return Self { text: Cow::Borrowed(text), from: 0, head: 0 };
        }
        let start = floor_boundary(text, at.saturating_sub(REACH));
        let from = text[..start].rfind('\n').map_or(0, |feed| feed + 1);
        let end = floor_boundary(text, at + REACH);
        let to = text[end..].find('\n').map_or(text.len(), |feed| end + feed + 1);
        let part = &text[from..to];
        let head = parents(&text[..from], rows(part).first());
        let length = head.len();
        Self { text: Cow::Owned(head + part), from, head: length }
    }

    /// Where a place of the whole text is here; nothing when it is not.
    pub(super) fn inside(&self, at: usize) -> Option<usize> {
        let at = at.checked_sub(self.from)? + self.head;
        (at <= self.text.len()).then_some(at)
    }

    /// Where a place here is in the whole text; nothing for the lines that were put before the part.
    pub(super) fn outside(&self, at: usize) -> Option<usize> {
        Some(at.checked_sub(self.head)? + self.from)
    }
}

/// The lines above a row that it belongs to, outermost first.
fn parents(above: &str, first: Option<&Row<'_>>) -> String {
    let Some(first) = first else { return String::new() };
    let (mut indent, mut item) = (first.indent, first.item);
    let mut lines: Vec<&str> = Vec::new();
    for line in above.lines().rev() {
        if indent == 0 && !item {
            break;
        }
        let Some(row) = rows(line).pop() else { continue };
        // The dashes of a list may stand below the first letter of its key.
        if row.indent < indent || item && !row.item && row.indent == indent {
            (indent, item) = (row.indent, row.item);
            lines.push(line);
        }
    }
    lines.into_iter().rev().flat_map(|line| [line, "\n"]).collect()
}
