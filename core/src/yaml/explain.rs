//! Syntax errors in words that people understand, with what would repair them.

mod pairs;
mod place;
mod values;

use super::emit::quote_always;
use super::error::{ErrorKind, SyntaxError};
use super::indentation;
use super::lines::{Line, floor_boundary};
use crate::diagnostic::Applicability;
use crate::text::{Span, TextEdit};
use pairs::{unclosed_bracket, unclosed_quote};
pub(super) use place::misindented;
use place::{colon_in_value, misplaced, tab};
use values::{control_character, indicator, missing_colon, unknown_anchor};

/// A change that may repair a text.
pub(super) struct Candidate {
    /// What it does, when it may be offered to a person.
    pub(super) title: Option<String>,
    pub(super) applicability: Applicability,
    /// In order of place.
    pub(super) edits: Vec<TextEdit>,
}

/// An error explained.
pub(super) struct Explanation {
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) help: String,
    /// A second place, and what is to be seen there.
    pub(super) label: Option<(Span, &'static str)>,
    /// Changes to try, the best first.
    pub(super) candidates: Vec<Candidate>,
}

impl Explanation {
    fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: String::new(), label: None, candidates: Vec::new() }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    fn label(mut self, span: Span, text: &'static str) -> Self {
        self.label = Some((span, text));
        self
    }

    fn offer(mut self, title: impl Into<String>, applicability: Applicability, edit: TextEdit) -> Self {
        self.candidates.push(Candidate { title: Some(title.into()), applicability, edits: vec![edit] });
        self
    }

    /// A change that only serves to read on.
    fn try_silently(mut self, edit: TextEdit) -> Self {
        self.candidates.push(Candidate {
            title: None,
            applicability: Applicability::Template,
            edits: vec![edit],
        });
        self
    }
}

/// Explains an error. The last candidates blank the lines concerned, so that the rest can be read.
pub(super) fn explain(text: &str, error: SyntaxError) -> Explanation {
    let line = Line::at(text, error.at);
    let context = Line::at(text, error.context);
    let explanation =
        indentation::find(text, error).map_or_else(|| by_kind(text, error, line, context), misindented);
    let upstream = error.kind.upstream();
    let help = if explanation.help.is_empty() {
        format!("kubectl says: {upstream}.")
    } else {
        format!("{} kubectl says: {upstream}.", explanation.help)
    };
    let mut lines = vec![line, context];
    if line.start == 0 || context.start > line.start {
        lines.swap(0, 1);
    }
    let explanation = Explanation { help, ..explanation };
    lines.into_iter().fold(explanation, |explanation, line| {
        let blank = " ".repeat(line.text.len());
        let span = Span::new(line.start, line.start + line.text.len());
        explanation.try_silently(TextEdit::replace(span, blank))
    })
}

fn by_kind(text: &str, error: SyntaxError, line: Line<'_>, context: Line<'_>) -> Explanation {
    use Applicability::{Likely, Sure};
    let SyntaxError { kind, at, context: from } = error;
    let rest = Span::new(at, line.end().max(at));
    match kind {
        ErrorKind::MissingColon => missing_colon(text, from, context),
        ErrorKind::BadValue => colon_in_value(text, at, line),
        ErrorKind::ExpectedKey | ErrorKind::ExpectedDash => misplaced(text, error, line),
        ErrorKind::BadStart if text[floor_boundary(text, at)..].starts_with('\t') => tab(text, at),
        ErrorKind::TabInBlock | ErrorKind::TabInPlain => tab(text, at),
        ErrorKind::BadStart | ErrorKind::BadAnchor | ErrorKind::BadTag | ErrorKind::UnknownTagHandle => {
            indicator(text, from.min(at), line)
        }
        ErrorKind::UnknownAnchor => unknown_anchor(text, at, line),
        ErrorKind::UnclosedQuote | ErrorKind::SeparatorInQuotes => unclosed_quote(text, from, context),
        ErrorKind::ExpectedCommaOrBracket => unclosed_bracket(text, error, line, context, "[", "]"),
        ErrorKind::ExpectedCommaOrBrace => unclosed_bracket(text, error, line, context, "{", "}"),
        ErrorKind::BadEntry => Explanation::new(rest, "a list cannot begin on the line of its key")
            .help("Put each dash on a line of its own, or write the list in brackets: [a, b]."),
        ErrorKind::BadKey => Explanation::new(rest, "a question mark and a space cannot stand here")
            .help("A value that begins with ? must be quoted."),
        ErrorKind::ExpectedContent => {
            let edit = TextEdit::replace(rest, quote_always(rest.of(text)));
            Explanation::new(rest, "a value is missing here")
                .help("A value that begins with one of , ] } must be quoted.")
                .offer("quote the value", Likely, edit)
        }
        ErrorKind::BadEscape => {
            let escape: String = text[floor_boundary(text, at)..].chars().take(2).collect();
            Explanation::new(Span::new(at, at + escape.len()), format!("{escape} is not an escape in double quotes"))
                .help("In double quotes a backslash begins an escape such as \\n: double it, or use single quotes.")
                .offer("double the backslash", Sure, TextEdit::insert(at as u32, "\\"))
        }
        ErrorKind::BadEscapeCode => Explanation::new(Span::new(at, at + 2), "this escape names no character")
            .help("After \\x, \\u and \\U stand two, four and eight hexadecimal digits."),
        ErrorKind::BadBlockHeader | ErrorKind::ZeroIndent => {
            Explanation::new(rest, "only + or -, an indentation from 1 to 9, or a comment may follow | or >")
                .help("The text of a block scalar begins on the next line; a value that begins with | or > must be quoted.")
        }
        ErrorKind::BadDirective | ErrorKind::ExpectedDocument => {
            Explanation::new(line.span(), "a line that begins with % is not a directive that is understood here")
                .help("A value that begins with % must be quoted.")
        }
        ErrorKind::ControlCharacter => control_character(text, at),
        ErrorKind::SelfReference => Explanation::new(rest, "this alias stands within its own anchor"),
        ErrorKind::TooDeep => {
            Explanation::new(Span::new(at, at + 1), "this nests too deep").help("At most 256 levels are read here.")
        }
        ErrorKind::AliasBomb => {
            Explanation::new(rest, "document contains excessive aliasing").help("The aliases multiply the document beyond measure.")
        }
    }
}
