//! What the scanner and the parser can object to, in upstream's words.

/// The kinds of syntax errors of goyaml v2 (`scannerc.go`, `parserc.go`, `decode.go`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ErrorKind {
    /// A character that begins nothing: a tab, `@`, a backtick, `%`.
    BadStart,
    /// A line without the colon that makes a key of it.
    MissingColon,
    /// A dash where no list may begin.
    BadEntry,
    /// A question mark where no key may begin.
    BadKey,
    /// A second colon in one line.
    BadValue,
    /// An anchor or an alias without a name, or with one that goes on strangely.
    BadAnchor,
    /// A tag that is not one.
    BadTag,
    /// A tag handle that no `%TAG` line declares.
    UnknownTagHandle,
    /// Something is wrong with a line that begins with `%`.
    BadDirective,
    /// Something other than a comment stands behind `|` or `>`.
    BadBlockHeader,
    /// A block scalar with the indentation indicator 0.
    ZeroIndent,
    /// A tab within the indentation of a block scalar.
    TabInBlock,
    /// A tab within the indentation of a plain scalar's further lines.
    TabInPlain,
    /// `---` or `...` within quotes.
    SeparatorInQuotes,
    /// The text ends within quotes.
    UnclosedQuote,
    /// A backslash before a character that cannot be escaped.
    BadEscape,
    /// A numeric escape that is cut short or names no character.
    BadEscapeCode,
    /// A line of a mapping that is no key.
    ExpectedKey,
    /// A line of a list that does not begin with a dash.
    ExpectedDash,
    /// A list in brackets that goes on without a comma.
    ExpectedCommaOrBracket,
    /// A mapping in braces that goes on without a comma.
    ExpectedCommaOrBrace,
    /// A value was expected.
    ExpectedContent,
    /// `---` was expected after a directive.
    ExpectedDocument,
    /// A control character.
    ControlCharacter,
    /// An alias whose anchor does not exist.
    UnknownAnchor,
    /// An alias within its own anchor.
    SelfReference,
    /// Nesting beyond what is read here.
    TooDeep,
    /// Aliases that multiply the document.
    AliasBomb,
}

impl ErrorKind {
    /// What upstream says.
    pub(super) fn upstream(self) -> &'static str {
        match self {
            Self::BadStart => "found character that cannot start any token",
            Self::MissingColon => "could not find expected ':'",
            Self::BadEntry => "block sequence entries are not allowed in this context",
            Self::BadKey => "mapping keys are not allowed in this context",
            Self::BadValue => "mapping values are not allowed in this context",
            Self::BadAnchor => "did not find expected alphabetic or numeric character",
            Self::BadTag => "did not find expected tag URI",
            Self::UnknownTagHandle => "found undefined tag handle",
            Self::BadDirective => "found unknown directive name",
            Self::BadBlockHeader => "did not find expected comment or line break",
            Self::ZeroIndent => "found an indentation indicator equal to 0",
            Self::TabInBlock => "found a tab character where an indentation space is expected",
            Self::TabInPlain => "found a tab character that violates indentation",
            Self::SeparatorInQuotes => "found unexpected document indicator",
            Self::UnclosedQuote => "found unexpected end of stream",
            Self::BadEscape => "found unknown escape character",
            Self::BadEscapeCode => "did not find expected hexdecimal number",
            Self::ExpectedKey => "did not find expected key",
            Self::ExpectedDash => "did not find expected '-' indicator",
            Self::ExpectedCommaOrBracket => "did not find expected ',' or ']'",
            Self::ExpectedCommaOrBrace => "did not find expected ',' or '}'",
            Self::ExpectedContent => "did not find expected node content",
            Self::ExpectedDocument => "did not find expected <document start>",
            Self::ControlCharacter => "control characters are not allowed",
            Self::UnknownAnchor => "unknown anchor referenced",
            Self::SelfReference => "anchor value contains itself",
            Self::TooDeep => "exceeded max depth",
            Self::AliasBomb => "document contains excessive aliasing",
        }
    }
}

/// A syntax error: the reading ends there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct SyntaxError {
    /// What it is.
    pub(super) kind: ErrorKind,
    /// The byte at which it was noticed.
    pub(super) at: usize,
    /// Where that began to which it belongs: the quote, the bracket, the mapping.
    pub(super) context: usize,
}

impl SyntaxError {
    /// An error that is noticed where it begins.
    pub(super) fn new(kind: ErrorKind, at: usize) -> Self {
        Self { kind, at, context: at }
    }

    /// An error within something that began earlier.
    pub(super) fn within(kind: ErrorKind, context: usize, at: usize) -> Self {
        Self { kind, at, context }
    }

    /// Where the mistake is: a missing quote or colon is noticed only further down.
    pub(super) fn place(self) -> usize {
        match self.kind {
            ErrorKind::UnclosedQuote | ErrorKind::MissingColon => self.context,
            _ => self.at,
        }
    }
}
