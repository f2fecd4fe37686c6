//! From text to tokens, with goyaml v2's grammar (`scannerc.go`).
//!
//! YAML cannot tell a key from a value until it sees the colon. So a token that may begin a key is held
//! back in the queue as a *simple key* until a colon follows on the same line, or cannot follow any more;
//! then the tokens that open the mapping are put in before it.

mod block;
mod input;
mod plain;
mod properties;
mod quoted;

use super::error::{ErrorKind, SyntaxError};
use crate::text::Span;
use input::Input;
use std::borrow::Cow;
use std::collections::VecDeque;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
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
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    /// Its first byte.
    pub(super) start: usize,
    /// The byte behind it.
    pub(super) end: usize,
    /// The scalar's value, the name, the handle.
    pub(super) text: Cow<'a, str>,
    /// The rest of a tag.
    pub(super) suffix: String,
}

impl<'a> Token<'a> {
    fn new(kind: Kind, start: usize, end: usize) -> Self {
        Self { kind, start, end, text: Cow::Borrowed(""), suffix: String::new() }
    }

    fn with_text(kind: Kind, start: usize, end: usize, text: Cow<'a, str>) -> Self {
        Self { kind, start, end, text, suffix: String::new() }
    }
}

/// A place where a key without `?` may have begun, one for each flow level.
#[derive(Clone, Copy, Default)]
struct SimpleKey {
    /// Whether it may still be one.
    possible: bool,
    /// Whether the queue waits for it. Upstream loses track of a key that is `[]` or `{}`, so that such a
    /// key at the very beginning of a document becomes the document.
    awaited: bool,
    /// Whether it must be one, standing at its mapping's indentation.
    required: bool,
    /// The number of its first token.
    token: usize,
    /// Its first byte, line and column.
    at: usize,
    line: usize,
    column: i32,
}

/// How many levels of `[` and `{`, or of indentation, upstream reads.
const UPSTREAM_DEPTH: usize = 10_000;

/// The number of characters within which a key's colon must follow.
const KEY_REACH: usize = 1024;

/// Cuts a text into tokens, one at a time.
pub(super) struct Scanner<'a> {
    input: Input<'a>,
    queue: VecDeque<Token<'a>>,
    /// How many tokens have been taken out of the queue.
    taken: usize,
    /// Whether the queue's first token is known to be final.
    ready: bool,
    keys: Vec<SimpleKey>,
    key_allowed: bool,
    flow: usize,
    indent: i32,
    indents: Vec<i32>,
    comments: Vec<Span>,
}

