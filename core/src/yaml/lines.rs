//! Looking at single lines of a text.

use crate::text::Span;

/// A line of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its first byte.
    pub(super) start: usize,
    /// Its text without the line end.
    pub(super) text: &'a str,
}

impl<'a> Line<'a> {
    /// The line that holds an offset.
    pub(super) fn at(text: &'a str, at: usize) -> Self {
        let at = floor_boundary(text, at);
        let start = text[..at].rfind('\n').map_or(0, |feed| feed + 1);
        let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
        Line { start, text: text[start..end].trim_end_matches('\r') }
    }

    /// The nearest line before this one that holds more than blanks and comments.
    pub(super) fn before(&self, text: &'a str) -> Option<Self> {
        let mut line = *self;
        while line.start > 0 {
            line = Self::at(text, line.start - 1);
            let content = line.text.trim_start();
            if !content.is_empty() && !content.starts_with('#') {
                return Some(line);
            }
        }
        None
    }

    /// How many blanks it begins with.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches([' ', '\t']).len()
    }

    /// The offset of its first character that is not blank.
    pub(super) fn content_start(&self) -> usize {
        self.start + self.indent()
    }

    /// The offset behind its last character that is neither blank nor part of a comment after a value.
    pub(super) fn content_end(&self) -> usize {
        let comment = self.text.find(" #").filter(|&at| at >= self.indent());
        self.start + self.text[..comment.unwrap_or(self.text.len())].trim_end().len()
    }

    /// The offset behind its last character that is not blank.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.trim_end().len()
    }

    /// The column at which its key begins, behind the dashes of list items.
    pub(super) fn key_column(&self) -> usize {
        let mut rest = &self.text[self.indent()..];
        while let Some(item) = rest.strip_prefix("- ") {
            rest = item.trim_start_matches(' ');
        }
        self.text.len() - rest.len()
    }

    /// Where the value behind the first colon begins.
    pub(super) fn value_start(&self) -> Option<usize> {
        let colon = self.text.find(": ")? + 2;
        Some(self.start + colon + (self.text[colon..].len() - self.text[colon..].trim_start().len()))
    }

    /// All of it but indentation and trailing blanks.
    pub(super) fn span(&self) -> Span {
        Span::new(self.content_start(), self.end())
    }
}

/// The nearest character boundary at or before an offset.
pub(super) fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
