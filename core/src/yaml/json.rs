//! JSON as Go's `encoding/json` reads it: strictly, one value after the other.

mod builder;

use super::document::Document;
use super::tree::Tree;
use builder::Builder;

/// How deep upstream reads.
const UPSTREAM_DEPTH: usize = 10_000;

/// Where a value begins, after white space.
pub(super) fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
        at += 1;
    }
    at
}

/// Finds the end of the value that begins at `at`; the offset of what is wrong when it is not JSON.
pub(super) fn value_end(bytes: &[u8], at: usize) -> Result<usize, usize> {
    let mut at = at;
    // For each open collection whether it is an object.
    let mut open: Vec<bool> = Vec::new();
    loop {
        // A value.
        at = skip_space(bytes, at);
        match bytes.get(at) {
            Some(b'{') => {
                open.push(true);
                at = skip_space(bytes, at + 1);
                if bytes.get(at) != Some(&b'}') {
                    at = key_end(bytes, at)?;
                    if open.len() > UPSTREAM_DEPTH {
                        return Err(at);
                    }
                    continue;
                }
            }
            Some(b'[') => {
                open.push(false);
                at = skip_space(bytes, at + 1);
                if bytes.get(at) != Some(&b']') {
                    if open.len() > UPSTREAM_DEPTH {
                        return Err(at);
                    }
                    continue;
                }
            }
            Some(b'"') => at = string_end(bytes, at)?,
            Some(b'-' | b'0'..=b'9') => at = number_end(bytes, at)?,
            Some(_) => {
                let words: [&[u8]; 3] = [b"true", b"false", b"null"];
                let word = words.iter().find(|word| bytes[at..].starts_with(word)).ok_or(at)?;
                at += word.len();
            }
            None => return Err(at),
        }
        // What follows it.
        loop {
            let Some(&object) = open.last() else { return Ok(at) };
            at = skip_space(bytes, at);
            match bytes.get(at) {
                Some(b',') => {
                    at = skip_space(bytes, at + 1);
                    if object {
                        at = key_end(bytes, at)?;
                    }
                    break;
                }
                Some(b'}') if object => at += 1,
                Some(b']') if !object => at += 1,
                _ => return Err(at),
            }
            open.pop();
        }
    }
}

/// The place behind a key and its colon.
fn key_end(bytes: &[u8], at: usize) -> Result<usize, usize> {
    if bytes.get(at) != Some(&b'"') {
        return Err(at);
    }
    let colon = skip_space(bytes, string_end(bytes, at)?);
    if bytes.get(colon) == Some(&b':') { Ok(colon + 1) } else { Err(colon) }
}

/// The place behind a string's closing quote.
fn string_end(bytes: &[u8], at: usize) -> Result<usize, usize> {
    let mut at = at + 1;
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => match bytes.get(at + 1) {
                Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => at += 2,
                Some(b'u') if (2..6).all(|i| bytes.get(at + i).is_some_and(u8::is_ascii_hexdigit)) => at += 6,
                _ => return Err(at),
            },
            Some(0..=0x1F) | None => return Err(at),
            Some(_) => at += 1,
        }
    }
}

/// The place behind a number.
fn number_end(bytes: &[u8], at: usize) -> Result<usize, usize> {
    let digits = |mut at: usize| {
        let start = at;
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        if at > start { Ok(at) } else { Err(at) }
    };
    let mut at = at + usize::from(bytes[at] == b'-');
    at = if bytes.get(at) == Some(&b'0') { at + 1 } else { digits(at)? };
    if bytes.get(at) == Some(&b'.') {
        at = digits(at + 1)?;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1 + usize::from(matches!(bytes.get(at + 1), Some(b'-' | b'+')));
        at = digits(at)?;
    }
    Ok(at)
}

/// The document of a text that is one JSON value and nothing else; nothing when it is not, or nests too deep.
pub(super) fn parse(text: &str) -> Option<Document> {
    let bytes = text.as_bytes();
    let start = skip_space(bytes, 0);
    let end = value_end(bytes, start).ok()?;
    if skip_space(bytes, end) < bytes.len() {
        return None;
    }
    let mut builder = Builder { text, at: start, nodes: Vec::new(), duplicates: Vec::new() };
    let root = builder.value(0)?;
    Some(Document {
        tree: Some(Tree::new(builder.nodes, root, Vec::new())),
        faults: Vec::new(),
        duplicates: builder.duplicates,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Tree {
        parse(text).and_then(|document| document.tree).expect("this is JSON")
    }

    #[test]
    fn strings_are_unescaped_with_surrogates() {
        let tree = tree(r#" {"a\/b": "\u00e9\n\ud83d\ude00 \ud800x"} "#);
        assert_eq!(tree.to_json(tree.root()), serde_json::json!({"a/b": "é\n😀 \u{fffd}x"}));
    }

    #[test]
    fn of_two_equal_keys_the_last_counts() {
        let tree = tree(r#"{"a":1,"a":2.0,"b":[-0,1e2,null,true]}"#);
        assert_eq!(tree.to_json(tree.root()), serde_json::json!({"a": 2, "b": [0, 100, null, true]}));
    }

    #[test]
    fn what_go_refuses_is_refused() {
        for text in [
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "{\"a\":01}",
            "{\"a\":\"\t\"}",
            "{\"a\":+1}",
            "{\"a\":1",
            "{} {}",
        ] {
            assert!(parse(text).is_none(), "{text}");
        }
    }
}
