//! What kubectl reads from a pasted text.

use drydock_core::yaml::{self, Chunk, Format, Split, Strict};
use serde_json::{Map, Value, json};

/// `lines` and `messages` are upstream's words for errors, which ours need not repeat.
pub(super) const COMPARED: &[&str] = &["documents", "end", "json", "duplicates"];

/// Reads the text of a case as kubectl does.
pub(super) fn answer(case: &Value) -> Map<String, Value> {
    let text = case["text"].as_str().unwrap_or_default();
    let split = yaml::split(text);
    let mut reading = Reading::default();
    let end = if reading.follow(text, &split) { "eof" } else { "error" };
    let mut answer = Map::new();
    answer.insert("documents".to_owned(), reading.documents.into());
    answer.insert("lines".to_owned(), reading.lines.into());
    answer.insert("end".to_owned(), end.into());
    answer.insert("json".to_owned(), split.json.into());
    if !split.json {
        answer.insert("duplicates".to_owned(), duplicates(text, &split));
    }
    answer
}

/// The documents so far.
#[derive(Default)]
struct Reading {
    documents: Vec<Value>,
    lines: Vec<usize>,
}

impl Reading {
    fn add(&mut self, read: Strict) -> bool {
        let refused = read.value.is_none();
        self.documents.push(read.value.map_or(json!({"error": true}), |value| json!({"value": value})));
        self.lines.push(read.line);
        !refused
    }

    /// Reads chunk after chunk and tells whether it came to the end of the text.
    fn follow(&mut self, text: &str, split: &Split) -> bool {
        let mut yaml_begun = !split.json;
        for chunk in &split.chunks {
            let part = chunk.span.of(text);
            if chunk.format == Format::Json {
                self.add(yaml::strict_json(part));
                continue;
            }
            if !std::mem::replace(&mut yaml_begun, true) && !reads_on_as_yaml(text, split) {
                return self.add(Strict { value: None, duplicates: Vec::new(), line: 0 });
            }
            if chunk.bad_separator || is_lost(split, chunk) {
                return self.add(Strict { value: None, duplicates: Vec::new(), line: 0 });
            }
            if !self.add(yaml::strict_yaml(part)) && split.json {
                return false;
            }
        }
        if !yaml_begun && split.json_stopped.is_some() {
            return self.add(Strict { value: None, duplicates: Vec::new(), line: 0 });
        }
        true
    }
}

/// Whether a bad separator follows a chunk at once: upstream loses the chunk with it.
fn is_lost(split: &Split, chunk: &Chunk) -> bool {
    split.chunks.iter().any(|next| next.bad_separator && next.span.start == chunk.span.end)
}

/// Whether upstream goes on with YAML where reading as JSON ended: when at most one value was read, and it
/// finds four bytes at each place where it looks for white space.
fn reads_on_as_yaml(text: &str, split: &Split) -> bool {
    let Some((mut at, values)) = split.json_stopped else { return true };
    if values > 1 {
        return false;
    }
    loop {
        if text.len() - at < 4 {
            return false;
        }
        match text[at..].chars().next() {
            Some('\u{fffd}') | None => return false,
            Some('\n') => return true,
            Some(character) if character.is_whitespace() => at += character.len_utf8(),
            Some(_) => return true,
        }
    }
}

/// The keys that are set twice, chunk by chunk up to the first bad separator.
fn duplicates(text: &str, split: &Split) -> Value {
    let mut list = Vec::new();
    for chunk in &split.chunks {
        if chunk.bad_separator || is_lost(split, chunk) {
            break;
        }
        let found = yaml::strict_yaml(chunk.span.of(text)).duplicates;
        list.push(found.into_iter().map(|(line, key)| json!({"line": line, "key": key})).collect::<Value>());
    }
    list.into()
}
