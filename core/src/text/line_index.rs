//! From bytes to lines and columns, and to the UTF-16 offsets that browsers count in.

/// A place as people name it: both counted from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in Unicode scalar values.
    pub column: u32,
}

/// Where the lines of a text begin, in bytes and in UTF-16 units. Lines end at `\n`; a `\r` belongs to
/// its line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LineIndex {
    /// For each line the byte and the UTF-16 offset of its start.
    starts: Vec<(u32, u32)>,
    /// Whether bytes and UTF-16 units are the same everywhere, as in most manifests.
    ascii: bool,
}

impl LineIndex {
    /// Reads a text once.
    pub fn new(text: &str) -> Self {
        let ascii = text.is_ascii();
        let mut starts = vec![(0, 0)];
        if ascii {
            for (offset, byte) in text.bytes().enumerate() {
                if byte == b'\n' {
                    starts.push((offset as u32 + 1, offset as u32 + 1));
                }
            }
        } else {
            let mut utf16 = 0;
            for (offset, character) in text.char_indices() {
                utf16 += character.len_utf16() as u32;
                if character == '\n' {
                    starts.push((offset as u32 + 1, utf16));
                }
            }
        }
        Self { starts, ascii }
    }

    /// How many lines there are: one more than line ends.
    pub fn lines(&self) -> u32 {
        self.starts.len() as u32
    }

    /// The byte offset at which a line (from 1) begins; the last line's for larger numbers.
    pub fn line_start(&self, line: u32) -> u32 {
        let index = (line.max(1) as usize - 1).min(self.starts.len() - 1);
        self.starts[index].0
    }

    /// The line (from 1) that holds a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| start.0 <= offset) as u32
    }

    /// Line and column of a byte offset of `text`, which is the text that was indexed.
    pub fn line_column(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.line_start(line) as usize;
        let upto = floor_boundary(text, offset as usize);
        let column = text.get(start..upto).map_or(0, |part| part.chars().count() as u32) + 1;
        LineColumn { line, column }
    }

    /// The UTF-16 offset of a byte offset.
    pub fn utf16(&self, text: &str, offset: u32) -> u32 {
        if self.ascii {
            return offset.min(text.len() as u32);
        }
        let (start, utf16) = self.starts[self.line(offset) as usize - 1];
        let upto = floor_boundary(text, offset as usize);
        utf16 + text.get(start as usize..upto).map_or(0, |part| part.encode_utf16().count() as u32)
    }

    /// The byte offset of a UTF-16 offset; an offset within a surrogate pair is that of its character.
    pub fn byte(&self, text: &str, utf16: u32) -> u32 {
        if self.ascii {
            return utf16.min(text.len() as u32);
        }
        let line = self.starts.partition_point(|start| start.1 <= utf16) - 1;
        let (start, mut seen) = self.starts[line];
        for (offset, character) in text[start as usize..].char_indices() {
            let next = seen + character.len_utf16() as u32;
            if next > utf16 {
                return start + offset as u32;
            }
            seen = next;
        }
        text.len() as u32
    }
}

/// The nearest character boundary at or before an offset.
fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_utf16_and_columns_agree_beyond_ascii() {
        let text = "a: ü\nb: 😀x\n";
        let index = LineIndex::new(text);
        let x = text.find('x').expect("x stands there") as u32;
        assert_eq!(index.line_column(text, x), LineColumn { line: 2, column: 5 });
        assert_eq!(index.utf16(text, x), 10);
        assert_eq!(index.byte(text, 10), x);
        assert_eq!(index.byte(text, 9), x - 4);
        assert_eq!(index.byte(text, 999), text.len() as u32);
        assert_eq!(index.lines(), 3);
    }

    #[test]
    fn ascii_takes_the_short_way_to_the_same_answers() {
        let text = "one\ntwo";
        let index = LineIndex::new(text);
        assert_eq!(index.line_column(text, 4), LineColumn { line: 2, column: 1 });
        assert_eq!((index.utf16(text, 6), index.byte(text, 6)), (6, 6));
    }
}
