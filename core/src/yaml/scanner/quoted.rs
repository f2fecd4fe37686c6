//! Scalars in quotes.

use super::plain::Breaks;
use super::{Kind, Scanner, Token};
use crate::yaml::error::{ErrorKind, SyntaxError};
use std::borrow::Cow;

impl<'a> Scanner<'a> {
    /// Reads a scalar in single or double quotes.
    pub(super) fn scan_quoted(&mut self, single: bool) -> Result<Token<'a>, SyntaxError> {
        let start = self.input.pos;
        let quote = if single { b'\'' } else { b'"' };
        self.input.pos += 1;
        let mut joined: Option<String> = None;
        let mut piece = self.input.pos;
        loop {
            if self.input.at_line_start() && self.input.document_indicator().is_some() {
                return Err(SyntaxError::within(ErrorKind::SeparatorInQuotes, start, self.input.pos));
            }
            if self.input.is_end() {
                return Err(SyntaxError::within(ErrorKind::UnclosedQuote, start, self.input.pos));
            }
            let mut escaped_break = false;
            while !self.input.is_blank_or_end(self.input.pos) {
                let byte = self.input.peek();
                if byte == quote {
                    if !single || self.input.at(self.input.pos + 1) != b'\'' {
                        break;
                    }
                    let text = joined.get_or_insert_with(String::new);
                    text.push_str(&self.input.text[piece..=self.input.pos]);
                    self.input.pos += 2;
                    piece = self.input.pos;
                } else if !single && byte == b'\\' {
                    let text = joined.get_or_insert_with(String::new);
                    text.push_str(&self.input.text[piece..self.input.pos]);
                    self.input.pos += 1;
                    escaped_break = self.input.skip_break();
                    if !escaped_break {
                        self.scan_escape(start, text)?;
                    }
                    piece = self.input.pos;
                    if escaped_break {
                        break;
                    }
                } else {
                    self.input.pos += 1;
                }
            }
            if self.input.peek() == quote {
                break;
            }
            self.scan_gap(&mut joined, &mut piece, escaped_break);
        }
        let rest = &self.input.text[piece..self.input.pos];
        self.input.pos += 1;
        let text = match joined {
            Some(mut text) => {
                text.push_str(rest);
                Cow::Owned(text)
            }
            None => Cow::Borrowed(rest),
        };
        Ok(Token::with_text(Kind::Quoted, start, self.input.pos, text))
    }

    /// Passes over blanks and line ends between two words: blanks within a line stay, line ends fold.
    /// After an escaped line end nothing of what follows stays, unless further lines end.
    fn scan_gap(&mut self, joined: &mut Option<String>, piece: &mut usize, escaped_break: bool) {
        let words_end = self.input.pos;
        let mut breaks = Breaks::default();
        let mut further = String::new();
        loop {
            if matches!(self.input.peek(), b' ' | b'\t') {
                self.input.pos += 1;
            } else if let Some(text) = self.input.read_break() {
                if escaped_break {
                    further.push_str(text);
                } else {
                    breaks.add(text);
                }
            } else {
                break;
            }
        }
        if escaped_break {
            // Upstream keeps the further line ends; the first, escaped one leaves nothing.
            joined.get_or_insert_with(String::new).push_str(&further);
            *piece = self.input.pos;
        } else if breaks.any() {
            let text = joined.get_or_insert_with(String::new);
            text.push_str(&self.input.text[*piece..words_end]);
            breaks.fold_into(text);
            *piece = self.input.pos;
        }
    }

    /// Reads what follows a backslash.
    fn scan_escape(&mut self, start: usize, text: &mut String) -> Result<(), SyntaxError> {
        let at = self.input.pos;
        let digits = match self.input.peek() {
            b'x' => 2,
            b'u' => 4,
            b'U' => 8,
            byte => {
                let character = match byte {
                    b'0' => '\0',
                    b'a' => '\x07',
                    b'b' => '\x08',
                    b't' | b'\t' => '\t',
                    b'n' => '\n',
                    b'v' => '\x0B',
                    b'f' => '\x0C',
                    b'r' => '\r',
                    b'e' => '\x1B',
                    b' ' | b'"' | b'\'' | b'\\' => byte as char,
                    b'N' => '\u{85}',
                    b'_' => '\u{A0}',
                    b'L' => '\u{2028}',
                    b'P' => '\u{2029}',
                    _ => return Err(SyntaxError::within(ErrorKind::BadEscape, start, at - 1)),
                };
                text.push(character);
                self.input.pos += 1;
                return Ok(());
            }
        };
        let error = SyntaxError::within(ErrorKind::BadEscapeCode, start, at - 1);
        let mut value = 0_u32;
        for index in 0..digits {
            let digit = (self.input.at(at + 1 + index) as char).to_digit(16).ok_or(error)?;
            value = value.wrapping_shl(4) | digit;
        }
        text.push(char::from_u32(value).ok_or(error)?);
        self.input.pos = at + 1 + digits;
        Ok(())
    }
}
