//! The text under the scanner: where it stands, lines and columns, and what counts as blank.

use super::Kind;

/// A text and a place in it.
pub(super) struct Input<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    /// The next byte.
    pub(super) pos: usize,
    /// How many lines have ended.
    pub(super) line: usize,
    /// Where the present line begins.
    line_start: usize,
    /// Whether bytes are characters.
    ascii: bool,
    /// Whether lines end with a line feed alone, in a text of ASCII.
    simple: bool,
}

impl<'a> Input<'a> {
    /// Stands at the first character; a byte order mark is passed over.
    pub(super) fn new(text: &'a str) -> Self {
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let ascii = text.is_ascii();
        let simple = ascii && !text.contains('\r');
        Self { text, bytes: text.as_bytes(), pos: start, line: 0, line_start: start, ascii, simple }
    }

    /// A byte, or 0 behind the end.
    pub(super) fn at(&self, index: usize) -> u8 {
        self.bytes.get(index).copied().unwrap_or(0)
    }

    /// The next byte, or 0 at the end.
    pub(super) fn peek(&self) -> u8 {
        self.at(self.pos)
    }

    /// Whether the text is used up.
    pub(super) fn is_end(&self) -> bool {
        self.pos >= self.bytes.len()
    }

    /// Whether nothing of the present line has been passed.
    pub(super) fn at_line_start(&self) -> bool {
        self.pos == self.line_start
    }

    /// How many characters of the present line have been passed.
    pub(super) fn column(&self) -> i32 {
        let passed = &self.bytes[self.line_start..self.pos];
        if self.ascii { passed.len() as i32 } else { characters(passed) as i32 }
    }

    /// Whether more than `reach` characters lie between an earlier place on this line and here.
    pub(super) fn is_further_than(&self, from: usize, reach: usize) -> bool {
        let bytes = self.pos - from;
        // No character has more than four bytes, so most answers need no counting.
        bytes > reach && (self.ascii || bytes > 4 * reach || characters(&self.bytes[from..self.pos]) > reach)
    }

    /// The width of the line end at an index, 0 where there is none. YAML 1.1 knows five of them.
    pub(super) fn break_width(&self, index: usize) -> usize {
        match self.at(index) {
            b'\r' if self.at(index + 1) == b'\n' => 2,
            // Upstream's reader of lines drops a carriage return before the scanner sees the line.
            b'\r' if self.bytes[index..].starts_with(b"\r\r\n") => 3,
            b'\n' | b'\r' => 1,
            0xC2 if self.at(index + 1) == 0x85 => 2,
            0xE2 if self.at(index + 1) == 0x80 && matches!(self.at(index + 2), 0xA8 | 0xA9) => 3,
            _ => 0,
        }
    }

    /// Whether a line ends at an index.
    pub(super) fn is_break(&self, index: usize) -> bool {
        self.break_width(index) > 0
    }

    /// Whether a line or the text ends at an index.
    pub(super) fn is_break_or_end(&self, index: usize) -> bool {
        index >= self.bytes.len() || self.is_break(index)
    }

    /// Whether a blank, a line end or the text's end is at an index.
    pub(super) fn is_blank_or_end(&self, index: usize) -> bool {
        matches!(self.at(index), b' ' | b'\t') || self.is_break_or_end(index)
    }

    /// `---` or `...` at the present place, which must be a line's start.
    pub(super) fn document_indicator(&self) -> Option<Kind> {
        let kind = match self.bytes.get(self.pos..self.pos + 3)? {
            b"---" => Kind::DocumentStart,
            b"..." => Kind::DocumentEnd,
            _ => return None,
        };
        self.is_blank_or_end(self.pos + 3).then_some(kind)
    }

    /// Passes over a line end and tells what it stands for in a value; nothing where there is none.
    pub(super) fn read_break(&mut self) -> Option<&'a str> {
        let width = self.break_width(self.pos);
        if width == 0 {
            return None;
        }
        let start = self.pos;
        self.pos += width;
        self.line += 1;
        self.line_start = self.pos;
        // Line and paragraph separators stay what they are, all others become a line feed.
        Some(if self.at(start) == 0xE2 { &self.text[start..self.pos] } else { "\n" })
    }

    /// Passes over a line end, where there is one.
    pub(super) fn skip_break(&mut self) -> bool {
        self.read_break().is_some()
    }

    /// Passes over blanks within a line.
    pub(super) fn skip_blanks(&mut self) {
        while matches!(self.peek(), b' ' | b'\t') {
            self.pos += 1;
        }
    }

    /// Passes over all that is left of the line, without its end.
    pub(super) fn skip_line_content(&mut self) {
        if self.simple {
            let rest = &self.text[self.pos..];
            self.pos += rest.find('\n').unwrap_or(rest.len());
            return;
        }
        while let Some(&byte) = self.bytes.get(self.pos) {
            if !(b' '..0x80).contains(&byte) && self.is_break(self.pos) {
                return;
            }
            self.pos += 1;
        }
    }
}

/// The number of characters in a part of a UTF-8 text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}
