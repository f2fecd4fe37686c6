//! Quotes, brackets and braces without their partner.

use super::Explanation;
use crate::diagnostic::Applicability;
use crate::text::{Span, TextEdit};
use crate::yaml::error::SyntaxError;
use crate::yaml::lines::{Line, floor_boundary};

/// A quote without its partner.
pub(in crate::yaml) fn unclosed_quote(text: &str, from: usize, line: Line<'_>) -> Explanation {
    let quote = if text[floor_boundary(text, from)..].starts_with('\'') { "'" } else { "\"" };
    let end = line.content_end();
    // `"a]` was probably meant as `"a"]`.
    let before_closing = text[from..end].trim_end_matches([']', '}', ' ']).len() + from;
    let closing = format!("{quote}{}", closers(&text[line.start..from]));
    let explanation = Explanation::new(Span::new(from, end), "this quote is never closed");
    if before_closing < end {
        let edit = TextEdit::insert(before_closing as u32, quote);
        return explanation.offer("close the quote", Applicability::Likely, edit);
    }
    let edit = TextEdit::insert(end as u32, closing);
    explanation.offer("close the quote at the end of the line", Applicability::Likely, edit)
}

/// What closes the brackets and braces that are open at the end of a part of a line, quotes aside.
fn closers(part: &str) -> String {
    let mut open = Vec::new();
    let mut quote = None;
    for character in part.chars() {
        match (quote, character) {
            (Some(begun), _) if begun == character => quote = None,
            (None, '"' | '\'') => quote = Some(character),
            (None, '[') => open.push(']'),
            (None, '{') => open.push('}'),
            (None, ']' | '}') => {
                open.pop();
            }
            _ => {}
        }
    }
    open.into_iter().rev().collect()
}

/// A bracket without its partner, or two items without a comma.
pub(in crate::yaml) fn unclosed_bracket(
    text: &str,
    error: SyntaxError,
    line: Line<'_>,
    context: Line<'_>,
    open: &str,
    close: &str,
) -> Explanation {
    use Applicability::Likely;
    let from = error.context;
    if line.start == context.start && error.at < line.content_end() {
        let span = Span::new(error.at, line.content_end());
        return Explanation::new(span, format!("a comma or {close} is missing before this"))
            .label(Span::new(from, from + 1), "opened here")
            .offer("insert a comma", Likely, TextEdit::insert(error.at as u32, ", "));
    }
    let end = context.content_end();
    let closing = closers(&text[context.start..end]);
    let close = if closing.is_empty() { close } else { &closing };
    let before = line.before(text).map_or(end, |line| line.content_end());
    Explanation::new(Span::new(from, end), format!("this {open} is never closed"))
        .offer(format!("close it with {close}"), Likely, TextEdit::insert(end as u32, close))
        .try_silently(TextEdit::insert(before.max(end) as u32, close))
        .try_silently(TextEdit::insert(line.content_start() as u32, ", "))
}
