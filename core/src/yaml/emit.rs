//! Writing YAML. The only place that names a YAML crate.

use super::resolve::{Resolved, resolve_plain};
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// A value as YAML, with a line end. Texts that kubectl would read as something else are quoted.
pub fn emit(value: &Value) -> String {
    let mut marked = Vec::new();
    let value = mark(value, &mut marked);
    // A JSON value has only string keys and finite numbers, so that writing it cannot fail.
    let mut text = serde_yaml::to_string(&value).unwrap_or_default();
    for (number, original) in marked.iter().enumerate() {
        text = text.replace(&marker(number), &quote_always(original));
    }
    text
}

/// What stands for a text while the value is written.
fn marker(number: usize) -> String {
    format!("quoted-text-{number}-\u{e000}")
}

/// The crate knows YAML 1.2 and leaves texts such as `1_000` without quotes, which are numbers to kubectl.
/// They are replaced by markers, and written afterwards.
fn mark(value: &Value, marked: &mut Vec<String>) -> Value {
    match value {
        Value::String(text) => Value::String(mark_text(text, marked)),
        Value::Array(items) => items.iter().map(|item| mark(item, marked)).collect(),
        Value::Object(entries) => {
            let mut object = Map::new();
            for (key, value) in entries {
                let key = mark_text(key, marked);
                object.insert(key, mark(value, marked));
            }
            Value::Object(object)
        }
        _ => value.clone(),
    }
}

/// A text, or its marker where it needs quotes.
fn mark_text(text: &str, marked: &mut Vec<String>) -> String {
    if text.is_empty() || resolve_plain(text) == Resolved::Text {
        return text.to_owned();
    }
    marked.push(text.to_owned());
    marker(marked.len() - 1)
}

/// A text as a scalar that reads as just this text: quoted where it would be something else without.
pub fn quote(text: &str) -> String {
    if is_safe(text) { text.to_owned() } else { quote_always(text) }
}

/// A text in double quotes.
pub(super) fn quote_always(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                // Writing to a string does not fail.
                let _ = write!(quoted, "\\u{:04x}", u32::from(character));
            }
            _ if character.is_control() => {
                let _ = write!(quoted, "\\x{:02x}", u32::from(character));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a text may stand without quotes, in lines and in brackets.
fn is_safe(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let begins_well = first.is_ascii_alphanumeric() || matches!(first, '/' | '_' | '.' | '$' | '(');
    begins_well
        && resolve_plain(text) == Resolved::Text
        && text.chars().all(|character| {
            !character.is_control() && !",[]{}?\u{2028}\u{2029}\u{feff}\u{fffe}\u{ffff}".contains(character)
        })
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && !text.starts_with("...")
        // A date is a text for kubectl, but not for every reader.
        && !(text.len() >= 8 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit) && text.as_bytes()[4] == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_only_where_it_matters() {
        for text in ["web", "nginx:1.27", "/var/run", "v1", "10.0.0.1", "$(POD_IP)", "a b"] {
            assert_eq!(quote(text), text);
        }
        for text in
            ["yes", "1.10", "0644", "", "~", "null", "*.example.com", "a: b", "a #b", "- x", "x:", "{{ x }}"]
        {
            assert_eq!(quote(text), format!("\"{text}\""));
        }
        assert_eq!(quote("a\"\n"), r#""a\"\n""#);
        assert_eq!(quote("\u{7}"), r#""\x07""#);
    }

    #[test]
    fn values_are_written_with_their_types() {
        assert_eq!(
            emit(&serde_json::json!({"a": "yes", "on": ["1_000", 1, null]})),
            "a: \"yes\"\n\"on\":\n- \"1_000\"\n- 1\n- null\n"
        );
    }
}
