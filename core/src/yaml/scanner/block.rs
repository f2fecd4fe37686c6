//! Scalars in lines, after `|` or `>`.

use super::{Kind, Scanner, Token};
use crate::yaml::error::{ErrorKind, SyntaxError};
use std::borrow::Cow;

/// What becomes of the line ends at the end.
#[derive(Clone, Copy, PartialEq)]
enum Chomping {
    Strip,
    Clip,
    Keep,
}

impl<'a> Scanner<'a> {
    /// Reads a block scalar: `literal` keeps line ends, otherwise they fold.
    pub(super) fn scan_block(&mut self, literal: bool) -> Result<Token<'a>, SyntaxError> {
        let start = self.input.pos;
        self.input.pos += 1;
        let (chomping, increment) = self.scan_block_header(start)?;
        self.input.skip_blanks();
        if self.input.peek() == b'#' {
            self.skip_comment();
        }
        if !self.input.is_break_or_end(self.input.pos) {
            return Err(SyntaxError::within(ErrorKind::BadBlockHeader, start, self.input.pos));
        }
        let mut end = self.input.pos;
        self.input.skip_break();

        let mut indent = if increment > 0 { self.indent.max(0) + increment } else { 0 };
        let mut text = String::new();
        let mut leading: &str = "";
        let mut trailing = String::new();
        let mut leading_blank = false;
        self.scan_block_breaks(&mut indent, &mut trailing, start)?;
        while self.input.column() == indent && !self.input.is_end() {
            let blank = matches!(self.input.peek(), b' ' | b'\t');
            if !literal && !leading_blank && !blank && leading == "\n" {
                if trailing.is_empty() {
                    text.push(' ');
                }
            } else {
                text.push_str(leading);
            }
            text.push_str(&trailing);
            trailing.clear();
            leading_blank = blank;
            let line = self.input.pos;
            self.input.skip_line_content();
            end = self.input.pos;
            text.push_str(&self.input.text[line..end]);
            leading = self.input.read_break().unwrap_or("");
            self.scan_block_breaks(&mut indent, &mut trailing, start)?;
        }
        if chomping != Chomping::Strip {
            text.push_str(leading);
        }
        if chomping == Chomping::Keep {
            text.push_str(&trailing);
        }
        Ok(Token::with_text(Kind::Quoted, start, end, Cow::Owned(text)))
    }

    /// Reads the indicators behind `|` or `>`, in either order.
    fn scan_block_header(&mut self, start: usize) -> Result<(Chomping, i32), SyntaxError> {
        let mut chomping = None;
        let mut increment = 0;
        for _ in 0..2 {
            match self.input.peek() {
                b'+' if chomping.is_none() => chomping = Some(Chomping::Keep),
                b'-' if chomping.is_none() => chomping = Some(Chomping::Strip),
                b'0' if increment == 0 => {
                    return Err(SyntaxError::within(ErrorKind::ZeroIndent, start, self.input.pos));
                }
                digit @ b'1'..=b'9' if increment == 0 => increment = i32::from(digit - b'0'),
                _ => break,
            }
            self.input.pos += 1;
        }
        Ok((chomping.unwrap_or(Chomping::Clip), increment))
    }

    /// Passes over indentation and empty lines; finds out the indentation where it is not known (0).
    fn scan_block_breaks(
        &mut self,
        indent: &mut i32,
        breaks: &mut String,
        start: usize,
    ) -> Result<(), SyntaxError> {
        let mut deepest = 0;
        loop {
            let mut column = self.input.column();
            while (*indent == 0 || column < *indent) && self.input.peek() == b' ' {
                self.input.pos += 1;
                column += 1;
            }
            deepest = deepest.max(column);
            if (*indent == 0 || column < *indent) && self.input.peek() == b'\t' {
                return Err(SyntaxError::within(ErrorKind::TabInBlock, start, self.input.pos));
            }
            match self.input.read_break() {
                Some(text) => breaks.push_str(text),
                None => break,
            }
        }
        if *indent == 0 {
            *indent = deepest.max(self.indent + 1).max(1);
        }
        Ok(())
    }
}
