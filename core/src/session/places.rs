//! From bytes of a file to what browsers and people count in.

use super::Range;
use crate::manifest::File;
use crate::text::Span;

/// A span of a file in the terms of the page.
pub(super) fn range_in(file: &File, span: Span) -> Range {
    let start = file.lines.line_column(&file.text, span.start);
    let end = file.lines.line_column(&file.text, span.end);
    Range {
        file: file.name.to_string(),
        from: file.lines.utf16(&file.text, span.start),
        to: file.lines.utf16(&file.text, span.end),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}