impl<'a> Scanner<'a> {
    /// A scanner over a text, which should end with a line end: the last line is not seen as one otherwise.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            input: Input::new(text),
            queue: VecDeque::new(),
            taken: 0,
            ready: false,
            keys: vec![SimpleKey::default()],
            key_allowed: true,
            flow: 0,
            indent: -1,
            indents: Vec::new(),
            comments: Vec::new(),
        }
    }

    /// How far the text has been read.
    pub(super) fn position(&self) -> usize {
        self.input.pos
    }

    /// The comments seen so far.
    pub(super) fn take_comments(&mut self) -> Vec<Span> {
        std::mem::take(&mut self.comments)
    }

    /// The next token, which stays. After the end of the stream there are only further ends.
    pub(super) fn peek(&mut self) -> Result<&Token<'a>, SyntaxError> {
        if !self.ready {
            self.fill()?;
        }
        // `fill` returns without an error only when there is a token.
        self.queue.front().ok_or(SyntaxError::new(ErrorKind::ExpectedContent, self.input.pos))
    }

    /// The next token, taken out.
    pub(super) fn next(&mut self) -> Result<Token<'a>, SyntaxError> {
        if !self.ready {
            self.fill()?;
        }
        self.ready = false;
        self.taken += 1;
        self.queue.pop_front().ok_or(SyntaxError::new(ErrorKind::ExpectedContent, self.input.pos))
    }

    /// Reads on until the first token in the queue cannot become a key any more.
    fn fill(&mut self) -> Result<(), SyntaxError> {
        loop {
            if !self.queue.is_empty() {
                let taken = self.taken;
                match self.keys.iter().position(|key| key.awaited && key.possible && key.token == taken) {
                    None => break,
                    Some(index) if !self.key_is_valid(index)? => break,
                    Some(_) => {}
                }
            }
            self.fetch()?;
        }
        self.ready = true;
        Ok(())
    }

    /// Reads one more token, or several where it opens or closes blocks.
    fn fetch(&mut self) -> Result<(), SyntaxError> {
        self.skip_to_token();
        if self.flow == 0 {
            let column = self.input.column();
            self.unroll(column);
        }
        let at = self.input.pos;
        let Some(&byte) = self.input.bytes.get(at) else {
            return self.fetch_stream_end();
        };
        if self.input.at_line_start() {
            if byte == b'%' {
                return self.fetch_directive();
            }
            if let Some(kind) = self.input.document_indicator() {
                return self.fetch_document_indicator(kind);
            }
        }
        let next_is_blank = || self.input.is_blank_or_end(at + 1);
        match byte {
            b'[' => self.fetch_flow_start(Kind::FlowSequenceStart),
            b'{' => self.fetch_flow_start(Kind::FlowMappingStart),
            b']' => self.fetch_flow_end(Kind::FlowSequenceEnd),
            b'}' => self.fetch_flow_end(Kind::FlowMappingEnd),
            b',' => self.fetch_flow_entry(),
            b'-' if next_is_blank() => self.fetch_block_entry(),
            b'?' if self.flow > 0 || next_is_blank() => self.fetch_key(),
            b':' if self.flow > 0 || next_is_blank() => self.fetch_value(),
            b'*' => self.fetch_property(Kind::Alias),
            b'&' => self.fetch_property(Kind::Anchor),
            b'!' => self.fetch_property(Kind::Tag),
            b'|' | b'>' if self.flow == 0 => {
                self.drop_key()?;
                self.key_allowed = true;
                let token = self.scan_block(byte == b'|')?;
                self.queue.push_back(token);
                Ok(())
            }
            b'\'' | b'"' => {
                self.save_key()?;
                self.key_allowed = false;
                let token = self.scan_quoted(byte == b'\'')?;
                self.queue.push_back(token);
                Ok(())
            }
            b'#' | b'|' | b'>' | b'%' | b'@' | b'`' | b'\t' | b'\n' | b'\r' | 0 => {
                Err(SyntaxError::new(ErrorKind::BadStart, at))
            }
            _ => {
                self.save_key()?;
                self.key_allowed = false;
                let token = self.scan_plain()?;
                self.queue.push_back(token);
                Ok(())
            }
        }
    }

    /// Passes over blanks, comments and line ends. Tabs separate, but do not indent.
    fn skip_to_token(&mut self) {
        loop {
            while matches!(self.input.peek(), b' ')
                || (self.input.peek() == b'\t' && (self.flow > 0 || !self.key_allowed))
            {
                self.input.pos += 1;
            }
            if self.input.peek() == b'#' {
                self.skip_comment();
            }
            if !self.input.skip_break() {
                return;
            }
            if self.flow == 0 {
                self.key_allowed = true;
            }
        }
    }

    /// Passes over a comment up to the line end and notes where it is.
    fn skip_comment(&mut self) {
        let start = self.input.pos;
        self.input.skip_line_content();
        let mut end = self.input.pos;
        while end > start && matches!(self.input.at(end - 1), b' ' | b'\t') {
            end -= 1;
        }
        self.comments.push(Span::new(start, end));
    }

    // Simple keys.

    /// Whether a possible key still is one here; an error when it had to be one and is not.
    fn key_is_valid(&mut self, index: usize) -> Result<bool, SyntaxError> {
        let key = self.keys[index];
        if !key.possible {
            return Ok(false);
        }
        if key.line == self.input.line && !self.input.is_further_than(key.at, KEY_REACH) {
            return Ok(true);
        }
        if key.required {
            return Err(SyntaxError::within(ErrorKind::MissingColon, key.at, self.input.pos));
        }
        self.keys[index].possible = false;
        Ok(false)
    }

    /// Notes that a key may begin here.
    fn save_key(&mut self) -> Result<(), SyntaxError> {
        if !self.key_allowed {
            return Ok(());
        }
        let column = self.input.column();
        let key = SimpleKey {
            possible: true,
            awaited: true,
            required: self.flow == 0 && self.indent == column,
            token: self.taken + self.queue.len(),
            at: self.input.pos,
            line: self.input.line,
            column,
        };
        self.drop_key()?;
        if let Some(last) = self.keys.last_mut() {
            *last = key;
        }
        Ok(())
    }

    /// Forgets the key that may have begun on this flow level.
    fn drop_key(&mut self) -> Result<(), SyntaxError> {
        let position = self.input.pos;
        match self.keys.last_mut() {
            Some(key) if key.possible && key.required => {
                Err(SyntaxError::within(ErrorKind::MissingColon, key.at, position))
            }
            Some(key) => {
                key.possible = false;
                Ok(())
            }
            None => Ok(()),
        }
    }

    // Indentation.

    /// Opens a block collection where the column is further in than the block that is open. It is put in
    /// before the token of the given number, or at the end.
    fn roll(&mut self, column: i32, before: Option<usize>, kind: Kind, at: usize) -> Result<(), SyntaxError> {
        if self.flow > 0 || self.indent >= column {
            return Ok(());
        }
        self.indents.push(self.indent);
        self.indent = column;
        if self.indents.len() > UPSTREAM_DEPTH {
            return Err(SyntaxError::new(ErrorKind::TooDeep, at));
        }
        self.insert(before, Token::new(kind, at, at));
        Ok(())
    }

    /// Closes the block collections that are further in than the column.
    fn unroll(&mut self, column: i32) {
        while self.flow == 0 && self.indent > column {
            let at = self.input.pos;
            self.queue.push_back(Token::new(Kind::BlockEnd, at, at));
            self.indent = self.indents.pop().unwrap_or(-1);
        }
    }

    /// Puts a token in before the one of the given number.
    fn insert(&mut self, before: Option<usize>, token: Token<'a>) {
        match before {
            Some(number) if number >= self.taken => {
                let index = (number - self.taken).min(self.queue.len());
                self.queue.insert(index, token);
            }
            _ => self.queue.push_back(token),
        }
    }

    /// A token of the next bytes, which are passed over.
    fn push_indicator(&mut self, kind: Kind, width: usize) {
        let start = self.input.pos;
        self.input.pos += width;
        self.queue.push_back(Token::new(kind, start, self.input.pos));
    }

    // One function for each kind of token.

    fn fetch_stream_end(&mut self) -> Result<(), SyntaxError> {
        self.unroll(-1);
        self.drop_key()?;
        self.key_allowed = false;
        self.push_indicator(Kind::StreamEnd, 0);
        Ok(())
    }

    fn fetch_directive(&mut self) -> Result<(), SyntaxError> {
        self.unroll(-1);
        self.drop_key()?;
        self.key_allowed = false;
        let token = self.scan_directive()?;
        self.queue.push_back(token);
        Ok(())
    }

    fn fetch_document_indicator(&mut self, kind: Kind) -> Result<(), SyntaxError> {
        self.unroll(-1);
        self.drop_key()?;
        self.key_allowed = false;
        self.push_indicator(kind, 3);
        Ok(())
    }

    fn fetch_flow_start(&mut self, kind: Kind) -> Result<(), SyntaxError> {
        self.save_key()?;
        let token = self.taken + self.queue.len();
        self.keys.push(SimpleKey { token, ..SimpleKey::default() });
        self.flow += 1;
        if self.flow > UPSTREAM_DEPTH {
            return Err(SyntaxError::new(ErrorKind::TooDeep, self.input.pos));
        }
        self.key_allowed = true;
        self.push_indicator(kind, 1);
        Ok(())
    }

    fn fetch_flow_end(&mut self, kind: Kind) -> Result<(), SyntaxError> {
        self.drop_key()?;
        if self.flow > 0 {
            self.flow -= 1;
            if let Some(closed) = self.keys.pop() {
                self.keys
                    .iter_mut()
                    .filter(|key| key.token == closed.token)
                    .for_each(|key| key.awaited = false);
            }
        }
        self.key_allowed = false;
        self.push_indicator(kind, 1);
        Ok(())
    }

    fn fetch_flow_entry(&mut self) -> Result<(), SyntaxError> {
        self.drop_key()?;
        self.key_allowed = true;
        self.push_indicator(Kind::FlowEntry, 1);
        Ok(())
    }

    fn fetch_block_entry(&mut self) -> Result<(), SyntaxError> {
        let at = self.input.pos;
        // In a flow collection the parser objects, and knows the collection.
        if self.flow == 0 {
            if !self.key_allowed {
                return Err(SyntaxError::new(ErrorKind::BadEntry, at));
            }
            let column = self.input.column();
            self.roll(column, None, Kind::BlockSequenceStart, at)?;
        }
        self.drop_key()?;
        self.key_allowed = true;
        self.push_indicator(Kind::BlockEntry, 1);
        Ok(())
    }

    fn fetch_key(&mut self) -> Result<(), SyntaxError> {
        let at = self.input.pos;
        if self.flow == 0 {
            if !self.key_allowed {
                return Err(SyntaxError::new(ErrorKind::BadKey, at));
            }
            let column = self.input.column();
            self.roll(column, None, Kind::BlockMappingStart, at)?;
        }
        self.drop_key()?;
        self.key_allowed = self.flow == 0;
        self.push_indicator(Kind::Key, 1);
        Ok(())
    }

    fn fetch_value(&mut self) -> Result<(), SyntaxError> {
        let at = self.input.pos;
        let last = self.keys.len() - 1;
        if self.key_is_valid(last)? {
            let key = self.keys[last];
            self.insert(Some(key.token), Token::new(Kind::Key, key.at, key.at));
            self.roll(key.column, Some(key.token), Kind::BlockMappingStart, key.at)?;
            self.keys[last].possible = false;
            self.key_allowed = false;
        } else {
            if self.flow == 0 {
                if !self.key_allowed {
                    return Err(SyntaxError::new(ErrorKind::BadValue, at));
                }
                let column = self.input.column();
                self.roll(column, None, Kind::BlockMappingStart, at)?;
            }
            self.key_allowed = self.flow == 0;
        }
        self.push_indicator(Kind::Value, 1);
        Ok(())
    }

    fn fetch_property(&mut self, kind: Kind) -> Result<(), SyntaxError> {
        self.save_key()?;
        self.key_allowed = false;
        let token = if kind == Kind::Tag { self.scan_tag()? } else { self.scan_anchor(kind)? };
        self.queue.push_back(token);
        Ok(())
    }
}
