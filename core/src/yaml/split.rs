//! How a file falls into documents, as kubectl reads it (`k8s.io/apimachinery/pkg/util/yaml/decoder.go`).

use super::json;
use crate::text::Span;

/// What a chunk is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// YAML: of several documents within one chunk only the first counts.
    Yaml,
    /// One JSON value.
    Json,
}

/// A part of a file that is read on its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Chunk {
    /// Its bytes in the file. Separators are not part of it, but for a `---` line that nothing precedes, and
    /// a bad separator, which begins the chunk after it.
    pub span: Span,
    /// How it is read.
    pub format: Format,
    /// Whether it begins with a line that begins with `---` and is no separator. Upstream stops there and
    /// loses what stood before it as well; here it separates, and [`super::read`] marks it.
    pub bad_separator: bool,
}

/// The chunks of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Split {
    /// The chunks in order. A chunk may be blank or hold nothing but comments.
    pub chunks: Vec<Chunk>,
    /// Whether the file is tried as JSON first: its first character that is not white space is `{`.
    pub json: bool,
    /// Where reading as JSON ended in an error, and after how many values. The chunks from there on are YAML;
    /// upstream reads them only when at most one value was read before.
    pub json_stopped: Option<(usize, usize)>,
}

/// How far upstream looks for the brace.
const GUESS: usize = 4096;

/// Splits a file. Takes a few milliseconds for the largest ones.
pub fn split(text: &str) -> Split {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut split = Split { json: looks_like_json(&text[start..]), ..Split::default() };
    let mut at = start;
    if split.json {
        let bytes = text.as_bytes();
        loop {
            let value = json::skip_space(bytes, at);
            if value == bytes.len() {
                return split;
            }
            let Ok(end) = json::value_end(bytes, value) else {
                split.json_stopped = Some((at, split.chunks.len()));
                at = after_white_space(text, at);
                break;
            };
            let span = Span::new(value, end);
            split.chunks.push(Chunk { span, format: Format::Json, bad_separator: false });
            at = end;
        }
    }
    split_yaml(text, at, &mut split.chunks);
    split
}

/// Whether the first character that is not white space is a brace.
fn looks_like_json(text: &str) -> bool {
    let skipped = text.len() - text.trim_start().len();
    skipped < GUESS && text[skipped..].starts_with('{')
}

/// The place behind white space, up to the first line end and with it.
fn after_white_space(text: &str, at: usize) -> usize {
    let mut end = at;
    for character in text[at..].chars().take_while(|character| character.is_whitespace()) {
        end += character.len_utf8();
        if character == '\n' {
            break;
        }
    }
    end
}

/// Cuts at the lines that begin with `---`.
fn split_yaml(text: &str, start: usize, chunks: &mut Vec<Chunk>) {
    let mut begin = start;
    let mut bad_separator = false;
    let first = text[start..].starts_with("---").then_some(start);
    let further = text[start..].match_indices("\n---").map(|(feed, _)| start + feed + 1);
    for line in first.into_iter().chain(further) {
        let end = text[line..].find('\n').map_or(text.len(), |length| line + length);
        let rest = text[line + 3..end].trim();
        let bad = !rest.is_empty() && !rest.starts_with('#');
        if line > begin {
            chunks.push(Chunk { span: Span::new(begin, line), format: Format::Yaml, bad_separator });
            begin = if bad { line } else { (end + 1).min(text.len()) };
            bad_separator = bad;
        } else if bad {
            bad_separator = true;
        }
    }
    if begin < text.len() {
        chunks.push(Chunk { span: Span::new(begin, text.len()), format: Format::Yaml, bad_separator });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        split(text).chunks.iter().map(|chunk| chunk.span.of(text)).collect()
    }

    #[test]
    fn lines_of_dashes_separate_wherever_they_stand() {
        assert_eq!(texts("a: 1\n---\nb: 2\n"), ["a: 1\n", "b: 2\n"]);
        assert_eq!(texts("---\na: |\n  x\n--- # c\nb: 2"), ["---\na: |\n  x\n", "b: 2"]);
        assert_eq!(texts("a: 1\r\n---\r\nb: 2\r\n"), ["a: 1\r\n", "b: 2\r\n"]);
        assert_eq!(texts("a\n ---\nb"), ["a\n ---\nb"]);
        assert_eq!(texts("\u{feff}a: 1\n---"), ["a: 1\n"]);
        assert_eq!(texts(""), [] as [&str; 0]);
        assert_eq!(texts("---\n---\n---\nb: 1\n"), ["---\n", "---\nb: 1\n"]);
    }

    #[test]
    fn a_bad_separator_begins_the_chunk_after_it() {
        let text = "a: 1\n---b: 2\nc: 3\n---\nd: 4\n";
        let split = split(text);
        assert_eq!(texts(text), ["a: 1\n", "---b: 2\nc: 3\n", "d: 4\n"]);
        assert_eq!(
            split.chunks.iter().map(|chunk| chunk.bad_separator).collect::<Vec<_>>(),
            [false, true, false]
        );
    }

    #[test]
    fn json_values_follow_one_another() {
        assert_eq!(texts("{\"a\":1}{\"b\":2}\n{}"), ["{\"a\":1}", "{\"b\":2}", "{}"]);
        let text = "{\"a\":1}\n---\nc: 3\n";
        assert_eq!(texts(text), ["{\"a\":1}", "---\nc: 3\n"]);
        assert_eq!(split(text).json_stopped, Some((7, 1)));
    }
}
