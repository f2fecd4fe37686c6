//! From text to tokens, with goyaml v2's grammar (`scannerc.go`).
//!
//! YAML cannot tell a key from a value until it sees the colon. So a token that may begin a key is held
//! back in the queue as a *simple key* until a colon follows on the same line, or cannot follow any more;
//! then the tokens that open the mapping are put in before it.

mod block;
mod fetch;
mod input;
mod keys;
mod plain;
mod properties;
mod quoted;
mod token;

use super::error::{ErrorKind, SyntaxError};
use crate::text::Span;
use input::Input;
use keys::SimpleKey;
use std::collections::VecDeque;
pub(super) use token::{Kind, Token};

/// How many levels of `[` and `{`, or of indentation, upstream reads.
const UPSTREAM_DEPTH: usize = 10_000;

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
}
