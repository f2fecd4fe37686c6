//! Anchors, aliases, tags and directives.

use super::{Kind, Scanner, Token};
use crate::yaml::error::{ErrorKind, SyntaxError};
use std::borrow::Cow;

/// Whether a byte may stand in the name of an anchor or a tag handle.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

impl<'a> Scanner<'a> {
    /// Passes over the letters, digits, `_` and `-` that follow.
    fn scan_word(&mut self) -> &'a str {
        let start = self.input.pos;
        while is_word(self.input.peek()) {
            self.input.pos += 1;
        }
        &self.input.text[start..self.input.pos]
    }

    /// Reads `&name` or `*name`.
    pub(super) fn scan_anchor(&mut self, kind: Kind) -> Result<Token<'a>, SyntaxError> {
        let start = self.input.pos;
        self.input.pos += 1;
        let name = self.scan_word();
        let ends = self.input.is_blank_or_end(self.input.pos)
            || matches!(self.input.peek(), b'?' | b':' | b',' | b']' | b'}' | b'%' | b'@' | b'`');
        if name.is_empty() || !ends {
            return Err(SyntaxError::within(ErrorKind::BadAnchor, start, self.input.pos));
        }
        Ok(Token::with_text(kind, start, self.input.pos, Cow::Borrowed(name)))
    }

    /// Reads `!suffix`, `!handle!suffix` or `!<address>`.
    pub(super) fn scan_tag(&mut self) -> Result<Token<'a>, SyntaxError> {
        let start = self.input.pos;
        let error = SyntaxError::new(ErrorKind::BadTag, start);
        let (handle, suffix);
        if self.input.at(start + 1) == b'<' {
            self.input.pos += 2;
            handle = "";
            suffix = self.scan_tag_uri(false, String::new(), error)?;
            if self.input.peek() != b'>' {
                return Err(error);
            }
            self.input.pos += 1;
        } else {
            let (found, closed) = self.scan_tag_handle();
            if closed {
                handle = found;
                suffix = self.scan_tag_uri(false, String::new(), error)?;
            } else {
                let rest = self.scan_tag_uri(true, found[1..].to_owned(), error)?;
                // `!` alone is the tag `!`.
                (handle, suffix) = if rest.is_empty() { ("", "!".to_owned()) } else { ("!", rest) };
            }
        }
        if !self.input.is_blank_or_end(self.input.pos) {
            return Err(SyntaxError::within(ErrorKind::BadTag, start, self.input.pos));
        }
        let mut token = Token::with_text(Kind::Tag, start, self.input.pos, Cow::Borrowed(handle));
        token.suffix = suffix;
        Ok(token)
    }

    /// Reads `!name!` or `!name`, the present byte being `!`, and tells whether it is closed by a second one.
    fn scan_tag_handle(&mut self) -> (&'a str, bool) {
        let start = self.input.pos;
        self.input.pos += 1;
        self.scan_word();
        let closed = self.input.peek() == b'!';
        if closed {
            self.input.pos += 1;
        }
        (&self.input.text[start..self.input.pos], closed)
    }

    /// Reads the rest of a tag onto what is known of it; it may be empty only where `optional`.
    fn scan_tag_uri(
        &mut self,
        optional: bool,
        head: String,
        error: SyntaxError,
    ) -> Result<String, SyntaxError> {
        let mut uri = head.into_bytes();
        let start = self.input.pos;
        loop {
            let byte = self.input.peek();
            if byte == b'%' {
                let octet = self.scan_uri_octet(error)?;
                let width = match octet {
                    0x00..=0x7F => 1,
                    0xC0..=0xDF => 2,
                    0xE0..=0xEF => 3,
                    0xF0..=0xF7 => 4,
                    _ => return Err(error),
                };
                uri.push(octet);
                for _ in 1..width {
                    let octet = self.scan_uri_octet(error)?;
                    if octet & 0xC0 != 0x80 {
                        return Err(error);
                    }
                    uri.push(octet);
                }
            } else if is_word(byte) || b";/?:@&=+$,.!~*'()[]".contains(&byte) {
                uri.push(byte);
                self.input.pos += 1;
            } else {
                break;
            }
        }
        if !optional && self.input.pos == start {
            return Err(error);
        }
        Ok(String::from_utf8_lossy(&uri).into_owned())
    }

    /// Reads `%` and two hexadecimal digits.
    fn scan_uri_octet(&mut self, error: SyntaxError) -> Result<u8, SyntaxError> {
        let digit = |index: usize| (self.input.at(index) as char).to_digit(16).ok_or(error);
        let at = self.input.pos;
        if self.input.at(at) != b'%' {
            return Err(error);
        }
        let octet = digit(at + 1)? * 16 + digit(at + 2)?;
        self.input.pos += 3;
        Ok(octet as u8)
    }

    /// Reads a line that begins with `%`.
    pub(super) fn scan_directive(&mut self) -> Result<Token<'a>, SyntaxError> {
        let start = self.input.pos;
        let error = SyntaxError::new(ErrorKind::BadDirective, start);
        self.input.pos += 1;
        let name = self.scan_word();
        if name.is_empty() || !self.input.is_blank_or_end(self.input.pos) {
            return Err(error);
        }
        self.input.skip_blanks();
        let token = match name {
            "YAML" => {
                let version = self.input.pos;
                self.scan_version_number(error)?;
                if self.input.peek() != b'.' {
                    return Err(error);
                }
                self.input.pos += 1;
                let minor = self.input.pos;
                self.scan_version_number(error)?;
                // Only 1.1 is taken, also when it is written 01.01.
                let number = |text: &str| text.trim_start_matches('0') == "1";
                let text = &self.input.text;
                let known = number(&text[version..minor - 1]) && number(&text[minor..self.input.pos]);
                let known = Cow::Borrowed(if known { "1.1" } else { "" });
                Token::with_text(Kind::VersionDirective, start, self.input.pos, known)
            }
            "TAG" => {
                if self.input.peek() != b'!' {
                    return Err(error);
                }
                let (handle, closed) = self.scan_tag_handle();
                if !closed && handle != "!" || !matches!(self.input.peek(), b' ' | b'\t') {
                    return Err(error);
                }
                self.input.skip_blanks();
                let prefix = self.scan_tag_uri(false, String::new(), error)?;
                if !self.input.is_blank_or_end(self.input.pos) {
                    return Err(error);
                }
                let handle = Cow::Borrowed(handle);
                let mut token = Token::with_text(Kind::TagDirective, start, self.input.pos, handle);
                token.suffix = prefix;
                token
            }
            _ => return Err(error),
        };
        self.input.skip_blanks();
        if self.input.peek() == b'#' {
            self.skip_comment();
        }
        if !self.input.is_break_or_end(self.input.pos) {
            return Err(error);
        }
        self.input.skip_break();
        Ok(token)
    }

    /// Passes over one or two digits.
    fn scan_version_number(&mut self, error: SyntaxError) -> Result<(), SyntaxError> {
        let start = self.input.pos;
        while self.input.peek().is_ascii_digit() {
            self.input.pos += 1;
        }
        if matches!(self.input.pos - start, 1 | 2) { Ok(()) } else { Err(error) }
    }
}
