//! Lines that stand at the wrong column, or in a place for something else.

use super::values::missing_colon;
use super::{Candidate, Explanation};
use crate::diagnostic::Applicability;
use crate::text::{Span, TextEdit};
use crate::yaml::emit::quote_always;
use crate::yaml::error::{ErrorKind, SyntaxError};
use crate::yaml::indentation::Misindented;
use crate::yaml::lines::{Line, floor_boundary};

/// A line that stands at the wrong column.
pub(in crate::yaml) fn misindented(found: Misindented) -> Explanation {
    let Misindented { line, lines, indent, wanted, sibling, in_text, edits } = found;
    let message = match (sibling, lines) {
        (Some(_), _) if in_text => {
            format!("this line is indented by {}, the text it belongs to by {wanted}", spaces(indent))
        }
        (Some(_), _) => format!("this line is indented by {}, its siblings by {wanted}", spaces(indent)),
        (None, _) => format!("this line is indented by {}, it belongs at {wanted}", spaces(indent)),
    };
    let title = match (lines, wanted > indent) {
        (1, _) if wanted == 0 => "remove the indentation".to_owned(),
        (1, _) => format!("indent by {}", spaces(wanted)),
        (_, true) => format!("indent {lines} lines by {} more", spaces(wanted - indent)),
        (_, false) => format!("indent {lines} lines by {} less", spaces(indent - wanted)),
    };
    let mut explanation = Explanation::new(line, message);
    if let Some(sibling) = sibling {
        explanation = explanation.label(sibling, "a line beside it");
    }
    explanation.candidates.push(Candidate {
        title: Some(title),
        applicability: Applicability::Likely,
        edits,
    });
    explanation
}

/// A second colon in a line, or a key below a line that has a value already.
pub(in crate::yaml) fn colon_in_value(text: &str, at: usize, line: Line<'_>) -> Explanation {
    use Applicability::Likely;
    let first_colon = line.text.find(": ").map(|colon| line.start + colon);
    if first_colon.is_some_and(|colon| colon < at) {
        let start = line.value_start().unwrap_or(at);
        let span = Span::new(start, line.content_end().max(start));
        let edit = TextEdit::replace(span, quote_always(span.of(text)));
        return Explanation::new(span, "a value that contains a colon and a space must be quoted").offer(
            "quote the value",
            Likely,
            edit,
        );
    }
    let Some(above) = line.before(text) else {
        return Explanation::new(line.span(), "a key cannot stand here");
    };
    let colon = &text[above.start..above.content_end()];
    if !colon.contains(": ") && !colon.ends_with(':') {
        return missing_colon(text, above.start + above.key_column(), above);
    }
    let (indent, wanted) = (line.indent(), above.key_column());
    let edit = TextEdit::replace(Span::new(line.start, line.content_start()), " ".repeat(wanted));
    let message = format!("this line is indented by {}, its siblings by {wanted}", spaces(indent));
    Explanation::new(line.span(), message)
        .help("The line above has a value already, so nothing can stand below it.")
        .label(above.span(), "this line has a value")
        .offer(format!("indent by {}", spaces(wanted)), Likely, edit)
}

/// A line that fits neither the keys nor the list it stands among.
pub(in crate::yaml) fn misplaced(text: &str, error: SyntaxError, line: Line<'_>) -> Explanation {
    use Applicability::Likely;
    let first = Line::at(text, error.context);
    let wanted = text[first.start..floor_boundary(text, error.context)].chars().count();
    let indent = line.indent();
    if error.at > line.content_start() {
        let start = line.value_start().filter(|&start| start <= error.at).unwrap_or(line.content_start());
        let span = Span::new(start, line.content_end().max(start));
        let edit = TextEdit::replace(span, quote_always(span.of(text)));
        return Explanation::new(Span::new(error.at, line.end()), "nothing may follow the value on its line")
            .help("A value that goes on after a closing quote or bracket must be quoted as a whole.")
            .offer("quote the whole value", Likely, edit);
    }
    let what = if error.kind == ErrorKind::ExpectedDash { "the items of the list" } else { "its siblings" };
    let reindent = TextEdit::replace(Span::new(line.start, line.content_start()), " ".repeat(wanted));
    if indent != wanted {
        let message = format!("this line is indented by {}, {what} by {wanted}", spaces(indent));
        return Explanation::new(line.span(), message)
            .label(Span::new(error.context, first.end()), "the first of them")
            .offer(format!("indent by {}", spaces(wanted)), Likely, reindent);
    }
    if error.kind == ErrorKind::ExpectedKey {
        return Explanation::new(line.span(), "a list item cannot stand among the keys of a mapping")
            .label(Span::new(error.context, first.end()), "the mapping begins here");
    }
    Explanation::new(line.span(), "a key cannot stand among the items of a list")
        .label(Span::new(error.context, first.end()), "the list begins here")
        .offer("make it an item", Likely, TextEdit::insert(line.content_start() as u32, "- "))
}

/// A tab where spaces must be.
pub(in crate::yaml) fn tab(text: &str, at: usize) -> Explanation {
    let width = text[floor_boundary(text, at)..].bytes().take_while(|&byte| byte == b'\t').count().max(1);
    let span = Span::new(at, at + width);
    Explanation::new(span, "a tab cannot indent YAML")
        .help("Use spaces.")
        .offer("replace by spaces", Applicability::Likely, TextEdit::replace(span, "  ".repeat(width)))
        .try_silently(TextEdit::replace(span, " ".repeat(width)))
        .try_silently(TextEdit::replace(span, ""))
}

/// A number of spaces in words.
fn spaces(count: usize) -> String {
    if count == 1 { "1 space".to_owned() } else { format!("{count} spaces") }
}
