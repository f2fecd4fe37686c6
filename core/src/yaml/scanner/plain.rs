//! Scalars without quotes.

use super::{Kind, Scanner, Token};
use crate::yaml::error::{ErrorKind, SyntaxError};
use std::borrow::Cow;

/// Bytes at which a plain scalar may end or that need a closer look; all others belong to it.
const STOPS: [bool; 256] = {
    let mut table = [false; 256];
    let stops = b" \t\n\r:,?[]{}\xC2\xE2";
    let mut index = 0;
    while index < stops.len() {
        table[stops[index] as usize] = true;
        index += 1;
    }
    table
};

impl<'a> Scanner<'a> {
    /// Reads a plain scalar, over several lines where they are indented further than the block.
    pub(super) fn scan_plain(&mut self) -> Result<Token<'a>, SyntaxError> {
        let start = self.input.pos;
        let indent = self.indent + 1;
        let mut end = start;
        // Of a scalar in one line the value is a part of the text; of several, it is put together.
        let mut joined: Option<String> = None;
        let mut piece = start;
        let mut breaks = Breaks::default();
        loop {
            if self.input.at_line_start() && self.input.document_indicator().is_some()
                || self.input.peek() == b'#'
            {
                break;
            }
            let word = self.input.pos;
            self.skip_word();
            if self.input.pos > word {
                if breaks.any() {
                    let text = joined.get_or_insert_with(String::new);
                    text.push_str(&self.input.text[piece..end]);
                    breaks.fold_into(text);
                    piece = word;
                }
                end = self.input.pos;
            }
            if !matches!(self.input.peek(), b' ' | b'\t') && !self.input.is_break(self.input.pos) {
                break;
            }
            loop {
                match self.input.peek() {
                    b'\t' if breaks.any() && self.input.column() < indent => {
                        return Err(SyntaxError::within(ErrorKind::TabInPlain, start, self.input.pos));
                    }
                    b' ' | b'\t' => self.input.pos += 1,
                    _ => match self.input.read_break() {
                        Some(text) => breaks.add(text),
                        None => break,
                    },
                }
            }
            if self.flow == 0 && self.input.column() < indent {
                break;
            }
        }
        if breaks.any() {
            self.key_allowed = true;
        }
        let text = match joined {
            Some(mut text) => {
                text.push_str(&self.input.text[piece..end]);
                Cow::Owned(text)
            }
            None => Cow::Borrowed(&self.input.text[piece..end]),
        };
        Ok(Token::with_text(Kind::Plain, start, end, text))
    }

    /// Passes over what belongs to a plain scalar up to the next blank.
    fn skip_word(&mut self) {
        loop {
            while let Some(&byte) = self.input.bytes.get(self.input.pos) {
                if STOPS[byte as usize] {
                    break;
                }
                self.input.pos += 1;
            }
            let at = self.input.pos;
            let belongs = match self.input.peek() {
                b':' => !self.input.is_blank_or_end(at + 1),
                b',' | b'?' | b'[' | b']' | b'{' | b'}' => self.flow == 0,
                0xC2 | 0xE2 => !self.input.is_break(at),
                _ => false,
            };
            if !belongs {
                return;
            }
            self.input.pos += 1;
        }
    }
}

/// The line ends between two words of a scalar that is folded.
#[derive(Default)]
pub(super) struct Breaks<'a> {
    first: Option<&'a str>,
    further: String,
}

impl<'a> Breaks<'a> {
    /// Whether there is one.
    pub(super) fn any(&self) -> bool {
        self.first.is_some()
    }

    /// One more.
    pub(super) fn add(&mut self, text: &'a str) {
        if self.first.is_none() {
            self.first = Some(text);
        } else {
            self.further.push_str(text);
        }
    }

    /// Writes what they fold to: one becomes a space, more become all but the first.
    pub(super) fn fold_into(&mut self, text: &mut String) {
        match self.first.take() {
            Some("\n") if self.further.is_empty() => text.push(' '),
            Some("\n") | None => text.push_str(&self.further),
            Some(other) => {
                text.push_str(other);
                text.push_str(&self.further);
            }
        }
        self.further.clear();
    }
}
