//! What the scanner gives to the parser.

use std::borrow::Cow;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::yaml) enum Kind {
    /// The end of the text.
    StreamEnd,
    /// `%YAML`; the token's text is the version.
    VersionDirective,
    /// `%TAG`; text and suffix are handle and prefix.
    TagDirective,
    /// `---`
    DocumentStart,
    /// `...`
    DocumentEnd,
    /// A list in lines begins.
    BlockSequenceStart,
    /// A mapping in lines begins.
    BlockMappingStart,
    /// The list or mapping in lines ends.
    BlockEnd,
    /// `[`
    FlowSequenceStart,
    /// `]`
    FlowSequenceEnd,
    /// `{`
    FlowMappingStart,
    /// `}`
    FlowMappingEnd,
    /// `-`
    BlockEntry,
    /// `,`
    FlowEntry,
    /// A key follows.
    Key,
    /// `:`
    Value,
    /// `*name`
    Alias,
    /// `&name`
    Anchor,
    /// `!tag`; text and suffix are handle and suffix.
    Tag,
    /// A scalar without quotes.
    Plain,
    /// A scalar in quotes, or in lines after `|` or `>`.
    Quoted,
}

/// A token.
#[derive(Clone, Debug)]
pub(in crate::yaml) struct Token<'a> {
    pub(in crate::yaml) kind: Kind,
    /// Its first byte.
    pub(in crate::yaml) start: usize,
    /// The byte behind it.
    pub(in crate::yaml) end: usize,
    /// The scalar's value, the name, the handle.
    pub(in crate::yaml) text: Cow<'a, str>,
    /// The rest of a tag.
    pub(in crate::yaml) suffix: String,
}

impl<'a> Token<'a> {
    pub(super) fn new(kind: Kind, start: usize, end: usize) -> Self {
        Self { kind, start, end, text: Cow::Borrowed(""), suffix: String::new() }
    }

    pub(super) fn with_text(kind: Kind, start: usize, end: usize, text: Cow<'a, str>) -> Self {
        Self { kind, start, end, text, suffix: String::new() }
    }
}
