//! Syntax errors in words that people understand, with what would repair them.

use super::emit::quote_always;
use super::error::{ErrorKind, SyntaxError};
use super::indentation::{self, Misindented};
use super::lines::{Line, floor_boundary};
use crate::diagnostic::{Applicability, nearest};
use crate::text::{Span, TextEdit};

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

/// A line that stands at the wrong column.
pub(super) fn misindented(found: Misindented) -> Explanation {
    let Misindented { line, lines, indent, wanted, sibling, in_text, edits } = found;
    let message = match (sibling, lines) {
        (Some(_), _) if in_text => {
            format!("this line is indented by {}, the text it belongs to by {wanted}", spaces(indent))
        }
        (Some(_), _) => format!("this line is indented by {}, its siblings by {wanted}", spaces(indent)),
        (None, _) => format!("this line is indented by {}, it belongs at {wanted}", spaces(indent)),
    };
    let title = match (lines, wanted > indent) {
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

/// A line without a colon where a key must stand.
fn missing_colon(text: &str, from: usize, line: Line<'_>) -> Explanation {
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

/// A second colon in a line, or a key below a line that has a value already.
fn colon_in_value(text: &str, at: usize, line: Line<'_>) -> Explanation {
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
fn misplaced(text: &str, error: SyntaxError, line: Line<'_>) -> Explanation {
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
fn tab(text: &str, at: usize) -> Explanation {
    let width = text[floor_boundary(text, at)..].bytes().take_while(|&byte| byte == b'\t').count().max(1);
    let span = Span::new(at, at + width);
    Explanation::new(span, "a tab cannot indent YAML")
        .help("Use spaces.")
        .offer("replace by spaces", Applicability::Likely, TextEdit::replace(span, "  ".repeat(width)))
        .try_silently(TextEdit::replace(span, " ".repeat(width)))
        .try_silently(TextEdit::replace(span, ""))
}

/// A value that begins with a character that has a meaning of its own.
fn indicator(text: &str, at: usize, line: Line<'_>) -> Explanation {
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
fn unknown_anchor(text: &str, at: usize, line: Line<'_>) -> Explanation {
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

/// A quote without its partner.
fn unclosed_quote(text: &str, from: usize, line: Line<'_>) -> Explanation {
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
fn unclosed_bracket(
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

/// A character that nobody sees.
fn control_character(text: &str, at: usize) -> Explanation {
    let at = floor_boundary(text, at);
    let character = text[at..].chars().next().unwrap_or('\0');
    let span = Span::new(at, at + character.len_utf8());
    Explanation::new(span, format!("the control character U+{:04X} is not allowed", u32::from(character)))
        .help("It is invisible and usually came with a copy.")
        .offer("remove it", Applicability::Sure, TextEdit::replace(span, ""))
}

/// A number of spaces in words.
fn spaces(count: usize) -> String {
    if count == 1 { "1 space".to_owned() } else { format!("{count} spaces") }
}
