//! Keys without a colon, and values that must be quoted.

use super::Explanation;
use crate::diagnostic::{Applicability, nearest};
use crate::text::{Span, TextEdit};
use crate::yaml::emit::quote_always;
use crate::yaml::lines::{Line, floor_boundary};

/// A line without a colon where a key must stand.
pub(in crate::yaml) fn missing_colon(text: &str, from: usize, line: Line<'_>) -> Explanation {
    use Applicability::{Likely, Sure};
    let end = line.content_end();
    let content = &text[from.min(end)..end];
    let span = Span::new(from, end);
    // `name:web` and the like.
    if let Some(colon) = content.find(':').filter(|&colon| colon > 0 && !content[colon..].starts_with("://"))
    {
        let behind = from + colon + 1;
        let edit = TextEdit::insert(behind as u32, " ");
        return Explanation::new(span, "a space is missing after the colon")
            .offer("insert the space", Sure, edit)
            .try_silently(TextEdit::insert(end as u32, ":"));
    }
    if let Some(space) = content.find(' ') {
        let edit = TextEdit::insert((from + space) as u32, ":");
        return Explanation::new(span, "a colon is missing between key and value")
            .offer(format!("change to {}: …", &content[..space]), Likely, edit)
            .try_silently(TextEdit::insert(end as u32, ":"));
    }
    Explanation::new(span, format!("a colon is missing after {content}")).offer(
        "insert the colon",
        Likely,
        TextEdit::insert(end as u32, ":"),
    )
}

/// A value that begins with a character that has a meaning of its own.
pub(in crate::yaml) fn indicator(text: &str, at: usize, line: Line<'_>) -> Explanation {
    let at = floor_boundary(text, at);
    let first = text[at..].chars().next().unwrap_or(' ');
    let span = Span::new(at, line.content_end().max(at + first.len_utf8()));
    let edit = TextEdit::replace(span, quote_always(span.of(text)));
    Explanation::new(span, format!("a value that begins with {first} must be quoted")).offer(
        "quote the value",
        Applicability::Sure,
        edit,
    )
}

/// An alias without its anchor: mostly a pattern that should be quoted.
pub(in crate::yaml) fn unknown_anchor(text: &str, at: usize, line: Line<'_>) -> Explanation {
    let name: String =
        text[at + 1..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-')).collect();
    let help = "*name stands for what &name marked earlier in the same document.";
    let upstream = format!("unknown anchor '{name}' referenced");
    let Explanation { span, candidates, .. } = indicator(text, at, line);
    if let Some(near) = nearest(&name, anchors(&text[..at])) {
        let span = Span::new(at + 1, at + 1 + name.len());
        let edit = TextEdit::replace(span, near);
        let mut explanation =
            Explanation::new(Span::new(at, span.end as usize), format!("{upstream}: did you mean *{near}?"))
                .help(help)
                .offer(format!("change to *{near}"), Applicability::Likely, edit);
        explanation.candidates.extend(candidates);
        return explanation;
    }
    let message = format!("{upstream}: a value that begins with * must be quoted");
    Explanation { candidates, ..Explanation::new(span, message) }.help(help)
}

/// The names behind the ampersands of a text.
fn anchors(text: &str) -> impl Iterator<Item = &str> {
    text.split(" &").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-'));
        &rest[..end.unwrap_or(rest.len())]
    })
}

/// A character that nobody sees.
pub(in crate::yaml) fn control_character(text: &str, at: usize) -> Explanation {
    let at = floor_boundary(text, at);
    let character = text[at..].chars().next().unwrap_or('\0');
    let span = Span::new(at, at + character.len_utf8());
    Explanation::new(span, format!("the control character U+{:04X} is not allowed", u32::from(character)))
        .help("It is invisible and usually came with a copy.")
        .offer("remove it", Applicability::Sure, TextEdit::replace(span, ""))
}
